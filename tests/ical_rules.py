"""What every calendar that we write must keep to, byte by byte, checked without the library that wrote it."""

import re
from collections import Counter
from collections.abc import Iterator

CONTROL = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
STAMP = re.compile(r"\d{8}T\d{6}Z\Z")
LINE = re.compile(r'([A-Z-]+)((?:;[A-Z-]+=(?:"[^"]*"|[^";:,]*))*):(.*)\Z')
UNESCAPED = re.compile(r"(?<!\\)(?:\\\\)*[;,]|\\(?![\\;,nN])")
TEXT = {"SUMMARY", "DESCRIPTION", "LOCATION", "NAME", "X-WR-CALNAME", "X-WR-CALDESC", "STATUS", "UID"}
NEEDED = {"UID", "DTSTAMP", "CREATED", "LAST-MODIFIED", "SEQUENCE", "DTSTART", "DTEND", "SUMMARY", "STATUS"}


def lines(data: bytes) -> list[str]:
    """Unfold `data`, after checking its line ends, its folds and its characters."""
    assert data.endswith(b"\r\n")
    assert data.count(b"\n") == data.count(b"\r\n") == data.count(b"\r")
    unfolded: list[str] = []
    for physical in data[:-2].split(b"\r\n"):
        assert 0 < len(physical) <= 75
        text = physical.decode("utf-8")  # alone: no character is split
        if text.startswith(" "):
            assert not (len(unfolded[-1]) - len(unfolded[-1].rstrip("\\"))) % 2, "a fold splits an escape"
            unfolded[-1] += text[1:]
        else:
            unfolded.append(text)
    for line in unfolded:
        assert not CONTROL.search(line), repr(line)
        assert LINE.match(line), repr(line)
    return unfolded


def components(data: bytes) -> Iterator[dict[str, list[str]]]:
    """Yield each VEVENT with its properties (those of its alarms aside), after checking nesting."""
    open_: list[str] = []
    found: dict[str, list[str]] = {}
    for line in lines(data):
        name, _, value = LINE.match(line).groups()  # type: ignore[union-attr]
        if name == "BEGIN":
            open_.append(value)
            if value in {"VEVENT", "VTODO"}:
                found = {"": [value]}
        elif name == "END":
            assert open_.pop() == value
            if value in {"VEVENT", "VTODO"}:
                yield found
        elif open_[-1] in {"VEVENT", "VTODO"}:
            found.setdefault(name, []).append(line)
        if name in TEXT:
            assert not UNESCAPED.search(value), line
            assert value == value.strip(), line
    assert not open_


def check(data: bytes) -> list[dict[str, list[str]]]:
    """Check a whole calendar; return its events."""
    head = lines(data)
    assert head[0] == "BEGIN:VCALENDAR"
    assert Counter(head)["VERSION:2.0"] == 1
    first = next((place for place, line in enumerate(head) if line == "BEGIN:VEVENT"), len(head))
    names = {line.split(":")[0].split(";")[0] for line in head[:first]}
    assert {"PRODID", "NAME", "X-WR-CALNAME", "REFRESH-INTERVAL", "X-PUBLISHED-TTL", "COLOR"} <= names
    assert not names & {"UID", "METHOD", "ATTENDEE", "ORGANIZER"}
    assert "REFRESH-INTERVAL;VALUE=DURATION:PT6H" in head
    events = list(components(data))
    for event in events:
        _check_event(event)
    uids = [event["UID"][0] for event in events]
    assert len(set(uids)) == len(uids)
    return events


def _check_event(event: dict[str, list[str]]) -> None:
    if event[""] == ["VEVENT"]:
        assert set(event) >= NEEDED
        for name in ("DTSTART", "DTEND"):
            assert re.fullmatch(rf"{name};VALUE=DATE:\d{{8}}", event[name][0])
        assert event["DTEND"][0][-8:] > event["DTSTART"][0][-8:]
        assert event["TRANSP"] == ["TRANSP:TRANSPARENT"]
    assert re.fullmatch(r"UID:[A-Za-z0-9_.~@-]{1,255}", event["UID"][0])
    for name in ("DTSTAMP", "CREATED", "LAST-MODIFIED"):
        assert STAMP.search(event[name][0])
    repeated = {name for name, found in event.items() if len(found) > 1}
    assert repeated <= {"LINK", "X-CHRONOLOGY-LINK"}
