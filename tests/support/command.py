"""The installed command, run as a user runs it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

COMMAND = Path(sys.executable).with_name("onrecord")
SAMPLE = Path(__file__).resolve().parents[2] / "src" / "onrecord" / "sample"

Done = subprocess.CompletedProcess[bytes]


def run(*arguments: str | Path, cwd: Path | None = None, given: bytes = b"") -> Done:
    """Run the command with these arguments in a folder, `given` on its standard input."""
    return subprocess.run(
        [COMMAND, *map(str, arguments)], cwd=cwd, input=given, capture_output=True, check=False, timeout=300
    )


def environment(**changed: str) -> dict[str, str]:
    """Return this process's environment with some values changed."""
    return {**os.environ, **changed}
