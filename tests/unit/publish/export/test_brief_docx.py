import io
import re
import zipfile
from typing import Any

import docx
import pytest

from onrecord.publish.export.brief_docx import write_brief_docx
from onrecord.publish.export.chosen import Chosen
from onrecord.publish.export.docx_parts import EARLIEST
from support.cited import Cited, assert_exact
from support.readers import reader
from support.taken import NASTY, denying, ferry, parts_of, saying

ETREE = reader("lxml.etree")

CONTENTS = ferry()
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def opened(payload: bytes) -> Any:
    return docx.Document(io.BytesIO(payload))


def text_of(paragraph: Any) -> str:
    signs = {f"{W}br": "\n", f"{W}tab": "\t"}
    return "".join(one.text if one.tag == f"{W}t" else signs.get(one.tag, "") for one in paragraph.iter())


def notes_of(payload: bytes) -> list[Cited]:
    part = next(one for one in opened(payload).part.package.parts if one.partname == "/word/footnotes.xml")
    notes: list[Cited] = []
    for note in ETREE.fromstring(part.blob):
        if note.get(f"{W}type"):
            continue
        head, *words, where = [text_of(one) for one in note.findall(f"{W}p")]
        notes.append(Cited(int(note.get(f"{W}id")), head, tuple(words), where))
    return notes


@pytest.mark.parametrize("choice", parts_of(CONTENTS), ids=lambda one: one.part.value)
def test_every_citation_is_exact_and_asked_for_once_in_order(choice: Chosen) -> None:
    payload = write_brief_docx(CONTENTS, choice)
    notes = notes_of(payload)
    asked = [int(one.get(f"{W}id")) for one in opened(payload).element.iter(f"{W}footnoteReference")]

    assert_exact(CONTENTS, notes)
    assert asked == [note.number for note in notes] != []


def test_an_editor_finds_headings_and_quotations_by_style() -> None:
    document = opened(write_brief_docx(CONTENTS, Chosen()))
    styles = {paragraph.style.name for paragraph in document.paragraphs}

    assert {"Title", "heading 1".title(), "Quote", "Reported", "Variant", "Small"} <= styles
    assert document.core_properties.title == "The Lundholm ferry"


@pytest.mark.parametrize("words", NASTY)
def test_any_words_survive_or_are_told_as_changed(words: str) -> None:
    contents = saying(words, title=words, name=words, outlet=words)
    payload = write_brief_docx(contents, Chosen())
    (note,) = notes_of(payload)

    assert_exact(contents, [note])
    assert ("A sign stands for" in note.where) == any(one in words for one in "\x00\x07\x1b\ud83d\u202e")


def test_the_bytes_tell_no_time() -> None:
    payload = write_brief_docx(CONTENTS, Chosen())

    assert payload == write_brief_docx(CONTENTS, Chosen())
    with zipfile.ZipFile(io.BytesIO(payload)) as archive:
        assert {one.date_time for one in archive.infolist()} == {EARLIEST}
        properties = archive.read("docProps/core.xml").decode()
    assert not re.search(r"\d{4}-\d\d-\d\dT", properties)


def test_every_part_that_is_named_is_there_and_parses() -> None:
    with zipfile.ZipFile(io.BytesIO(write_brief_docx(CONTENTS, Chosen()))) as archive:
        names = set(archive.namelist())
        types = ETREE.fromstring(archive.read("[Content_Types].xml"))
        for name in names:
            ETREE.fromstring(archive.read(name))
    assert {one.get("PartName")[1:] for one in types if one.get("PartName")} <= names


def test_a_denial_never_reads_as_an_assertion() -> None:
    told = [one.text for one in opened(write_brief_docx(denying(), Chosen())).paragraphs]
    assert any(text.startswith("has never believed: the quay was safe") for text in told)
