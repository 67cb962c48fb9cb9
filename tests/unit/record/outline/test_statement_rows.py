from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.model.listing import Asked
from onrecord.model.span import Span
from onrecord.record.outline.reading import read_outline
from onrecord.record.outline.statement_rows import quoted_within, statement_rows
from support.made import plain

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from onrecord.record import Record


def test_rows_are_the_same_with_the_outline_at_hand(connection: Connection) -> None:
    outline = read_outline(connection)
    ids = list(plain().statements)[:120]
    assert statement_rows(connection, ids, outline) == statement_rows(connection, ids)


def test_a_row_tells_what_the_statement_holds(made: Record) -> None:
    for row in made.list_statements(Asked(most=60)).rows:
        statement = plain().statements[row.id]
        members = plain().members(statement)
        assert row.text == statement.variants[0].text
        assert row.variants == len(statement.variants)
        assert (row.reports, row.lineages) == (
            statement.corroboration.reports,
            statement.corroboration.lineages,
        )
        assert [one.id for one in row.speakers] == list(statement.speaker_ids)
        assert row.said == statement.said
        assert set(row.manners) == {one.manner for one in members}
        assert row.level in {one.judgement.level for one in members}
        assert {one.id for one in row.outlets} == plain().outlets(statement) - {None}


def test_a_base_wording_stands_where_the_row_says(made: Record) -> None:
    for row in made.list_statements(Asked(most=60)).rows:
        report = plain().reports[row.place.report_id]
        assert row.place.span.of(report.text) == row.text
        assert row.language == report.language
        for span in row.quoted:
            assert span.of(row.text)


def test_parts_between_marks_are_ranges_of_the_joined_wording() -> None:
    text = "A “bad joke and a scandal” she said"
    content = [Span(2, 11), Span(16, 25)]
    wording = " ".join(span.of(text) for span in content)
    quoted = quoted_within(content, [Span(3, 25)])
    assert [span.of(wording) for span in quoted] == ["bad joke", "a scandal"]
    assert quoted_within(content, []) == ()
