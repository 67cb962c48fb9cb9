"""What a person had best look at first: the readings most likely wrong, of these the statements most carried."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import case, func, select

from onrecord.model.attribution import Level
from onrecord.model.correction import RULE_OF_PERSONS
from onrecord.model.listing import Doubt
from onrecord.record import schema

if TYPE_CHECKING:
    from sqlalchemy import Connection, Select

_DOUBT = {level.value: number for number, level in enumerate(Level)}


def find_doubts(connection: Connection, first: int, most: int) -> tuple[tuple[Doubt, ...], int]:
    """Return a page of what no person has looked at, and how much that is: lowest level first, then most carried."""
    attribution, member, statement = (
        schema.attributions.c,
        schema.variant_attributions.c,
        schema.statements.c,
    )
    columns = (attribution.id, attribution.report_id, attribution.level, member.statement_id)
    query = (
        _unseen(select(*columns, statement.reports, statement.lineages))
        .order_by(
            case(_DOUBT, value=attribution.level).desc(),
            statement.lineages.desc(),
            statement.reports.desc(),
            statement.place,
            attribution.report_id,
            attribution.place,
        )
        .offset(first)
        .limit(most)
    )
    rows = connection.execute(query).all()
    total = int(connection.scalar(_unseen(select(func.count()))) or 0)
    return (
        tuple(
            Doubt(
                attribution_id=row.id,
                report_id=row.report_id,
                statement_id=row.statement_id,
                level=Level(row.level),
                reports=row.reports,
                lineages=row.lineages,
            )
            for row in rows
        ),
        total,
    )


def _unseen(query: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    attribution, member, statement = (
        schema.attributions.c,
        schema.variant_attributions.c,
        schema.statements.c,
    )
    joined = schema.attributions.join(
        schema.variant_attributions, member.attribution_id == attribution.id
    ).join(schema.statements, statement.id == member.statement_id)
    return query.select_from(joined).where(attribution.rule.not_like(f"{RULE_OF_PERSONS}%"))
