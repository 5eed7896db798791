"""How to subscribe to a feed from each kind of calendar."""

from dataclasses import dataclass
from datetime import date
from ipaddress import ip_address
from urllib.parse import quote, urlsplit

import segno

from chronology.model import Event, Timeline

WEBCAL = "webcal://"


@dataclass(frozen=True, slots=True)
class LinkView:
    """A link with its words and a hint."""

    label: str
    url: str
    hint: str


@dataclass(frozen=True, slots=True)
class QrView:
    """A QR code as one SVG path of unit squares, in a square of `size` units with its quiet zone."""

    path: str
    size: int


@dataclass(frozen=True, slots=True)
class FeedView:
    """A feed: its address and the ways to subscribe to it."""

    title: str
    about: str
    url: str
    links: tuple[LinkView, ...]
    qr: QrView | None


def feed_view(title: str, about: str, url: str) -> FeedView:
    """Show the feed at the absolute address `url`."""
    return FeedView(title, about, url, links(title, url), qr_code(url))


def links(title: str, url: str) -> tuple[LinkView, ...]:
    """The ways to subscribe; Google and Outlook fetch from outside, so they get the web address."""
    webcal = WEBCAL + url.split("://", 1)[-1]
    google = "https://calendar.google.com/calendar/r?cid=" + quote(webcal, safe="")
    outlook = (
        "https://outlook.live.com/calendar/0/addfromweb"
        f"?url={quote(url, safe='')}&name={quote(title, safe='')}"
    )
    return (
        LinkView("Apple Calendar, Thunderbird, Evolution", webcal, "opens the calendar on this device"),
        LinkView("Google Calendar", google, "asks Google to follow the feed"),
        LinkView("Outlook", outlook, "asks Outlook to follow the feed"),
        LinkView("Address of the feed", url, "paste it into any other calendar"),
    )


def qr_code(url: str) -> QrView | None:
    """Draw `url` as a QR code; None where it is too long for one."""
    try:
        code = segno.make_qr(url, error="m")
    except segno.DataOverflowError:
        return None
    border = 4
    size = code.symbol_size(border=border)[0]
    dark = (
        f"M{x + border} {y + border}h1v1h-1z"
        for y, row in enumerate(code.matrix)
        for x, module in enumerate(row)
        if module
    )
    return QrView("".join(dark), int(size))


def is_local(url: str) -> bool:
    """Whether `url` names this machine or a private network, which calendars elsewhere cannot reach."""
    host = urlsplit(url).hostname or ""
    try:
        return not ip_address(host).is_global
    except ValueError:
        return host == "localhost" or host.endswith((".localhost", ".local"))


@dataclass(frozen=True, slots=True)
class Coming:
    """What a subscriber sees first; `ahead` tells whether it lies ahead, or is the latest of the past."""

    events: tuple[Event, ...]
    ahead: bool


def next_events(timeline: Timeline, day: date, most: int) -> Coming:
    """The `most` events that come next from `day` on; where there is none, the latest ones before it."""
    ahead = tuple(event for event in timeline.events if _not_over(event, day))
    if ahead:
        return Coming(ahead[:most], ahead=True)
    return Coming(tuple(reversed(timeline.events[-most:])), ahead=False)


def _not_over(event: Event, day: date) -> bool:
    """Whether the event may still lie ahead: it begins on a known day, and does not end before `day`."""
    reach = event.date
    if reach is None or reach.earliest is None:
        return False
    return reach.earliest >= day or (reach.latest is not None and reach.latest >= day)
