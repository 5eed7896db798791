"""What the store keeps, it gives back; a reader never sees half a change; an event keeps its id."""

import os
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from time import monotonic
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from hypothesis import given, settings
from hypothesis import strategies as st

from chronology.model import (
    Document,
    Event,
    Finding,
    NotFoundError,
    Severity,
    Status,
    StoreError,
    Timeline,
    Timex,
)
from chronology.store import Extraction, Store, codec, keep_ids, tables
from chronology.store.engine import MIGRATIONS, open_engine
from tests.values import NOON, document, event, evidence, timex

LATER = NOON + timedelta(days=1)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(str(tmp_path / "a.db")) as opened:
        yield opened


def line(*events: Event, findings: Sequence[Finding] = ()) -> Timeline:
    dated = tuple(item for item in events if item.is_dated)
    undated = tuple(item for item in events if not item.is_dated)
    return Timeline(dated, undated, tuple(findings), len(events))


def save(store: Store, timeline: Timeline, **options: Any) -> None:
    extraction = Extraction(document(), (timex(),), (event(),))
    settled: dict[str, Any] = {"now": NOON, "version": "1"} | options
    store.save([extraction], lambda _: timeline, **settled)


def test_an_empty_store_is_at_revision_nought(store: Store) -> None:
    assert store.revision().number == 0
    assert store.snapshot().timeline == Timeline(())


def test_what_is_saved_comes_back_equal(store: Store) -> None:
    undated = event(
        "e2", None, title="A successor is signed", evidence=(evidence(trigger=40, word="signed"),)
    )
    finding = Finding("weekday", Severity.ERROR, "10 December 2019 was a Tuesday", ("e1",), ("wire",))
    save(store, line(event(), undated, findings=[finding]))
    found = store.snapshot()
    assert found.documents == (document(),)
    assert len(found.timeline.events) == len(found.timeline.undated) == 1
    assert replace(found.timeline.events[0], id="e1") == event()
    assert found.timeline.findings == (replace(finding, events=(found.timeline.events[0].id,)),)
    assert store.extraction("wire") == Extraction(document(), (timex(),), (event(),))
    assert store.revision().number == 1
    assert store.revision().at == NOON


def test_an_unknown_document_is_not_found(store: Store) -> None:
    with pytest.raises(NotFoundError, match="nothing"):
        store.extraction("nothing")


def test_a_failed_build_changes_nothing(store: Store) -> None:
    save(store, line(event()))
    before = store.snapshot()

    def broken(_: Sequence[Extraction]) -> Timeline:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        store.save([Extraction(document("other"))], broken, now=LATER, version="1")
    assert store.snapshot() == before


def test_a_reader_sees_the_old_chronicle_until_the_new_one_is_whole(store: Store) -> None:
    save(store, line(event()))
    seen: list[int] = []

    def build(extractions: Sequence[Extraction]) -> Timeline:
        seen.extend((len(extractions), len(store.snapshot().documents), store.revision().number))
        return line(event())

    store.save([Extraction(document("other"))], build, now=LATER, version="1")
    assert seen == [2, 1, 1]
    assert len(store.snapshot().documents) == 2


def test_dates_and_status_raise_the_sequence_other_changes_do_not(store: Store) -> None:
    def revised() -> tuple[int, bool]:
        (item,) = store.snapshot().revisions.values()
        assert item.created == NOON
        return item.sequence, item.modified == LATER

    save(store, line(event()))
    assert revised() == (0, False)
    save(store, line(replace(event(), importance=3.0)), now=LATER)
    assert revised() == (0, False)
    save(store, line(event(title="New START ends")), now=LATER)
    assert revised() == (0, True)
    save(store, line(event(when="2026-02")), now=LATER)
    assert revised() == (1, True)
    save(store, line(event(when="2026-02", status=Status.OCCURRED)), now=LATER)
    assert revised() == (2, True)


def test_an_event_that_is_no_longer_told_is_remembered_and_may_return(store: Store) -> None:
    save(store, line(event()))
    (name,) = store.snapshot().revisions
    save(store, line(), now=LATER)
    found = store.snapshot()
    assert found.timeline.total == 0
    assert [item.id for item in found.withdrawn] == [name]
    assert found.revisions[name].withdrawn == LATER
    assert found.revisions[name].sequence == 1
    save(store, line(event()), now=LATER)
    assert [item.id for item in store.snapshot().timeline.events] == [name]
    assert store.snapshot().revisions[name].sequence == 2


def test_documents_can_be_taken_out(store: Store) -> None:
    save(store, line(event()))
    store.save([], lambda _: line(), now=LATER, version="1", gone=["wire"])
    assert store.snapshot().documents == ()


@pytest.mark.parametrize(
    ("told", "keeps"),
    [
        pytest.param(event("x"), True, id="the same telling"),
        pytest.param(event("x", evidence=(evidence(trigger=90),)), True, id="moved by an edit above it"),
        pytest.param(
            event("x", evidence=(evidence(quote="It expires in 2026."),)), True, id="sentence edited"
        ),
        pytest.param(
            event("x", evidence=(evidence("b"), evidence())), True, id="told by another document too"
        ),
        pytest.param(event("x", evidence=(evidence("b"),)), False, id="told by another document only"),
        pytest.param(
            event(
                "x", title="Envoys meet", evidence=(evidence(trigger=40, quote="Envoys met.", word="met"),)
            ),
            False,
            id="another happening",
        ),
    ],
)
def test_an_event_keeps_its_id_while_it_shares_evidence(told: Event, keeps: bool) -> None:
    kept = keep_ids(line(told), [event("e1")]).events[0].id
    assert (kept == "e1") is keeps
    assert kept.isascii()
    assert kept.isalnum()


