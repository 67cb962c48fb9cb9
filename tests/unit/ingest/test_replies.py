import gzip
import io
import zlib

import pytest
from backports import zstd

from onrecord.errors import SetAside
from onrecord.ingest.limits import Budget
from onrecord.ingest.replies import read_body, read_headers
from onrecord.ingest.streams import Stream
from support.containers import brotli, chunked

BODY = b"The quay is closed, the board said on Monday. " * 9


def headers_of(payload: bytes) -> dict[str, str]:
    return read_headers(Stream(io.BytesIO(payload)), "HTTP/", "a", Budget("a"))


def body_of(payload: bytes, **headers: str) -> bytes:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    body = read_body(Stream(io.BytesIO(payload)), named, locator="a", budget=Budget("a"))
    return Stream(body).read(9999)


def test_the_first_of_each_header_counts_and_the_status_stands_under_no_name() -> None:
    found = headers_of(b"HTTP/1.1 200 OK\r\nA: 1\r\n b\r\na: 2\r\nno header\r\n\r\nbody")
    assert found == {"": "200 OK", "a": "1 b"}


@pytest.mark.parametrize(
    "payload", [b"", b"SPDY 200\r\n\r\n", b"HTTP/1.1 200 OK\r\n" + b"A: 1\r\n" * 300_000]
)
def test_what_has_no_headers_or_too_many_is_set_aside(payload: bytes) -> None:
    with pytest.raises(SetAside):
        headers_of(payload)


@pytest.mark.parametrize(
    ("encoding", "sent"),
    [
        ("gzip", gzip.compress(BODY)),
        ("x-gzip", gzip.compress(BODY)),
        ("deflate", zlib.compress(BODY)),
        ("br", brotli(BODY)),
        ("zstd", zstd.compress(BODY)),
        ("br, GZIP", gzip.compress(brotli(BODY))),
        ("gzip", BODY),
        ("identity", BODY),
        ("rot13", BODY),
    ],
    ids=["gzip", "x-gzip", "deflate", "br", "zstd", "two", "unpacked", "identity", "unknown"],
)
def test_a_body_is_unpacked_as_its_headers_say_or_given_as_it_is(encoding: str, sent: bytes) -> None:
    assert body_of(sent, content_encoding=encoding) == BODY
    assert body_of(chunked(sent), content_encoding=encoding, transfer_encoding="chunked") == BODY


def test_a_body_that_is_not_in_chunks_after_all_is_given_as_it_is() -> None:
    assert body_of(BODY, transfer_encoding="chunked") == BODY
    assert body_of(gzip.compress(BODY), transfer_encoding="chunked", content_encoding="gzip") == BODY
