"""The tense of titles: what "will lapse" or "was due to lapse" lapses."""

import re
from functools import cache

from chronology.events.language.words import data, inflect, lemmas

_BEFORE_VERB = (
    r"(?:(?:previously|also|now|still|then|originally|otherwise|automatically|formally|has|had|have|been|is|was|are|"
    r"were|will|would|shall|be|to|due|set|scheduled|expected)\s+)+"
)
_BEYOND_HEAD = re.compile(r"\s(?:of|for|on|in|between|with|against|to|from|at|by|that|which|over|\w+ing)\s|,")
_RELATIVE = re.compile(r",? (?:which|that)$")
_SINGULAR_ENDINGS = ("ss", "us", "is")


def present(clause: str) -> str:
    """Say “The truce was due to end” as “The truce ends”; a clause of any other verb as it is."""
    match = _pattern().fullmatch(clause)
    if match is None:
        return clause
    said = match["verb"] or match["past"]
    lemma = next(iter(lemmas(said.lower()).get("VERB", ())), said)
    subject = _RELATIVE.sub("", match["subject"])
    return agreeing(subject, lemma) + match["rest"]


def is_ending(clause: str) -> bool:
    """Tell whether a clause in the present says that something lapses or starts."""
    return re.search(rf"\s(?:{'|'.join(data('deadlines.toml')['lapses'])})$", clause) is not None


def agreeing(subject: str, verb: str) -> str:
    """A subject with its verb, given in the base form ("take effect"), in the present."""
    first, _, rest = verb.partition(" ")
    said = first if _is_plural(subject) else inflect(first, "VBZ")
    return f"{subject} {said} {rest}".rstrip()


def finite(clause: str) -> str:
    """Say a participle at the end as a verb: "the pact runs out" for "the pact running out"."""
    for participle, verb in data("deadlines.toml")["finite"].items():
        if clause.endswith(f" {participle}"):
            return clause.removesuffix(participle) + str(verb)
    return clause


@cache
def _pattern() -> re.Pattern[str]:
    verbs, past = ("|".join(data("deadlines.toml")[name]) for name in ("lapsing", "lapsed"))
    return re.compile(
        rf"(?P<subject>.{{2,90}}?)\s+(?:{_BEFORE_VERB}(?P<verb>{verbs})|(?P<past>{past}))\b(?P<rest>.*)",
        re.IGNORECASE,
    )


def _is_plural(subject: str) -> bool:
    """Whether the noun that heads a subject is a plural."""
    head = _BEYOND_HEAD.split(subject, maxsplit=1)[0].rstrip(' \u201d"').casefold()
    return head.endswith("s") and not head.endswith(_SINGULAR_ENDINGS)
