"""Count the cases of two public suites of short texts that suit our reading and come out right.

    python benchmarks/suites.py --corpora FOLDER [--misses FILE]

The suites (chrono's English tests and Recognizers-Text's English specifications) differ from TIMEX3 on
matters of taste: a range is one value there and two expressions here, a bare month is the next one there,
and a bare "15" is a day. So a case is right where an expression of ours overlaps the expected one and our
days hold the expected day (or our duration or set is the same); the ends of a range may be two of ours.
Left out: other flavours and options than the default, time zones, the modes for tasks and calendars, cases
that the suite's own engines do not agree on. `--misses` lists the rest, to find what is missing.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from chronology.model import Timex
from chronology.tagging import tag

Case = dict[str, Any]
CHRONO, RECOGNIZERS = "chrono_en", "recognizers_en_dev"
_LEFT_OUT = re.compile(
    r"TimeZone|TasksMode|Experimental|CalendarMode|SkipFromTo|ExtendedTypes|performance|timezone"
)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_CLOCK = re.compile(r"[T ](\d\d)(?::(\d\d))?")


def suits(case: Case) -> bool:
    """Tell whether the case is about reading a text as we read it."""
    if _LEFT_OUT.search(case["id"]) or case.get("option"):
        return False
    if case["suite"] == "chrono":
        return case["flavour"] in {"casual", "en"} and (case["negative"] or bool(case["expected"]))
    return bool(case["holds_in_dotnet"])


def judge(case: Case) -> str:
    """Return "right", "missed", "value" or "spurious"."""
    timexes = tag(case["text"], _reference(case), mode="news")
    if case["negative"]:
        return "spurious" if timexes else "right"
    results = [_one(wanted, timexes, case["text"]) for wanted in case["expected"]]
    return next((result for result in ("missed", "value") if result in results), "right")


def _reference(case: Case) -> str | None:
    """Return the day that a case counts from, with its minute where it has one."""
    return (case["reference"] or "")[:16].replace(" ", "T") or None


def _one(wanted: Case, timexes: Iterable[Timex], text: str) -> str:
    start, end = _span(wanted, text)
    near = [timex for timex in timexes if timex.start < end and start < timex.end]
    if not near:
        return "missed"
    values = list(_wanted(wanted))
    if not values:
        return "right"
    return "right" if any(_holds(value, near) for value in values) else "value"


def _span(wanted: Case, text: str) -> tuple[int, int]:
    if "end" in wanted and isinstance(wanted["end"], int):
        return wanted["start"], wanted["end"]
    words = wanted.get("text") or ""
    at = wanted.get("index")
    if at is None:
        at = max(text.find(words), 0) if words else 0
    return at, at + (len(words) or len(text))


def _wanted(wanted: Case) -> Iterator[str]:
    """Yield the values that count as right: days with or without a time, TIMEX values of lengths and sets."""
    if isinstance(wanted.get("start"), dict):
        yield from _chrono_value(wanted["start"])
        return
    for value in wanted.get("values") or ():
        yield from filter(None, (value.get("timex"), value.get("value"), value.get("start")))
    if wanted.get("timex"):
        yield wanted["timex"]
    for side in ("past", "future"):
        yield from (
            str(value) for key, value in (wanted.get(side) or {}).items() if not key.lower().startswith("end")
        )


def _chrono_value(start: Case) -> Iterator[str]:
    if "date" in start:
        yield start["date"][:16]
    elif "year" in start and "month" in start:
        hour = f"T{start['hour']:02d}:{start.get('minute', 0):02d}" if "hour" in start else ""
        yield f"{start['year']:04d}-{start['month']:02d}-{start.get('day', 1):02d}{hour}"
    elif "hour" in start:
        yield f"T{start['hour']:02d}:{start.get('minute', 0):02d}"


def _holds(value: str, near: list[Timex]) -> bool:
    if any(value in (timex.value, f"X{timex.value}") for timex in near):
        return True
    if value.startswith("("):
        ends = [part for part in value[1:-1].split(",")[:2] if not part.startswith("P")]
        return all(_holds(part, near) for part in ends)
    return any(_same_day(value, timex) and _same_clock(value, timex) for timex in near)


def _same_day(value: str, timex: Timex) -> bool:
    day = _DAY.match(value)
    if day is None:
        return value.startswith("T") and "T" in timex.value
    period = timex.period
    if period is None or period.earliest is None or period.latest is None:
        return False
    return period.earliest.isoformat() <= day.group() <= period.latest.isoformat()


def _same_clock(value: str, timex: Timex) -> bool:
    """Compare hours and minutes where both say them (a suite gives noon or its own hour to what has none)."""
    ours, theirs = _CLOCK.search(timex.value), _CLOCK.search(value)
    if ours is None or theirs is None:
        return True
    return ours.group(1) == theirs.group(1) and (ours.group(2) or "00") == (theirs.group(2) or "00")


def main() -> None:
    """Read the arguments, count, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--misses", type=Path)
    arguments = parser.parse_args()
    misses = []
    for suite in (CHRONO, RECOGNIZERS):
        lines = (arguments.corpora / f"{suite}.jsonl").read_text("utf-8").splitlines()
        cases = [json.loads(line) for line in lines]
        suited = [case for case in cases if suits(case)]
        judged = [(judge(case), case) for case in suited]
        counts = Counter(result for result, _ in judged)
        share = 100 * counts["right"] / len(suited)
        print(f"{suite}: {len(suited)} of {len(cases)} suit, right {share:.1f} %: {dict(counts)}")
        misses += [_line(result, case) for result, case in judged if result != "right"]
    if arguments.misses:
        arguments.misses.write_text("\n".join(misses) + "\n", "utf-8")


def _line(result: str, case: Case) -> str:
    ours = [(timex.text, timex.value) for timex in tag(case["text"], _reference(case), mode="news")]
    wanted = [(item.get("text"), list(_wanted(item))[:2]) for item in case["expected"]]
    return "\t".join((result, case["id"], case["text"], str(case["reference"])[:10], str(wanted), str(ours)))


if __name__ == "__main__":
    main()
