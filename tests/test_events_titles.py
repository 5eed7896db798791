"""Titles: subject, predicate and object as a person would write them, and never the opposite."""

import tomllib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronology import tagging
from chronology.documents.creation_time import given as day
from chronology.events.extractor import extract
from chronology.events.salience import SHOWN
from chronology.model import Document
from tests.expected import CORPUS

PUBLISHED = "2020-01-15"
NO_START = """he she it they we i you him her them his its their this that these those who which
of in on at by for with from into to under over since until during"""
NO_END = "a an the of and or with for at by to than that"


def shown(text: str, published: str = PUBLISHED, *, deadlines: bool = True) -> list[str]:
    document = Document("a", text, day(published) if published else None)
    events = extract(document, tagging.tag(text, document.published))
    wanted = (event for event in events if deadlines or event.deadline is None)
    return [event.title for event in wanted if event.salience >= SHOWN]


CASES = tomllib.loads((CORPUS / "events_titles.toml").read_text("utf-8"))["title"]


@pytest.mark.parametrize("case", CASES, ids=[case["wanted"] for case in CASES])
def test_a_title_reads_as_a_person_would_write_it(case: dict[str, str]) -> None:
    assert case["wanted"] in shown(case["text"])


@pytest.mark.parametrize(
    "text",
    [
        "Had the vote taken place in May, the party would have won.",
        "Nobody claimed the attack on Monday.",
        "Last modified June 18, 2019",
        "A car bomb under construction on Monday was seized.",
    ],
)
def test_what_did_not_happen_has_no_title(text: str) -> None:
    assert not any(title.startswith(("Nobody", "Last", "Construction", "Vote")) for title in shown(text))


def faults(title: str) -> list[str]:
    """What no title may be, whatever the text."""
    words = title.split()
    checks = {
        "one word": len(words) < 2,
        "begins with a pronoun or preposition": words[0].casefold() in NO_START.split(),
        "breaks off": words[-1].casefold() in NO_END.split(),
        "small letter at the head": title[0].islower(),
        "space before a mark": any(mark in title for mark in (" ,", " .", " '", " \u2019", "  ")),
        "says a phrase twice": any(
            words[at : at + size] == words[at + size : at + 2 * size]
            for size in range(2, len(words) // 2 + 1)
            for at in range(len(words) - 2 * size + 1)
        ),
    }
    return [what for what, holds in checks.items() if holds]


ARTICLES = [
    (path.stem, table)
    for path in sorted((CORPUS / "articles").glob("*.toml"))
    for table in [tomllib.loads(path.read_text("utf-8"))]
]


@pytest.mark.parametrize(("name", "article"), ARTICLES, ids=[name for name, _ in ARTICLES])
def test_no_title_of_an_article_is_broken(name: str, article: dict[str, str]) -> None:
    assert name
    titles = shown(article["text"], article["published"], deadlines=False)
    assert [(title, faults(title)) for title in titles if faults(title)] == []


SEVERAL = [
    "The Koreas",
    "Kenya and Chad",
    "The ministers",
    "Leaders of both states",
    "Two firms",
    "The Danes",
    "Police",
]
WHO = st.sampled_from(["Kenya", "The minister", "Ada Novak", "The High Court", "The Netherlands", *SEVERAL])
DEEDS = {
    "signed the accord": ("signs the accord", "sign the accord"),
    "met the envoy": ("meets the envoy", "meet the envoy"),
    "called off the parade": ("calls off the parade", "call off the parade"),
    "gave the refugees land": ("gives the refugees land", "give the refugees land"),
    "voted against the plan": ("votes against the plan", "vote against the plan"),
    "did not sign the accord": ("does not sign the accord", "do not sign the accord"),
    "refused to sign the accord": ("refuses to sign the accord", "refuse to sign the accord"),
    "stopped buying grain": ("stops buying grain", "stop buying grain"),
    "failed to reach a deal": ("fails to reach a deal", "fail to reach a deal"),
    "threatened to leave the bloc": ("threatens to leave the bloc", "threaten to leave the bloc"),
    "withdrew from the pact": ("withdraws from the pact", "withdraw from the pact"),
}  # fmt: skip
TIMES = st.sampled_from(["on Monday", "in May 2018", "on 3 June 2017", "in 2011", "last week"])


@given(WHO, st.sampled_from(sorted(DEEDS)), TIMES)
@settings(max_examples=120, deadline=None)
def test_subject_and_verb_agree_and_nothing_is_turned_round(who: str, deed: str, time: str) -> None:
    titles = shown(f"{who} {deed} {time}.")
    single, several = DEEDS[deed]
    many = who in SEVERAL
    assert all(not faults(title) for title in titles)
    assert all(
        title.endswith(several if many else single)
        for title in titles
        if deed.split(maxsplit=1)[0] != "promised"
    )


PIECES = """Kenya Chad the a treaty accord signed ratified it on Monday in May 2019 , . who which that and or
Mr. Novak he she they him them minister was been will not to refused stopped under pressure with of from until
since said denied met named found gave home over off its their Danes police talks election"""


@given(st.lists(st.sampled_from(PIECES.split()), max_size=40).map(" ".join))
@settings(max_examples=150, deadline=None)
def test_no_words_give_a_broken_title(text: str) -> None:
    assert [
        title
        for title in shown(text)
        if {"one word", "begins with a pronoun or preposition"} & set(faults(title))
    ] == []
