from __future__ import annotations

import gzip
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from onrecord.errors import RecordError
from onrecord.record import check, find_corrections, open_record
from onrecord.record.rows import schema
from onrecord.record.rows.seal import PART
from onrecord.record.rows.seal_of_version_1 import compute_first_seal
from onrecord.record.stores import migrate
from onrecord.record.stores.dialects import dialect_of
from onrecord.record.stores.file import VERSION, version_of
from onrecord.record.stores.migrate import bring_forward
from onrecord.record.stores.store import store_of
from onrecord.record.stores.transactions import growing_alone, transaction, writing_to
from support.contents import ferry_contents
from support.records import tampered, written

if TYPE_CHECKING:
    from support.stores import Places

RELEASED = Path(__file__).resolve().parents[3] / "golden" / "records"


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


def of_first_version(team: Places) -> str:
    """Return the place of the record of the ferry as a first version in a database would have been."""
    place = str(written(team))
    with sqlite3.connect(released(team.folder, 1)) as file:
        first = {row[0] for row in file.execute("SELECT name FROM sqlite_schema")}
    file.close()
    with writing_to(place) as connection, transaction(connection):
        connection.execute(schema.made_with.delete().where(schema.made_with.c.part == PART))
        seal = {"part": PART, "name": "sha256", "value": compute_first_seal(connection)}
        for name in sorted(schema.metadata.tables.keys() - first):
            connection.exec_driver_sql(f"DROP TABLE {name}")
        dialect_of(connection).insert(connection, schema.made_with, [seal])
        connection.exec_driver_sql("UPDATE onrecord_version SET version = 1")
    return place


def test_an_older_record_in_a_database_is_read_and_checked_as_it_is(team: Places) -> None:
    place = of_first_version(team)

    with open_record(place) as record:
        assert record.contents() == ferry_contents()
    assert find_corrections(place) == ()
    assert check(place) == ()
    assert store_of(place).version() == 1


def test_an_older_record_in_a_database_is_brought_forward_with_a_backup_beside_it(team: Places) -> None:
    place = of_first_version(team)
    with growing_alone(place):
        pass

    schema_ = place.rpartition("=")[2]
    backup = place.replace(schema_, f"{schema_}_version_1")
    assert (store_of(place).version(), store_of(backup).version()) == (VERSION, 1)
    assert check(place) == ()
    for one in (place, backup):
        with open_record(one) as record:
            assert record.contents() == ferry_contents()
    tampered(place, "UPDATE onrecord_version SET version = 1")
    with pytest.raises(RecordError, match=r"cannot be brought to version .*as it was"):
        bring_forward(place)
    with store_of(place).open().connect() as connection:
        names = connection.scalars(
            text("SELECT nspname FROM pg_namespace WHERE nspname LIKE :like"), {"like": f"{schema_}%"}
        )
        assert f"{schema_}_version_1_2" in set(names)


def test_damage_in_a_database_is_not_sealed_in(team: Places) -> None:
    place = tampered(of_first_version(team), "UPDATE events SET what = upper(what)")

    with pytest.raises(RecordError, match=r"cannot be brought to version .*seal does not fit.*as it was"):
        bring_forward(place)
    assert store_of(place).version() == 1
    assert [finding.code for finding in check(place)] == ["check.seal"]


def test_an_older_record_in_a_database_is_replaced_as_a_whole(team: Places) -> None:
    place = of_first_version(team)

    assert written(team) == place
    assert check(place) == ()
    assert store_of(place).version() == VERSION
