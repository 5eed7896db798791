"""Titles of deadlines from the sentence's own words: who must do what, what ends; never a clause cut off."""

import re
from functools import cache

from chronology.events import deadline_tenses
from chronology.events.deadline_cues import Found
from chronology.events.language.words import data, readings
from chronology.model import DeadlineKind

_LONGEST = 110
# How much of an endless sentence is looked at on either side of a date.
_REACH = 600
_LONGEST_SUBJECT = 80
_ARTICLE = re.compile(
    r"^(?:(?:because|while|although|since|but|and|so|however|when|until|once),? )?"
    r"(?:(?:the|its|their|his|her|our|a|an|this|that)(?: own)?\s+)?",
    re.IGNORECASE,
)
_LAST_ARTICLE = re.compile(r"\s+(?:the|a|an|its|their|his|her)(?:\s+own)?\s*$", re.IGNORECASE)
_PRONOUN = re.compile(
    r"(?:it|he|she|they|we|you|which|who|whom|them|him|her|this|these|those|both|there)\b", re.IGNORECASE
)
_NEGLECT = re.compile(
    r"(?:(?:do|does|did) not|(?:do|does|did)n['\u2019]t|(?:fails?|failing|failure) to)\s+", re.IGNORECASE
)
_ARTICLED = re.compile(r"(?:^|\b(\w+)) ?\b((?:the|a|an|its|their|his|her)\s)", re.IGNORECASE)
_LINKS = frozenset({"of", "for", "on", "in", "at", "to", "with", "between", "and", "from", "by", "or"})
_INSERTED = re.compile(
    r", (?:\w+ed|signed|set|made|led|given|known|which|who|in|on|under|by|including|according)\b[^,]{2,90},"
)
_AUXILIARIES = (
    r"(?:(?:previously|also|now|still|then|originally|otherwise|has|had|have|been|is|was|are|were|will|would|be|to|"
    r"due|set|scheduled|expected|must|shall|should|not)\b\s*)*"
)
_RELATIVE = re.compile(rf"\s*(?:which|that|who)\b\s*(?P<said>{_AUXILIARIES})$", re.IGNORECASE)
_EMPTY = re.compile(rf"\s*{_AUXILIARIES}$", re.IGNORECASE)
_ATTACHED = re.compile(r"\s*(?:due|set|scheduled|expected)\b", re.IGNORECASE)
# "GENEVA, Aug 14 (Newswire) - " before the first words of a text.
_DATELINE = re.compile(r"[A-Z]{3,}\b[^\n]{0,80}?\s[-\u2013\u2014]{1,2}\s")
_WITH = re.compile(r"^with\s+", re.IGNORECASE)
_BACKWARDS = re.compile(r"\b(?:before|after|when|as) (?:it|they|he|she)\b", re.IGNORECASE)
_CONDITION = re.compile(r"(?:if|unless|in case)\b", re.IGNORECASE)
_TRAILING = re.compile(
    r"[\s,:(]+(?:is|are|was|were|will|to|by|on|in|at|the|until|through|till|within|before|from|for|of|about|around|"
    r"no[t]? later than|as early as|on or before)?\s*$",
    re.IGNORECASE,
)
# Where a clause of its own begins; a comma only parts what may be an insertion.
_HARD = re.compile(
    r"(?:[;:“”\"]\s?|\b(?:said|says|say|warned|announced|added|noted|reported|but|because|while)"
    r"(?: that)?\s|, and )"
)
_PURPOSE = re.compile(
    r"(?:\s+on \w+|\s+(?:from|of|after) [^.;]{3,60}?)?,?\s*(?:in which )?to (?!do so)"
    r"((?:[a-z]+)\b[^.;,]{0,80})"
)
_NAMED_AFTER = re.compile(
    r"(?:'s|\u2019s)?(?: as (?:the|a|an|its|their))? "
    r"(?P<name>(?:[a-z-]+ )?(?:deadline|due date|cut-?off date|ultimatum|expiry|expiration))"
    r"(?P<purpose> (?:for|to|of) [^;.,]{3,60})?",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r", when (.{3,70}?\b(?:expires?|ends?|lapses?|runs? out|terminates?|falls? due|is due|are due))\b"
)
# Who has the time: "the bank has until", "the council gave the regime until".
_HOLDER = re.compile(
    r"\s+(?:(?:has|have|had|is|are|was|were|will) (?:been |be )?(?:given|granted|allowed)|"
    r"(?:will |would )?(?:has|have|had)|(?:gave|gives?|granted|given)\s+(.{1,60}?))"
    r"(?:\s+(?:another|only|just|until|(?:the )?close of business|noon|midnight))*$"
)
_DUTY = re.compile(
    r"(?:\w+ ){1,3}?(?:must|shall|ha(?:s|ve|d) to|needs? to|"
    r"(?:is|are|was|were)(?: required| obliged| ordered)? to) (.{3,})"
)
_OWN_NOUN = re.compile(r"\b(?:\w+ )?review (?:conference|meeting|summit|session)\b.*")
_WORD = re.compile(r"[a-z]{3,}")
_PLURAL = frozenset({"they", "these", "those", "them", "both"})
# Deadlines that somebody must meet: how they are put says who must.
_ASKING = frozenset({DeadlineKind.DUE, DeadlineKind.ULTIMATUM, DeadlineKind.REVIEW})
_BY_PRONOUN = re.compile(rf"\b(?:it|they)\s+{_AUXILIARIES}$", re.IGNORECASE)
_ADVERB = re.compile(r"\s(?:late|early)(?=\s(?:keeps|finances|funds|extends|lifts|suspends)\b)")
_CLAUSE = re.compile(r"^,?\s*(.{5,90}?)(?:[,;.]|\sor\s|\sand\s|$).*$", re.DOTALL)
_CUT = re.compile(r"[,;.]\s|[.]$")
_PREDICATE = re.compile(
    r",|\s(?:that|which|who|is|are|was|were|has|have|had|will|would|runs?|lasts?|continues?|holds?|remains?|stays?|"
    r"from|until|through|till|up to|as of|with effect)\b"
)
_PREDICATE_FIRST = re.compile(r"(?:has|have|had|is|are|was|were|will|would|must|and)\b")
_FEW_ADJECTIVES = 4
_FEW_WORDS = 8
_FINITE = frozenset({"VBZ", "VBD", "MD"})
# What no title begins with: a verb, an adverb.
_NO_SUBJECT = frozenset({"VBZ", "VBD", "VBN", "MD", "RB"})
# How far back the noun may stand that a pronoun is for.
_FAR = 400


