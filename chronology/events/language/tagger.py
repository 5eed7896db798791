"""Part of speech in context: Penn tags, decided from left to right with a look ahead."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from chronology.events.language import words
from chronology.events.language.tokens import Token

FINITE_FORMS = frozenset({"VBD", "VBZ", "VBP"})
_STOPS = frozenset({",", ";", ":", "(", ")", "--", "—", "–", '"', "“", "”", "``", "''"})
_NOMINAL_BEFORE = frozenset({"DT", "PRPS", "POS", "JJ", "CD"})
_PREDICATES = frozenset({"VBD", "VBZ", "VBN", "MD"})
_ATTRIBUTIVE = frozenset({"DT", "PRPS", "POS", "JJ"})
_SUBJECT_BEFORE = frozenset({"NN", "NNS", "NNP", "PRP", "TMX", "RB", "WP", "EX", "CD"})
_REDUCED_BEFORE = frozenset({"NN", "NNS", "NNP"})
_LOOK_AHEAD = 14


@dataclass(frozen=True, slots=True)
class Word:
    """A token with its Penn tag and base form."""

    start: int
    end: int
    text: str
    lower: str
    tag: str
    lemma: str
    timex: int | None = None

    @property
    def is_verb(self) -> bool:
        """Whether it is a form of a verb (auxiliaries included)."""
        return self.tag in words.VERB_TAGS

    @property
    def is_noun(self) -> bool:
        """Whether it is a noun or a name."""
        return self.tag in words.NOUN_TAGS


@dataclass(slots=True)
class _State:
    """Where the reader stands: tags so far; whether the clause still waits for its finite verb."""

    tags: list[str]
    waiting: bool = True
    weak: bool = False  # it waits only because of a coordination
    governed: bool = False  # inside a noun group that a preposition governs
    nested: bool = False  # inside a subordinate clause that a comma will close
    auxiliary: str = ""  # "be", "have", "do", "md", "to" while a verb group is open


def tag(tokens: Sequence[Token], names: Collection[str] = ()) -> tuple[Word, ...]:
    """Return the tokens as words. `names` are lower-case words known to be names in this document."""
    state = _State([])
    choices = [_choices(tokens, at, names) for at in range(len(tokens))]
    for at, token in enumerate(tokens):
        chosen = _choose(tokens, at, choices, state)
        state.tags.append(chosen)
        _advance(state, token, chosen)
    return tuple(_word(token, chosen) for token, chosen in zip(tokens, state.tags, strict=True))


def _word(token: Token, tag_: str) -> Word:
    base = words.lemma_of(token.lower, tag_) if token.phrase is None else token.lower
    if tag_ in words.VERB_TAGS:
        base = _AUXILIARY_LEMMA.get(token.lower, base)
    return Word(token.start, token.end, token.text, token.lower, tag_, base, token.timex)


_AUXILIARY_LEMMA = {
    **dict.fromkeys(("be", "is", "are", "was", "were", "am", "been", "being", "'s", "'re", "'m"), "be"),
    **dict.fromkeys(("have", "has", "had", "having", "'ve"), "have"),
    **dict.fromkeys(("do", "does", "did"), "do"),
}
_AUXILIARIES = {
    "is": "VBZ", "'s": "VBZ", "are": "VBP", "'re": "VBP", "am": "VBP", "'m": "VBP", "was": "VBD", "were": "VBD",
    "be": "VB", "been": "VBN", "being": "VBG", "has": "VBZ", "have": "VBP", "'ve": "VBP", "had": "VBD",
    "having": "VBG", "does": "VBZ", "do": "VBP", "did": "VBD",
}  # fmt: skip


def _choices(tokens: Sequence[Token], at: int, names: Collection[str]) -> frozenset[str]:
    token = tokens[at]
    if token.timex is not None:
        return frozenset({"TMX"})
    if token.phrase is not None:
        return frozenset({"NNP" if token.text[0].isupper() and token.phrase == "NN" else token.phrase})
    first = token.text[0]
    if not first.isalnum() and token.lower not in _AUXILIARIES and token.lower not in words.closed():
        return frozenset({"SYM" if first in "$€£%" and len(token.text) > 1 else "PUNCT"})
    if first in "$€£" or first.isdigit():
        return frozenset({"JJ" if "-" in token.text or token.text[-1].isalpha() else "CD"})
    if token.lower in words.name_particles() and _between_names(tokens, at):
        return frozenset({"NNP"})
    if token.lower == "'s":
        return frozenset({"POS", "VBZ"})
    if token.lower in _AUXILIARIES:
        return frozenset({_AUXILIARIES[token.lower]})
    if first.isupper() and _is_name(tokens, at, names):
        return frozenset({"NNP"})
    return words.readings(token.lower)


def _between_names(tokens: Sequence[Token], at: int) -> bool:
    around = (tokens[at - 1], tokens[at + 1]) if 0 < at < len(tokens) - 1 else ()
    return bool(around) and all(token.text[:1].isupper() and token.timex is None for token in around)


def _is_name(tokens: Sequence[Token], at: int, names: Collection[str]) -> bool:
    token = tokens[at]
    closed = words.closed().get(token.lower, frozenset())
    if closed and not closed <= {"NN", "NNS", "JJ"}:
        return token.text.isupper() and token.lower in {"us", "it"} and token.text == "US"
    opens = at == 0 or tokens[at - 1].text in {'"', "“", "``", "_", "--", ":", "—"}
    if not opens:
        return True
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if token.lower in names or token.text.isupper() or "." in token.text:
        return True
    known = words.lemmas(token.lower)
    if not known:
        return token.lower not in closed
    if following is None or "NOUN" not in known:
        return False
    after = following.text[:1].isupper() and following.timex is None
    acts = words.readings(following.lower) <= _PREDICATES and "NN" in words.readings(token.lower)
    return after or acts


def _choose(tokens: Sequence[Token], at: int, choices: Sequence[frozenset[str]], state: _State) -> str:
    options = choices[at]
    before = _before(state.tags)
    token = tokens[at]
    if token.lower == "that" and token.phrase is None:
        return _that(tokens, at, choices, before)
    if token.lower == "there":
        return "EX" if _next(choices, at) & {"VBZ", "VBP", "VBD", "MD", "VB"} else "RB"
    if "TIMESUB" in options:
        return _time_subordinator(token, at, choices)
    if options == {"VBG"} and before in _ATTRIBUTIVE:
        return "JJ" if _next(choices, at) & {"NN", "NNS"} else "NN"
    if options == {"VBG"} and before in {"", "PUNCT", "SUB"} and _next(choices, at) & {"VBD", "VBZ", "MD"}:
        return "NN" if state.waiting and not _next(choices, at) & {"NN", "NNS"} else "VBG"
    if token.lower == "last" and before in {"NN", "NNS", "NNP", "PRP"} and _next(choices, at) & {"VBD", "VBZ"}:
        return "RB"
    onward = tokens[at + 1] if at + 1 < len(tokens) else None
    if token.lower == "in" and onward is not None and (choices[at + 1] == {"IN"} or onward.lower == "as") and state.tags[-1:] and state.tags[-1] in words.VERB_TAGS:
        return "RB"
    if len(options) == 1:
        return next(iter(options))
    if token.lower == "'s":
        return "VBZ" if before in {"PRP", "EX", "WP"} else "POS"
    if token.lower == "to":
        return "TO" if "VB" in _next(choices, at) else "IN"
    if options <= {
        "DT",
        "PRP",
        "PRPS",
        "IN",
        "RB",
        "CC",
        "SUB",
        "TIMESUB",
        "WP",
        "WRB",
        "EX",
        "JJ",
        "CD",
        "MD",
    }:
        return _closed(token, at, choices, options, before)
    return _open(token.lower, at, choices, options, before, state)


def _before(tags: Sequence[str]) -> str:
    for tag_ in reversed(tags):
        if tag_ != "RB":
            return tag_
    return ""


def _next(choices: Sequence[frozenset[str]], at: int) -> frozenset[str]:
    following = at + 1
    while following < len(choices) and choices[following] == {"RB"}:
        following += 1
    return choices[following] if following < len(choices) else frozenset()


def _that(tokens: Sequence[Token], at: int, choices: Sequence[frozenset[str]], before: str) -> str:
    following = _next(choices, at)
    if (
        before in {"NN", "NNS", "NNP"}
        and following & (FINITE_FORMS | {"MD"})
        and not following & {"NN", "NNP", "NNS"}
    ):
        return "WP"
    if before in {"IN", ""} and following & {"NN", "JJ"}:
        return "DT"
    if following <= {"PUNCT"} or (following & {"MD", "VBZ"} and before in {"", "IN", "PUNCT", "CC"}):
        return "PRP"
    return "SUB"


def _time_subordinator(token: Token, at: int, choices: Sequence[frozenset[str]]) -> str:
    """Tell "after the vote" (preposition) from "after they voted" (subordinator)."""
    following = choices[at + 1] if at + 1 < len(choices) else frozenset()
    if token.lower in {"when", "while", "whenever"}:
        return "TIMESUB"
    if following & {"TMX"} or token.lower == "as" and not _finite_ahead(at, choices, sure=True):
        return "IN"
    return "TIMESUB" if _finite_ahead(at, choices, sure=False) else "IN"


def _closed(
    token: Token, at: int, choices: Sequence[frozenset[str]], options: frozenset[str], before: str
) -> str:
    following = _next(choices, at)
    nominal = bool(following & {"NN", "NNS", "NNP", "JJ", "CD", "VBN", "VBG"})
    if "PRPS" in options and "PRP" in options:  # her
        return "PRPS" if nominal else "PRP"
    if "IN" in options and "RB" in options:
        return "IN" if nominal or following & {"DT", "PRPS", "PRP", "TMX"} else "RB"
    if "DT" in options and "PRP" in options:
        return "DT" if nominal else "PRP"
    for tag_ in ("MD", "DT", "CC", "CD", "IN", "WP", "WRB", "JJ", "PRP", "RB"):
        if tag_ in options:
            return tag_
    return min(options)


def _open(
    word: str, at: int, choices: Sequence[frozenset[str]], options: frozenset[str], before: str, state: _State
) -> str:  # noqa: PLR0911 one line a context
    verbs = options & words.VERB_TAGS
    others = options - words.VERB_TAGS
    if state.auxiliary and verbs:
        inside = _after_auxiliary(word, state.auxiliary, verbs, others, at, choices)
        if inside:
            return inside
    if before in _NOMINAL_BEFORE and others & {"NN", "NNS", "JJ"}:
        return _nominal(others, at, choices)
    if (
        before in _NOMINAL_BEFORE
        and verbs & {"VBN", "VBG"}
        and _next(choices, at) & {"NN", "NNS", "JJ", "NNP"}
    ):
        return "JJ"
    if before == "IN":
        return (
            "VBG"
            if "VBG" in verbs and _next(choices, at) & _OBJECT_START
            else _nominal_or(others, verbs, at, choices)
        )
    if not verbs:
        return _nominal(others, at, choices)
    if not others:
        return _verb_form(word, verbs, at, choices, before, state)
    return _noun_or_verb(word, verbs, others, at, choices, before, state)


_GOES_ON = frozenset(
    {
        "DT",
        "PRPS",
        "PRP",
        "NNP",
        "IN",
        "SUB",
        "TIMESUB",
        "WP",
        "WRB",
        "JJ",
        "CD",
        "NNS",
        "TO",
        "TMX",
        "RB",
        "CC",
    }
)
_OBJECT_START = frozenset({"DT", "PRPS", "PRP", "NNP", "IN", "SUB", "JJ", "CD", "NNS"})


def _after_auxiliary(
    word: str,
    auxiliary: str,
    verbs: frozenset[str],
    others: frozenset[str],
    at: int,
    choices: Sequence[frozenset[str]],
) -> str:
    wanted = {"be": ("VBG", "VBN"), "have": ("VBN",), "do": ("VB",), "md": ("VB",), "to": ("VB",)}[auxiliary]
    for tag_ in wanted:
        if tag_ in verbs:
            adjective = auxiliary == "be" and "JJ" in others and tag_ == "VBN" and word in words.state_adjectives()
            return "JJ" if adjective and not _next(choices, at) & {"IN", "TO", "SUB"} else tag_
    return ""


def _nominal(others: frozenset[str], at: int, choices: Sequence[frozenset[str]]) -> str:
    following = _next(choices, at)
    if (
        "JJ" in others
        and ("NN" not in others or following & {"NN", "NNS", "NNP", "JJ", "VBG"})
        and others != {"NNS"}
    ):
        return "JJ"
    for tag_ in ("NN", "NNS", "NNP", "JJ", "RB", "CD"):
        if tag_ in others:
            return tag_
    return min(others)


def _nominal_or(
    others: frozenset[str], verbs: frozenset[str], at: int, choices: Sequence[frozenset[str]]
) -> str:
    if others:
        return _nominal(others, at, choices)
    for tag_ in ("VBG", "VBN", "VB", "VBZ", "VBD", "VBP"):
        if tag_ in verbs:
            return "JJ" if tag_ == "VBN" and _next(choices, at) & {"NN", "NNS", "JJ"} else tag_
    return min(verbs)


def _finite_ahead(at: int, choices: Sequence[frozenset[str]], *, sure: bool = True) -> bool:
    """Tell whether a sure (or likely) finite verb follows before the clause can end."""
    for here in range(at + 1, min(at + _LOOK_AHEAD, len(choices))):
        options = choices[here]
        if options & {"WP", "SUB", "TIMESUB", "WRB"} or options == {"PUNCT"}:
            return False
        if options == {"CC"} and _next(choices, here) & (FINITE_FORMS | {"MD"}):
            return False
        if options <= _SURE and options & (FINITE_FORMS | {"MD"}):
            return True
        if not sure and "VBD" in options and here > at + 1 and not options & {"JJ", "NN"}:
            return True
    return False


_SURE = FINITE_FORMS | {"MD"}


def _finite_later(at: int, choices: Sequence[frozenset[str]]) -> bool:
    """Tell whether any sure finite verb follows in the sentence, whatever lies between."""
    reach = range(at + 1, min(at + 2 * _LOOK_AHEAD, len(choices)))
    return any(choices[here] and (choices[here] <= _SURE or _after_comma(here, choices)) for here in reach)


def _after_comma(at: int, choices: Sequence[frozenset[str]]) -> bool:
    return "VBD" in choices[at] and choices[at - 1] == {"PUNCT"}


def _verb_form(
    word: str, verbs: frozenset[str], at: int, choices: Sequence[frozenset[str]], before: str, state: _State
) -> str:
    if {"VBD", "VBN"} <= verbs:
        return _past(word, at, choices, before, state)
    if "VBG" in verbs:
        return "VBG"
    if {"VB", "VBP"} <= verbs:
        return "VBP" if before in _SUBJECT_BEFORE and state.waiting else "VB"
    for tag_ in ("VBD", "VBZ", "VBN", "VBP", "VB"):
        if tag_ in verbs:
            return tag_
    return min(verbs)


def _past(word: str, at: int, choices: Sequence[frozenset[str]], before: str, state: _State) -> str:
    following = _next(choices, at)
    by_agent = following == {"IN"}
    if before in {"WP", "PRP", "EX"}:
        return "VBD"
    if before in _SUBJECT_BEFORE:
        if word in _SAYING:
            return "VBD"
        if state.waiting:
            return "VBN" if before in _REDUCED_BEFORE and by_agent and _finite_ahead(at, choices) else "VBD"
        return "VBN"
    if before == "CC":
        return "VBD" if following & {"DT", "PRPS", "PRP", "NNP"} else _like_last_verb(state.tags)
    if before in {"PUNCT", ""}:
        return _past_after_mark(at, choices, before, state)
    return "VBN" if before in {"IN", "TIMESUB", "DT", "JJ"} else "VBD"


def _past_after_mark(at: int, choices: Sequence[frozenset[str]], before: str, state: _State) -> str:
    """After a comma: ", signed in 2010, …" is a participle; "Lavrov, a minister, told …" is not."""
    following = _next(choices, at)
    started = any(tag_ in _REDUCED_BEFORE or tag_ == "PRP" for tag_ in state.tags)
    loose = bool(following & {"IN", "TMX", "TO"})
    if state.waiting and started:
        return "VBN" if loose and _finite_later(at, choices) else "VBD"
    return "VBN" if loose or not before else _like_last_verb(state.tags)


def _like_last_verb(tags: Sequence[str]) -> str:
    for tag_ in reversed(tags):
        if tag_ in {"VBD", "VBN"}:
            return tag_
        if tag_ in {"VBZ", "VBP", "MD"}:
            return "VBD"
    return "VBD"


def _noun_or_verb(
    word: str,
    verbs: frozenset[str],
    others: frozenset[str],
    at: int,
    choices: Sequence[frozenset[str]],
    before: str,
    state: _State,
) -> str:
    following = _next(choices, at)
    if "JJ" in others and {"VBD", "VBN"} & verbs and not others & {"NN"}:
        takes = before in _SUBJECT_BEFORE and state.waiting and not _finite_ahead(at, choices)
        after_noun = before in {"NN", "NNS", "NNP", "PRP", "WP"}
        return (
            _past(word, at, choices, before, state)
            if takes or after_noun or following & {"IN", "TMX", "DT"}
            else "JJ"
        )
    shut = state.governed and (state.weak or (following == {"IN"} and before != "NNS"))
    open_ = state.waiting and not shut
    if before in _SUBJECT_BEFORE and open_ and not _finite_ahead(at, choices):
        can = verbs & FINITE_FORMS - (
            set() if before in {"NNS", "PRP", "CC", "RB"} or state.tags[-2:-1] == ["CC"] else {"VBP"}
        )
        ends = state.nested and "PUNCT" in following and before != "NNS"
        goes_on = following & _GOES_ON or ends or not following or "VBD" in can
        if can and (goes_on or before == "PRP"):
            return _verb_form(word, can, at, choices, before, state)
    if before in {"PRP", "WP"} and verbs & FINITE_FORMS and state.waiting:
        return _verb_form(word, verbs - {"VB"}, at, choices, before, state)
    if before == "CC" and state.tags and _verb_two_back(state.tags) and following & {"DT", "PRPS", "PRP"}:
        return _verb_form(word, verbs, at, choices, before, state)
    if "VBG" in verbs and (
        before in {"PUNCT", "", "NN", "NNS", "NNP", "SUB", "TIMESUB", "VBD"}
        and following & (_OBJECT_START - {"IN", "NNS", "JJ"})
    ):
        return "VBG"
    return _nominal(others, at, choices)


def _verb_two_back(tags: Sequence[str]) -> bool:
    return any(tag_ in words.VERB_TAGS for tag_ in tags[-6:])


_CLOSES_GROUP = words.VERB_TAGS | {"PUNCT", "SUB", "TIMESUB", "WP", "WRB", "MD", "TO", "PRP"}
_SUBJECTS = frozenset({"i", "he", "she", "it", "we", "they"})
_SAYING = frozenset(
    "said says say reported announced claimed believes think thinks thought told added warned know knows hopes "
    "acknowledged confirmed noted argued insisted stressed suggested predicted estimated reiterated reminded".split()
)


def _advance(state: _State, token: Token, chosen: str) -> None:
    if chosen in {"SUB", "TIMESUB", "WP", "WRB"} or token.text in {";", ":", '"', "“", "``"}:
        state.waiting, state.auxiliary = True, ""
    elif chosen in {"VBZ", "VBD", "VBP", "MD"}:
        state.waiting = token.lower in _SAYING
    if chosen == "CC" or (chosen == "PRP" and token.lower in _SUBJECTS):
        state.weak = chosen == "CC" and (state.weak or not state.waiting)
        state.waiting = True
    if chosen in {"SUB", "TIMESUB", "WP", "WRB"}:
        state.nested = True
    elif chosen == "PUNCT" and token.text == "," and state.nested:
        state.waiting, state.nested = True, False
    if chosen == "IN" or chosen in _CLOSES_GROUP:
        state.governed = chosen == "IN"
    state.auxiliary = _auxiliary(state.auxiliary, token, chosen)


def _auxiliary(now: str, token: Token, chosen: str) -> str:
    word = token.lower
    if chosen == "MD":
        return "md"
    if word == "to" and chosen == "TO":
        return "to"
    if chosen in words.VERB_TAGS and word in _AUXILIARIES:
        base = _AUXILIARY_LEMMA.get(word, words.lemma_of(word, chosen))
        return base if base in {"be", "have", "do"} else ""
    return (
        now
        if chosen in {"RB", "PRP"} and now
        else ("" if chosen not in {"CC"} else ("to" if now == "to" else ""))
    )
