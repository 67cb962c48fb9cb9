import gzip
import time
import zlib
from collections.abc import Sequence
from http.server import BaseHTTPRequestHandler

import pytest

from onrecord.errors import WebError
from onrecord.web import visits
from onrecord.web.visits import Visitor
from support.servers import answer, serve


def code_of(visitor: Visitor, url: str) -> str:
    with visitor, pytest.raises(WebError) as caught:
        visitor.visit(url)
    return caught.value.code


def test_a_page_is_brought_with_what_to_ask_next_time() -> None:
    heard: list[tuple[str, dict[str, str]]] = []
    page = answer(b"<p>Ahoy", headers={"ETag": '"7"', "Last-Modified": "Fri, 15 Mar 2024 10:15:00 GMT"})
    with serve({"/": page}, heard) as site, Visitor(allow_private=True) as visitor:
        visit = visitor.visit(site + "/")
        visitor.visit(site + "/", etag=visit.etag, modified=visit.modified)
    assert (visit.payload, visit.status, visit.etag) == (b"<p>Ahoy", 200, '"7"')
    assert heard[0][1]["user-agent"].startswith("onrecord/")
    assert "if-none-match" not in heard[0][1]
    assert heard[1][1]["if-none-match"] == '"7"'
    assert heard[1][1]["if-modified-since"] == "Fri, 15 Mar 2024 10:15:00 GMT"


def test_what_did_not_change_is_not_sent_again() -> None:
    with serve({"/": answer(status=304)}) as site, Visitor(allow_private=True) as visitor:
        assert visitor.visit(site + "/").unchanged


def test_redirects_are_followed_so_far() -> None:
    pages = {f"/{n}": answer(status=302, headers={"Location": f"/{n + 1}"}) for n in range(9)}
    with serve({**pages, "/5": answer(b"there")}) as site:
        with Visitor(allow_private=True) as visitor:
            visit = visitor.visit(site + "/1")
        assert (visit.payload, visit.url) == (b"there", site + "/5")
    with serve(pages) as site:
        assert code_of(Visitor(allow_private=True), site + "/0") == "web.too-many-redirects"


def test_loopback_is_not_visited_unless_the_user_says_so() -> None:
    heard: list[tuple[str, dict[str, str]]] = []
    with serve({"/": answer(b"secret")}, heard) as site:
        assert code_of(Visitor(), site + "/") == "web.private-address"
    assert heard == []


