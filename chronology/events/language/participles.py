"""Past or participle, where they look alike ("signed")."""

from chronology.events.language import words
from chronology.events.language.context import FINITE_FORMS, Context

_NOUNS = frozenset({"NN", "NNS", "NNP"})
_ACTORS = frozenset({"he", "she", "they", "we", "i"})
_SUBJECT_BEFORE = _NOUNS | {"PRP", "TMX", "RB", "WP", "EX", "CD"}


def past(context: Context) -> str:
    """Return VBD or VBN for the word to decide."""
    before = context.before
    if before in {"WP", "PRP", "EX"}:
        return "VBD"
    if before in _SUBJECT_BEFORE:
        return _past_after_noun(context)
    if before == "CC":
        return "VBD" if context.following & {"DT", "PRPS", "PRP", "NNP"} else context.like_last_verb()
    if before in {"PUNCT", ""}:
        return _past_after_mark(context)
    return "VBN" if before in {"IN", "TIMESUB", "DT", "JJ"} else "VBD"


def _past_after_noun(context: Context) -> str:
    if context.word in words.saying_forms():
        return "VBD"
    if context.tokens[context.at + 1 : context.at + 2] and context.tokens[context.at + 1].lower in _ACTORS:
        return "VBD"  # "officers who were looking for Moe concluded he …"
    if context.only_governed() and context.following <= {"IN", "TMX", "RB"} and context.finite_later():
        return "VBN"  # "In a letter dated 3 June, …"
    naming = context.word in {"named", "called", "dubbed"} and context.before in {"NN", "NNS"}
    acts = context.finite_ahead(sure=False) or (naming and context.finite_later())
    if naming and "NNP" in context.following and acts:
        return "VBN"  # "a clerk named Emil Hauk was shot"
    goes_on = context.following in ({"IN"}, {"TMX"}) or context.following <= FINITE_FORMS | {"MD"}
    described = context.before in _NOUNS and goes_on and context.finite_ahead()
    bare = not context.following & {"DT", "NN", "NNS", "NNP", "JJ", "PRPS", "PRP"}
    led = context.next_is("by") and context.deed_ahead()
    if led or (context.word == "made" and context.by_whom()):
        return "VBN"  # "survivors led by a teacher sue", "remarks made last week by"
    made = context.word == "made" and bare and context.finite_ahead(sure=False)
    return (
        "VBD" if context.waiting and not (described or made) else "VBN"
    )  # "an offer made last year foundered"


def _past_after_mark(context: Context) -> str:
    """After a comma: ", signed in 2010, …" is a participle; "Novak, a minister, told …" is not."""
    started = any(tag_ in _NOUNS or tag_ == "PRP" for tag_ in context.tags)
    if context.word in {"said", "told"} and context.waiting and started and not context.next_is("by"):
        return "VBD"
    if context.word in {"spent", "passed", "took", "lasted", "wasted"} and "TMX" in context.following:
        return "VBD"
    loose = bool(context.following & {"IN", "TMX", "TO", "TIMESUB"})
    if context.waiting and started and context.inserted() and context.before:
        return "VBD"
    if context.waiting and started:
        return "VBN" if loose and (context.finite_later() or context.fronted()) else "VBD"
    if started and not loose and (context.following & {"DT", "PRPS"} or context.next_is("not")):
        return "VBD"  # "was received by the king, toured a farm"
    return "VBN" if loose or not context.before else context.like_last_verb()
