"""What must be done, said as a condition: "unless both houses pass it" is "Both houses must pass it"."""

import re

from chronology.events.language.words import lemmas, readings

_NOT = r"(?: not|n['\u2019]t)"
_PARTICIPLE = r"(?P<done>[a-z]+(?:ed|en|wn|ld|id|de|pt|ut|et|ck|ft|ne|un|ght|ost|nt))"
_BE = "(?:is|are|has been|have been|was|were)"
# Ways to put a condition, and how what must be done is said.
_FORMS = tuple(
    (re.compile(pattern, re.IGNORECASE), said)
    for pattern, said in (
        (
            rf"(?:if|in case) no (?P<who>.+?) {_BE} {_PARTICIPLE}\b(?P<rest>.*)",
            "be",
        ),
        (rf"(?:if|in case) (?P<who>.+?) (?:is|are|was|were) not {_PARTICIPLE}\b(?P<rest>.*)", "be"),
        (
            rf"(?:if|in case) (?P<who>.+?) (?:has|have|had){_NOT} been {_PARTICIPLE}\b(?P<rest>.*)",
            "be",
        ),
        (rf"(?:if|in case) (?P<who>.+?) (?:has|have|had){_NOT} {_PARTICIPLE}\b(?P<rest>.*)", "base"),
        (
            rf"(?:if|in case) (?P<who>.+?) (?:do|does|did|can|could){_NOT} (?P<deed>[a-z]+)\b(?P<rest>.*)",
            "deed",
        ),
        (r"(?:if|in case) (?P<who>.+?) cannot (?P<deed>[a-z]+)\b(?P<rest>.*)", "deed"),
        (r"(?:if|in case) (?P<who>.+?) (?:fail|fails|failed) to (?P<deed>[a-z]+)\b(?P<rest>.*)", "deed"),
        (rf"(?:unless|provided(?: that)?|if) (?P<who>.+?) {_BE} {_PARTICIPLE}\b(?P<rest>.*)", "be"),
    )
)
_UNLESS = re.compile(r"(?:unless|provided(?: that)?|on condition that)\s+(?P<clause>.+)", re.IGNORECASE)
_PRONOUN = re.compile(r"(?:it|he|she|they|we|you|this|that|these|those|there|one)\b", re.IGNORECASE)
_LONGEST_SUBJECT = 8


def duty(words: str) -> str:
    """Return who must do what, for the words of a condition up to its date; "" where that cannot be told."""
    words = " ".join(words.split())
    for pattern, said in _FORMS:
        match = pattern.fullmatch(words)
        if match is not None and _names(match["who"]):
            return f"{match['who']} must {_deed(match, said)}{match['rest']}"
    unless = _UNLESS.fullmatch(words)
    return _plain(unless["clause"]) if unless is not None else ""


def _deed(match: re.Match[str], said: str) -> str:
    if said == "deed":
        return match["deed"]
    return f"be {match['done']}" if said == "be" else _base(match["done"])


def _base(verb: str) -> str:
    return next(iter(lemmas(verb.lower()).get("VERB", ())), verb)


def _names(subject: str) -> bool:
    """Whether a subject names somebody or something by itself."""
    return _PRONOUN.match(subject) is None and "," not in subject and len(subject.split()) <= _LONGEST_SUBJECT


def _plain(clause: str) -> str:
    """A clause in the present, as a duty: "Congress acts" is "Congress must act"."""
    words = clause.split()
    for at, word in enumerate(words[1 : _LONGEST_SUBJECT + 1], 1):
        tags = readings(word)
        subject = " ".join(words[:at])
        finite = "VBZ" in tags and "NNS" not in tags
        plural = "VBP" in tags and tags.isdisjoint({"IN", "RB", "JJ"}) and words[at - 1].endswith("s")
        if (finite or plural) and _names(subject):
            return f"{subject} must {_base(word)} {' '.join(words[at + 1 :])}".rstrip()
    return ""
