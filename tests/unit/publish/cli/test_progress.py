import io
import sys

import pytest

from onrecord.publish.cli import progress
from onrecord.publish.cli.progress import Bar, rate_words


def watched(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    """Put a terminal in the place of standard error, and return what is written to it."""
    terminal = io.StringIO()
    monkeypatch.setattr(terminal, "isatty", lambda: True)
    monkeypatch.setattr(sys, "stderr", terminal)
    return terminal


def test_a_quick_run_shows_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = watched(monkeypatch)
    with Bar() as bar:
        bar.show("read", 1, 2)

    assert terminal.getvalue() == ""


def test_a_long_run_shows_stage_count_and_rate(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = watched(monkeypatch)
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "80")
    with Bar() as bar:
        bar.show("read", 0, 4)
        bar.show("read", 2, 4)
        bar.show("link", 0, 1)

    assert "Reading" in terminal.getvalue()
    assert "2/4" in terminal.getvalue()
    assert "/s" in terminal.getvalue()


def test_nothing_is_shown_where_nobody_watches(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    with Bar() as bar:
        bar.show("read", 2, 4)

    assert capsys.readouterr().err == ""


def test_a_rate_is_told_once_there_is_one() -> None:
    assert rate_words(30, 2.0) == "15.0/s"
    assert rate_words(0, 2.0) == ""
    assert rate_words(3, 0.0) == ""
