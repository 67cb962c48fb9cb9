"""Statements that hold what is looked for, in any wording, with the words marked and placed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from onrecord.model.found import HitList, StatementHit
from onrecord.record.outline.statement_rows import credits_of, statement_rows
from onrecord.record.rows import schema
from onrecord.record.rows.fetch import among, rows_among
from onrecord.record.search.candidates import find_candidates, in_order
from onrecord.record.search.excerpts import spans_of
from onrecord.record.search.places import find_standings

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Connection, Row

    from onrecord.model.listing import Asked, StatementRow
    from onrecord.record.outline.outline import Outline
    from onrecord.record.search.candidates import Candidate
    from onrecord.record.search.filters import Narrowed
    from onrecord.record.search.question import Question

_VARIANTS = select(schema.variants).where(among(schema.variants.c.place))


def find_statement_hits(
    connection: Connection,
    question: Question,
    asked: Asked,
    narrowed: Narrowed,
    outline: Outline | None = None,
) -> HitList[StatementHit]:
    """Return the statements that hold all that is sought and are in what filters leave."""
    found = find_candidates(connection, "variant_words", question.sought, narrowed)
    ordered = in_order(connection, found.best, asked.order, kind="statement", part="said")
    page = ordered[asked.first : asked.first + asked.most]
    return HitList(
        rows=tell_hits(connection, question, page, outline),
        total=len(ordered),
        more=found.more,
        first=asked.first,
    )


def tell_hits(
    connection: Connection, question: Question, page: Sequence[Candidate], outline: Outline | None
) -> tuple[StatementHit, ...]:
    """Return the statements of `page`, each in the wording found, with what is sought marked in it."""
    variants = _find_variants(connection, [one.place for one in page])
    rows = {row.id: row for row in statement_rows(connection, [one.owner for one in page], outline)}
    standings = find_standings(
        connection,
        {(row.statement_id, row.number): row.text for row in variants.values()},
        {(row.statement_id, 0): rows[row.statement_id].place for row in variants.values() if row.number == 0},
    )
    others = [one.attribution_id for (_, number), one in standings.items() if number and one.attribution_id]
    credited = credits_of(connection, others)
    marker = question.marker
    hits: list[StatementHit] = []
    for one in page:
        variant = variants[one.place]
        marks, standing = spans_of(marker.find(variant.text)), standings[one.owner, variant.number]
        hits.append(
            StatementHit(
                row=rows[one.owner],
                number=variant.number,
                text=variant.text,
                marks=marks,
                place=standing.place,
                places=standing.places_of(marks),
                outlet=standing.outlet,
                title=standing.title,
                language=standing.language,
                **(credited[standing.attribution_id or ""] if variant.number else _of_base(rows[one.owner])),
                score=round(-one.rank, 6),
                content=standing.content,
            )
        )
    return tuple(hits)


def _of_base(row: StatementRow) -> Mapping[str, Any]:
    return {"manner": None, "cue": row.cue, "credit": row.credit, "quoted": row.quoted}


def _find_variants(connection: Connection, places: Sequence[int]) -> Mapping[int, Row[Any]]:
    return {row.place: row for row in rows_among(connection, _VARIANTS, places)}
