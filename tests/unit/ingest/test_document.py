import io
import json
import re
import zipfile
from typing import Any

import docx
import pytest
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from onrecord.ingest.document import read_docx, read_pdf
from onrecord.model.problem import Problem
from support.documents import documents, many_pages, wide_table


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


def test_a_damage_is_told_without_addresses_in_memory() -> None:
    # A list of pages that holds itself, of which the library says where in memory it stands.
    looped = documents()["report.pdf"].replace(b"/Kids [ 4 0 R", b"/Kids [ 2 0 R")
    (problem,) = read_pdf(looped, "a.pdf")
    assert isinstance(problem, Problem)
    assert problem.code == "ingest.bad-document"
    assert "Object(" not in problem.message


def test_a_cell_is_read_once_however_many_columns_it_spans() -> None:
    (item,) = found(read_docx(wide_table(10**9), "a.docx"))
    assert item["html"].count("Berths") == 1


def test_a_pdf_of_too_much_drawing_is_read_so_far(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.ingest.document.LARGEST_WORK", 5000)
    items = list(read_pdf(many_pages(4, 4000), "a.pdf"))
    assert [item.code for item in items if isinstance(item, Problem)] == ["ingest.too-large"]
    assert len(items) == 2


@pytest.mark.parametrize(
    "title", ["Microsoft Word - Quay to close", "quay-final.DOCX", "Untitled 2", "print.html"]
)
def test_the_name_of_the_file_that_a_document_was_made_from_is_no_title(title: str) -> None:
    document: Any = docx.Document()
    document.add_paragraph("The council voted.")
    document.core_properties.title = title
    stream = io.BytesIO()
    document.save(stream)
    (item,) = found(read_docx(stream.getvalue(), "a.docx"))
    assert "title" not in item


def test_the_title_that_a_document_states_is_kept() -> None:
    document: Any = docx.Document()
    document.add_paragraph("The council voted.")
    document.core_properties.title = "Quay to close in May"
    stream = io.BytesIO()
    document.save(stream)
    (item,) = found(read_docx(stream.getvalue(), "a.docx"))
    assert item["title"] == "Quay to close in May"


def _without_properties(payload: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(payload)) as whole, zipfile.ZipFile(made, "w") as bare:
        for name in whole.namelist():
            if name != "docProps/core.xml":
                related = re.sub(rb"<Relationship [^>]*core-properties[^>]*/>", b"", whole.read(name))
                bare.writestr(name, related if name == "_rels/.rels" else whole.read(name))
    return made.getvalue()


def test_a_document_without_properties_has_no_title_that_a_library_makes_up() -> None:
    payload = _without_properties(word_document())
    (read,) = found(read_docx(payload, "a.docx"))
    assert read.keys() == {"html"}


def test_a_writer_is_kept_and_the_program_that_made_it_is_none() -> None:
    document: Any = docx.Document()
    document.add_paragraph("Ahoy")
    for author, said in (("Ana Velik", "Ana Velik"), ("python-docx", None), ("", None)):
        document.core_properties.author = author
        stream = io.BytesIO()
        document.save(stream)
        assert found(read_docx(stream.getvalue(), "a.docx"))[0].get("author") == said
