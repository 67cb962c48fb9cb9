from pathlib import Path

import pytest

from support.records import written
from support.room import client


def test_nothing_can_be_sent_to_a_room_that_is_only_for_reading(tmp_path: Path) -> None:
    room = client(written(tmp_path))
    for path in ("/review", "/review/say"):
        assert (
            room.post(path, data={"kind": "accept"}, headers={"origin": "http://localhost"}).status_code
            == 404
        )
        assert room.get(path).status_code == 404
    assert room.post("/").status_code == 405
    assert "Review" not in room.get("/").text


@pytest.mark.parametrize(
    "path",
    [
        "/static/../app.py",
        "/static/%2e%2e/app.py",
        "/static/..%2f..%2fapp.py",
        "/etc/passwd",
        "/static/room.css%00.py",
    ],
)
def test_no_path_outside_the_room_is_read(tmp_path: Path, path: str) -> None:
    assert client(written(tmp_path)).get(path).status_code == 404


def test_a_file_under_its_own_mark_is_kept_for_ever(tmp_path: Path) -> None:
    room = client(written(tmp_path))
    assert "immutable" in room.get(_first_style(room.get("/").text)).headers["cache-control"]
    assert room.get("/static/look.css?v=other").headers["cache-control"] == "no-cache"


def _first_style(page: str) -> str:
    return page.split('rel="stylesheet" href="')[1].split('"', maxsplit=1)[0]


def test_the_api_stands_beside_the_pages_behind_the_same_door(tmp_path: Path) -> None:
    room = client(written(tmp_path))
    answer = room.get("/api/v1/openapi.json")
    assert answer.json()["openapi"].startswith("3.")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert room.get("/api/v1/openapi.json", headers={"host": "evil.example"}).status_code == 421
