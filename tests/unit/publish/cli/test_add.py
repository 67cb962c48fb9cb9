from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from onrecord import growing
from onrecord.news import News
from onrecord.pipeline import build
from onrecord.publish.cli.add import find_credits, news_lines
from onrecord.publish.cli.app import app
from onrecord.record import write
from support.cheap import cheap_reading, write_notes
from support.servers import answer, serve
from support.taken import denying

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(autouse=True)
def cheap() -> Iterator[None]:
    with cheap_reading():
        yield


@pytest.fixture
def record(tmp_path: Path) -> Path:
    write_notes(tmp_path / "notes", 4, seed=1)
    build([tmp_path / "notes" / "00000.txt"], tmp_path / "a.db", jobs=1).close()
    return tmp_path / "a.db"


def test_what_is_new_is_counted_and_shown(record: Path) -> None:
    result = CliRunner().invoke(app, ["add", str(record), str(record.parent / "notes")])

    assert result.exit_code == 0
    assert "onrecord: 3 new taken in, 1 known already" in result.stderr
    assert result.stdout.startswith("New since last time\nReports       3\n")
    assert "Statements    5" in result.stdout


def test_what_is_new_is_told_to_programs(record: Path) -> None:
    result = CliRunner().invoke(app, ["add", str(record), str(record.parent / "notes"), "--json"])

    told = json.loads(result.stdout)
    assert set(told) == {"reports", "statements", "corroborated", "events", "problems"}
    assert sorted(one["path"] for one in told["reports"]) == [
        str(record.parent / "notes" / f"0000{number}.txt") for number in (1, 2, 3)
    ]


def test_a_place_that_gives_nothing_is_told_by_the_exit_code(record: Path) -> None:
    result = CliRunner().invoke(app, ["add", str(record), str(record.parent / "gone.txt")])

    assert result.exit_code == 3
    assert "gone.txt cannot be read" in result.stdout


def test_a_long_list_is_cut_short(record: Path) -> None:
    write_notes(record.parent / "more", 120, seed=2)
    result = CliRunner().invoke(app, ["add", str(record), str(record.parent / "more")])

    assert " more\n" in result.stdout


def test_an_interrupted_run_says_how_to_go_on(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def end(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(growing, "link_all", end)
    result = CliRunner().invoke(app, ["add", str(record), str(record.parent / "notes")])

    assert result.exit_code == 130
    assert f"`onrecord add {record}` finishes it" in result.stderr


def test_a_web_address_is_visited_only_where_it_may_be(record: Path) -> None:
    page = answer("<html><body><p>“The tide waits,” Orla Fennimore said.</p></body></html>".encode())
    with serve({"/page": page}) as site:
        refused = CliRunner().invoke(app, ["add", str(record), site + "/page"])
        result = CliRunner().invoke(app, ["add", str(record), site + "/page", "--allow-private"])
    assert "inside this network" in refused.output
    assert refused.exit_code == 3
    assert result.exit_code == 0
    assert "Reports       1\n" in result.stdout


def test_a_denial_that_others_bear_out_never_reads_as_an_assertion(tmp_path: Path) -> None:
    path = tmp_path / "denied.db"
    contents = denying()
    write(path, contents)
    news = News(corroborated=contents.linked.statements)
    lines = [line.text.plain for line in news_lines(news, find_credits(path, news))]

    assert any("1  has never believed: the quay was safe  s" in line for line in lines)
    assert find_credits(path, News()) == {}
