from pathlib import Path

import pytest

from onrecord.record import check
from support.records import tampered, written
from support.stores import Places


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE events SET what = upper(what)",
        "UPDATE made_with SET value = '1999' WHERE name = 'first'",
        "UPDATE divergences SET note = note || '!'",
        "DELETE FROM made_with WHERE part = 'seal'",
    ],
)
def test_a_value_that_nothing_else_guards_breaks_the_seal(statement: str, places: Places) -> None:
    assert "check.seal" in {finding.code for finding in check(tampered(written(places), statement))}


def test_bytes_behind_the_end_are_found(tmp_path: Path) -> None:
    path = written(tmp_path)
    path.write_bytes(path.read_bytes() + b"more")
    (finding,) = check(path)
    assert "4 byte(s) stand behind its end" in finding.message
