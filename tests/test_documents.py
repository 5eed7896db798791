"""Each kind of file gives its text, its title and its date; a folder gives them with its manifest."""

import json
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import docx
import pytest

from chronology.documents import Notice, read, read_sources
from chronology.documents.readers import READERS
from chronology.model import ChronologyError, Document, DocumentBasis, LimitError

PAGE = """<!doctype html><html><head><title>Talks end | The Wire</title>
<meta property="og:title" content="Talks end"><meta property="og:site_name" content="The Wire">
<meta property="article:published_time" content="2021-03-03T23:30:00-05:00">
<link rel="canonical" href="https://example.org/talks"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Talks end</h1>
<p>The envoys met in Vienna on Monday, as they had agreed to do a month before,
and parted without a result.</p>
<p>The pact expires in February 2026 unless both sides agree to extend it by then,
diplomats told reporters.</p>
</article><footer>All rights reserved</footer></body></html>"""

RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>The Wire</title>
<item><title>Talks end</title><link>https://example.org/talks</link><guid>tag:talks/1</guid><description>
&lt;p&gt;The envoys met on &lt;b&gt;Monday&lt;/b&gt;.&lt;/p&gt;&lt;p&gt;They parted.&lt;/p&gt;</description>
<pubDate>Wed, 03 Mar 2021 23:30:00 -0500</pubDate></item>
<item><title>No date here</title><guid>2</guid><description>Nothing is known.</description></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>The Wire</title>
<entry><id>a1</id><title>Talks</title>
<published>2021-03-03T01:00:00+03:00</published>
<content type="html">&lt;p&gt;They met.&lt;/p&gt;</content>
</entry></feed>"""


def pdf(lines: str, info: str = "") -> bytes:
    """The smallest PDF that shows a line of text."""
    stream = f"BT /F1 12 Tf 72 720 Td ({lines}) Tj ET"
    objects = (
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        f"<</Length {len(stream)}>>stream\n{stream}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        f"<<{info}>>",
    )
    body, places = "%PDF-1.4\n", []
    for number, item in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj\n{item}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    body += f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<</Size {size}/Root 1 0 R/Info 6 0 R>>\n"
    return (body + f"startxref\n{body.index('xref')}\n%%EOF").encode()


def word(path: Path) -> None:
    file = docx.Document()
    file.core_properties.title = "Talks end"
    file.add_paragraph("GENEVA, March 3, 2021 (Wire) - The envoys met.")
    table = file.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Expiry", "February 2026"
    file.add_paragraph("They parted.")
    file.save(str(path))


def one(path: Path) -> Document:
    (document,) = read(path)
    return document


def edtf(document: Document) -> str:
    assert document.published is not None
    return document.published.period.edtf


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("encoding", "mark"), [("utf-8", b""), ("utf-8", b"\xef\xbb\xbf"), ("utf-16-le", b"\xff\xfe")]
)
def test_plain_text_is_kept_character_by_character(
    tmp_path: Path, newline: str, encoding: str, mark: bytes
) -> None:
    text = f"Zürich — \U0001d538 talk\ufffd{newline}{newline}ZÜRICH, 3 March 2021 - They met.{newline}"
    (tmp_path / "a.txt").write_bytes(mark + text.encode(encoding))
    found = one(tmp_path / "a.txt")
    assert found.text == text
    assert found.id == "a.txt"
    assert edtf(found) == "2021-03-03"


def test_a_page(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    found = one(tmp_path / "a.html")
    assert (found.title, found.publisher, found.url) == ("Talks end", "The Wire", "https://example.org/talks")
    assert "expires in February 2026" in found.text
    assert "<" not in found.text
    assert "rights reserved" not in found.text
    assert edtf(found) == "2021-03-03"  # the local day that the page names, not the one in UTC
    assert found.published
    assert found.published.moment


def test_a_word_file_of_endless_paragraphs_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Packed, such a file is small: only what comes out of it can be counted."""
    word(tmp_path / "a.docx")
    monkeypatch.setattr("chronology.documents.docx._MOST_LINES", 2)
    with pytest.raises(LimitError, match="more than 2 paragraphs"):
        one(tmp_path / "a.docx")


def test_what_stands_around_an_article_is_not_in_it(tmp_path: Path) -> None:
    page = PAGE.replace("Home", "Home</a> 1 January 1990<a>").replace("All", "<p>2 February 1991</p>All")
    page = page.replace("<article>", "<header>3 March 1992</header><aside>4 April 1993</aside><article>")
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    text = one(tmp_path / "a.html").text
    assert not [year for year in ("1990", "1991", "1992", "1993") if year in text]
    assert "Talks end\n\nThe envoys" in text  # a heading is no part of the sentence below it


