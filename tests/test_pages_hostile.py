"""Documents, titles and names are hostile: they come out as text on every page."""

from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from flask.testing import FlaskClient

from chronology.model import Document, Event, Evidence, Finding, Severity, Span, Status
from tests import pages_chronicle, support
from tests.markup import page

HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>&amp;{{ 7*7 }}</p></main>"
HOSTILE_TEXT = f"{HOSTILE} The pact expires in February 2021. {HOSTILE}"


def hostile_events(document: Document) -> Sequence[Event]:
    """An event in which everything that comes from outside is markup."""
    start = HOSTILE_TEXT.index("The pact")
    told = Evidence(
        document_id="wire",
        start=0,
        end=len(HOSTILE_TEXT),
        quote=HOSTILE_TEXT,
        trigger=Span(start + 9, start + 16),
        trigger_text="expires",
        timex=pages_chronicle.expression(document.text, "February 2021", "2021-02", unresolved=HOSTILE),
        why=HOSTILE,
    )
    names: dict[str, Any] = dict.fromkeys(
        ("participants", "places", "instruments", "merge_reasons"), (HOSTILE,)
    )
    return (
        support.event(
            1, HOSTILE, evidence=(told,), kind=HOSTILE, why_date=HOSTILE, status=Status.ALLEGED, **names
        ),
    )


@pytest.fixture(scope="module")
def hostile_client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    document = support.document(
        text=HOSTILE_TEXT, title=HOSTILE, publisher=HOSTILE, url="javascript:alert(3)"
    )
    finding = Finding(HOSTILE, Severity.ERROR, HOSTILE, ("event1",), ("wire",))
    folder = tmp_path_factory.mktemp("hostile")
    with pages_chronicle.site(folder, hostile_events(document), (document,), (finding,)) as app:
        yield app.test_client()


PAGES = (
    "/",
    "event",
    "/documents",
    "/documents/wire",
    "/deadlines",
    "/findings",
    "/instruments",
    "/subscribe",
)


@pytest.mark.parametrize("address", PAGES)
def test_hostile_text_stays_text(hostile_client: FlaskClient, address):
    if address == "event":
        links = [link.attributes["href"] for link in page(hostile_client, "/").all("a")]
        address = next(link for link in links if link.startswith("/events/"))
    shown = page(hostile_client, address)
    assert not shown.all("script")
    assert not shown.all("img")
    assert not [link for link in shown.all("a") if link.attributes["href"].startswith("javascript")]
    assert "<script>alert(1)</script>" in shown.text
    assert "{{ 7*7 }}" in shown.text
