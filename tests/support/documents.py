"""One small document of each kind that is read whole (tables, feeds, agency items, JSON, PDF and Word), and its broken twin.

`WHOLE` and `BROKEN_WHOLE` hold by file name the bytes and what is read from them, as `support.containers` has it of containers.
"""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

import docx
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from support.containers import Case, zip_of

if TYPE_CHECKING:
    from collections.abc import Mapping

_RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>The Courier</title>
<item><title>Quay</title><link>https://courier.example/q</link><pubDate>Mon, 04 Mar 2024 23:30:00 -0500</pubDate>
<description><![CDATA[<p>The quay is closed, the &amp; board said.</p>]]></description></item></channel></rss>"""
_ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>The Courier</title><entry><title>Quay</title><id>e1</id>
<published>2024-03-04T10:15:00Z</published><summary>The quay is closed.</summary></entry></feed>"""
_NEWSML = """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:n:1" xml:lang="en-GB"><itemMeta>
<versionCreated>2024-03-04T10:15:00Z</versionCreated></itemMeta><contentMeta><headline>Quay</headline></contentMeta><contentSet>
<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body><p>The quay is closed.</p></body>
</html></inlineXML></contentSet></newsItem>"""
_NITF = "<nitf><body><body.head><hedline><hl1>Quay</hl1></hedline></body.head><body.content><p>Ahoy</p></body.content></body></nitf>"


_JSON_FEED = b"""{"version": "https://jsonfeed.org/version/1.1", "title": "The Courier", "items": [
{"id": "q", "url": "https://courier.example/q", "date_published": "2024-03-04T23:30:00-05:00", "content_text": "The quay is closed."}]}"""
_MEDIA_CLOUD = b"""id,indexed_date,language,media_name,media_url,publish_date,title,url,text
7,2024-03-09 01:02:03,en,The Courier,courier.example,2024-03-04,Quay,https://courier.example/q,The quay is closed.
8,2024-03-09 01:02:03,en,The Courier,courier.example,2024-03-05,Ferry,https://courier.example/f,
"""
_GDELT = (
    b'{"date": "2024-03-04T10:15:00Z", "url": "https://courier.example/q", "title": "Quay", "lang": "ENGLISH", '
    b'"quotes": [{"pre": "The board said", "quote": "The quay is closed.", "post": "and left."}]}\n'
)
_NEWSAPI = b"""{"status": "ok", "totalResults": 1, "articles": [{"source": {"id": null, "name": "The Courier"}, "author": "Lou Hart",
"title": "Quay", "description": "A quay.", "url": "https://courier.example/q", "urlToImage": null,
"publishedAt": "2024-03-04T10:15:00Z", "content": "The quay is closed."}]}"""


def _word() -> bytes:
    document: Any = docx.Document()
    document.add_heading("Quay to close", 0)
    document.add_paragraph("The board voted on Monday.")
    made = io.BytesIO()
    document.save(made)
    # Packed anew, without the time of packing.
    with zipfile.ZipFile(made) as archive:
        return zip_of({name: archive.read(name) for name in archive.namelist()})


def _fonts(writer: PdfWriter) -> DictionaryObject:
    names = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
    font = DictionaryObject({NameObject(name): NameObject(value) for name, value in names.items()})
    fonts = DictionaryObject({NameObject("/F1"): writer._add_object(font)})  # pyright: ignore[reportPrivateUsage]
    return DictionaryObject({NameObject("/Font"): fonts})


