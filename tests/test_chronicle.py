"""The front door: what is added is answered, filtered, seen as of a day, and safe to add again."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from pathlib import Path

import pytest

from chronology import pipeline
from chronology.chronicle import Chronicle, building
from chronology.model import Document, Event, NotFoundError, Query
from chronology.store import Extraction
from tests.values import NOON, document

FIRST = (
    "The leaders of Ruritania and Borduria met in Vienna on 10 December 2019. "
    "The Vienna Pact expires in February 2021.\n"
)
SECOND = (
    "Ruritania and Borduria agreed in Geneva on 3 March 2020 to hold talks. "
    "The ministers will meet in Paris on 5 May 2020.\n"
)


EVERYTHING = Query()


@pytest.fixture
def chronicle(tmp_path: Path) -> Iterator[Chronicle]:
    with Chronicle.open(str(tmp_path / "a.db")) as opened:
        opened.add([document("first", FIRST), document("second", SECOND, "2020-03-04")], now=NOON)
        yield opened


def every(chronicle: Chronicle, query: Query = EVERYTHING) -> list[Event]:
    found = chronicle.timeline(query)
    return [*found.events, *found.undated]


def test_a_build_says_what_it_did(tmp_path: Path) -> None:
    with Chronicle.open(str(tmp_path / "a.db")) as chronicle:
        seen: list[tuple[str, int, int]] = []
        report = chronicle.add(
            [document("a", FIRST), document("b", SECOND)], now=NOON, progress=lambda *call: seen.append(call)
        )
        assert report.added == ("a", "b")
        assert seen == [("a", 0, 2), ("b", 1, 2), ("", 2, 2)]
        assert report.revision == chronicle.revision()
        again = chronicle.add([document("a", FIRST), document("b", SECOND + " More.")], now=NOON)
        assert (again.added, again.updated, again.unchanged) == ((), ("b",), ("a",))


def test_adding_the_same_again_changes_nothing(chronicle: Chronicle) -> None:
    before = (chronicle.revision(), every(chronicle), chronicle.revisions())
    report = chronicle.add([document("first", FIRST)], now=NOON + timedelta(days=1))
    assert report.unchanged == ("first",)
    assert (chronicle.revision(), every(chronicle), chronicle.revisions()) == before


def test_the_order_of_documents_makes_no_difference(tmp_path: Path, chronicle: Chronicle) -> None:
    with Chronicle.open(str(tmp_path / "b.db")) as other:
        other.add([document("second", SECOND, "2020-03-04")], now=NOON)
        other.add([document("first", FIRST)], now=NOON)
        assert [item.title for item in every(other)] == [item.title for item in every(chronicle)]


def test_an_edited_document_keeps_the_ids_of_its_events(chronicle: Chronicle) -> None:
    before = {item.title: item.id for item in every(chronicle)}
    chronicle.add([document("first", "A word before it all. " + FIRST)], now=NOON)
    after = {item.title: item.id for item in every(chronicle)}
    assert {title: after.get(title) for title in before} == before


def test_another_process_sees_the_new_revision(tmp_path: Path, chronicle: Chronicle) -> None:
    number = chronicle.revision().number
    with Chronicle.open(str(tmp_path / "a.db")) as writer:
        writer.add([document("third", FIRST.replace("10", "12"))], now=NOON)
    assert chronicle.revision().number == number + 1
    assert "third" in {item.id for item in chronicle.documents()}


def test_documents_with_their_expressions_and_events(chronicle: Chronicle) -> None:
    assert [item.id for item in chronicle.documents()] == ["first", "second"]
    assert chronicle.document("first").text == FIRST
    assert [item.text for item in chronicle.timexes("first")] == ["10 December 2019", "February 2021"]
    events = chronicle.events_of("first")
    assert events
    starts = [min(piece.trigger.start for piece in item.evidence) for item in events]
    assert starts == sorted(starts)


def test_what_is_not_there(chronicle: Chronicle) -> None:
    for ask in (chronicle.document, chronicle.timexes, chronicle.events_of, chronicle.event):
        with pytest.raises(NotFoundError, match="nothing"):
            ask("nothing")


def test_a_withdrawn_event_is_said_to_be_so(chronicle: Chronicle) -> None:
    name = chronicle.events_of("second")[0].id
    assert chronicle.event(name).id == name
    chronicle.add([document("second", "Nothing happened.", "2020-03-04")], now=NOON)
    with pytest.raises(NotFoundError, match="withdrawn"):
        chronicle.event(name)
    assert name in {item.id for item in chronicle.withdrawn()}
    assert name in {item.id for item in chronicle.withdrawn(NOON)}
    assert not chronicle.withdrawn(NOON + timedelta(days=1))
    assert chronicle.revisions([name])[name].withdrawn == NOON


def test_filters(chronicle: Chronicle) -> None:
    everything = every(chronicle)

    def ids(**filters: object) -> set[str]:
        return {item.id for item in every(chronicle, Query(**filters))}  # type: ignore[arg-type]

    assert ids() == {item.id for item in everything}
    assert ids(documents=("first",)) == {item.id for item in chronicle.events_of("first")}
    assert ids(start=date(2021, 2, 28), end=date(2021, 3, 31)) == {
        item.id for item in everything if item.date and item.date.edtf == "2021-02"
    }
    assert ids(start=date(2030, 1, 1)) == set()
    assert ids(text="pact EXPIR") == {
        item.id for item in everything if any("expires" in piece.quote for piece in item.evidence)
    }
    assert ids(text="nosuchword") == set()
    assert ids(deadlines_only=True) == {item.id for item in everything if item.deadline}
    actor = next(name for item in everything for name in item.participants)
    assert ids(actors=(actor.upper(),)) == {item.id for item in everything if actor in item.participants}
    assert ids(actors=("nobody",)) == set()
    kinds = {item.kind for item in everything}
    assert ids(kinds=tuple(kinds)) == ids()
    assert ids(kinds=("meeting",), documents=("second",)) <= ids(kinds=("meeting",)) & ids(
        documents=("second",)
    )


def test_pages_of_the_answer(chronicle: Chronicle) -> None:
    everything = every(chronicle)
    pages = [every(chronicle, Query(limit=1, offset=number)) for number in range(len(everything) + 1)]
    assert [item for page in pages for item in page] == everything
    assert chronicle.timeline(Query(limit=1)).total == len(everything)


def test_facets_count_the_answers(chronicle: Chronicle) -> None:
    facets = chronicle.facets(Query())
    assert set(facets) == {"actor", "place", "kind", "instrument", "status", "document"}
    for name, count in facets["document"].items():
        assert count == chronicle.timeline(Query(documents=(name,))).total
    counts = list(facets["kind"].values())
    assert counts == sorted(counts, reverse=True)
    narrowed = chronicle.facets(Query(documents=("first",)))
    assert narrowed["document"] == facets["document"]  # a further document may be chosen beside it
    assert sum(narrowed["status"].values()) == len(chronicle.events_of("first"))


def test_as_of_a_day_later_documents_are_unheard(chronicle: Chronicle) -> None:
    def titles(day: date | None) -> set[str]:
        return {item.title for item in every(chronicle, Query(as_of=day))}

    assert titles(date(2019, 12, 10)) == set()
    assert titles(date(2020, 3, 3)) == {item.title for item in chronicle.events_of("first")}
    assert titles(date(2020, 3, 4)) == titles(None)
    known = {item.id for item in every(chronicle)}
    assert {item.id for item in every(chronicle, Query(as_of=date(2020, 3, 3)))} <= known


def test_deadlines_as_of_a_day(chronicle: Chronicle) -> None:
    (found,) = chronicle.deadlines(Query(), as_of=date(2020, 3, 3), until=date(2021, 9, 3))
    assert found.due.edtf == "2021-02"
    assert (found.days_min, found.days_max) == (335, 362)
    assert chronicle.deadlines(Query(), as_of=date(2019, 1, 1)) == ()
    (passed,) = chronicle.deadlines(Query(), as_of=date(2021, 3, 1))
    assert passed.state == "passed"


def test_the_most_important_days(chronicle: Chronicle) -> None:
    found = chronicle.dates(Query(), limit=2)
    assert 0 < len(found) <= 2
    assert found[0].score >= found[-1].score
    assert chronicle.dates(Query(as_of=date(2019, 1, 1)), limit=2) == ()


def test_an_explanation_needs_no_store() -> None:
    (found,) = Chronicle.explain("It was signed last May.", "2019-12-11")
    assert found.value == "2019-05"
    assert found.because


def seen(chronicle: Chronicle) -> tuple[object, ...]:
    first = (chronicle.document("first"), chronicle.timexes("first"), chronicle.events_of("first"))
    return (chronicle.revision(), every(chronicle), chronicle.facets(), *first)


def test_a_pinned_reader_sees_one_revision_whole(chronicle: Chronicle) -> None:
    pinned = chronicle.pinned()
    before = seen(pinned)
    chronicle.add([document("first", "Nothing happened.")], now=NOON + timedelta(days=1))
    assert seen(pinned) == before
    assert every(pinned, Query(as_of=date(2020, 1, 1)))
    assert chronicle.document("first").text == "Nothing happened."


def test_two_builds_at_once_lose_nothing(tmp_path: Path) -> None:
    names = [f"d{number}" for number in range(12)]

    def build(mine: list[str]) -> None:
        with Chronicle.open(str(tmp_path / "a.db"), patience=60) as opened:
            for name in mine:
                opened.add([document(name, FIRST)], now=NOON)

    with ThreadPoolExecutor(3) as pool:
        list(pool.map(build, (names[0:4], names[4:8], names[8:12])))
    with Chronicle.open(str(tmp_path / "a.db")) as opened:
        assert {item.id for item in opened.documents()} == set(names)
        assert opened.revision().number == len(names)
        assert {name for item in every(opened) for name in item.documents} == set(names)


def test_a_document_on_which_a_stage_fails_costs_no_other(
    chronicle: Chronicle, monkeypatch: pytest.MonkeyPatch
) -> None:
    extract = pipeline.extract

    def fragile(text: Document) -> Extraction:
        if "broken" in text.text:
            raise RecursionError("too deep")
        return extract(text)

    monkeypatch.setattr(pipeline, "extract", fragile)
    report = chronicle.add(
        [document("first", "A broken one."), document("second", "A broken one."), document("third", FIRST)],
        now=NOON,
    )
    assert report.added == ("third",)
    assert [problem.where for problem in report.problems] == ["first", "second"]
    assert "RecursionError: too deep" in str(report.problems[0])
    assert chronicle.document("first").text == FIRST


def test_what_is_no_longer_there_is_taken_out_when_asked(tmp_path: Path) -> None:
    folder = tmp_path / "docs"
    folder.mkdir()
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text(f"3 March 2021\n\n{FIRST}")
    with Chronicle.open(str(tmp_path / "a.db")) as chronicle:
        chronicle.add([folder, document("kept", FIRST)], now=NOON)
        (folder / "b.txt").unlink()
        assert chronicle.add([folder], now=NOON).removed == ()
        (folder / "a.txt").write_bytes(b"\xff")
        unread = chronicle.add([folder], now=NOON, prune=True)
        assert unread.removed == ()
        assert any("nothing was taken out" in warning for warning in unread.warnings)
        (folder / "a.txt").write_text(f"3 March 2021\n\n{FIRST}")
        assert chronicle.add([folder], now=NOON, prune=True).removed == ("b.txt",)
        assert {item.id for item in chronicle.documents()} == {"a.txt", "kept"}


def test_several_processes_give_the_same_chronicle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [document(f"d{number}", FIRST.replace("10", str(number + 10))) for number in range(4)]
    monkeypatch.setattr(building, "MANY", 2)
    answers = []
    for jobs in (1, 2):
        with Chronicle.open(str(tmp_path / f"{jobs}.db")) as chronicle:
            chronicle.add(texts, now=NOON, jobs=jobs)
            answers.append((every(chronicle), [chronicle.timexes(item.id) for item in texts]))
    assert answers[0] == answers[1]
