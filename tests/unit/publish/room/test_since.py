from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from onrecord.model.listing import Asked, StatementRow
from onrecord.model.moment import Basis, Moment
from onrecord.model.statement import Change
from onrecord.publish.room.since import find_since
from support.room import visiting


@pytest.fixture
def row(tmp_path: Path) -> StatementRow:
    with visiting(tmp_path) as visit:
        return visit.record.list_statements(Asked(words="fares")).rows[0]


def said(row: StatementRow, text: str, day: int | None, number: int) -> StatementRow:
    moment = None
    if day:
        moment = Moment(earliest=date(2021, 3, day), latest=date(2021, 3, day), basis=Basis.GIVEN, why="")
    return replace(row, id=f"s{number}", text=text, said=moment)


def test_what_is_new_is_told_against_the_last_time_on_the_matter(row: StatementRow) -> None:
    rows = [
        said(row, "the dredger will reach Lundholm harbour by June", 1, 1),
        said(row, "nobody will pay a higher pension levy", 2, 2),
        said(row, "the dredger will reach Lundholm harbour by August", 3, 3),
    ]
    found = find_since(rows)
    assert found.keys() == {"s3"}
    assert found["s3"].before.id == "s1"
    assert [piece.text for piece in found["s3"].pieces if piece.change is Change.REPLACED] == ["August"]
    assert (found["s3"].new, found["s3"].gone) == (("August",), ("June",))


@pytest.mark.parametrize("day", [None, 3])
def test_nothing_is_new_against_what_is_not_known_to_be_earlier(row: StatementRow, day: int | None) -> None:
    words = "the dredger will reach Lundholm harbour by"
    assert find_since([said(row, f"{words} June", day, 1), said(row, f"{words} August", 3, 2)]) == {}
