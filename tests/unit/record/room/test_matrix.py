from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from onrecord.errors import RecordError
from support.made import made_contents, plain

if TYPE_CHECKING:
    from onrecord.record import Record


def test_cells_are_counted_as_by_hand(made: Record) -> None:
    matrix = made.matrix(most=200, most_speakers=200)
    assert matrix.all_events == len(made_contents().linked.events)
    for cell in matrix.cells:
        said = [
            one
            for one in plain().statements.values()
            if one.event_id == cell.event_id
            and (cell.speaker_id in one.speaker_ids if cell.speaker_id else not one.speaker_ids)
        ]
        assert cell.statements == len(said)
        assert cell.independent == max(one.corroboration.lineages for one in said)
        assert cell.statement_id == said[0].id


def test_the_table_is_as_wide_and_tall_as_asked(made: Record) -> None:
    matrix = made.matrix(most=3, most_speakers=2)
    assert len(matrix.events) == 3
    assert len(matrix.speakers) == 2
    assert matrix.all_speakers >= 2
    shown = {one.id for one in matrix.speakers} | {None}
    assert {cell.speaker_id for cell in matrix.cells} <= shown


def test_only_the_events_asked_for_are_shown(made: Record) -> None:
    event = made_contents().linked.events[0].id
    assert [one.id for one in made.matrix([event]).events] == [event]
    with pytest.raises(RecordError, match="no event"):
        made.matrix(["e" + "0" * 20])
