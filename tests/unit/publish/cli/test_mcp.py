from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from typer.testing import CliRunner

from onrecord.publish.cli.app import app
from support.records import written

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_a_missing_record_is_refused_before_anything_is_served(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["mcp", str(tmp_path / "none.db")])

    assert done.exit_code == 2
    assert "none.db" in done.stderr


def test_without_the_sdk_it_is_said_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "mcp.types", None)
    done = CliRunner().invoke(app, ["mcp", str(written(tmp_path))])

    assert done.exit_code == 2
    assert "onrecord[mcp]" in done.stderr
