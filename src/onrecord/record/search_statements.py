"""Statements that hold what is looked for, in any wording, with the words marked and placed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select, tuple_

from onrecord.model.found import HitList, StatementHit
from onrecord.record import schema
from onrecord.record.fetch import in_batches
from onrecord.record.room_statement_rows import statement_rows
from onrecord.record.search_candidates import find_candidates, in_order
from onrecord.record.search_excerpts import spans_of
from onrecord.record.search_filters import of_statement
from onrecord.record.search_places import find_standings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from onrecord.record.room_asked import Question as Filters
    from onrecord.record.search_candidates import Candidate
    from onrecord.record.search_places import Wording
    from onrecord.record.search_question import Question


def find_statement_hits(
    connection: Connection, question: Question, filters: Filters
) -> HitList[StatementHit]:
    """Return the statements that hold all that is sought and fit the filters."""
    asked = filters.asked
    found = find_candidates(connection, "variant_words", question.sought, of_statement(filters))
    ordered = in_order(connection, found.best, asked.order, kind="statement", part="said")
    page = ordered[asked.first : asked.first + asked.most]
    return HitList(
        rows=_hits(connection, question, page), total=len(ordered), more=found.more, first=asked.first
    )


def _hits(connection: Connection, question: Question, page: Sequence[Candidate]) -> tuple[StatementHit, ...]:
    texts = _find_texts(connection, [(one.owner, one.number) for one in page])
    standings = find_standings(connection, texts)
    rows = {row.id: row for row in statement_rows(connection, [one.owner for one in page])}
    marker = question.marker
    hits: list[StatementHit] = []
    for one in page:
        wording = (one.owner, one.number)
        marks, standing = spans_of(marker.find(texts[wording])), standings[wording]
        hits.append(
            StatementHit(
                row=rows[one.owner],
                number=one.number,
                text=texts[wording],
                marks=marks,
                place=standing.place,
                places=standing.places_of(marks),
                outlet=standing.outlet,
                title=standing.title,
                language=standing.language,
                score=round(-one.rank, 6),
            )
        )
    return tuple(hits)


def _find_texts(connection: Connection, wordings: Sequence[Wording]) -> dict[Wording, str]:
    variant = schema.variants.c
    found: dict[Wording, str] = {}
    wanted = {f"{statement_id} {number}": (statement_id, number) for statement_id, number in wordings}
    for some in in_batches(list(wanted)):
        pairs = [wanted[one] for one in some]
        query = select(variant.statement_id, variant.number, variant.text).where(
            tuple_(variant.statement_id, variant.number).in_(pairs)
        )
        found.update({(row[0], row[1]): row[2] for row in connection.execute(query)})
    return found
