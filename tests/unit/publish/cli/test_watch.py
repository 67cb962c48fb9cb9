from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from onrecord.pipeline import build
from onrecord.publish.cli.app import app
from onrecord.publish.cli.watch import read_time
from support.cheap import cheap_reading, write_notes
from support.servers import answer, serve

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FEED = """<rss><channel><title>Haldenpost</title><item><title>Pier</title><guid>1</guid>
<description>“The pier needs new piles,” Orla Fennimore said.</description></item></channel></rss>""".encode()


@pytest.fixture(autouse=True)
def cheap() -> Iterator[None]:
    with cheap_reading():
        yield


@pytest.fixture
def record(tmp_path: Path) -> Path:
    write_notes(tmp_path / "notes", 1, seed=1)
    build([tmp_path / "notes"], tmp_path / "a.db", jobs=1).close()
    return tmp_path / "a.db"


def test_feeds_are_looked_at_once_and_what_is_new_is_told(record: Path) -> None:
    with serve({"/feed": answer(FEED), "/robots.txt": answer(b"")}) as site:
        listed = record.parent / "feeds.opml"
        listed.write_text(f'<opml><body><outline xmlUrl="{site}/feed"/></body></opml>', encoding="utf-8")
        words = ["watch", str(record), "--opml", str(listed), "--once", "--allow-private"]
        result = CliRunner().invoke(app, words)
    assert result.exit_code == 0, result.output
    assert "Reports       1\n" in result.stdout


def test_without_feeds_or_with_no_time_nothing_is_visited(record: Path) -> None:
    assert CliRunner().invoke(app, ["watch", str(record)]).exit_code == 2
    words = ["watch", str(record), "--feed", "https://h.example/feed", "--every", "soon"]
    assert "no time" in CliRunner().invoke(app, words).output
    words[-1] = "5s"
    assert "once a minute" in CliRunner().invoke(app, words).output
    listed = record.parent / "no.opml"
    listed.write_text("Ahoy", encoding="utf-8")
    assert CliRunner().invoke(app, ["watch", str(record), "--opml", str(listed)]).exit_code == 2


def test_what_is_no_address_of_the_web_is_refused_and_a_feed_that_fails_ends_with_another_code(
    record: Path,
) -> None:
    result = CliRunner().invoke(app, ["watch", str(record), "--feed", "ftp://h.example/", "--once"])
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.endswith("no web address: only http:// and https:// are visited.\n")
    with serve({"/robots.txt": answer(b"")}) as site:
        words = ["watch", str(record), "--feed", site + "/gone", "--once", "--allow-private"]
        assert CliRunner().invoke(app, words).exit_code == 3


@pytest.mark.parametrize(
    ("written", "seconds"),
    [("90s", 90), ("15m", 900), ("2h", 7200), ("1d", 86400), ("0m", None), ("m", None)],
)
def test_times_are_read(written: str, seconds: float | None) -> None:
    assert read_time(written) == seconds
