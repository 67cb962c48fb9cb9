"""Who said how much at which event: the table of speakers by events."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import and_, func, select

from onrecord.model.listing import Matrix, MatrixCell
from onrecord.record.outline.asked import time_order
from onrecord.record.outline.names import find_named
from onrecord.record.rows import schema
from onrecord.record.rows.fetch import among, in_batches, rows_among

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

_STATEMENT = schema.statements.c
_STATEMENTS = select(_STATEMENT.place, _STATEMENT.id).where(among(_STATEMENT.place))
_Cell = tuple[str | None, str]
_Counted = tuple[int, int, int]
"""How many statements there are, the most lineages that carry one, and the place of the first in its table."""


def find_fullest_events(connection: Connection, most: int) -> list[str]:
    """Return the ids of the events at which most statements were made."""
    event = schema.statements.c.event_id
    query = select(event).where(event.is_not(None)).group_by(event).order_by(func.count().desc(), event)
    return list(connection.scalars(query.limit(most)))


def build_matrix(connection: Connection, event_ids: Sequence[str], most_speakers: int) -> Matrix:
    """Return the table of these events and of the speakers who said most at them."""
    cells = _find_cells(connection, event_ids)
    firsts = _find_statements(connection, [first for _, _, first in cells.values()])
    said: defaultdict[str, int] = defaultdict(int)
    for (speaker_id, _), (statements, _, _) in cells.items():
        if speaker_id is not None:
            said[speaker_id] += statements
    ordered = sorted(said, key=lambda one: (-said[one], one))
    shown = ordered[:most_speakers]
    speakers = find_named(connection, schema.entities, shown)
    events = find_named(connection, schema.events, event_ids)
    columns = _in_time(connection, sorted({one for one in event_ids if one in events}))
    return Matrix(
        speakers=tuple(speakers[one] for one in shown),
        events=tuple(events[one] for one in columns),
        cells=tuple(
            MatrixCell(
                speaker_id=speaker_id,
                event_id=event_id,
                statements=cells[speaker_id, event_id][0],
                independent=cells[speaker_id, event_id][1],
                statement_id=firsts[cells[speaker_id, event_id][2]],
            )
            for speaker_id in (*shown, None)
            for event_id in columns
            if (speaker_id, event_id) in cells
        ),
        all_speakers=len(ordered),
        all_events=connection.scalar(select(func.count()).select_from(schema.events)) or 0,
    )


def _find_cells(connection: Connection, event_ids: Sequence[str]) -> dict[_Cell, _Counted]:
    """Return, for each speaker (None: unknown) and event, what was said there, counted."""
    statement, speaker = schema.statements.c, schema.statement_speakers.c
    joined = schema.statements.outerjoin(schema.statement_speakers, speaker.statement_id == statement.id)
    query = select(
        speaker.entity_id,
        statement.event_id,
        func.count(statement.id.distinct()),
        func.max(statement.lineages),
        func.min(statement.place),
    ).select_from(joined)
    cells: dict[_Cell, _Counted] = {}
    for some in in_batches(event_ids):
        several = query.where(statement.event_id.in_(some)).group_by(speaker.entity_id, statement.event_id)
        cells.update(((row[0], row[1]), (row[2], row[3], row[4])) for row in connection.execute(several))
    return cells


def _find_statements(connection: Connection, places: Sequence[int]) -> dict[int, str]:
    """Return the ids of the statements at these places of their table."""
    return {row[0]: row[1] for row in rows_among(connection, _STATEMENTS, places)}


def _in_time(connection: Connection, event_ids: Sequence[str | None]) -> list[str]:
    event, moment = schema.events.c, schema.moments.c
    joined = schema.events.outerjoin(schema.moments, and_(moment.owner_id == event.id, moment.part == "date"))
    query = select(event.id).select_from(joined).where(event.id.in_(event_ids))
    return list(connection.scalars(query.order_by(*time_order(schema.moments), event.place)))
