"""Events as one published calendar (RFC 5545, RFC 7986), streamed: memory does not grow with their number."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

import icalendar
from icalendar import vDatetime, vText, vUri, vUTCOffset

from chronology.exports.icalendar import lines
from chronology.exports.icalendar.entry import palette
from chronology.exports.icalendar.text import paragraphs, plain

_REFRESH: Final = "PT6H"
_END: Final = b"END:VCALENDAR\r\n"


@dataclass(frozen=True, slots=True)
class Heading:
    """What a calendar says of itself; `source` is the absolute address that it is fetched from, if any."""

    name: str
    about: str = ""
    source: str = ""


def calendar(entries: Iterable[bytes], heading: Heading) -> Iterator[bytes]:
    """Yield the calendar around already rendered entries; without any it is still a grammatical calendar."""
    yield _begin(heading)
    is_empty = True
    for entry in entries:
        is_empty = is_empty and not entry
        yield entry
    if is_empty:
        yield _zone()
    yield _END


def _zone() -> bytes:
    """Write a component that shows nothing: RFC 5545 (3.4) wants at least one in a calendar."""
    utc = icalendar.TimezoneStandard()
    utc["DTSTART"] = vDatetime(datetime(1970, 1, 1))  # noqa: DTZ001 - local time by 3.6.5
    utc["TZOFFSETFROM"] = utc["TZOFFSETTO"] = vUTCOffset(timedelta())
    zone = icalendar.Timezone()
    zone["TZID"] = vText("Etc/UTC")
    zone.add_component(utc)
    return lines.write(zone)


def _begin(heading: Heading) -> bytes:
    """Write the calendar's own properties.

    Not by `Calendar.new()`, which adds a random UID: clients then merge the whole feed into one item, and no
    two responses are equal. The library would write NAME, X-WR-CALNAME and X-WR-CALDESC unescaped and the
    duration and the address without their VALUE, so each is given as the type that it is.
    """
    found = icalendar.Calendar()
    name = plain(heading.name, 100) or "Timeline"
    found["PRODID"] = vText("-//Chronology//Timeline//EN")
    found["VERSION"] = vText("2.0")
    found["CALSCALE"] = vText("GREGORIAN")
    found["NAME"] = found["X-WR-CALNAME"] = vText(name)
    found["COLOR"] = vText(str(palette()["calendar"]))
    found["REFRESH-INTERVAL"] = vText(_REFRESH, params={"VALUE": "DURATION"})
    found["X-PUBLISHED-TTL"] = vText(_REFRESH)
    if about := paragraphs(heading.about, 500):
        found["DESCRIPTION"] = found["X-WR-CALDESC"] = vText(about)
    if heading.source:
        found["SOURCE"] = vUri(heading.source, params={"VALUE": "URI"})
    return lines.write(found).removesuffix(_END)
