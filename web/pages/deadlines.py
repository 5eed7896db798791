"""`/deadlines`: what falls due, seen from a day."""

from dataclasses import dataclass, replace
from datetime import date

from flask import render_template, request
from werkzeug.wrappers import Response

from chronology.model import Query, QueryError
from chronology.temporal.arithmetic import plus
from web.pages import asking
from web.presenters.dates import day_words
from web.presenters.deadlines import BY, Outlook, as_of_choices, deadlines_view
from web.presenters.filters import Pairs, active, namer, pairs, query_string
from web.site import site


@dataclass(frozen=True, slots=True)
class Links:
    """The query strings of this page seen otherwise; every one keeps all filters."""

    filters: Pairs
    within: Pairs
    by: Pairs
    as_of: Pairs

    @property
    def own(self) -> Pairs:
        """What only this page knows, and the day."""
        return (*self.as_of, *self.within, *self.by)

    @property
    def feed(self) -> str:
        """What the calendar takes: the filters, and the day only where the reader chose one."""
        return query_string((*self.filters, *self.as_of))

    def on(self, day: str) -> str:
        """Seen from another day."""
        return query_string((*self.filters, ("as_of", day), *self.within, *self.by))

    def put(self, by: str) -> str:
        """Put together in another way."""
        other = (("by", by),) if by != "date" else ()
        return query_string((*self.filters, *self.as_of, *self.within, *other))

    def values(self, day: date) -> str:
        """What the API takes for what the reader sees."""
        return query_string((*self.filters, ("as_of", day.isoformat()), *self.within))


def show() -> str | Response:
    """Show deadlines by state or by instrument, those to act on first, and those without a date."""
    if tidy := asking.tidied():
        return tidy
    query = asking.query("within", "by")
    as_of = query.as_of or site().config.today()
    within, by = request.args.get("within", ""), _by()
    heard = replace(query, as_of=as_of)
    chronicle, until = site().chronicle, _until(as_of, within)
    timeline = chronicle.timeline(heard)
    setting = asking.setting(as_of, timeline.findings)
    found = chronicle.deadlines(heard, as_of=as_of, until=until)
    links = _links(query, within, by)
    return render_template(
        "deadlines.html",
        view=deadlines_view(Outlook(found, timeline, setting, until, by)),
        links=links,
        active=active(replace(query, as_of=None), namer(setting.documents), links.own),
        as_of=as_of,
        as_of_words=day_words(as_of),
        within=within,
        by=by,
        ways=BY,
        choices=as_of_choices(setting.documents.values(), as_of),
    )


def _by() -> str:
    """How the deadlines are to be put together. Raises QueryError."""
    given = request.args.get("by", "date")
    if given not in BY:
        raise QueryError(f"{given[:40]!r} is no way", where="by", remedy=f"Give one of {', '.join(BY)}")
    return given


def _links(query: Query, within: str, by: str) -> Links:
    return Links(
        filters=pairs(replace(query, as_of=None)),
        within=(("within", within),) if within else (),
        by=(("by", by),) if by != "date" else (),
        as_of=(("as_of", query.as_of.isoformat()),) if query.as_of else (),
    )


def _until(as_of: date, within: str) -> date | None:
    """The last day of a duration ("P18M") from `as_of`; None for any time. Raises DateError."""
    return plus(as_of, within) if within else None
