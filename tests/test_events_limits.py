"""What reading and building cost grows with the length of a text and no faster, whatever the text.

Cost is counted in calls made, not in seconds, so that a busy machine changes nothing.
"""

import sys
from types import FrameType

import pytest

from chronology.model import Document
from chronology.pipeline import build, extract
from chronology.tagging import creation_time

SMALL, GROWTH = 3_000, 2  # characters of the shorter text: more than is read of one sentence
ONE_SENTENCE = {
    "coordination": "the council met on Monday and the minister signed the treaty and ",
    "apposition": "the president of France, ",
    "relative clauses": "who met the envoy that signed the treaty on Monday which ",
    "dates": "9 May 2019, ",
    "nested quotations": "“he said on Monday ‘",  # noqa: RUF001 - quotation marks
    "quotations never closed": 'he said on Monday, "',
    "brackets never closed": "(the council met on Monday ",
    "verbs and days": "signed Monday ",
    "no punctuation": "vote council Monday the border ",
    "capitals": "THE COUNCIL SIGNED THE TREATY ON 9 MAY 2019 ",
    "small letters": "the council signed the treaty on monday ",
    "names": "Anna Smith, Boris Brown, ",
    "of of of": "of the treaty of the council ",
    "notices": "it gave six months' notice of withdrawal on 9 May 2019 and ",
    "deadlines": "the treaty expires on 9 May 2029 unless it is extended until 9 June 2030 and ",
    "distances": "two days before the vote the council met on Monday, ",
    "table": "9 May 1990\t12\tRome\tsigned\t84\n",
    "dashes": "the council — which met on Monday — ",
}
SENTENCES = {
    "the same sentence": "The council signed the treaty on 9 May 2019. ",
    "pronouns": "He met her and they signed it on Monday. ",
    "sayings": "Mr Smith said on Monday that Ms Brown had said on Sunday that it would end. ",
    "ends of leases": "A lease of six months began on {day} May {year}. ",
    "other days": "Anna Smith met Boris Brown in Rome on {day} May {year}. ",
    "months": "Anna Smith met Boris Brown in Rome in May {year}. ",
    "extensions": "The treaty was extended until {day} May {year}. ",
    "entries of a list": "- {day} May {year}: the council met\n",
    "headings": "Treaty signed on {day} May {year}\n\n",
    "wrong weekdays": "The council met on Monday, {day} May {year}. ",
    "treaties": "The Abc{letter} Treaty expires on {day} May {year}. ",
}


def text_of(unit: str, length: int) -> str:
    """Repeat a sentence with other days and years, to about a length."""
    found, size = list[str](), 0
    while size < length:
        number = len(found)
        day, year, letter = number % 28 + 1, 1950 + number // 28 % 90, chr(97 + number % 26)
        found.append(unit.format(day=day, year=year, letter=letter))
        size += len(found[-1])
    return "".join(found)


def calls(text: str) -> int:
    """Return how many function calls (Python's and C's) it takes to read a text and build its timeline."""
    count = 0

    def note(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    document = Document("text", text, creation_time("2019-12-11"))
    sys.setprofile(note)
    try:
        build([extract(document)])
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("unit", ONE_SENTENCE.values(), ids=ONE_SENTENCE.keys())
def test_one_endless_sentence_costs_no_more_than_its_length(unit):
    small = "On Monday " + unit * (SMALL // len(unit))
    large = "On Monday " + unit * (GROWTH * SMALL // len(unit))
    calls(small)  # whatever is made once is made now
    assert calls(large) <= calls(small) * GROWTH * 1.25 + 2_000


@pytest.mark.parametrize("unit", SENTENCES.values(), ids=SENTENCES.keys())
def test_a_document_of_many_events_costs_no_more_than_its_length(unit):
    small = text_of(unit, SMALL)
    calls(small)
    assert calls(text_of(unit, GROWTH * SMALL)) <= calls(small) * GROWTH * 1.25 + 2_000
