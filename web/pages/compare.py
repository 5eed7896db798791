"""`/compare`: what was known on two days."""

from datetime import date

from flask import render_template
from werkzeug.wrappers import Response

from web.pages import asking
from web.presenters.comparison import comparison, in_order
from web.presenters.dates import day_words
from web.presenters.deadlines import as_of_choices
from web.presenters.filters import active, namer, pairs
from web.site import site


def show() -> str | Response:
    """Show what is new, changed, passed and no longer told between two as-of days."""
    if tidy := asking.tidied():
        return tidy
    query = asking.query("from_as_of", "to_as_of")
    today = site().config.today()
    documents = asking.documents()
    choices = as_of_choices(documents.values(), today)
    given = (asking.day("from_as_of"), asking.day("to_as_of"))
    groups = None
    if given[0] and given[1]:
        start, end = in_order(given[0], given[1])
        groups = comparison(site().chronicle.diff(query, start=start, end=end))
    first = given[0] or (date.fromisoformat(choices[-1].day) if choices else today)
    last = given[1] or today
    days = (("from_as_of", first.isoformat()), ("to_as_of", last.isoformat()))
    return render_template(
        "compare.html",
        groups=groups,
        first=first,
        last=last,
        words=(day_words(first), day_words(last)),
        filters=pairs(query),
        active=active(query, namer(documents), days),
    )
