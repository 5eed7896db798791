"""`/deadlines`: what falls due, seen from a day."""

from dataclasses import replace
from datetime import date

from flask import render_template, request
from werkzeug.wrappers import Response

from chronology.temporal.arithmetic import plus
from web.pages import asking
from web.presenters.dates import day_words
from web.presenters.deadlines import Outlook, as_of_choices, deadlines_view
from web.site import site


def show() -> str | Response:
    """Show deadlines by state: upcoming by earliest day, passed, superseded, and those without a date."""
    if tidy := asking.tidied():
        return tidy
    query = asking.query("within")
    as_of = query.as_of or site().config.today()
    within = request.args.get("within", "")
    heard = replace(query, as_of=as_of)
    chronicle, until = site().chronicle, _until(as_of, within)
    timeline = chronicle.timeline(heard)
    setting = asking.setting(as_of, timeline.findings)
    found = chronicle.deadlines(heard, as_of=as_of, until=until)
    return render_template(
        "deadlines.html",
        view=deadlines_view(Outlook(found, timeline, setting, until)),
        query=query,
        as_of=as_of,
        as_of_words=day_words(as_of),
        within=within,
        choices=as_of_choices(setting.documents.values(), as_of),
    )


def _until(as_of: date, within: str) -> date | None:
    """The last day of a duration ("P18M") from `as_of`; None for any time. Raises DateError."""
    return plus(as_of, within) if within else None
