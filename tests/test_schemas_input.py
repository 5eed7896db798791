"""What users write: filters and manifests, and the one line that each mistake gets."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronology.model import ManifestError, Query, QueryError
from chronology.schemas import read_query
from chronology.schemas.manifest import ManifestEntry, read_entry, read_tables

D = date.fromisoformat


@pytest.mark.parametrize(
    ("parameters", "query"),
    [
        ({}, Query()),
        ({"from": "2019-12-11"}, Query(start=D("2019-12-11"))),
        ({"from": "2019-12", "to": "2021"}, Query(start=D("2019-12-01"), end=D("2021-12-31"))),
        ({"from": "2020-02", "to": "2020-02"}, Query(start=D("2020-02-01"), end=D("2020-02-29"))),
        ({"as_of": "2019-12-11"}, Query(as_of=D("2019-12-11"))),
        ({"as_of": "2019-12"}, Query(as_of=D("2019-12-31"))),
        ({"actor": "Russia"}, Query(actors=("Russia",))),
        ({"actor": ["Russia", "United States"]}, Query(actors=("Russia", "United States"))),
        ({"kind": ["meeting"], "place": ("Paris",)}, Query(kinds=("meeting",), places=("Paris",))),
        ({"kind": "deadline"}, Query(deadlines_only=True)),
        ({"kind": ["deadline", "expiry"]}, Query(kinds=("expiry",), deadlines_only=True)),
        ({"instrument": "New START", "document": "d1"}, Query(instruments=("New START",), documents=("d1",))),
        ({"status": ["scheduled", "expected"]}, Query(statuses=("scheduled", "expected"))),
        ({"q": "summit in Paris"}, Query(text="summit in Paris")),
        ({"limit": "10", "offset": "20"}, Query(limit=10, offset=20)),
        ({"limit": 10}, Query(limit=10)),
        ({"from": "", "actor": [], "q": None}, Query()),
    ],
)
def test_parameters_become_a_query(parameters, query):
    assert read_query(parameters) == query


@pytest.mark.parametrize(
    ("parameters", "named"),
    [
        ({"form": "2019"}, ["parameter form", "no such parameter", "from, to, as_of"]),
        ({"from": "yesterday"}, ["parameter from", "found 'yesterday'", "2019-12-11, 2019-12 or 2019"]),
        ({"from": "2019-02-30"}, ["parameter from", "'2019-02-30'", "no day 2019-02-30"]),
        ({"to": "2019/2020"}, ["parameter to", "found '2019/2020'", "expected a day, month or year"]),
        ({"as_of": "-0300"}, ["parameter as_of", "found '-0300'"]),
        ({"from": "2020", "to": "2019"}, ["parameter to", "found 2019-12-31", "before `from` 2020-01-01"]),
        ({"from": ["2019", "2020"]}, ["parameter from", "expected a day"]),
        ({"status": "maybe"}, ["parameter status", "found 'maybe'", "expected one of occurred, ongoing"]),
        ({"limit": "many"}, ["parameter limit", "found 'many'", "expected a whole number"]),
        ({"limit": "0"}, ["parameter limit", "found 0", "from 1 to"]),
        ({"limit": "1e9"}, ["parameter limit", "found '1e9'"]),
        ({"offset": "-1"}, ["parameter offset", "found -1"]),
        ({"q": "x" * 10_000}, ["parameter q", "at most 500 characters"]),
        ({"actor": "x" * 10_000}, ["parameter actor", "1 to 500 characters"]),
        ({"actor": ["x"] * 1000}, ["parameter actor", "at most 100 values"]),
        ({"from": "x" * 10_000}, ["parameter from", "…"]),
        ({"limit": "9" * 5000}, ["parameter limit"]),
        ({"from": "x", "limit": "y"}, ["parameter from", "parameter limit"]),
    ],
)
def test_a_wrong_parameter_is_named_with_what_was_found_and_expected(parameters, named):
    with pytest.raises(QueryError) as refused:
        read_query(parameters)
    message = str(refused.value)
    assert all(part in message for part in named), message
    assert "\n" not in message
    assert len(message) < 500


@settings(max_examples=300, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(["from", "to", "as_of", "actor", "kind", "status", "q", "limit", "offset", "?"]),
        st.text(max_size=20) | st.lists(st.text(max_size=10), max_size=3) | st.integers(),
        max_size=4,
    )
)
def test_any_parameters_are_read_or_refused(parameters):
    try:
        found = read_query(parameters)
    except QueryError:
        return
    assert isinstance(found, Query)


MANIFEST = """
[[document]]
file = "one.txt"
id = "first"
title = "One"
publisher = "Wire"
url = "https://example.org/one"
published = "2019-12"
published_basis = "the collection it came with"

