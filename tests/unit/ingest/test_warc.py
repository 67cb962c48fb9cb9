import gzip
import io
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
