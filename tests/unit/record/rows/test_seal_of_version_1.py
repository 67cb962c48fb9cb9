from __future__ import annotations

import gzip
from pathlib import Path

from onrecord.record.rows.seal import read_seal
from onrecord.record.rows.seal_of_version_1 import compute_first_seal
from onrecord.record.stores.file import connect
from support.records import tampered

RELEASED = Path(__file__).resolve().parents[3] / "golden" / "records" / "version-1.db.gz"


def fits(path: Path) -> bool:
    with connect(path, options="mode=ro").connect() as connection:
        return read_seal(connection) == compute_first_seal(connection)


def test_the_seal_of_a_released_record_fits_until_a_value_changes(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    path.write_bytes(gzip.decompress(RELEASED.read_bytes()))

    assert fits(path)
    assert not fits(tampered(path, "UPDATE divergences SET note = note || '!'"))
