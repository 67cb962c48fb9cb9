"""The record that the installed command builds of the sample pile: built once for all tests here."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from support.command import SAMPLE, run

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "sample.db"
    done = run("build", SAMPLE / "reports", "-o", path)
    assert done.returncode == 0, done.stderr.decode()
    return path
