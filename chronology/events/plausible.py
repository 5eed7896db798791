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
    out = dict(links)
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
