import io
import zipfile
from typing import Any

import docx
import pytest

from onrecord.ingest.archives import read_name
from onrecord.ingest.limits import TREE
from support.containers import PAGE, TEXT, codes, told, zip_of
from support.hostile_containers import many_entries, overlapping_zip


def test_a_name_that_climbs_out_is_only_a_name() -> None:
    found = told(zip_of({"../../etc/motd.txt": TEXT.encode(), "/root.txt": TEXT.encode()}))
    assert found == [("!../../etc/motd.txt", TEXT), ("!/root.txt", TEXT)]


def test_a_file_without_a_name_is_told_or_read() -> None:
    packed = bytearray(zip_of({"a": TEXT.encode()}))
    central = packed.index(b"PK\x01\x02")
    packed[central + 28 : central + 30] = bytes(2)
    packed[central + 30 : central + 32] = b"\x01\x00"
    assert codes(bytes(packed)) == ["ingest.damaged"]


def test_hidden_files_are_left_out() -> None:
    files = {"__MACOSX/a.txt": b"x", ".git/config": b"x", "a/": b"", "a/b.html": PAGE.encode()}
    assert told(zip_of(files)) == [("!a/b.html", PAGE)]


def test_links_are_told_and_not_followed() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        entry = zipfile.ZipInfo("a.txt")
        entry.external_attr = 0o120777 << 16
        archive.writestr(entry, "/etc/passwd")
    assert told(made.getvalue()) == [("!a.txt", "ingest.no-file")]


def test_encrypted_files_are_told() -> None:
    packed = bytearray(zip_of({"a.txt": TEXT.encode()}))
    packed[packed.index(b"PK\x01\x02") + 8] |= 1
    assert told(bytes(packed)) == [("!a.txt", "ingest.encrypted")]


def test_ways_of_packing_without_bounds_are_told() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("a.txt", TEXT)
    assert told(made.getvalue()) == [("!a.txt", "ingest.damaged")]


def test_an_office_document_is_read_as_one_or_told() -> None:
    kinds = b"<Types/>"
    assert codes(zip_of({"[Content_Types].xml": kinds, "ppt/presentation.xml": b"<p/>"})) == ["ingest.binary"]
    word = {"[Content_Types].xml": kinds, "word/document.xml": b"<w/>"}
    assert codes(zip_of(word)) == ["ingest.bad-document"]
    word["word/document.xml"] = b" " * (TREE + 1)
    assert codes(zip_of(word)) == ["ingest.unpacks-too-far"]


def test_what_an_archive_says_that_it_is_is_no_report() -> None:
    bare = zip_of({"mimetype": b"application/vnd.oasis.opendocument.text"})
    assert codes(bare) == ["ingest.binary"]
    book = zip_of({"mimetype": b"application/epub+zip", "a.txt": TEXT.encode()})
    assert [place for place, _ in told(book)] == ["!a.txt"]
    cut = zip_of({"mimetype": b"application/vnd.oasis.opendocument.text", "a.txt": TEXT.encode()})
    assert codes(cut[: cut.rindex(b"PK\x05\x06")]) == ["ingest.damaged"]


def test_a_word_document_is_read_in_an_archive_as_it_is_alone() -> None:
    document: Any = docx.Document()
    document.add_paragraph("The quay is closed, the warden said.")
    made = io.BytesIO()
    document.save(made)
    for packed in (
        zip_of({"a.docx": made.getvalue()}),
        zip_of({"b.zip": zip_of({"a.docx": made.getvalue()})}),
    ):
        ((_, text),) = told(packed)
        assert "The quay is closed" in text


def test_names_are_utf_8_whatever_the_archive_says_of_them() -> None:
    packed = zip_of({"kaj-é.txt": TEXT.encode()})
    unmarked = packed.replace(b"\x00\x08\x08\x00", b"\x00\x00\x08\x00")
    assert told(packed) == told(unmarked) == [("!kaj-é.txt", TEXT)]
    entry = zipfile.ZipInfo("kaj-\u2502.txt")
    assert read_name(entry) == "kaj-\u2502.txt"


def test_a_name_marked_as_utf_8_that_is_not_is_told() -> None:
    packed = zip_of({"kaj-é.txt": TEXT.encode()}).replace("é".encode(), b"\xff\xfe")
    assert codes(packed) == ["ingest.damaged"]


def test_files_that_share_their_bytes_are_left_out() -> None:
    assert set(codes(overlapping_zip(50))) == {"ingest.damaged"}


def test_an_archive_of_too_many_files_is_not_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.ingest.archives.ENTRIES", 20)
    assert codes(many_entries(21)) == ["ingest.too-many"]
    assert codes(many_entries(20)) == ["ingest.empty"] * 20


def test_a_file_with_a_wrong_checksum_is_left_out() -> None:
    packed = bytearray(zip_of({"a.txt": TEXT.encode(), "b.txt": TEXT.encode()}))
    packed[packed.index(b"PK\x01\x02") + 16] ^= 0xFF
    assert told(bytes(packed)) == [("!a.txt", "ingest.damaged"), ("!b.txt", TEXT)]


def test_archives_with_a_comment_or_something_before_them_are_read() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("a.txt", TEXT)
        archive.comment = b"made by hand"
    assert told(made.getvalue()) == [("!a.txt", TEXT)]
