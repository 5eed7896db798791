"""Tagged documents as TimeML, Web Annotation and HTML: the text stays exactly the text."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from chronology.documents import timeml as timeml_reader
from chronology.exports import DOCUMENT_EXPORTS
from chronology.model import Anchor, AnchorKind, CreationTime, DocumentBasis, DocumentError, Timex, TimexType
from chronology.temporal.edtf import parse
from tests.values import document, timex

# TimeML 1.2.1, TIMEX3 (attributes and their values), in the envelope of TempEval-3.
DTD = etree.DTD(
    __import__("io").StringIO("""
<!ELEMENT TimeML (DOCID, DCT, TITLE?, TEXT)>
<!ATTLIST TimeML xmlns:xsi CDATA #IMPLIED xsi:noNamespaceSchemaLocation CDATA #IMPLIED>
<!ELEMENT DOCID (#PCDATA)>
<!ELEMENT DCT (#PCDATA | TIMEX3)*>
<!ELEMENT TITLE (#PCDATA)>
<!ELEMENT TEXT (#PCDATA | TIMEX3)*>
<!ELEMENT TIMEX3 (#PCDATA)>
<!ATTLIST TIMEX3
  tid ID #REQUIRED
  type (DATE | TIME | DURATION | SET) #REQUIRED
  functionInDocument (CREATION_TIME | EXPIRATION_TIME | MODIFICATION_TIME | PUBLICATION_TIME | RELEASE_TIME
                      | RECEPTION_TIME | NONE) "NONE"
  beginPoint IDREF #IMPLIED
  endPoint IDREF #IMPLIED
  quant CDATA #IMPLIED
  freq CDATA #IMPLIED
  temporalFunction (true | false) "false"
  value CDATA #REQUIRED
  valueFromFunction IDREF #IMPLIED
  mod (BEFORE | AFTER | ON_OR_BEFORE | ON_OR_AFTER | LESS_THAN | MORE_THAN | EQUAL_OR_LESS | EQUAL_OR_MORE
       | START | MID | END | APPROX) #IMPLIED
  anchorTimeID IDREF #IMPLIED>
""")
)
TEXT = "\r\nSigned in 2010 & kept, <b>it</b> expires\rin May 2021, \N{GRINNING FACE} 45 minutes late.\n"


def tagged(text: str = TEXT) -> tuple[Timex, ...]:
    start, end, length = text.index("2010"), text.index("May 2021"), text.index("45 minutes")
    return (
        replace(timex("2010", start, "2010"), id="t1"),
        replace(
            timex("May 2021", end, "2021-05"),
            id="t2",
            mod="BEFORE",
            anchor=Anchor(AnchorKind.TIMEX, "t1"),
            begin_point="t1",
            end_point="no-such",
        ),
        replace(
            timex("45 minutes", length, "2010"),
            id="3 odd id",
            type=TimexType.DURATION,
            value="PT45M",
            period=None,
            anchor=Anchor(AnchorKind.DCT),
            quant="EVERY",
            freq='"2X" <&>',
        ),
    )


def written(name: str, text: str = TEXT, timexes: tuple[Timex, ...] | None = None) -> str:
    given_ = tagged(text) if timexes is None else timexes
    return "".join(DOCUMENT_EXPORTS[name].write(document("a<b", text, title='T & "q"'), given_))


def test_timeml_is_valid_and_holds_every_attribute():
    root = etree.fromstring(written("timeml").encode())

    assert DTD.validate(root), DTD.error_log
    first, second, third = root.findall("TEXT/TIMEX3")
    assert dict(first.attrib) == {"tid": "t1", "type": "DATE", "value": "2010", "temporalFunction": "false"}
    assert dict(second.attrib) == {
        "tid": "t2",
        "type": "DATE",
        "value": "2021-05",
        "mod": "BEFORE",
        "temporalFunction": "true",
        "anchorTimeID": "t1",
        "beginPoint": "t1",
    }
    assert third.attrib["anchorTimeID"] == "t0"
    assert third.attrib["freq"] == '"2X" <&>'
    assert root.findtext("DOCID") == "a<b"
    assert root.find("DCT/TIMEX3").attrib["value"] == "2019-12-11"


def test_timeml_states_the_moment_of_publication_where_it_is_known():
    moment = datetime(2019, 12, 11, 10, 30, tzinfo=UTC)
    known = CreationTime(parse("2019-12-11"), DocumentBasis.METADATA, moment=moment)
    text = "".join(
        DOCUMENT_EXPORTS["timeml"].write(document(published="2019", text="x").__class__("d", "x", known), ())
    )

    assert 'type="TIME" value="2019-12-11T10:30:00+00:00"' in text
    assert DTD.validate(etree.fromstring(text.encode()))


def test_timeml_of_an_undated_document_is_valid():
    text = "".join(DOCUMENT_EXPORTS["timeml"].write(replace(document(), published=None), ()))

    assert DTD.validate(etree.fromstring(text.encode()))


def test_overlapping_expressions_and_equal_ids_do_not_break_timeml():
    first, second, _ = tagged()
    nested = replace(first, start=second.start + 4, end=second.end, text="2021", id="t9")
    twice = replace(second, id="t1")
    root = etree.fromstring(written("timeml", timexes=(twice, nested, first)).encode())

    assert DTD.validate(root), DTD.error_log
    assert len(root.findall("TEXT/TIMEX3")) == 2
    assert _inner(root) == TEXT


texts = st.text(
    st.characters() | st.sampled_from(list("\r\n\t <>&\"'\x00\x1b\ufffe\ud800\u2028]")), max_size=60
)


@settings(max_examples=300, deadline=None)
@given(texts, texts, st.sampled_from(sorted(DOCUMENT_EXPORTS)))
def test_the_text_is_kept_character_by_character(before, behind, name):
    text = f"{before}May 2021{behind}"
    found = (timex("May 2021", len(before), "2021-05"),)
    out = written(name, text, found)
    kept = "".join("\ufffd" if _is_illegal(char) else char for char in text)

    out.encode() if name != "annotations" else json.loads(out)
    if name == "timeml":
        root = etree.fromstring(out.encode())
        assert DTD.validate(root)
        assert _inner(root) == kept
        assert root.findtext("TEXT/TIMEX3") == "May 2021"
    if name == "html":
        assert _shown(out) == kept
    if name == "annotations":
        position = json.loads(out)["items"][0]["target"]["selector"][1]
        assert text[position["start"] : position["end"]] == "May 2021"


def test_timeml_is_read_back_as_the_same_document(tmp_path: Path):
    path = tmp_path / "a.tml"
    path.write_bytes(written("timeml").encode())
    (draft,) = timeml_reader.read(path)

    assert not isinstance(draft, Exception)
    assert draft.text == TEXT
    assert (draft.name, draft.title) == ("a<b", 'T & "q"')
    assert draft.published is not None
    assert draft.published.period.edtf == "2019-12-11"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (
            "<TimeML>It <EVENT eid='e1'>ended</EVENT> <TIMEX3 tid='t1'>today</TIMEX3>.</TimeML>",
            "It ended today.",
        ),
        ("<TimeML><DOCID>d</DOCID><TEXT>\n a <SIGNAL>on</SIGNAL> b\n</TEXT></TimeML>", "\n a on b\n"),
        ("<TimeML><TEXT>x</TEXT><MAKEINSTANCE eventID='e1'/></TimeML>", "x"),
    ],
)
def test_foreign_timeml_is_read_without_its_tags(tmp_path: Path, content: str, text: str):
    path = tmp_path / "a.tml"
    path.write_text(content, "utf-8")
    (draft,) = timeml_reader.read(path)

    assert not isinstance(draft, Exception)
    assert draft.text == text
    assert draft.published is None


@pytest.mark.parametrize(
    "content",
    [
        *("", "no xml", "<TimeML>", "<html>x</html>", "<TimeML>&nbsp;</TimeML>"),
        "<TimeML><DCT><TIMEX3 tid='t0' value='soon'>soon</TIMEX3></DCT><TEXT>x</TEXT></TimeML>",
        '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "'
        + "&a;" * 10**4
        + '"><!ENTITY c "'
        + "&b;" * 10**4
        + '">]>'
        "<TimeML>&c;</TimeML>",
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><TimeML>&a;</TimeML>',
    ],
    ids=["empty", "text", "unclosed", "html", "entity", "date", "bomb", "external"],
)
def test_what_is_no_timeml_is_refused_in_one_line(tmp_path: Path, content: str):
    path = tmp_path / "a.tml"
    path.write_text(content, "utf-8")
    with pytest.raises(DocumentError) as refused:
        list(timeml_reader.read(path))
    assert str(path) in str(refused.value)
    assert "\n" not in str(refused.value)


def test_annotations_point_at_quotation_and_position():
    page = json.loads(written("annotations"))

    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert page["type"] == "AnnotationPage"
    item = page["items"][1]
    assert item["type"] == "Annotation"
    quotation, position = item["target"]["selector"]
    assert quotation["exact"] == "May 2021" == TEXT[position["start"] : position["end"]]
    assert TEXT.endswith(quotation["suffix"]) or quotation["suffix"] in TEXT
    assert [body["value"] for body in item["body"]] == [
        "TIMEX3 DATE 2021-05",
        "EDTF 2021-05",
        "It says 2021-05.",
    ]
    assert len({item["id"] for item in page["items"]}) == 3


@pytest.mark.parametrize(
    ("value", "attribute"),
    [
        ("2019", '<time id="t1" datetime="2019"'),
        ("2019-12", 'datetime="2019-12"'),
        ("2019-12-10", 'datetime="2019-12-10"'),
        ("2019-W32", 'datetime="2019-W32"'),
        ("2019-12-10T15:30", 'datetime="2019-12-10T15:30"'),
        ("PT45M", 'datetime="PT45M"'),
        ("P3D", 'datetime="P3D"'),
        ("2019-12-10TMO", 'id="t1" data-type'),
        ("P2M", 'id="t1" data-type'),
        ("199", 'id="t1" data-type'),
        ("PRESENT_REF", 'id="t1" data-type'),
    ],
)
def test_datetime_stands_only_where_html_knows_the_form(value, attribute):
    found = replace(timex("2010", TEXT.index("2010"), "2010"), id="t1", value=value)

    assert attribute in written("html", timexes=(found,))


def _inner(root: etree._Element) -> str:
    return "".join(root.find("TEXT").itertext())


def _shown(page: str) -> str:
    """Return the content of `pre` as a browser reads it: one line feed after the tag does not count."""

    class Reader(HTMLParser):
        inside = False
        text = ""

        def handle_starttag(self, tag: str, _attrs: object) -> None:
            self.inside = self.inside or tag == "pre"

        def handle_endtag(self, tag: str) -> None:
            self.inside = self.inside and tag != "pre"

        def handle_data(self, data: str) -> None:
            self.text += data if self.inside else ""

    reader = Reader()
    reader.feed(page)
    reader.close()
    return reader.text.removeprefix("\n")


def _is_illegal(char: str) -> bool:
    code = ord(char)
    return (code < 32 and char not in "\t\n\r") or 0xD800 <= code <= 0xDFFF or code in (0xFFFE, 0xFFFF)
