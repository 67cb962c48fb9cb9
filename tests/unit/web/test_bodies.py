import gzip
import time
import zlib
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler

import pytest

from onrecord.errors import WebError
from onrecord.web.bodies import Bounds, read_body
from onrecord.web.visits import Visitor
from support.servers import answer, serve

PAGE = b" ".join(b"The quay at berth %d was closed by the harbour master." % n for n in range(400))


def body(*chunks: bytes, coding: str = "", largest: int = 1_000_000) -> bytes:
    bounds = Bounds(largest=largest, deadline=time.monotonic() + 60, longest=60)
    return read_body(chunks, "https://h.example/", coding, bounds)


def raw_deflate(payload: bytes) -> bytes:
    packing = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packing.compress(payload) + packing.flush()


PACKED: list[tuple[str, Callable[[bytes], bytes]]] = [
    ("gzip", gzip.compress),
    ("X-GZIP", gzip.compress),
    ("deflate", zlib.compress),
    ("deflate", raw_deflate),
]


@pytest.mark.parametrize(("coding", "pack"), PACKED)
def test_a_packed_body_is_whole_in_pieces_of_any_size_or_told(
    coding: str, pack: Callable[[bytes], bytes]
) -> None:
    packed = pack(PAGE)
    assert body(packed, coding=coding) == PAGE
    assert body(*(packed[n : n + 7] for n in range(0, len(packed), 7)), coding=coding) == PAGE
    for cut in (1, len(packed) // 2, len(packed) - 1):
        with pytest.raises(WebError, match="broke off") as caught:
            body(packed[:cut], coding=coding)
        assert caught.value.code == "web.unreachable"


def test_members_of_gzip_are_read_one_after_another_and_filling_is_passed_over() -> None:
    packed = gzip.compress(b"The quay ") + gzip.compress(b"is closed.")
    assert body(packed, coding="gzip") == b"The quay is closed."
    assert body(packed + b"\0" * 64, coding="gzip") == b"The quay is closed."
    with pytest.raises(WebError, match="broke off"):
        body(packed[:-3], coding="gzip")


def test_a_body_without_bytes_is_whole_whatever_it_is_packed_with() -> None:
    assert body(coding="gzip") == b""


@pytest.mark.parametrize("coding", ["br", "zstd", "gzip, br", "gzip, gzip", "compress"])
def test_what_was_not_asked_for_is_told_instead_of_read(coding: str) -> None:
    with pytest.raises(WebError, match="not asked for"):
        body(b"Ahoy", coding=coding)


@pytest.mark.parametrize("coding", ["", "identity", "utf-8", "none"])
def test_a_word_that_is_no_coding_changes_nothing(coding: str) -> None:
    assert body(b"Ahoy", coding=coding) == b"Ahoy"


def test_a_body_that_unpacks_too_far_is_given_up() -> None:
    with pytest.raises(WebError) as caught:
        body(gzip.compress(b"\0" * 50_000), coding="gzip", largest=2_000)
    assert caught.value.code == "web.too-large"


def cut_short(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "500")
    handler.end_headers()
    handler.wfile.write(b"The harbour master said that the quay")


def cut_in_a_chunk(handler: BaseHTTPRequestHandler) -> None:
    handler.protocol_version = "HTTP/1.1"
    handler.send_response(200)
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    handler.wfile.write(b"11\r\nThe harbour mast\r\n5\r\ner")
    handler.close_connection = True


def cut_between_chunks(handler: BaseHTTPRequestHandler) -> None:
    handler.protocol_version = "HTTP/1.1"
    handler.send_response(200)
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    handler.wfile.write(b"10\r\nThe harbour mast\r\n")
    handler.close_connection = True


@pytest.mark.parametrize("cut", [cut_short, cut_in_a_chunk, cut_between_chunks])
def test_an_answer_that_breaks_off_is_no_page(cut: Callable[[BaseHTTPRequestHandler], None]) -> None:
    with serve({"/": cut}) as site, Visitor(allow_private=True) as visitor, pytest.raises(WebError) as caught:
        visitor.visit(site + "/")
    assert caught.value.code == "web.unreachable"


def test_the_body_of_a_refusal_is_not_looked_at() -> None:
    refusal = answer(b"\x0b\x02", status=404, headers={"Content-Encoding": "br"})
    with serve({"/": refusal}) as site, Visitor(allow_private=True) as visitor:
        visit = visitor.visit(site + "/")
    assert (visit.status, visit.payload) == (404, b"")
