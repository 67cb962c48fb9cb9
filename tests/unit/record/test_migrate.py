from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from onrecord.errors import RecordError
from onrecord.record import check, migrate, open_record
from onrecord.record.file import VERSION, version_of
from onrecord.record.migrate import bring_forward
from support.contents import ferry_contents
from support.records import tampered, written

RELEASED = Path(__file__).resolve().parents[2] / "golden" / "records"


def released(folder: Path, version: int) -> Path:
    """Return a record of the ferry as the version of the program that wrote such tables wrote it."""
    path = folder / "old.db"
    path.write_bytes(gzip.decompress((RELEASED / f"version-{version}.db.gz").read_bytes()))
    assert version_of(path) == version
    return path


@pytest.mark.parametrize("version", range(1, VERSION))
def test_an_older_record_is_read_and_checked_as_it_is(tmp_path: Path, version: int) -> None:
    path = released(tmp_path, version)
    before = path.read_bytes()

    with open_record(path) as record:
        assert record.contents() == ferry_contents()
        assert len(record.search("fares").statement_ids) > 0
    assert check(path) == ()
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("version", range(1, VERSION))
def test_an_older_record_is_brought_forward_with_a_backup_beside_it(tmp_path: Path, version: int) -> None:
    path = released(tmp_path, version)

    backup = bring_forward(path)

    assert backup is not None
    assert backup == str(tmp_path / f"old.db.version-{version}")
    assert version_of(Path(backup)) == version
    assert version_of(path) == VERSION
    assert check(path) == check(backup) == ()
    with open_record(path) as record:
        assert record.contents() == ferry_contents()
    assert bring_forward(path) is None


def test_a_backup_never_replaces_another(tmp_path: Path) -> None:
    first = bring_forward(released(tmp_path, 1))
    second = bring_forward(released(tmp_path, 1))

    assert [Path(one).name for one in (first, second) if one] == ["old.db.version-1", "old.db.version-1.2"]


def test_damage_is_not_sealed_in(tmp_path: Path) -> None:
    path = tampered(released(tmp_path, 1), "UPDATE events SET what = upper(what)")

    with pytest.raises(RecordError, match=r"cannot be brought to version .*seal does not fit.*as it was"):
        bring_forward(path)
    assert version_of(path) == 1
    assert [finding.code for finding in check(path)] == ["check.seal"]


def test_a_step_that_fails_leaves_the_old_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = released(tmp_path, 1)

    def fail(_: object) -> None:
        raise KeyError("a fault")

    monkeypatch.setattr(migrate, "write_seals", fail)
    with pytest.raises(KeyError):
        bring_forward(path)
    monkeypatch.undo()

    assert version_of(path) == 1
    assert check(path) == ()


def test_a_record_of_today_stays_as_it_is(tmp_path: Path) -> None:
    path = written(tmp_path)

    assert bring_forward(path) is None
    assert list(tmp_path.iterdir()) == [path]
