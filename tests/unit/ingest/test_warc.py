import gzip
import io
import zipfile
import zlib
from importlib import import_module

import pytest

from onrecord.model.report import Capture
from support.containers import (
    DAY,
    LINES,
    PAGE,
    RECORDS,
    TEXT,
    WARC,
    WARC_READ,
    codes,
    read,
    record,
    reply,
    told,
)


def test_the_address_and_the_time_of_fetching_are_declared_and_no_date() -> None:
    (capture,) = read(record("response", reply(PAGE.encode(), media_type="text/html; charset=ISO-8859-2")))
    assert isinstance(capture, Capture)
    assert capture.media_type == "text/html"
    assert capture.declared == {
        "charset": "iso-8859-2",
        "retrieved": DAY,
        "url": "https://courier.example/quay",
    }


@pytest.mark.parametrize("kind", ["request", "metadata", "revisit", "warcinfo", "continuation", ""])
def test_records_of_other_kinds_are_skipped(kind: str) -> None:
    assert told(record(kind, reply(PAGE.encode()))) == []


@pytest.mark.parametrize("status", ["301 Moved", "404 Not Found", "500 Oops", "", "OK"])
def test_answers_that_there_is_no_page_are_skipped(status: str) -> None:
    assert told(record("response", reply(PAGE.encode(), status=status))) == []


def test_what_a_crawler_fetches_for_itself_is_skipped() -> None:
    robots = record("response", reply(b"User-agent: *", media_type="text/plain"))
    assert told(robots.replace(b"/quay", b"/robots.txt")) == []


def test_text_made_from_pages_is_read() -> None:
    assert told(record("conversion", TEXT.encode(), media_type="text/plain")) == [("#1", TEXT)]


@pytest.mark.parametrize("cut", range(1, 700, 23))
def test_all_before_a_cut_is_read_and_the_cut_told(cut: int) -> None:
    found = told(WARC[:-cut])
    whole = [one for one in found if not one[1].startswith("ingest.")]
    assert list(WARC_READ[: len(whole)]) == whole
    between = {sum(map(len, RECORDS[:number])) - blank for number in range(11) for blank in range(5)}
    assert len(WARC) - cut in between or found[-1][1] == "ingest.damaged"


def test_a_record_of_another_length_than_it_states_is_set_aside_alone() -> None:
    short = record("resource", TEXT.encode(), media_type="text/plain").replace(b"Length: 54", b"Length: 11")
    long = record("resource", TEXT.encode(), media_type="text/plain").replace(b"Length: 54", b"Length: 77")
    last = record("resource", LINES.encode(), media_type="application/json")
    for hurt in (short, long):
        found = told(hurt + last + last)
        assert "ingest.damaged" in [text for _, text in found]
        assert [text for _, text in found][-2:] == LINES.splitlines()


@pytest.mark.parametrize("length", ["-5", "many", "9" * 40, "٣", ""])
def test_a_record_without_a_length_is_set_aside(length: str) -> None:
    hurt = record("resource", TEXT.encode(), media_type="text/plain").replace(
        b"Length: 54", f"Length: {length}".encode()
    )
    assert [text for _, text in told(hurt + record("response", reply(PAGE.encode())))] == [
        "ingest.damaged",
        PAGE,
    ]


def test_a_record_larger_than_the_limit_is_told_and_the_next_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.ingest.warc.LARGEST", 100)
    pages = (
        record("resource", TEXT.encode() * 2, media_type="text/plain"),
        record("resource", TEXT.encode(), media_type="text/plain"),
    )
    assert told(b"".join(pages)) == [("#1", "ingest.too-large"), ("#2", TEXT)]


def test_too_many_records_end_the_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.ingest.limits.RECORDS", 2)
    assert codes(WARC) == ["ingest.too-many"]


# That library leaves its temporary files to the collector.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_what_another_library_wrote_is_read() -> None:
    writer = import_module("warcio.warcwriter")
    headers = import_module("warcio.statusandheaders")
    made = io.BytesIO()
    archive = writer.WARCWriter(made, gzip=True)
    answer = headers.StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.0")
    for _ in range(2):
        archive.write_record(
            archive.create_warc_record(
                "https://courier.example/quay",
                "response",
                payload=io.BytesIO(PAGE.encode()),
                http_headers=answer,
            )
        )
    assert gzip.decompress(made.getvalue()).startswith(b"WARC/")
    assert told(made.getvalue()) == [("#1", PAGE), ("#2", PAGE)]


def _hurt(packed: bytes, place: int) -> bytes:
    return packed[:place] + bytes([packed[place] ^ 0xFF]) + packed[place + 1 :]


