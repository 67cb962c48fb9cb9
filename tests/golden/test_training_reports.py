"""The marked reports that the tagger is trained on (training/reports) are in the form, and none of them is kept apart."""

from pathlib import Path

import pytest

from support.marked import read_marked_file

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = sorted(path for path in (ROOT / "training" / "reports").iterdir() if path.is_dir())
APART = ROOT / "tests" / "golden" / "apart"


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_report_to_train_on_is_marked_in_form(folder: Path) -> None:
    reports = [read_marked_file(path) for path in sorted(folder.glob("*.txt"))]
    assert len(reports) >= 10
    assert [report.name for report in reports if not report.attributions] == []


def test_no_report_kept_apart_is_trained_on() -> None:
    apart = {read_marked_file(path).text for path in APART.glob("*/*.txt")}
    assert apart
    assert [
        path.name
        for folder in FOLDERS
        for path in folder.glob("*.txt")
        if read_marked_file(path).text in apart
    ] == []
