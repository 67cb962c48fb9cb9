from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.model.attribution import Level, Manner
from onrecord.model.listing import Asked
from onrecord.record.outline.asked import question_of
from onrecord.record.outline.fitting import (
    fitting_reports,
    fitting_statements,
    flag_events,
    picked,
    rows_of_fitting,
)
from onrecord.record.outline.reading import read_outline
from support.made import made_contents, plain

if TYPE_CHECKING:
    from sqlalchemy import Connection


def test_what_is_asked_of_attributions_must_be_true_of_one(connection: Connection) -> None:
    outline = read_outline(connection)
    asked = Asked(manner=Manner.DIRECT, level=Level.CERTAIN, outlet="gazette")
    question = question_of(connection, asked)
    found = {outline.statement_ids[one] for one in fitting_statements(outline, question)}
    assert found == {
        one.id
        for one in plain().statements.values()
        if any(
            member.manner is Manner.DIRECT
            and member.judgement.level is Level.CERTAIN
            and (outlet := plain().reports[member.report_id].outlet)
            and "Gazette" in outlet.name
            for member in plain().members(one)
        )
    }


def test_few_and_many_stand_in_one_order(connection: Connection) -> None:
    outline = read_outline(connection)
    event = made_contents().linked.events[0].id
    few = fitting_statements(outline, question_of(connection, Asked(event=event)))
    whole = fitting_statements(outline, question_of(connection, Asked()))
    wanted = set(few)
    assert list(few) == [one for one in whole if one in wanted]


def test_rows_rise(connection: Connection) -> None:
    outline = read_outline(connection)
    rows = list(rows_of_fitting(outline, question_of(connection, Asked(speaker="ba"))))
    assert rows == sorted(set(rows))
    assert rows


def test_everything_fits_where_nothing_is_asked(connection: Connection) -> None:
    outline = read_outline(connection)
    question = question_of(connection, Asked())
    assert len(fitting_reports(outline, question)) == len(outline.report_ids)
    assert flag_events(outline, question) is None
    assert picked(outline.events_by_time, None) is outline.events_by_time
    assert len(rows_of_fitting(outline, question)) == len(outline.row_statements)
