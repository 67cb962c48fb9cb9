import csv
import io
import json
import re
from html import unescape
from typing import TYPE_CHECKING, Any

import pytest

from onrecord.publish.room import like, rows_away
from onrecord.publish.room.rows_away import ROWS_FORMS, row_files
from support.contents import ferry_contents
from support.records import written
from support.room import client

if TYPE_CHECKING:
    from starlette.testclient import TestClient

LINKED = ferry_contents().linked
STATEMENT = next(one for one in LINKED.statements if len(one.variants) > 1)
PAGES = {
    "/": "stories",
    "/search": "statements",
    "/search?q=fares&independent=1": "statements",
    "/search?q=What+did+Velik+say+about+lighthouses": "statements",
    "/search?q=ferry&part=reports": "reports",
    "/search?part=speakers": "speakers",
    "/speakers?q=velik": "speakers",
    "/speaker/unknown": "statements",
    "/reports?outlet=gazette": "reports",
    "/events": "events",
    "/outlets": "outlets",
    "/matrix": "cells",
    "/divergences": "divergences",
    "/problems": "problems",
    "/corrections": "corrections",
}
THINGS = (
    f"/statement/{STATEMENT.id}",
    f"/event/{LINKED.events[0].id}",
    f"/story/{LINKED.stories[0].id}",
    f"/speaker/{LINKED.entities[0].id}",
    f"/report/{ferry_contents().readings[0].report.id}",
)


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> "TestClient":
    return client(written(tmp_path_factory.mktemp("room")))


def offered(room: "TestClient", path: str) -> list[str]:
    """Return where the page at an address says that something is taken away."""
    return [unescape(one) for one in re.findall(r'download href="([^"]+)"', room.get(path).text)]


@pytest.mark.parametrize("path", PAGES)
def test_the_rows_of_a_list_are_those_that_the_api_tells(room: "TestClient", path: str) -> None:
    page = room.get(path).text
    (same,) = re.findall(r'href="(/api/v1/[^"]+)">The same as JSON', page)
    told: dict[str, Any] = room.get(unescape(same)).json()
    part = PAGES[path]
    rows: list[dict[str, Any]] = told[part] if path == "/matrix" else told.get(part, told)["rows"]
    safe, table, lines = [one for one in offered(room, path) if "/rows-" in one]
    given = [json.loads(line) for line in room.get(lines).text.splitlines()]
    assert [{name: row[name] for name in own} for row, own in zip(given, rows, strict=True)] == rows
    for one in (safe, table):
        answer = room.get(one)
        assert answer.status_code == 200
        assert len(list(csv.DictReader(io.StringIO(answer.text.lstrip("\ufeff"), newline="")))) == len(rows)


@pytest.mark.parametrize("path", [*THINGS, *PAGES])
def test_every_page_offers_what_it_shows(room: "TestClient", path: str) -> None:
    found = offered(room, path)
    assert found
    for one in found:
        if "parquet" not in one:
            assert room.get(one).status_code == 200, one


def test_statements_like_one_are_taken_away_as_the_page_has_them(
    room: "TestClient", monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (like, rows_away):
        monkeypatch.setattr(module, "prepare_meanings", lambda: None)
    path = f"/like/{STATEMENT.id}"
    shown = re.findall(r'said-link" href="/statement/(s[0-9a-f]+)"', room.get(path).text)
    given = room.get(next(one for one in offered(room, path) if "jsonl" in one)).text
    assert [json.loads(line)["row"]["id"] for line in given.splitlines()] == shown


def test_a_list_is_taken_away_whole_whatever_the_page(
    room: "TestClient", monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rows_away, "MOST", 2)
    lines = room.get("/take/rows-jsonl?of=statements").text.splitlines()
    assert [json.loads(line)["id"] for line in lines] == [
        row["id"] for row in room.get("/api/v1/statements").json()["rows"]
    ]
    monkeypatch.setattr(rows_away, "LARGEST", 1)
    assert room.get("/take/rows-jsonl?of=statements").status_code == 404


@pytest.mark.parametrize(
    "asked", ["", "of=openapi.json", "of=statements&colour=red", "of=reports/r1", "of=slice"]
)
def test_what_is_no_list_is_not_taken_away(room: "TestClient", asked: str) -> None:
    assert room.get(f"/take/rows-csv?{asked}").status_code == 404


def test_a_table_names_what_it_holds_and_says_where_it_stands(room: "TestClient") -> None:
    (row, *_) = csv.DictReader(io.StringIO(room.get("/take/rows-csv?of=statements").text, newline=""))
    own = room.get(row["links.page"])
    assert own.status_code == 200
    assert row["links.at"].startswith("/report/r")
    assert row["speakers"]
    (cell, *_) = csv.DictReader(io.StringIO(room.get("/take/rows-csv?of=matrix").text, newline=""))
    assert cell["event"] in {one.what for one in LINKED.events}


def test_an_address_asks_for_all_rows_and_not_for_a_page_of_them() -> None:
    links = row_files("/api/v1/search?words=quay&first=30&most=30")
    assert [href for href, _, _ in links] == [
        f"/take/{name}?of=search&words=quay&part=statements" for name in ROWS_FORMS
    ]
