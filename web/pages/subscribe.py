"""`/subscribe`: the feeds, for every kind of calendar."""

from flask import render_template
from werkzeug.wrappers import Response

from web.pages import asking
from web.presenters.entries import entry
from web.presenters.filters import active, namer, pairs, query_string
from web.presenters.subscription import feed_view, is_local, next_events
from web.site import site

PREVIEW = 5


def show() -> str | Response:
    """Show the addresses of both feeds with the current filters, and what comes next in them."""
    if tidy := asking.tidied():
        return tidy
    query = asking.query()
    setting = asking.setting(query.as_of)
    base, filters = site().base_url, query_string(pairs(query))
    feeds = (
        feed_view("Timeline", "Every dated event", f"{base}/feeds/timeline.ics{filters}"),
        feed_view("Deadlines", "What lapses, starts or falls due", f"{base}/feeds/deadlines.ics{filters}"),
    )
    coming = next_events(site().chronicle.timeline(query), setting.as_of, PREVIEW)
    return render_template(
        "subscribe.html",
        feeds=feeds,
        active=active(query, namer(setting.documents)),
        local=is_local(base),
        ahead=coming.ahead,
        preview=[entry(event, setting) for event in coming.events],
    )
