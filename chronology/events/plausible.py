"""Which links tense and publication allow: what is told as past does not lie ahead."""

from collections.abc import Sequence

from chronology.events import dating, kinds
from chronology.events.candidates import Candidate
from chronology.events.language.clauses import Sentence
from chronology.events.linking import ORDER, Link
from chronology.model import AnchorKind, Period


def settle(
    sentence: Sentence, found: Sequence[Candidate], links: dict[int, Link], published: Period | None
) -> dict[int, Link]:
    """Take a date to come from what is told as past.

    Give it to what that speaks of ("announced talks in May").
    """
    out = _resolved(sentence, found, links, published)
    for item in found:
        verb, link = sentence.verb(item.at), links.get(item.at)
        told = verb is not None and verb.tense == "past" and not verb.modal
        if (
            link is None
            or not told
            or not dating.lies_ahead(link.timex.period, published)
            or _arranges(item, link)
        ):
            continue
        target = sentence.object_of(item.at)
        taken = any(other.at == target for other in found)
        if taken:
            out.setdefault(target, link)
        if taken or not _says_the_day(link):
            del out[item.at]
    return out


def _resolved(
    sentence: Sentence, found: Sequence[Candidate], links: dict[int, Link], published: Period | None
) -> dict[int, Link]:
    """As in "agreed to build the dam in 2005": a time gone by is that of the agreement."""
    out = dict(links)
    for item in found:
        verb, link = sentence.verb(item.at), links.get(item.at)
        if verb is None or not verb.infinitive or link is None or link.signal in ORDER:
            continue
        over = sentence.tree.governor(item.at)
        told = next((other for other in found if other.at == over), None)
        past = told is not None and (group := sentence.verb(over)) is not None and group.tense == "past"
        gone = not dating.lies_ahead(link.timex.period, published)
        if told is not None and past and gone and told.lemma in kinds.verbs("resolving"):
            out.setdefault(over, out.pop(item.at))
    return out


def _says_the_day(link: Link) -> bool:
    """A full date after "on" stands: that the text was published before it is a finding, not a reading."""
    period = link.timex.period
    full = period is not None and period.is_day and link.timex.anchor.kind is AnchorKind.NONE
    return link.signal == "on" and full


def _arranges(item: Candidate, link: Link) -> bool:
    if link.signal in ORDER:
        return True
    return (
        item.lemma in kinds.verbs("expecting") | kinds.verbs("scheduling") or item.kind.deadline is not None
    )
