from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.record.outline.outline import NONE
from onrecord.record.outline.reading import read_outline
from support.made import made_contents, plain

if TYPE_CHECKING:
    from sqlalchemy import Connection


def test_an_outline_holds_every_attribution_with_its_speakers(connection: Connection) -> None:
    outline = read_outline(connection)
    for number, statement_id in enumerate(outline.statement_ids):
        statement = plain().statements[statement_id]
        rows = outline.rows_of_statement(number)
        told = {
            (
                outline.report_ids[outline.row_reports[row]],
                NONE if (entity := outline.row_entities[row]) == NONE else outline.entity_ids[entity],
            )
            for row in rows
        }
        expected = {
            (member.report_id, speaker)
            for member in plain().members(statement)
            for speaker in plain().speakers_of[member.id] or (NONE,)
        }
        assert told == expected
        assert outline.lineages[number] == statement.corroboration.lineages


def test_orders_and_ranks_go_together(connection: Connection) -> None:
    outline = read_outline(connection)
    for order, ranks in (
        (outline.by_sources, outline.sources_ranks),
        (outline.by_time, outline.time_ranks),
    ):
        assert sorted(order) == list(range(len(outline.statement_ids)))
        assert [ranks[one] for one in order] == list(range(len(order)))


def test_members_know_their_groups(connection: Connection) -> None:
    outline = read_outline(connection)
    events = {one: event.id for event in made_contents().linked.events for one in event.report_ids}
    for number, report_id in enumerate(outline.report_ids):
        assert outline.event_ids[outline.report_events[number]] == events[report_id]
    assert len(outline) > 0


def test_what_was_said_on_one_day_follows_its_reports(connection: Connection) -> None:
    outline = read_outline(connection)
    attributions = {one.id: one for reading in made_contents().readings for one in reading.attributions}
    together = 0
    before: tuple[object, str, int] | None = None
    for number in outline.by_time:
        base = attributions[plain().statements[outline.statement_ids[number]].variants[0].attribution_ids[0]]
        here = (outline.statement_days.key(number), base.report_id, base.content[0].start)
        if before is not None and before[:2] == here[:2]:
            together += 1
            assert before[2] <= here[2]
        before = here
    assert together > 0
