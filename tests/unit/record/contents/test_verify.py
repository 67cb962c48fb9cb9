from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from onrecord.errors import RecordError
from onrecord.record import check
from support.records import spoil, tampered, written

if TYPE_CHECKING:
    from pathlib import Path

    from support.stores import Places


def test_a_record_as_it_was_written_has_nothing_off(tmp_path: Path) -> None:
    path = written(tmp_path)
    before = path.read_bytes()

    assert check(path) == ()
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("UPDATE reports SET text = replace(text, '12 boats', '13 boats')", "check.citation"),
        ("UPDATE reports SET text = replace(text, '12 boats', '13 boats')", "check.bytes"),
        ("UPDATE reports SET text = text || ' more'", "check.words"),
        ("UPDATE variants SET text = 'other words'", "check.words"),
        ("UPDATE citations SET exact = 'x' WHERE place = 4", "check.citation"),
        ("UPDATE citations SET start = start - 1 WHERE part = 'content'", "check.id"),
        ("UPDATE citations SET past_byte = past_byte + 1 WHERE place = 4", "check.citation"),
        ("UPDATE captures SET payload = payload || {more}", "check.payload"),
        ("DELETE FROM reports WHERE place = 1", "check.reference"),
        ("DELETE FROM variant_attributions WHERE place = 1", "check.member"),
        ("DELETE FROM event_reports WHERE place = 2", "check.member"),
        ("UPDATE attributions SET manner = 'shouted'", "check.value"),
        ("UPDATE reports SET offsets = '[[0,0]]'", "check.value"),
    ],
)
def test_what_another_program_changed_is_found(statement: str, code: str, places: Places) -> None:
    more = places.payload("21")
    findings = check(tampered(written(places), statement.replace("{more}", more)))

    assert code in {finding.code for finding in findings}
    assert list(findings) == sorted(set(findings))


def test_a_hole_where_the_tables_allow_none_is_found(tmp_path: Path) -> None:
    path = written(tmp_path)
    change = "UPDATE sqlite_schema SET sql = replace(sql, '{}', '{}') WHERE name = 'events'"
    strict, loose = "what TEXT NOT NULL", "what TEXT /* */"
    for statement in (
        change.format(strict, loose),
        "UPDATE events SET what = NULL",
        change.format(loose, strict),
    ):
        tampered(path, "PRAGMA writable_schema = ON", statement)

    (finding,) = check(path)

    assert (finding.code, finding.message) == ("check.database", "NULL value in events.what")


def test_a_damaged_page_is_found(tmp_path: Path) -> None:
    path = written(tmp_path)
    content = bytearray(path.read_bytes())
    content[8192:20480] = b"\xff" * 12288
    path.write_bytes(content)

    assert {finding.code for finding in check(path)} == {"check.database"}


def test_a_file_of_which_only_the_header_is_left_is_found(tmp_path: Path) -> None:
    path = written(tmp_path)
    content = bytearray(path.read_bytes())
    content[100:] = b"\xff" * (len(content) - 100)
    path.write_bytes(content)

    assert {finding.code for finding in check(path)} == {"check.database"}


def test_what_is_no_record_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RecordError):
        check(tmp_path / "gone.db")


def test_the_way_out_is_the_one_that_helps(tmp_path: Path) -> None:
    derived = tampered(written(tmp_path), "UPDATE stories SET title = 'Another'")
    assert ["--repair" in one.message for one in check(derived) if one.code == "check.seal"] == [True]
    given = tampered(
        written(tmp_path, name="given.db"), "UPDATE made_with SET value = 'another' WHERE part = 'program'"
    )
    told = [one.message for one in check(given) if one.code == "check.seal"]
    assert told
    assert all("build the record again" in message for message in told)


def test_a_damaged_file_is_told_in_few_words(tmp_path: Path) -> None:
    place = written(tmp_path)
    spoil(place, "statements")
    found = check(place)
    assert found
    assert all(len(one.message) < 300 and "\n" not in one.message for one in found)