PAGES = tuple(
    record("resource", f"{TEXT}{number} {TEXT * number}".encode(), media_type="text/plain")
    for number in range(1, 6)
)
PACKED = tuple(gzip.compress(one, mtime=0) for one in PAGES)
PAGES_READ = tuple((f"#{number}", f"{TEXT}{number} {TEXT * number}") for number in range(1, 6))


@pytest.mark.parametrize("name", ["pile.warc.gz", "pile"])
@pytest.mark.parametrize("place", [0, 3, 10, 12, 40, -6, -1])
@pytest.mark.parametrize("number", [1, 3, 5])
def test_of_compressed_records_the_damaged_one_alone_is_lost(number: int, place: int, name: str) -> None:
    pieces = list(PACKED)
    pieces[number - 1] = _hurt(pieces[number - 1], place % len(pieces[number - 1]))
    if not pieces[0].startswith(b"\x1f"):
        name = "pile.warc.gz"
    expected = list(PAGES_READ)
    expected[number - 1] = (f"#{number}", "ingest.damaged")
    assert told(b"".join(pieces), name) == expected


def test_of_damaged_pieces_side_by_side_each_is_told() -> None:
    pieces = (
        _hurt(PACKED[0], 12),
        _hurt(PACKED[1], 12),
        PACKED[2],
        _hurt(PACKED[3], 12),
        _hurt(PACKED[4], 12),
    )
    expected = [(f"#{number}", "ingest.damaged") for number in range(1, 6)]
    expected[2] = PAGES_READ[2]
    assert told(b"".join(pieces), "pile.warc.gz") == expected


@pytest.mark.parametrize("cut", [30, 60])
def test_of_compressed_records_the_last_may_be_cut(cut: int) -> None:
    assert told(b"".join(PACKED)[:-cut], "pile.warc.gz") == [*PAGES_READ[:-1], ("#5", "ingest.damaged")]


def test_an_archive_that_is_compressed_as_one_is_read_up_to_the_cut() -> None:
    rows = tuple(
        record("resource", f"{TEXT}{number * 7919 % 999_983}".encode(), media_type="text/plain")
        for number in range(9999)
    )
    packed = gzip.compress(b"".join(rows), mtime=0)
    found = told(packed[: len(packed) // 2], "pile.warc.gz")
    assert 4000 < len(found) < 6000
    assert [text for _, text in found].index("ingest.damaged") == len(found) - 1
    hurt = told(_hurt(packed, len(packed) // 2), "pile.warc.gz")
    assert hurt[:4000] == found[:4000]
    assert "ingest.damaged" in [text for _, text in hurt]


def test_a_compressed_answer_within_a_damaged_record_is_no_record() -> None:
    noise = bytes(range(256)) * 3
    answer = record(
        "response", reply(gzip.compress(noise), "Content-Encoding: gzip", media_type="text/plain")
    )
    stored = zlib.compressobj(0, wbits=31)
    packed = stored.compress(answer) + stored.flush()
    assert told(_hurt(packed, 10) + PACKED[1], "pile.warc.gz") == [("#1", "ingest.damaged"), PAGES_READ[1]]
    assert told(PACKED[0] + _hurt(packed, 10) + PACKED[2]) == [
        PAGES_READ[0],
        ("#2", "ingest.damaged"),
        PAGES_READ[2],
    ]


def test_an_archive_whose_pieces_are_no_records_is_read_on_behind_a_damaged_piece() -> None:
    whole = b"".join(PAGES)
    pieces = [gzip.compress(whole[start : start + 700], mtime=0) for start in range(0, len(whole), 700)]
    pieces[1] = _hurt(pieces[1], 12)
    found = told(b"".join(pieces), "pile.warc.gz")
    assert "ingest.damaged" in [text for _, text in found]
    assert found[-1][1] == PAGES_READ[-1][1]


def test_a_damaged_beginning_costs_an_archive_that_is_named_one_its_first_record_alone() -> None:
    assert told(_hurt(PAGES[0], 0) + b"".join(PAGES[1:]), "pile.warc") == [
        ("#1", "ingest.damaged"),
        *PAGES_READ[1:],
    ]


@pytest.mark.parametrize("number", [1, 3, 5])
def test_in_a_packed_archive_of_pages_the_damaged_record_alone_is_lost(number: int) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("datapackage.json", "{}")
        archive.writestr("archive/data.warc.gz", b"".join(PACKED))
    packed = made.getvalue()
    hurt = _hurt(packed, packed.index(PACKED[number - 1]) + 12)
    expected = list(PAGES_READ)
    expected[number - 1] = (f"#{number}", "ingest.damaged")
    within = "!archive/data.warc.gz"
    assert told(hurt, "saved.wacz")[:5] == [(within + place, text) for place, text in expected]
