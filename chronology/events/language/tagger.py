"""Part of speech in context: Penn tags, decided from left to right with a look ahead."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from chronology.events.language import words
from chronology.events.language.choices import AUXILIARY_LEMMA, Tags, choices
from chronology.events.language.context import FINITE_FORMS, Context
from chronology.events.language.participles import past
from chronology.events.language.tokens import Token

_NOUNS = frozenset({"NN", "NNS", "NNP"})
_NOMINAL_BEFORE = frozenset({"DT", "PRPS", "POS", "JJ", "CD"})
_ATTRIBUTIVE = frozenset({"DT", "PRPS", "POS", "JJ"})
_SUBJECT_BEFORE = _NOUNS | {"PRP", "TMX", "RB", "WP", "EX", "CD"}
_OBJECT_START = frozenset({"DT", "PRPS", "PRP", "NNP", "IN", "SUB", "JJ", "CD", "NNS"})
_GOES_ON = _OBJECT_START | {"TIMESUB", "WP", "WRB", "TO", "TMX", "RB", "CC"}
_SURE = FINITE_FORMS | {"MD"}
_CLOSED = frozenset("DT PRP PRPS IN RB CC SUB TIMESUB WP WRB EX JJ CD MD".split())  # noqa: SIM905 reads better
_WANTED = {"be": ("VBG", "VBN"), "have": ("VBN",), "do": ("VB",), "md": ("VB",), "to": ("VB",)}


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


def tag(tokens: Sequence[Token], names: Collection[str] = ()) -> tuple[Word, ...]:
    """Return the tokens as words. `names` are lower-case words known to be names in this document."""
    context = Context(tokens, choices(tokens, names))
    for options in context.choices:
        context.advance(_choose(context, options))
    return tuple(_word(token, chosen) for token, chosen in zip(tokens, context.tags, strict=True))


def _word(token: Token, tag_: str) -> Word:
    base = words.lemma_of(token.lower, tag_) if token.phrase is None else token.lower
    if tag_ in words.VERB_TAGS:
        base = AUXILIARY_LEMMA.get(token.lower, base)
    return Word(token.start, token.end, token.text, token.lower, tag_, base, token.timex)


def _choose(context: Context, options: Tags) -> str:
    if context.word in {"all", "both", "each"} and context.floats():
        return "RB"  # "Hill and Wu all voted"
    if context.word.endswith(("self", "selves")) and context.before in _NOUNS and "PRP" in options:
        return "RB"  # "the bridge itself"
    chosen = _by_word(context, options) or _gerund(context, options)
    if chosen:
        return chosen
    if len(options) == 1:
        only = next(iter(options))
        return "NNS" if only == "VBZ" and context.before == "IN" else only  # "sets of remains"
    return _closed(context, options) if options <= _CLOSED else _open(context, options)


def _by_word(context: Context, options: Tags) -> str:
    """Words with ways of their own; "" for all others."""
    match context.word:
        case "that" if context.tokens[context.at].phrase is None:
            chosen = _that(context)
        case "there":
            chosen = "EX" if context.following & {"VBZ", "VBP", "VBD", "MD", "VB"} else "RB"
        case "late" | "early" | "last" | "first" if context.late(context.at) or _before_verb(context):
            chosen = "RB"
        case "in" | "off" | "out" | "up" | "down" | "over" if _is_particle(context):
            chosen = "RB"
        case "following" if context.before in {"", "PUNCT"} and context.following & {"DT", "PRPS"}:
            chosen = "IN"
        case "set" | "known" if context.before == "PUNCT" and context.next_in({"to", "for", "as"}):
            chosen = "VBN"
        case "visiting" | "outgoing" | "acting" if "NNP" in context.following:
            chosen = "JJ"
        case "'s":
            chosen = "VBZ" if context.before in {"PRP", "EX", "WP"} else "POS"
        case "to":
            base = context.next_is("do") or context.next_is("have")
            back = "NN" in context.following and (context.goes_to() or context.sent())
            chosen = "IN" if back else "TO" if base or "VB" in context.following else "IN"
        case _:
            chosen = _time_subordinator(context) if "TIMESUB" in options else ""
    return chosen


def _before_verb(context: Context) -> bool:
    """As in "who first met her", ", first printed in 1611, …", "was first seen"."""
    if context.auxiliary in {"be", "have"} and "VBN" in context.following:
        return True
    after_noun = context.before in _NOUNS | {"PRP"} and bool(context.following & {"VBD", "VBZ"})
    plain = "VBN" in context.following and not context.following & {"NN", "JJ"}
    return after_noun or (plain and context.before in {"", "PUNCT", "CC", "VBD", "VBZ", "VBP", "VBN"})


def _is_particle(context: Context) -> bool:
    """As in "flew in from Oslo", "sworn in as president"."""
    after = context.at + 1
    onward = after < len(context.tokens) and (
        context.choices[after] == {"IN"} or context.tokens[after].lower == "as"
    )
    if context.word == "over" and context.next_is("to"):
        return True  # "handed the letter over to the king"
    return onward and context.tags[-1:] != [] and context.tags[-1] in words.VERB_TAGS


def _that(context: Context) -> str:
    following, before = context.following, context.before
    if before in _NOUNS and following & (FINITE_FORMS | {"MD"}) and not following & _NOUNS:
        return "WP"
    if before in {"IN", ""} and following & {"NN", "JJ"}:
        return "DT"
    said = context.tokens[context.at - 1].lower in words.saying_forms() if context.at else False
    if before in {"VBD", "VB"} and following <= {"NN", "VB", "VBP"} and "NN" in following and not said:
        return "SUB" if context.finite_ahead() else "DT"
    if following <= {"PUNCT"} or (following & {"MD", "VBZ"} and before in {"", "IN", "PUNCT", "CC"}):
        return "PRP"
    return "SUB"


def _time_subordinator(context: Context) -> str:
    """Tell "after the vote" (preposition) from "after they voted" (subordinator)."""
    following = context.choices[context.at + 1] if context.at + 1 < len(context.choices) else frozenset()
    if context.word == "once" and following == {"PUNCT"}:
        return "RB"
    if context.word in {"when", "while", "whenever"}:
        return "TIMESUB"
    if ("TMX" in following and not context.time_acts()) or (
        context.word == "as" and not context.finite_ahead()
    ):
        return "IN"
    return "TIMESUB" if context.finite_ahead(sure=False) else "IN"


def _gerund(context: Context, options: Tags) -> str:
    """A word that the tables know only as -ing form: adjective, noun or verb by its place; "" for others."""
    if options != {"VBG"}:
        return ""
    before, following = context.before, context.following
    if before in _ATTRIBUTIVE:
        return "JJ" if following & {"NN", "NNS"} else "NN"
    acts = following & {"VBD", "VBZ", "MD"} and not following & {"NN", "NNS"}
    return "NN" if before in {"", "PUNCT", "SUB"} and acts and context.waiting else "VBG"


def _closed(context: Context, options: Tags) -> str:
    following = context.following
    nominal = bool(following & (_NOUNS | {"JJ", "CD", "VBN", "VBG"}))
    if {"PRPS", "PRP"} <= options:  # her
        return "PRPS" if nominal else "PRP"
    if {"IN", "RB"} <= options:
        return "IN" if nominal or following & {"DT", "PRPS", "PRP", "TMX"} else "RB"
    if {"DT", "PRP"} <= options:
        return "DT" if nominal else "PRP"
    order = ("MD", "DT", "CC", "CD", "IN", "WP", "WRB", "JJ", "PRP", "RB")
    return next((tag_ for tag_ in order if tag_ in options), min(options))


def _open(context: Context, options: Tags) -> str:
    verbs, others = options & words.VERB_TAGS, options - words.VERB_TAGS
    inside = _after_auxiliary(context, verbs, others) or _in_phrase(context, verbs)
    if inside:
        return inside
    if context.before in _NOMINAL_BEFORE and not context.after_decimal():
        if options == {"VB", "VBP"}:
            others = frozenset({"NN"})  # "the dam was": a noun that the tables lack
        if others & {"NN", "NNS", "JJ"}:
            return _nominal(context, others)
        if verbs & {"VBN", "VBG"} and context.following & (_NOUNS | {"JJ"}):
            return "JJ"
    if context.before == "IN":
        return _after_preposition(context, verbs, others)
    if verbs and others:
        return _noun_or_verb(context, verbs, others)
    return _verb_form(context, verbs) if verbs else _nominal(context, others)


def _in_phrase(context: Context, verbs: Tags) -> str:
    """Past forms at the head of a phrase: a predicate, a noun or an adjective; "" for all others."""
    if "VBN" not in verbs:
        return ""
    if context.word == "won" and context.before == "CD":
        return "NNS"  # money
    if context.before == "DT" and context.counts_heads() and not context.finite_ahead():
        return "VBD"  # "Both pleaded not guilty"
    if context.before == "DT" and verbs == {"VBD", "VBN"} and context.following & _SURE:
        return "NNS"  # "the accused were sentenced"
    second = context.tags[-2:] == ["JJ", "CC"] and context.following <= {"NN", "NNS"}
    first = context.before in _ATTRIBUTIVE and context.paired()
    return "JJ" if first or (second and context.following) else ""  # "its dismembered and charred body"


def _after_auxiliary(context: Context, verbs: Tags, others: Tags) -> str:
    chosen = next((tag_ for tag_ in _WANTED.get(context.auxiliary, ()) if tag_ in verbs), "")
    state = context.auxiliary == "be" and chosen == "VBN" and "JJ" in others
    if state and context.word in words.state_adjectives() and not context.following & {"IN", "TO", "SUB"}:
        return "JJ"
    return chosen


def _after_preposition(context: Context, verbs: Tags, others: Tags) -> str:
    accused = context.accused and bool(context.following & {"NN", "NNS"})
    if "VBG" in verbs and (accused or context.following & _OBJECT_START):
        return "VBG"
    if others:
        return _nominal(context, others)
    chosen = next(tag_ for tag_ in ("VBG", "VBN", "VB", "VBZ", "VBD", "VBP") if tag_ in verbs)
    return "JJ" if chosen == "VBN" and context.following & {"NN", "NNS", "JJ"} else chosen


def _nominal(context: Context, others: Tags) -> str:
    qualifies = "NN" not in others or (
        context.following & (_NOUNS | {"JJ", "VBG"}) and not context.acts_next(_GOES_ON - _NOUNS)
    )
    if "JJ" in others and qualifies:
        return "JJ"
    return next((tag_ for tag_ in ("NN", "NNS", "NNP", "JJ", "RB", "CD") if tag_ in others), min(others))


def _verb_form(context: Context, verbs: Tags) -> str:
    if {"VBD", "VBN"} <= verbs:
        return past(context)
    if "VBG" in verbs:
        return "VBG"
    if {"VB", "VBP"} <= verbs:
        return "VBP" if context.before in _SUBJECT_BEFORE | {"PUNCT"} and context.waiting else "VB"
    return next(tag_ for tag_ in ("VBD", "VBZ", "VBN", "VBP", "VB") if tag_ in verbs)


def _noun_or_verb(context: Context, verbs: Tags, others: Tags) -> str:
    before, following = context.before, context.following
    if "JJ" in others and {"VBD", "VBN"} & verbs and "NN" not in others:
        takes = before in _NOUNS | {"PRP", "WP"} or following & {"IN", "TMX", "DT", "TIMESUB"}
        waits = before in _SUBJECT_BEFORE and context.waiting and not context.finite_ahead()
        return past(context) if takes or waits else "JJ"
    finite = _predicate(context, verbs) or _second_predicate(context, verbs)
    if finite:
        return finite
    if before in {"PRP", "WP"} and verbs & FINITE_FORMS and context.waiting:
        return _verb_form(context, verbs - {"VB"})
    if before == "CC" and context.verb_nearby() and following & {"DT", "PRPS", "PRP"}:
        return _verb_form(context, verbs)
    opens = before in _NOUNS | {"PUNCT", "", "SUB", "TIMESUB", "VBD"}
    second = before == "TIMESUB" or (
        before == "CC" and context.after_gerund() and bool(following & _OBJECT_START)
    )
    if "VBG" in verbs and (second or (opens and following & (_OBJECT_START - {"IN", "NNS", "JJ"}))):
        return "VBG"
    return _nominal(context, others)


def _second_predicate(context: Context, verbs: Tags) -> str:
    """As in "meets her on Monday and leaves for Cork": no noun is joined to a time; "" if a verb follows."""
    if context.tags[-2:] != ["TMX", "CC"]:
        return ""
    first = next((tag_ for tag_ in reversed(context.tags) if tag_ in words.VERB_TAGS), "")
    alike = first in verbs and first in {"VB", "VBZ"}
    return first if alike and not context.finite_ahead(sure=False) and not context.finite_later() else ""


def _predicate(context: Context, verbs: Tags) -> str:
    """The finite verb that the clause waits for, if the word can be it and no surer one follows; else ""."""
    before, following = context.before, context.following
    shut = context.governed and (context.weak or (following == {"IN"} and before != "NNS"))
    subject = before in _SUBJECT_BEFORE or (before == "PUNCT" and context.inserted())
    if not subject or not context.waiting or shut or context.finite_ahead():
        return ""
    if (
        verbs == {"VBZ"}
        and before in {"NN", "NNP"}
        and following == {"IN"}
        and context.finite_ahead(sure=False)
    ):
        return ""  # "peace talks in Oslo failed"
    if (before == "NNS" and context.one_before()) or context.names_on():
        return ""  # "an appeals court", "U.N. arms sanctions expire"
    many = before in {"NNS", "PRP", "CC", "RB"} or context.tags[-2:-1] == ["CC"]
    can = verbs & (FINITE_FORMS if many else FINITE_FORMS - {"VBP"})
    ends = context.nested and "PUNCT" in following and before != "NNS"
    goes_on = following & _GOES_ON or ends or not following or "VBD" in can or before == "PRP"
    return _verb_form(context, can) if can and goes_on else ""
