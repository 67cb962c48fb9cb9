"""The marked reports of the project as training data: tests/golden/stories and training/reports, never tests/golden/apart."""
from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from support.marked import MarkedReport, read_marked_file

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = (ROOT / "tests/golden/stories", ROOT / "training/reports")


@dataclass(frozen=True)
class OwnReport:
    """A marked report by its name in the project ("desks-fen/01-evening-mercury.txt")."""

    name: str
    marked: MarkedReport

    @property
    def is_held_back(self) -> bool:
        """One report in five is kept for weighing rules and tagger."""
        return int(hashlib.sha256(self.name.encode()).hexdigest(), 16) % 5 == 0


def read_own_reports() -> list[OwnReport]:
    """Return every marked report that may be trained on, in the order of the names."""
    paths = [path for folder in FOLDERS for path in folder.glob("*/*.txt")]
    return sorted(
        (OwnReport(f"{path.parent.name}/{path.name}", read_marked_file(path)) for path in paths),
        key=lambda own: own.name,
    )


def spans_of(spans) -> list[list[int]]:
    return [[span.start, span.end] for span in spans if span is not None]