def _pdf() -> bytes:
    writer = PdfWriter()
    page = writer.add_blank_page(300, 300)
    page[NameObject("/Resources")] = _fonts(writer)
    stream = DecodedStreamObject()
    stream.set_data(b"BT /F1 12 Tf 20 200 Td (The quay is closed.) Tj ET")
    page[NameObject("/Contents")] = writer._add_object(stream)  # pyright: ignore[reportPrivateUsage]
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def drawn_by_forms(depth: int, width: int) -> bytes:
    """Return a PDF whose page draws a form `width` times, which draws another as often, `depth` deep."""
    writer = PdfWriter()
    page = writer.add_blank_page(300, 300)
    inner = None
    for _ in range(depth):
        form = DecodedStreamObject()
        form.set_data(b"/F Do\n" * width if inner is not None else b"BT /F1 12 Tf (x) Tj ET\n" * width)
        form[NameObject("/Type")] = NameObject("/XObject")
        form[NameObject("/Subtype")] = NameObject("/Form")
        if inner is not None:
            forms = DictionaryObject({NameObject("/F"): inner})
            form[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): forms})
        else:
            form[NameObject("/Resources")] = _fonts(writer)
        inner = writer._add_object(form)  # pyright: ignore[reportPrivateUsage]
    drawn = DictionaryObject({NameObject("/F"): inner or DictionaryObject()})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): drawn})
    stream = DecodedStreamObject()
    stream.set_data(b"/F Do\n" * width)
    page[NameObject("/Contents")] = writer._add_object(stream)  # pyright: ignore[reportPrivateUsage]
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def many_pages(pages: int, steps: int) -> bytes:
    """Return a PDF of `pages` pages that share one stream of `steps` steps of drawing."""
    writer = PdfWriter()
    stream = DecodedStreamObject()
    stream.set_data(b"BT /F1 12 Tf (x) Tj ET\n" * (steps // 4))
    resources = _fonts(writer)
    shared = writer._add_object(stream.flate_encode())  # pyright: ignore[reportPrivateUsage]
    for _ in range(pages):
        page = writer.add_blank_page(300, 300)
        page[NameObject("/Contents")] = shared
        page[NameObject("/Resources")] = resources
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def wide_table(columns: int) -> bytes:
    """Return a Word document with a cell that says it spans so many columns."""
    document: Any = docx.Document()
    cell = document.add_table(1, 1).rows[0].cells[0]
    cell.text = "Berths"
    cell._tc.grid_span = columns
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def documents() -> Mapping[str, bytes]:
    """Return the documents by file name."""
    return {
        "table.csv": b'date,title,text\n2024-03-04,Quay,"The quay, they said,\nis closed."\n2024-03-05,Ferry,It runs.\n',
        "table.tsv": b"url\ttitle\ttext\nhttps://courier.example/q\tQuay\tThe quay is closed.\n",
        "feed.rss": _RSS.encode(),
        "feed.atom": _ATOM.encode(),
        "item.newsml": _NEWSML.encode(),
        "item.nitf": _NITF.encode(),
        "list.json": b'{"status": "ok",\n "articles": [{"title": "Quay", "content": "The quay is closed."}]}',
        "item.ninjs": b'[{"uri": "u", "headline": "Quay", "body_text": "The quay is closed."}]',
        "feed.json": _JSON_FEED,
        "media-cloud.csv": _MEDIA_CLOUD,
        "gdelt.jsonl": _GDELT,
        "newsapi.json": _NEWSAPI,
        "report.docx": _word(),
        "report.pdf": _pdf(),
    }


def _found() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Return what is read from each of the documents: the places behind the file's name, and the lines made of what stands there."""
    outlet, closed, address = (
        '"outlet":"The Courier"',
        '"text":"The quay is closed."',
        '"url":"https://courier.example/q"',
    )
    quay = '"title":"Quay"'
    markup = '<div contenttype=\\"application/xhtml+xml\\"><html><div><p>The quay is closed.</p></div>\\n</html></div>'
    return {
        "table.csv": (
            ("#2", f'{{"date":"2024-03-04","text":"The quay, they said,\\nis closed.",{quay}}}'),
            ("#3", '{"date":"2024-03-05","text":"It runs.","title":"Ferry"}'),
        ),
        "table.tsv": (("#2", f"{{{closed},{quay},{address}}}"),),
        "feed.rss": (
            (
                "#1",
                f'{{"date":"2024-03-04T23:30:00-05:00","html":"<p>The quay is closed, the &amp; board said.</p>",{outlet},{quay},{address}}}',
            ),
        ),
        "feed.atom": (("#1", f'{{"date":"2024-03-04T10:15:00+00:00","id":"e1",{outlet},{closed},{quay}}}'),),
        "item.newsml": (
            ("", f'{{"date":"2024-03-04T10:15:00Z","html":"{markup}","id":"urn:n:1","language":"en-GB",{quay}}}'),
        ),
        "item.nitf": (("", f'{{"html":"<body.content><p>Ahoy</p></body.content>",{quay}}}'),),
        "list.json": (("#1", f"{{{closed},{quay}}}"),),
        "item.ninjs": (("#1", f'{{"id":"u",{closed},{quay}}}'),),
        "feed.json": (("#1", f'{{"date":"2024-03-04T23:30:00-05:00","id":"q",{outlet},{closed},{address}}}'),),
        "media-cloud.csv": (
            (
                "#2",
                f'{{"date":"2024-03-04","id":"7","indexed_date":"2024-03-09 01:02:03","language":"en","media_url":"courier.example",{outlet},{closed},{quay},{address}}}',
            ),
            ("", "ingest.no-words"),
        ),
        "gdelt.jsonl": (
            (
                "#1#1",
                f'{{"date":"2024-03-04T10:15:00Z","language":"en","text":"The board said “The quay is closed.” and left.",{quay},{address}}}',
            ),
        ),
        "newsapi.json": (
            ("#1", f'{{"author":"Lou Hart","date":"2024-03-04T10:15:00Z","description":"A quay.",{outlet},{closed},{quay},{address}}}'),
        ),
        "report.docx": (("", '{"html":"<article><h1>Quay to close</h1>\\n<p>The board voted on Monday.</p></article>"}'),),
        "report.pdf": (("", f"{{{closed}}}"),),
    }  # fmt: skip


def _broken() -> Mapping[str, Case]:
    """Return the twin of each document: cut off, or with something in it that cannot be."""
    whole = documents()
    found = _found()
    cut = {name: payload[:-12] for name, payload in whole.items()}
    return {
        "table.csv": Case(
            whole["table.csv"] + b'2024-03-06,Pier,"The pier',
            (*found["table.csv"], ("#4", "ingest.bad-table")),
        ),
        "table.tsv": Case(cut["table.tsv"][:-8], (("", "ingest.no-words"),)),
        "feed.rss": Case(cut["feed.rss"], (*found["feed.rss"], ("", "ingest.bad-feed"))),
        "feed.atom": Case(cut["feed.atom"], (*found["feed.atom"], ("", "ingest.bad-feed"))),
        "item.newsml": Case(cut["item.newsml"], (("", "ingest.bad-agency-item"),)),
        "item.nitf": Case(cut["item.nitf"], (("", "ingest.bad-agency-item"),)),
        "list.json": Case(cut["list.json"], (("", "ingest.bad-json"),)),
        "item.ninjs": Case(cut["item.ninjs"], (("", "ingest.bad-json"),)),
        "feed.json": Case(cut["feed.json"], (("", "ingest.bad-json"),)),
        "media-cloud.csv": Case(
            whole["media-cloud.csv"].replace(b",text\n", b"\n").replace(b",The quay is closed.\n", b"\n"),
            (("", "ingest.no-words"),),
        ),
        "gdelt.jsonl": Case(whole["gdelt.jsonl"] + cut["gdelt.jsonl"], (*found["gdelt.jsonl"], ("#2", "ingest.bad-json"))),
        "newsapi.json": Case(cut["newsapi.json"], (("", "ingest.bad-json"),)),
        "report.docx": Case(cut["report.docx"], (("", "ingest.damaged"),)),
        "report.pdf": Case(whole["report.pdf"][:200], (("", "ingest.bad-document"),)),
    }  # fmt: skip


WHOLE: Mapping[str, Case] = {name: Case(payload, _found()[name]) for name, payload in documents().items()}
BROKEN_WHOLE: Mapping[str, Case] = _broken()
