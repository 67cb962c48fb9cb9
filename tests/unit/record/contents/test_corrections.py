from pathlib import Path

import pytest

from onrecord.errors import RecordError
from onrecord.record import find_corrections, write
from onrecord.record.contents.corrections import (
    find_waiting_corrections,
    restore_corrections,
    take_in_corrections,
    withdraw_corrections,
)
from onrecord.record.stores.transactions import writing_to
from support.contents import ferry_contents
from support.corrected import one_of_each, quay_pile
from support.stores import Places

EACH = one_of_each(*quay_pile())


def test_what_is_taken_in_is_safe_at_once_and_no_part_of_the_log_yet(places: Places) -> None:
    path = places.at()
    write(path, ferry_contents())
    with writing_to(path) as connection:
        take_in_corrections(connection, EACH)
        take_in_corrections(connection, ())
    with writing_to(path) as connection:
        assert find_waiting_corrections(connection) == EACH
        assert restore_corrections(connection) == ()
    assert find_corrections(path) == EACH


def test_what_is_withdrawn_waits_no_more_and_the_others_do(places: Places) -> None:
    path = places.at()
    write(path, ferry_contents())
    with writing_to(path) as connection:
        take_in_corrections(connection, EACH)
        withdraw_corrections(connection, EACH[1:3])
    assert find_corrections(path) == (EACH[0], *EACH[3:])


def test_where_no_record_stands_nobody_said_anything(tmp_path: Path) -> None:
    assert find_corrections(tmp_path / "none.db") == ()
    (tmp_path / "empty.db").write_bytes(b"")
    assert find_corrections(tmp_path / "empty.db") == ()


def test_another_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ahoy, this is no record at all.")
    with pytest.raises(RecordError, match="not an onrecord record"):
        find_corrections(tmp_path / "a.txt")
