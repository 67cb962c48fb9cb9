from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.record.search.names import read_names

if TYPE_CHECKING:
    from sqlalchemy import Connection


def test_all_names_of_those_who_speak_are_read_and_no_others(ferry: Connection) -> None:
    names = read_names(ferry)

    assert [bearer.name for bearer in names.bearers] == ["Ana Velik", "A. Velik", "Velik"]
    assert {(bearer.called, bearer.statements) for bearer in names.bearers} == {("Ana Velik", 4)}
    assert len(names) == 3