def test_a_page_without_a_stated_date_is_dated_by_its_dateline(tmp_path: Path) -> None:
    page = PAGE.replace('property="article:published_time"', 'property="x"').replace(
        "<p>The", "<p>VIENNA, 3 May 2022 - The", 1
    )
    (tmp_path / "a.htm").write_text(page, encoding="utf-8")
    assert edtf(one(tmp_path / "a.htm")) == "2022-05-03"


def test_a_pdf(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(
        pdf("GENEVA, March 3, 2021 - The envoys met.", "/Title(Talks end)/CreationDate(D:20220101)")
    )
    found = one(tmp_path / "a.pdf")
    assert found.text.strip() == "GENEVA, March 3, 2021 - The envoys met."
    assert found.title == "Talks end"
    assert edtf(found) == "2021-03-03"  # the dateline is a better witness than when the file was made


def test_a_pdf_without_a_dateline(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf("The envoys met.", "/CreationDate(D:20220101120000Z)"))
    found = one(tmp_path / "a.pdf")
    assert edtf(found) == "2022-01-01"
    assert found.published
    assert found.published.basis is DocumentBasis.METADATA


def test_a_word_file(tmp_path: Path) -> None:
    word(tmp_path / "a.docx")
    found = one(tmp_path / "a.docx")
    assert (
        found.text == "GENEVA, March 3, 2021 (Wire) - The envoys met.\nExpiry | February 2026\nThey parted."
    )
    assert found.title == "Talks end"
    assert edtf(found) == "2021-03-03"


def test_a_feed_gives_a_document_an_entry_dated_by_its_local_day(tmp_path: Path) -> None:
    (tmp_path / "a.rss").write_text(RSS, encoding="utf-8")
    dated, undated = read_sources([tmp_path / "a.rss"])
    assert isinstance(dated, Document)
    assert dated.text == "Talks end\n\nThe envoys met on Monday.\nThey parted."
    assert (dated.title, dated.publisher, dated.url) == ("Talks end", "The Wire", "https://example.org/talks")
    assert edtf(dated) == "2021-03-03"
    assert "/" not in dated.id
    assert "entry 2" in str(undated)


def test_atom(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(ATOM, encoding="utf-8")
    found = one(tmp_path / "a.xml")
    assert (found.id, found.text, edtf(found)) == ("a1", "Talks\n\nThey met.", "2021-03-03")


def test_timeml_is_read_by_either_suffix(tmp_path: Path) -> None:
    text = dedent("""\
        <?xml version="1.0"?><TimeML><DOCID>x1</DOCID><DCT><TIMEX3 tid="t0" type="DATE" value="2021-03-03"
        functionInDocument="CREATION_TIME">2021-03-03</TIMEX3></DCT><TEXT>They met on
        <TIMEX3 tid="t1" type="DATE" value="2021-03-01">Monday</TIMEX3>.</TEXT></TimeML>""")
    for name in ("a.tml", "b.xml"):
        (tmp_path / name).write_text(text, encoding="utf-8")
        found = one(tmp_path / name)
        assert found.text == "They met on\nMonday."
        assert edtf(found) == "2021-03-03"


def test_json_lines(tmp_path: Path) -> None:
    records = (
        {"doc_id": "a", "dct": "2021-03", "text": "They met. \U0001d538", "title": "Talks", "timexes": []},
        {"doc_id": "b/2", "dct": None, "text": "GENEVA, March 3, 2021 (Wire) - They parted."},
        {"doc_id": 3, "dct": "2021-03-03T23:30:00-05:00", "text": "Bad\ud800 text"},
    )
    lines = "\n\n".join(json.dumps(record) for record in records)
    (tmp_path / "a.jsonl").write_bytes(b"\xef\xbb\xbf" + lines.encode())
    found = read(tmp_path / "a.jsonl")
    assert [edtf(item) for item in found] == ["2021-03", "2021-03-03", "2021-03-03"]
    assert found[0].id == "a"
    assert found[0].title == "Talks"
    assert "/" not in found[1].id
    assert found[2].text == "Bad\ufffd text"
    assert found[1].source.endswith("a.jsonl, line 3")


def test_every_suffix_has_its_reader() -> None:
    assert {
        ".txt",
        ".md",
        ".html",
        ".htm",
        ".pdf",
        ".docx",
        ".jsonl",
        ".xml",
        ".rss",
        ".atom",
        ".tml",
    } <= set(READERS)


@pytest.fixture
def folder(tmp_path: Path) -> Callable[..., list[object]]:
    """Write files, and read the folder; problems come as their lines."""

    def reading(**files: str) -> list[object]:
        for name, text in files.items():
            path = tmp_path / "docs" / name.replace("__", "/").replace("_", ".")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(dedent(text), encoding="utf-8")
        return [
            str(item)
            if isinstance(item, ChronologyError)
            else item.text
            if isinstance(item, Notice)
            else item
            for item in read_sources([tmp_path / "docs"])
        ]

    return reading


def test_a_folder_with_its_manifest(folder: Callable[..., list[Document]]) -> None:
    first, second, third = folder(
        sources_toml="""\
            [[document]]
            file = "b.txt"
            id = "second"
            title = "The second"
            publisher = "Wire"
            url = "https://example.org/b"
            published = "2019-12"
            published_basis = "The archive's box says December."

            [[document]]
            file = "deep/c.txt"
            published = 2019-12-11
            """,
        a_txt="GENEVA, March 3, 2021 (Wire) - They met.",
        b_txt="They parted.",
        deep__c_txt="They met again.",
        _hidden_txt="Not read.",
    )
    assert (first.id, edtf(first), first.title) == ("a.txt", "2021-03-03", "a")
    assert (second.id, edtf(second), second.title, second.publisher) == (
        "second",
        "2019-12",
        "The second",
        "Wire",
    )
    assert second.published
    assert second.published.basis is DocumentBasis.MANIFEST
    assert second.published.why == "The archive's box says December."
    assert (third.id, edtf(third)) == ("deep-c.txt", "2019-12-11")


def test_a_file_given_by_itself_is_looked_up_in_the_manifest_beside_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("They met.")
    (tmp_path / "sources.toml").write_text('[[document]]\nfile = "a.txt"\npublished = "2019"\n')
    assert edtf(one(tmp_path / "a.txt")) == "2019"


def test_the_manifest_outranks_the_dateline_and_a_disagreement_is_said(
    folder: Callable[..., list[object]],
) -> None:
    notice, found = folder(
        sources_toml='[[document]]\nfile = "a.txt"\npublished = "2019-12"\n',
        a_txt="GENEVA, March 3, 2021 (Wire) - They met.",
    )
    assert isinstance(found, Document)
    assert edtf(found) == "2019-12"
    assert "March 3, 2021" in str(notice)
    assert "2019-12" in str(notice)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("TALKS END\n\n3 March 2021\n\nThey met.", "TALKS END"),
        ("# Talks *end*\n3 March 2021\nThey met.", "Talks *end*"),
        ("They met on Monday.\n\n3 March 2021\n", "a"),
        ("3 March 2021\n\nThey met.", "a"),
        ("GENEVA, 3 March 2021 - They met", "a"),
    ],
)
def test_titles(tmp_path: Path, text: str, title: str) -> None:
    (tmp_path / "a.txt").write_text(text)
    assert one(tmp_path / "a.txt").title == title