def write(text: str, found: Found) -> str:
    """Return a title with its subject, or "" where the sentence gives none."""
    end = min(span.start for span in found.spans)
    start = max(found.sentence.start, end - _REACH)
    before, cue = text[start:end], found.start - start
    dateline = _DATELINE.match(before[:cue])
    hard = max((match.end() for match in _HARD.finditer(before[:cue])), default=0)
    hard = max(hard, dateline.end() if dateline is not None else 0)
    after = text[found.timex.end : min(found.sentence.end, found.timex.end + _REACH)]
    if found.cue.says and (noun := _noun(before[hard:cue], before[cue:])):
        return _fit(deadline_tenses.agreeing(noun, found.cue.says))
    if found.cue.opens:
        return _fit(_ARTICLE.sub("", _CLAUSE.sub(r"\1", after)))
    if found.cue.follows:
        return _fit(_by_what_follows(before[hard:], after))
    lead = before[hard:cue]
    if found.cue.kind in _ASKING and not lead.strip(" ,"):
        lead = _subject(before[:hard])
    clause = _clause(lead, before[cue:], after)
    if found.cue.kind not in _ASKING:
        clause = deadline_tenses.present(clause)
    if _fit(clause):
        return _fit(clause)
    pronoun = _BY_PRONOUN.search(before[hard:cue])
    clause = clause or _trimmed((pronoun[0] if pronoun else "") + before[cue:])
    told = _PRONOUN.match(clause) and clause.count(" ") > 1
    given = clause if told else _CUT.split(text[found.timex.start : found.timex.end] + after, maxsplit=1)[0]
    asking = found.cue.kind in _ASKING
    return _fit(
        _unnamed(text[max(0, found.start - _FAR) : found.start], clause, after, asking=asking)
        or f"Deadline: {given[:1].lower()}{given[1:]}"
    )


def _subject(text: str) -> str:
    """The words before the first verb, for a clause that shares its subject: "The bill goes, and must …"."""
    said = text.split()[:_FEW_WORDS]
    verb = next((at for at, word in enumerate(said) if at and readings(word.lower()) & _FINITE), 0)
    return " ".join(said[:verb]) + " " if verb else ""


def has_pronoun(text: str, found: Found) -> bool:
    """Whether the sentence says "it" or "they" of what lapses."""
    return _BY_PRONOUN.search(text[max(found.sentence.start, found.start - _REACH) : found.start]) is not None


def _noun(lead: str, words: str) -> str:
    """The noun that the words of a cue begin with, and what stands between it and its article."""
    articled = list(_ARTICLED.finditer(lead))
    described = lead[articled[-1].end(2) :] if articled else ""
    noun = _PREDICATE.split(words, maxsplit=1)[0]
    near = described.count(" ") <= _FEW_ADJECTIVES and "," not in described and "ed " not in described
    return _trimmed(f"{described if near else ''}{noun}").removeprefix("own ")


