import io
import json
from typing import Any

import docx
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from onrecord.ingest.document import read_docx, read_pdf
from onrecord.model.problem import Problem


def found(items: Any) -> list[Any]:
    return [item.code if isinstance(item, Problem) else json.loads(item.payload) for item in items]


def word_document() -> bytes:
    document: Any = docx.Document()
    document.add_heading("Quay to close", 0)
    document.add_paragraph("The council & the mayor voted.")
    document.add_table(1, 2).rows[0].cells[1].text = "Berths"
    document.add_paragraph("“No,” said Tolliver.", style="Quote")
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def pdf_document(text: str) -> bytes:
    writer = PdfWriter()
    page = writer.add_blank_page(300, 300)
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    fonts = DictionaryObject({NameObject("/F1"): writer._add_object(font)})  # pyright: ignore[reportPrivateUsage]
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    stream = DecodedStreamObject()
    stream.set_data(f"BT /F1 12 Tf 20 200 Td ({text}) Tj ET".encode())
    page[NameObject("/Contents")] = writer._add_object(stream)  # pyright: ignore[reportPrivateUsage]
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_a_word_document_is_read_in_order() -> None:
    (item,) = found(read_docx(word_document(), "a.docx"))
    assert item["html"].splitlines() == [
        "<article><h1>Quay to close</h1>",
        "<p>The council &amp; the mayor voted.</p>",
        "<table><tr><td></td><td>Berths</td></tr></table>",
        "<blockquote>“No,” said Tolliver.</blockquote></article>",
    ]
    assert "date" not in item


def test_the_text_layer_of_a_pdf_is_read() -> None:
    assert found(read_pdf(pdf_document("The council voted."), "a.pdf")) == [{"text": "The council voted."}]


def test_damaged_and_wordless_documents_are_told() -> None:
    assert found(read_pdf(pdf_document(""), "a.pdf")) == ["ingest.no-words"]
    assert found(read_pdf(b"%PDF-1.4 junk", "a.pdf")) == ["ingest.bad-document"]
    assert found(read_docx(word_document()[:400], "a.docx")) == ["ingest.bad-document"]