def test_references_follow_the_ids() -> None:
    part = event(
        "b", title="A part", part_of="a", evidence=(evidence(trigger=50, quote="Part.", word="part"),)
    )
    finding = Finding("x", Severity.INFO, "y", ("a", "b"))
    found = keep_ids(line(event("a"), part, findings=[finding]), [event("kept")])
    assert found.events[0].id == "kept"
    assert found.events[1].part_of == "kept"
    assert found.findings[0].events == ("kept", found.events[1].id)


def test_two_new_events_never_share_an_id() -> None:
    found = keep_ids(line(event("a"), event("b")), [])
    assert len({item.id for item in found.events}) == 2


def test_the_store_that_another_process_holds(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with Store.open(str(path), patience=0.1) as store:
        save(store, line(event()))
        holder = sqlite3.connect(path)
        holder.execute("BEGIN IMMEDIATE")
        try:
            with pytest.raises(StoreError, match="another process holds the store") as error:
                save(store, line(), now=LATER)
        finally:
            holder.close()
        assert str(path) in str(error.value)
        assert store.snapshot().timeline.total == 1


def test_a_file_that_another_process_holds_before_it_is_a_store(tmp_path: Path) -> None:
    holder = sqlite3.connect(tmp_path / "a.db", isolation_level=None)
    holder.execute("CREATE TABLE x (y)")
    holder.execute("BEGIN EXCLUSIVE")
    start = monotonic()
    try:
        with pytest.raises(StoreError, match="another process holds the store"):
            Store.open(str(tmp_path / "a.db"), patience=0.2)
    finally:
        holder.close()
    assert monotonic() - start < 5


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("missing/a.db", "cannot be used"),
        ("http://example.org/", "neither a path nor a database URL"),
        ("nonsense://", "neither a path nor a database URL"),
        ("text.db", "is not a Chronology store"),
        ("", "cannot be used"),
    ],
)
def test_a_store_that_cannot_be_opened(tmp_path: Path, name: str, says: str) -> None:
    (tmp_path / "text.db").write_text("This is no database. " * 100)
    where = name if ":" in name else str(tmp_path / name) if name else str(tmp_path)
    with pytest.raises(StoreError, match=says) as error:
        Store.open(where)
    assert "\n" not in str(error.value)


def test_a_store_that_must_exist(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="chronology build"):
        Store.open(str(tmp_path / "a.db"), must_exist=True)
    assert not list(tmp_path.iterdir())


def test_another_program_s_database_is_left_alone(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "a.db") as connection:
        connection.execute("CREATE TABLE notes (text)")
    connection.close()
    with pytest.raises(StoreError, match="another program"):
        Store.open(str(tmp_path / "a.db"))
    with sqlite3.connect(tmp_path / "a.db") as connection:
        assert [row[0] for row in connection.execute("SELECT name FROM sqlite_master")] == ["notes"]
    connection.close()


def test_a_store_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    Store.open(str(path)).close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    with pytest.raises(StoreError, match="newer Chronology"):
        Store.open(str(path))


def test_the_migrations_make_the_tables(tmp_path: Path) -> None:
    engine = open_engine(str(tmp_path / "a.db"))
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), tables.metadata) == []
    engine.dispose()
    assert ScriptDirectory(str(MIGRATIONS)).get_current_head() == tables.HEAD


def test_a_store_in_memory() -> None:
    with Store.open("sqlite://") as store:
        save(store, line(event()))
        assert store.snapshot().timeline.total == 1


@pytest.mark.skipif("CHRONOLOGY_POSTGRESQL" not in os.environ, reason="CHRONOLOGY_POSTGRESQL names no server")
def test_a_store_on_a_server() -> None:
    with Store.open(os.environ["CHRONOLOGY_POSTGRESQL"]) as store:
        number = store.revision().number
        save(store, line(event()))
        assert store.snapshot().timeline.total == 1
        assert store.extraction("wire") == Extraction(document(), (timex(),), (event(),))
        assert store.revision().number == number + 1


@pytest.mark.parametrize("url", ["postgresql://user:secret@127.0.0.1:1/none", "sqlite:////nowhere/at/all.db"])
def test_an_error_names_the_server_but_no_password(url: str) -> None:
    with pytest.raises(StoreError) as error:
        Store.open(url)
    assert "secret" not in str(error.value)


TEXTS = st.text(max_size=20)


@settings(max_examples=100, deadline=None)
@given(TEXTS, TEXTS, st.sampled_from(["2019-12-11", "2019-12", "2019~", "[..2018-06]", "2016-10/2017-01"]))
def test_every_value_comes_back_equal(text: str, name: str, when: str) -> None:
    made = document(name, text)
    assert codec.loads(Document, codec.dumps(made)) == made
    told = event(name, when, title=text, participants=(text, name), evidence=(evidence(name, quote=text),))
    assert codec.loads_all(Event, codec.dumps((told, told))) == (told, told)
    assert codec.loads(Timex, codec.dumps(timex(text, 3))) == timex(text, 3)
    codec.dumps(told).encode()


def test_lone_surrogates_are_kept() -> None:
    made = document(text="a\ud800b\x00c")
    assert codec.loads(Document, codec.dumps(made)) == made
    codec.dumps(made).encode()