def test_a_public_page_that_leads_inside_is_refused_at_the_second_step(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    heard: list[tuple[str, dict[str, str]]] = []

    def find_public(host: str, port: int, *, resolve: object) -> str:
        del port, resolve
        # Only the first host counts as public: its address is loopback for want of another.
        if host == "quay.example":
            return "127.0.0.1"
        raise WebError("web.private-address", host)

    monkeypatch.setattr(visits, "find_public", find_public)
    with serve({"/inside": answer(b"secret")}, heard) as inside:
        away = answer(status=302, headers={"Location": inside + "/inside"})
        with serve({"/": away}) as outside:
            port = outside.rpartition(":")[2]
            assert code_of(Visitor(), f"http://quay.example:{port}/") == "web.private-address"
    assert heard == []


def test_a_name_is_looked_up_once_so_that_a_second_answer_leads_nowhere(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answers = iter([["93.184.216.34"], ["127.0.0.1"]])
    asked: list[str] = []

    def rebinding(host: str, port: int) -> Sequence[str]:
        del port
        asked.append(host)
        return next(answers)

    connected: list[str] = []

    class Backend:
        def connect_tcp(self, host: str, *_: object) -> object:
            connected.append(host)
            raise OSError("no network here")

    guarded = visits.Guarded(allow_private=False, resolve=rebinding)
    monkeypatch.setattr(guarded, "inner", Backend())
    with pytest.raises(OSError, match="no network"):
        guarded.connect_tcp("quay.example", 80)
    assert (asked, connected) == (["quay.example"], ["93.184.216.34"])
    with pytest.raises(WebError):
        guarded.connect_tcp("quay.example", 80)


@pytest.mark.parametrize(
    "url",
    [
        "ftp://h.example/",
        "file:///etc/passwd",
        "h.example",
        "http://",
        "http://u:p@h.example/",
        "http://h.example:99999/",
        "http://h.example/a b",
        "http://h.example/\r\nX: y",
        "http://h.example/" + "a" * 5000,
        "javascript:alert(1)",
    ],
)
def test_what_is_no_web_address_is_refused(url: str) -> None:
    assert code_of(Visitor(), url) == "web.bad-address"


def test_a_page_that_is_too_large_is_given_up() -> None:
    with serve({"/": answer(b"x" * 3000)}) as site:
        assert code_of(Visitor(allow_private=True, largest=2000), site + "/") == "web.too-large"


def test_a_page_that_unpacks_too_far_is_given_up() -> None:
    bomb = gzip.compress(b"\0" * 5_000_000)
    with serve({"/": answer(bomb, headers={"Content-Encoding": "gzip"})}) as site:
        assert code_of(Visitor(allow_private=True, largest=100_000), site + "/") == "web.too-large"


def test_a_packed_page_is_unpacked_and_a_damaged_one_told() -> None:
    packed = answer(gzip.compress(b"Ahoy"), headers={"Content-Encoding": "gzip"})
    damaged = answer(zlib.compress(b"Ahoy"), headers={"Content-Encoding": "gzip"})
    with serve({"/": packed, "/bad": damaged}) as site:
        with Visitor(allow_private=True) as visitor:
            assert visitor.visit(site + "/").payload == b"Ahoy"
        assert code_of(Visitor(allow_private=True), site + "/bad") == "web.unreachable"


def test_a_page_that_drips_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(visits, "LONGEST", 0.3)

    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        for _ in range(50):
            handler.wfile.write(b"x")
            handler.wfile.flush()
            time.sleep(0.05)

    with serve({"/": drip}) as site:
        assert code_of(Visitor(allow_private=True), site + "/") == "web.too-slow"


def test_a_server_that_is_not_there_or_speaks_otherwise_is_told() -> None:
    with serve({}) as site:
        pass
    assert code_of(Visitor(allow_private=True), site + "/") == "web.unreachable"

    def babble(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"what?\r\n\r\n")

    with serve({"/": babble}) as site:
        assert code_of(Visitor(allow_private=True), site + "/") == "web.unreachable"


def test_how_long_a_server_wants_to_be_left_alone_is_kept() -> None:
    with (
        serve({"/": answer(status=503, headers={"Retry-After": "120"})}) as site,
        Visitor(allow_private=True) as visitor,
    ):
        visit = visitor.visit(site + "/")
    assert (visit.status, visit.retry_after) == (503, 120)


@pytest.mark.parametrize(
    ("asked", "seconds"),
    [
        ("Sun, 05 Jul 2026 12:30:00 GMT", 1800),
        ("Sun, 05 Jul 2026 11:00:00 GMT", 0),
        ("next week", None),
        ("9" * 5000, 999999999),
    ],
)
def test_a_date_to_come_back_at_is_counted_from_the_servers_own(asked: str, seconds: int | None) -> None:
    headers = {"Retry-After": asked, "Date": "Sun, 05 Jul 2026 12:00:00 GMT"}
    with (
        serve({"/": answer(status=503, headers=headers)}) as site,
        Visitor(allow_private=True) as visitor,
    ):
        assert visitor.visit(site + "/").retry_after == seconds


def test_what_could_not_be_sent_back_is_not_asked_with() -> None:
    headers = {"ETag": '"q\xe9"', "Last-Modified": "x" * 2000}
    with serve({"/": answer(b"Ahoy", headers=headers)}) as site, Visitor(allow_private=True) as visitor:
        visit = visitor.visit(site + "/")
    assert (visit.etag, visit.modified) == (None, None)


def test_a_page_that_leads_to_no_address_is_told() -> None:
    for location in ("http://[::1", "//[quay", "ftp://h.example/"):
        with serve({"/": answer(status=302, headers={"Location": location})}) as site:
            assert code_of(Visitor(allow_private=True), site + "/") == "web.bad-address"


def test_letters_outside_ascii_are_escaped_wherever_an_address_comes_from() -> None:
    heard: list[tuple[str, dict[str, str]]] = []
    away = answer(status=302, headers={"Location": "/käse".encode().decode("latin-1")})
    with serve({"/gr%C3%B6%C3%9Fe": away}, heard) as site, Visitor(allow_private=True) as visitor:
        visitor.visit(site + "/größe")
    assert [path for path, _ in heard] == ["/gr%C3%B6%C3%9Fe", "/k%C3%A4se"]


def test_the_encoding_that_a_server_states_is_kept() -> None:
    page = answer(b"x", headers={"Content-Type": 'text/html; Charset="windows-1251"'})
    with serve({"/": page}) as site, Visitor(allow_private=True) as visitor:
        assert visitor.visit(site + "/").charset == "windows-1251"
        assert visitor.visit(site + "/gone").charset == ""
