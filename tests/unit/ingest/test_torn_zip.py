import gzip
import io
import zipfile
from typing import Any

import pytest

from onrecord.ingest.torn_zip import find_files
from support.containers import PAGE, TEXT, WARC_PIECES, WARC_READ, told, zip_of

FILES = {"a.txt": TEXT.encode(), "pages/b.html": PAGE.encode(), ".hidden": b"x", "c.txt": TEXT.encode() * 2}
READ = [("!a.txt", TEXT), ("!pages/b.html", PAGE), ("!c.txt", TEXT * 2)]
TORN = ("", "ingest.damaged")


class Forward:
    """A file in which one cannot go back, so that what is written into it has its lengths behind it."""

    def __init__(self) -> None:
        self.payload = b""

    def write(self, piece: bytes) -> int:
        """Take a piece."""
        self.payload += piece
        return len(piece)

    def flush(self) -> None:
        """Keep nothing back."""


def streamed(files: dict[str, bytes]) -> bytes:
    made: Any = Forward()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, payload in files.items():
            archive.writestr(zipfile.ZipInfo(name), payload, zipfile.ZIP_DEFLATED)
    return bytes(made.payload)


@pytest.mark.parametrize("packed", [zip_of(FILES), streamed(FILES)])
def test_without_its_list_an_archive_gives_its_files(packed: bytes) -> None:
    assert told(packed[: packed.index(b"PK\x01\x02") + 9], "a.zip") == [TORN, *READ]


@pytest.mark.parametrize("packed", [zip_of(FILES), streamed(FILES)])
def test_the_file_in_which_an_archive_is_cut_is_told(packed: bytes) -> None:
    cut = packed[: packed.rindex(b"PK\x03\x04") + 45]
    assert told(cut, "a.zip") == [TORN, *READ[:-1], ("!c.txt", "ingest.damaged")]


def test_of_a_cut_archive_of_pages_the_records_before_the_cut_are_read() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("pages/pages.jsonl", '{"text": "The quay is closed."}')
        archive.writestr("archive/data.warc.gz", b"".join(WARC_PIECES))
    packed = made.getvalue()
    cut = packed[: packed.index(WARC_PIECES[-1]) + 30]
    within = "!archive/data.warc.gz"
    expected = [(within + place, text) for place, text in WARC_READ[:-2]]
    assert told(cut, "saved.wacz") == [TORN, *expected, (within + "#10", "ingest.damaged")]


def test_a_file_with_a_wrong_sum_is_set_aside_alone() -> None:
    packed = zip_of(FILES)
    place = packed.index(b"PK\x03\x04") + 14
    hurt = packed[:place] + b"\0\0\0\0" + packed[place + 4 : packed.index(b"PK\x01\x02")]
    assert told(hurt, "a.zip") == [TORN, ("!a.txt", "ingest.damaged"), *READ[1:]]


@pytest.mark.parametrize("reached", ["archive/", "pages/"])
def test_of_an_archive_of_pages_cut_before_its_records_nothing_is_read(reached: str) -> None:
    beside = {
        "datapackage.json": b'{"profile": "data-package", "title": "The quay is closed."}',
        "pages/pages.jsonl": b'{"url": "https://sandrunner.example/", "text": "The quay is closed."}',
        "archive/data.warc": b"".join(WARC_PIECES),
    }
    packed = zip_of(beside)
    cut = packed[: packed.index(reached.encode()) - 30]
    assert told(cut, "saved.wacz") == [TORN]


def test_of_a_torn_office_document_nothing_is_read() -> None:
    packed = zip_of({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>", "a.txt": TEXT.encode()})
    assert told(packed[: packed.index(b"PK\x01\x02")], "a.docx") == [TORN]


def test_nothing_is_found_where_nothing_stands() -> None:
    assert list(find_files(io.BytesIO(b""))) == []
    assert list(find_files(io.BytesIO(b"PK\x03\x04short"))) == []
    assert list(find_files(io.BytesIO(gzip.compress(TEXT.encode())))) == []


@pytest.mark.parametrize("before", [0, 1, 65_534, 65_535, 65_536, 200_000])
def test_a_header_is_found_wherever_it_stands(before: int) -> None:
    (found,) = find_files(io.BytesIO(b"P" * before + zip_of({"a.txt": TEXT.encode()})))
    assert (found.name, found.packed) == ("a.txt", True)


def test_a_file_without_a_name_is_none() -> None:
    assert told(b"PK\x03\x04" + bytes(60), "a.docx") == [TORN]