@pytest.mark.parametrize(
    "name", ["Doc 1 (final).txt", "Речь.txt", "日本.txt", "a" * 200 + ".txt", "a%2Fb#?.txt", "…txt.txt"]
)
def test_ids_are_safe_in_addresses(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("3 March 2021\n\nThey met.")
    found = one(tmp_path / name).id
    assert found.isascii()
    assert all(char.isalnum() or char in "._-" for char in found)
    assert len(found) <= 100


def test_ids_of_other_scripts_stay_apart(tmp_path: Path) -> None:
    for name in ("Речь.txt", "Дата.txt"):
        (tmp_path / name).write_text("3 March 2021\n\nThey met.")
    assert len({item.id for item in read(tmp_path)}) == 2


def test_the_same_file_twice_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("3 March 2021\n\nThey met.")
    assert len(list(read_sources([tmp_path / "a.txt", tmp_path / "a.txt"]))) == 1


def test_of_a_file_of_many_documents_the_manifest_dates_those_without_a_date(tmp_path: Path) -> None:
    records = ({"doc_id": "a", "dct": "2021", "text": "They met."}, {"doc_id": "b", "text": "They parted."})
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, records)))
    (tmp_path / "sources.toml").write_text(
        '[[document]]\nfile = "a.jsonl"\ntitle = "All"\npublished = "2019-12"\n'
    )
    assert [(item.title, edtf(item)) for item in read(tmp_path)] == [("a", "2021"), ("b", "2019-12")]


def test_a_document_that_nobody_can_date(tmp_path: Path) -> None:
    """It is taken where its source says so; a source that forgets to say when is asked."""
    (tmp_path / "a.jsonl").write_text('{"doc_id": "a", "dct": null, "text": "In 1952 they met."}', "utf-8")
    (tmp_path / "b.txt").write_text("In 1953 they met again.", "utf-8")
    (tmp_path / "c.txt").write_text("In 1954 they parted.", "utf-8")
    (tmp_path / "sources.toml").write_text('[[document]]\nfile = "b.txt"\npublished = "unknown"\n', "utf-8")
    found = list(read_sources([tmp_path]))
    assert [(item.id, item.published) for item in found if isinstance(item, Document)] == [
        ("a", None),
        ("b.txt", None),
    ]
    notices = [item.text for item in found if isinstance(item, Notice)]
    assert len(notices) == 2
    assert all("publication date is not known" in text for text in notices)
    (error,) = [item for item in found if isinstance(item, ChronologyError)]
    assert 'file = "c.txt" published = "2019-12", or "unknown"' in error.remedy