def _unnamed(text: str, clause: str, after: str, *, asking: bool) -> str:
    """A title where the sentence gives a pronoun for a subject; `text` is what comes before it."""
    purpose = _PURPOSE.match(after) if _HOLDER.search(clause) else None
    duty = purpose or (_DUTY.match(clause) if asking else None)
    if duty is not None:
        return f"Deadline to {duty[1]}"
    own, pronoun = _OWN_NOUN.search(clause), _PRONOUN.match(clause)
    if own is not None or pronoun is None:
        return own[0] if own is not None else ""
    rest = clause[pronoun.end() :]
    bearers = frozenset(data("deadlines.toml")["bearer"])
    if rest.split(maxsplit=1)[:1] and rest.split(maxsplit=1)[0].casefold() in bearers:
        return rest
    nouns = [word for word in _WORD.findall(text) if word in bearers]
    number = pronoun[0].lower() in _PLURAL
    meant = next((noun for noun in reversed(nouns) if noun.endswith("s") == number), "")
    return deadline_tenses.present(f"{meant}{rest}") if meant else ""


def bare(phrase: str) -> str:
    """A noun phrase without its article and trailing words; "" for a pronoun or none."""
    found = _trimmed(phrase.strip(" ,"))
    return "" if _PRONOUN.match(found) else found


def _clause(lead: str, words: str, after: str) -> str:
    """Subject, the words of the deadline, and what is to be done by then."""
    if _CONDITION.match(words):
        return f"Deadline {_trimmed(words[:1].lower() + words[1:])}"
    first, _, last = lead.rpartition(", ")
    subject = last if first else lead
    if first and (_EMPTY.match(subject) or _RELATIVE.fullmatch(subject)):
        relative = _RELATIVE.fullmatch(subject)
        said = f" {(relative['said'] if relative else subject).strip()}"
        near = _ATTACHED.match(subject) is not None
        whole = first.rsplit(", ", 1)[-1] if near else first.split(", ", 1)[0]
        subject = (_head(whole) if near or relative else whole) + said
    elif first and _PREDICATE_FIRST.match(subject):
        subject = first.split(", ", 1)[0]
    elif _RELATIVE.search(subject) and not _NEGLECT.match(words):
        subject = _head(_RELATIVE.sub(r" \g<said>", subject))
    clause = _trimmed(f"{subject.rstrip()} {words.lstrip()}" if subject.strip() else words)
    if _NEGLECT.match(words) and subject.strip():
        return _trimmed(f"{_RELATIVE.sub('', subject).rstrip()} must {_NEGLECT.sub('', words, count=1)}")
    if _WITH.match(clause):
        clause = _ARTICLE.sub("", deadline_tenses.finite(_WITH.sub("", clause)))
    if _CONDITION.match(clause):
        return f"Deadline {clause[:1].lower()}{clause[1:]}"
    if _BACKWARDS.search(clause):
        return ""
    holder, purpose = _HOLDER.search(clause), _PURPOSE.match(after)
    if holder is not None and purpose is not None:
        return f"{_ARTICLE.sub('', holder[1] or clause[: holder.start()])} must {purpose[1]}"
    starts_with_verb = not subject.strip() and not words[:1].isupper() and not _begins_with_noun(words)
    return "" if starts_with_verb else clause


def _head(phrase: str) -> str:
    """The noun group that ends `phrase`, with its prepositions: "a bill" of "they passed a bill"."""
    starts = [match.start(2) for match in _ARTICLED.finditer(phrase) if match[1] not in _LINKS]
    return phrase[starts[-1] :] if starts else phrase


def _begins_with_noun(words: str) -> bool:
    """Whether the words of the cue bring their own subject ("licence … runs until")."""
    return words.split(" ", 1)[0].casefold() in frozenset(data("deadlines.toml")["bearer"])


def _by_what_follows(lead: str, after: str) -> str:
    """A title for "… the March 31 deadline for bids": what it is for, else the clause around it."""
    match = _NAMED_AFTER.match(after)
    if match is not None and match["purpose"]:
        return match["name"] + match["purpose"]
    when = _WHEN.match(after)
    if when is not None:
        return _ARTICLE.sub("", when[1])
    if match is not None and " " in match["name"]:
        return match["name"]
    name = match["name"] if match is not None else "deadline"
    clause = _ARTICLE.sub("", _LAST_ARTICLE.sub("", lead).strip(' "“”'))
    return f"{clause} the {name}" if clause else ""


def _trimmed(clause: str) -> str:
    bare = _ADVERB.sub("", _INSERTED.sub("", _weekday().sub("", clause)))
    return _ARTICLE.sub("", _TRAILING.sub("", _TRAILING.sub("", bare)).strip(' "“”,'))


@cache
def _weekday() -> re.Pattern[str]:
    days = "|".join(data("deadlines.toml")["weekdays"])
    return re.compile(rf"\s(?:on )?(?:{days})\b(?! \d)")


def _fit(title: str) -> str:
    """The title where it can stand: not a pronoun's, not a lone word, not too long; else ""."""
    title = title.strip()
    if _PRONOUN.match(title) or " " not in title or len(title) > _LONGEST:
        return ""
    first = readings(title.split(" ", 1)[0].lower())
    if first and first <= _NO_SUBJECT:
        return ""
    return title[:1].upper() + title[1:]
