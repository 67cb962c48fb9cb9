"""Every number on a page of the room is what the API says and what SQL counts."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

import onrecord
from bench.records import make_contents
from onrecord.publish.room.visit import PAGE
from onrecord.record import write
from support.command import SAMPLE
from support.room import client

if TYPE_CHECKING:
    from pathlib import Path

    from fastapi.testclient import TestClient


@pytest.fixture(scope="module", params=["sample", "generated"])
def record(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("numbers") / f"{request.param}.db"
    if request.param == "sample":
        onrecord.build([SAMPLE / "reports"], path).close()
    else:
        write(path, make_contents(1_500, seed=7))
    return path


@pytest.fixture(scope="module")
def room(record: Path) -> TestClient:
    return client(record)


def counted(record: Path, query: str, *values: object) -> int:
    with closing(sqlite3.connect(record)) as connection:
        return int(connection.execute(query, values).fetchone()[0])


def total(room: TestClient, path: str) -> int:
    answer: dict[str, Any] = room.get(f"/api/v1/{path}").json()
    return int(answer["total"])


def numbers(text: str, pattern: str) -> list[int]:
    return [int(found.replace(",", "")) for found in re.findall(pattern, text)]


def test_the_figures_of_the_record(room: TestClient, record: Path) -> None:
    page = room.get("/").text
    shown = numbers(page, r'<dd><a href="[^"]+">([0-9,]+)<')
    sql = [
        "SELECT count(*) FROM reports",
        "SELECT count(*) FROM events",
        "SELECT count(DISTINCT entity_id) FROM attribution_speakers JOIN entity_chains USING (chain_id)",
        "SELECT count(*) FROM statements",
        "SELECT count(*) FROM statements WHERE lineages > 1",
        "SELECT count(*) FROM divergences",
        "SELECT count(*) FROM problems",
    ]
    api = [
        "reports",
        "events",
        "speakers",
        "statements",
        "statements?independent=2",
        "divergences",
        "problems",
    ]

    assert shown == [counted(record, query) for query in sql]
    assert shown == [total(room, path) for path in api]
    (attributions,) = numbers(page, r"statements in ([0-9,]+) attributions</dt>")
    assert attributions == counted(record, "SELECT count(*) FROM attributions")


def test_the_numbers_of_statements(room: TestClient, record: Path) -> None:
    rows: list[dict[str, Any]] = room.get("/api/v1/statements?order=sources&most=5").json()["rows"]
    for row in rows:
        page = room.get(f"/statement/{row['id']}").text
        query = "SELECT {} FROM statements WHERE id = ?"
        assert row["reports"] == counted(record, query.format("reports"), row["id"])
        assert row["lineages"] == counted(record, query.format("lineages"), row["id"])
        (carried,) = re.findall(r"carried by (\d+) reports?(?:, (\d+) independent)?", page)[:1]
        assert (int(carried[0]), int(carried[1] or 1)) == (row["reports"], row["lineages"])
        if record.stem == "sample":  # the generated one counts by its own dice, not by what its reports share
            assert page.count('<li class="source">') == row["lineages"]
        assert page.count('<li class="variant">') == row["variants"] - 1
        carriers = set(re.findall(r'<li class="source-line"><a class="place" href="/report/(\w+)', page))
        assert len(carriers) == row["reports"]


def test_the_numbers_of_speakers(room: TestClient, record: Path) -> None:
    rows: list[dict[str, Any]] = room.get(f"/api/v1/speakers?order=sources&most={PAGE}").json()["rows"]
    page = room.get("/speakers").text
    shown = re.findall(r'href="/speaker/(\w+)">.*?<span class="figure">([0-9,]+) statements? in', page)
    assert [(one, int(number.replace(",", ""))) for one, number in shown] == [
        (row["id"], row["statements"]) for row in rows
    ]
    query = "SELECT count(DISTINCT statement_id) FROM statement_speakers WHERE entity_id = ?"
    for row in rows[:5]:
        assert row["statements"] == counted(record, query, row["id"])
        (own,) = numbers(room.get(f"/speaker/{row['id']}").text, r"<span>([0-9,]+) statements?</span>")[:1]
        assert own == row["statements"]


def test_the_numbers_of_events(room: TestClient, record: Path) -> None:
    rows: list[dict[str, Any]] = room.get("/api/v1/events?order=sources&most=3").json()["rows"]
    for row in rows:
        page = room.get(f"/event/{row['id']}").text
        assert row["reports"] == counted(
            record, "SELECT count(*) FROM event_reports WHERE event_id = ?", row["id"]
        )
        (alone,) = numbers(page, r'Only one has <span class="tally">([0-9,]+)')
        (common,) = numbers(page, r'In common <span class="tally">([0-9,]+)')
        assert common + alone == row["statements"]
        assert row["statements"] == counted(
            record, "SELECT count(*) FROM statements WHERE event_id = ?", row["id"]
        )


def test_the_cells_of_who_said_what(room: TestClient, record: Path) -> None:
    page = room.get("/matrix").text
    cells = re.findall(r'href="/search\?speaker=(\w+)&amp;event=(\w+)">(\d+)<', page)
    assert cells
    query = """SELECT count(*) FROM statements JOIN statement_speakers ON statement_id = id
        WHERE entity_id = ? AND event_id = ?"""
    for speaker, event, number in cells[:25]:
        assert int(number) == counted(record, query, speaker, event)
        assert int(number) == total(room, f"statements?speaker={speaker}&event={event}")
        (found,) = numbers(
            room.get(f"/search?speaker={speaker}&event={event}").text, r'status">([0-9,]+) statement'
        )
        assert found == int(number)


def test_the_numbers_of_outlets(room: TestClient, record: Path) -> None:
    page = room.get("/outlets").text
    shown = re.findall(
        r'href="/reports\?outlet=(\w+)">[^<]*</a></th><td class="num">([0-9,]+)</td><td class="num">([0-9,]+)</td>'
        r'<td class="num"><a [^>]*>([0-9,]+)<.*?<td class="num">([0-9,]+)</td>',
        page,
    )
    rows: list[dict[str, Any]] = room.get(f"/api/v1/outlets?order=sources&most={PAGE}").json()["rows"]
    assert [[one, *map(whole, numbers_)] for one, *numbers_ in shown] == [
        [row["id"], row["reports"], row["copies"], row["statements"], row["alone"]] for row in rows
    ]
    carried = """SELECT count(DISTINCT statement_id) FROM variant_attributions
        JOIN attributions ON attributions.id = attribution_id JOIN reports ON reports.id = report_id WHERE outlet_id = ?"""
    for row in rows[:5]:
        assert row["reports"] == counted(
            record, "SELECT count(*) FROM reports WHERE outlet_id = ?", row["id"]
        )
        assert row["statements"] == counted(record, carried, row["id"])
        (reports,) = numbers(room.get(f"/reports?outlet={row['id']}").text, r'lead">([0-9,]+) report')
        assert reports == row["reports"]


def test_the_numbers_of_reports(room: TestClient, record: Path) -> None:
    page = room.get("/reports").text
    shown = re.findall(r'href="/report/(\w+)">.*?<span class="label">[^<]*?; ([0-9,]+) attribution', page)
    rows: list[dict[str, Any]] = room.get(f"/api/v1/reports?order=time&most={PAGE}").json()["rows"]
    assert [(one, whole(number)) for one, number in shown] == [
        (row["id"], row["attributions"]) for row in rows
    ]
    for row in rows[:5]:
        query = "SELECT count(*) FROM attributions WHERE report_id = ?"
        assert row["attributions"] == counted(record, query, row["id"])
        (marked,) = numbers(room.get(f"/report/{row['id']}").text, r"<span>([0-9,]+) attributions? marked")
        assert marked == row["attributions"]


def test_the_numbers_of_stories(room: TestClient, record: Path) -> None:
    rows: list[dict[str, Any]] = room.get("/api/v1/stories?most=3").json()["rows"]
    of_story = "FROM {} WHERE event_id IN (SELECT event_id FROM story_events WHERE story_id = ?)"
    for row in rows:
        page = room.get(f"/story/{row['id']}").text
        told = numbers(page, r">([0-9,]+) (?:event|report|statement)s?<")[:3]
        assert told == [row["events"], row["reports"], row["statements"]]
        query = "SELECT count(*) FROM story_events WHERE story_id = ?"
        assert row["events"] == counted(record, query, row["id"])
        for name, table in (("reports", "event_reports"), ("statements", "statements")):
            assert row[name] == counted(record, f"SELECT count(*) {of_story.format(table)}", row["id"])


@pytest.mark.parametrize(
    ("path", "pattern", "api", "query"),
    [
        ("/divergences", r'lead">([0-9,]+) pair', "divergences", "SELECT count(*) FROM divergences"),
        ("/problems", r"and why: ([0-9,]+) in all", "problems", "SELECT count(*) FROM problems"),
        ("/reports", r'lead">([0-9,]+) report', "reports", "SELECT count(*) FROM reports"),
        ("/search", r'status">([0-9,]+) statement', "statements", "SELECT count(*) FROM statements"),
        (
            "/search?manner=direct&by=time",
            r'status">([0-9,]+) statement',
            "statements?manner=direct",
            "SELECT count(DISTINCT statement_id) FROM variant_attributions JOIN attributions ON attributions.id = attribution_id WHERE manner = 'direct'",
        ),
        (
            "/speaker/unknown",
            r"<span>([0-9,]+) statement",
            "statements?unknown=true",
            "SELECT count(*) FROM statements WHERE id NOT IN (SELECT statement_id FROM statement_speakers)",
        ),
        ("/review", r'lead">([0-9,]+) reading', "doubts", "SELECT count(*) FROM attributions"),
    ],
)
def test_what_a_list_counts(record: Path, path: str, pattern: str, api: str, query: str) -> None:
    room = client(record, edit=path == "/review")
    shown = numbers(room.get(path).text, pattern)
    assert (shown or [0])[0] == total(room, api) == counted(record, query)


def whole(number: str) -> int:
    return int(number.replace(",", ""))
