"""Who said what: a table of speakers by events."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.publish.page.wording import UNKNOWN_SPEAKER
from onrecord.publish.room.links import address
from onrecord.publish.room.selection import selection
from onrecord.publish.room.visit import Shown

if TYPE_CHECKING:
    from onrecord.model.listing import Matrix, MatrixCell, Named
    from onrecord.publish.room.visit import Visit

EVENTS = 16
SPEAKERS = 40
HEAT = 5
"""Grades of a cell's tint: one for each independent source up to this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What a speaker said at an event: its figures, its address, and how deep its tint is."""

    statements: int
    independent: int
    href: str
    heat: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A speaker (None: those unknown) with a cell, or None, for each event, and the sum."""

    speaker: Named | None
    name: str
    cells: tuple[Cell | None, ...]
    statements: int


def show_matrix(visit: Visit) -> Shown:
    """Show who said how much at which event, in the order asked for."""
    matrix = visit.record.matrix(most=EVENTS, most_speakers=SPEAKERS)
    order = visit.choice("by", ("statements", "name", *(event.id for event in matrix.events)))
    return Shown(
        template="matrix.html.j2",
        title="Who said what",
        same=selection("matrix", most=EVENTS, most_speakers=SPEAKERS),
        notes=visit.left_out("by"),
        values={
            "matrix": matrix,
            "lines": sorted_lines(lines_of(matrix), matrix, order),
            "order": order,
            "by": sorted_by,
        },
    )


def sorted_by(column: str) -> str:
    """Return the address of the table in the order of a column."""
    return address("/matrix", by=column)


def lines_of(matrix: Matrix) -> list[Line]:
    """Return the table line by line, unknown speakers last."""
    cells = {(cell.speaker_id, cell.event_id): cell for cell in matrix.cells}
    speakers: list[Named | None] = [*matrix.speakers]
    if any(cell.speaker_id is None for cell in matrix.cells):
        speakers.append(None)
    lines: list[Line] = []
    for speaker in speakers:
        found = [cells.get((speaker.id if speaker else None, event.id)) for event in matrix.events]
        lines.append(
            Line(
                speaker=speaker,
                name=speaker.name if speaker else UNKNOWN_SPEAKER,
                cells=tuple(_cell(cell) if cell else None for cell in found),
                statements=sum(cell.statements for cell in found if cell),
            )
        )
    return lines


def _cell(cell: MatrixCell) -> Cell:
    who = {"unknown": "1"} if cell.speaker_id is None else {"speaker": cell.speaker_id}
    return Cell(
        statements=cell.statements,
        independent=cell.independent,
        href=address("/search", **who, event=cell.event_id),
        heat=min(HEAT, cell.independent),
    )


def sorted_lines(lines: list[Line], matrix: Matrix, order: str) -> list[Line]:
    """Return the lines by name, by all statements, or by those at one event; unknown speakers stay last."""
    column = next((number for number, event in enumerate(matrix.events) if event.id == order), None)

    def key(line: Line) -> tuple[bool, int, str]:
        cell = None if column is None else line.cells[column]
        said = (
            0 if order == "name" else (line.statements if column is None else cell.statements if cell else 0)
        )
        return line.speaker is None, -said, line.name.casefold()

    return sorted(lines, key=key)