[[document]]
file = "two.txt"
"""


def entries(text: str) -> list[ManifestEntry]:
    where = "docs/sources.toml"
    tables = enumerate(read_tables(text, where), start=1)
    return [read_entry(table, f"{where}: document {number}") for number, table in tables]


def test_a_manifest_is_read():
    one, two = entries(MANIFEST)

    assert (one.id, two.id) == ("first", "")
    assert (one.file, one.title, one.publisher, one.url) == (
        "one.txt",
        "One",
        "Wire",
        "https://example.org/one",
    )
    assert one.published is not None
    assert one.published.period.edtf == "2019-12"
    assert one.published.why == "the collection it came with"
    assert two.published is None


def test_an_empty_manifest_lists_nothing():
    assert entries("") == []


@pytest.mark.parametrize("published", ['"2019-12-11"', '"2019-12"', '"2019"', "2019-12-11", "2019"])
def test_published_is_a_day_a_month_or_a_year(published):
    (entry,) = entries(f'[[document]]\nfile = "a"\npublished = {published}')

    assert entry.published is not None
    assert entry.published.period.edtf == published.strip('"')


@pytest.mark.parametrize(
    ("manifest", "named"),
    [
        (
            '[[document]]\nfile="a"\npublished="2019-13"',
            ["document 1", "published is '2019-13'", "2019-12 or 2019"],
        ),
        ('[[document]]\nfile="a"\npublished="2019/2020"', ["document 1", "published is '2019/2020'"]),
        ('[[document]]\nfile="a"\npublished="199X"', ["published is '199X'"]),
        ('[[document]]\nfile="a"\npublished="11 December 2019"', ["published is '11 December 2019'"]),
        ('[[document]]\nfile="a"\npublished=true', ["published is True"]),
        (
            '[[document]]\nfile="a"\npublised="2019"',
            ["document 1", "unknown key 'publised'", "published_basis"],
        ),
        (
            '[[document]]\nfile="a"\n[[document]]\nfile="b"\ntitle=3',
            ["document 2", "title is 3", "text in quotes"],
        ),
        ('[[document]]\ntitle="a"', ["document 1", "no file", "name of a file"]),
        ('[[document]]\nfile=""', ["document 1", "file is ''"]),
        ('[[document]]\nfile="../a"', ["file is '../a'", "beside the manifest"]),
        ('[[document]]\nfile="/etc/passwd"', ["file is '/etc/passwd'"]),
        ('[[documents]]\nfile="a"', ["unknown key 'documents'", "[[document]]"]),
        ("document=3", ["document is 3", "[[document]] tables"]),
        ("document=[3]", ["document 1", "found 3", "a table"]),
        ("[[document", ["not TOML", "at end of document"]),
    ],
)
def test_a_wrong_manifest_names_the_file_the_entry_the_key_and_what_was_expected(manifest, named):
    with pytest.raises(ManifestError) as refused:
        entries(manifest)
    message = str(refused.value)
    assert message.startswith("docs/sources.toml: ")
    assert all(part in message for part in named), message
    assert "\n" not in message
