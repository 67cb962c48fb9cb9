from pathlib import Path

import pytest

from onrecord.record import check
from onrecord.record.rows import schema
from onrecord.record.rows.seal import Digest, digest_rows
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


def test_rows_at_once_have_the_digest_of_the_same_rows_one_by_one() -> None:
    rows = [(one, number, None) for number, one in enumerate(("quay", "", "\ud800", "łódź"))]
    at_once, one_by_one = Digest(), Digest()
    for table, some in ((schema.events, rows), (schema.roles, []), (schema.stories, rows[:1])):
        at_once.add_all(table, some)
        for row in some:
            one_by_one.add(table, row)
    assert at_once.hex() == one_by_one.hex()


def test_a_row_without_a_member_has_the_digest_of_one_that_holds_nothing_there() -> None:
    whole = {"id": "e1", "what": "Ferry lost", "location": None}
    told = {digest_rows({schema.events: [row, row]}) for row in (whole, {"what": "Ferry lost", "id": "e1"})}
    assert len(told) == 1
