from pathlib import Path

import pytest

from onrecord.publish.room.door import POLICY, SAFE, Entry
from support.records import written
from support.room import client

TOKEN = "a-token-of-twenty-letters"  # noqa: S105 - invented


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:8710", "LOCALHOST.:80", "[::1]:9"])
def test_this_machine_is_asked_for_under_its_own_names(host: str) -> None:
    assert Entry().is_named(host)


@pytest.mark.parametrize(
    "host", ["evil.example", "", "localhost.evil.example", "127.0.0.1:x", "192.168.0.7", "[::2]"]
)
def test_no_other_name_is_answered(tmp_path: Path, host: str) -> None:
    assert not Entry().is_named(host)
    answer = client(written(tmp_path)).get("/", headers={"host": host or "x"})
    assert answer.status_code == 421


def test_where_a_network_is_let_in_addresses_are_names_too() -> None:
    entry = Entry(any_address=True)
    assert entry.is_named("192.168.0.7:8710")
    assert not entry.is_named("rebound.example")


def test_every_answer_tells_the_browser_to_run_nothing_foreign(tmp_path: Path) -> None:
    room = client(written(tmp_path))
    for path in ("/", "/nowhere", "/static/look.css", "/statement/s00"):
        headers = room.get(path).headers
        for name, value in SAFE:
            assert headers[name.decode()] == value.decode()
    assert "unsafe" not in POLICY
    assert "frame-ancestors 'none'" in POLICY


def test_a_token_is_asked_for_once_and_then_kept_in_a_cookie(tmp_path: Path) -> None:
    room = client(written(tmp_path), entry=Entry(token=TOKEN))
    assert room.get("/").status_code == 401
    assert room.get("/?token=wrong").status_code == 401

    first = room.get(f"/search?q=a&token={TOKEN}")
    assert (first.status_code, first.headers["location"]) == (303, "/search?q=a")
    assert "HttpOnly" in first.headers["set-cookie"]
    assert room.get("/search?q=a").status_code == 200


def test_a_program_sends_the_token_with_each_request(tmp_path: Path) -> None:
    room = client(written(tmp_path), entry=Entry(token=TOKEN))
    assert room.get("/", headers={"authorization": f"Bearer {TOKEN}"}).status_code == 200
    assert room.get("/", headers={"authorization": "Bearer nothing"}).status_code == 401
    assert room.get("/", headers={b"cookie": b"onrecord_token=nothing; x=\xfc"}).status_code == 401


def test_the_look_of_the_room_is_no_secret(tmp_path: Path) -> None:
    assert client(written(tmp_path), entry=Entry(token=TOKEN)).get("/static/look.css").status_code == 200


def test_a_path_that_begins_with_two_slashes_leads_to_no_other_host(tmp_path: Path) -> None:
    room = client(written(tmp_path), entry=Entry(token=TOKEN))
    answer = room.get(f"http://localhost//evil.example/?token={TOKEN}")
    assert answer.headers["location"].startswith("/evil.example")
