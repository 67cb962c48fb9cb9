"""One small document of each kind that is read whole: tables, feeds, agency items, JSON, PDF and Word."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

import docx
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from support.containers import zip_of

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
        "report.docx": _word(),
        "report.pdf": _pdf(),
    }
