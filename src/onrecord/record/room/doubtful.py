"""What a person had best look at first: the readings most likely wrong, of these the statements most carried."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Any

from sqlalchemy import case, select

from onrecord.model.attribution import Level
from onrecord.model.correction import RULE_OF_PERSONS
from onrecord.model.listing import Doubt
from onrecord.record.rows import schema

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection, Select

_DOUBT = {level.value: number for number, level in enumerate(Level)}


def find_doubts(connection: Connection) -> Sequence[int]:
    """Return the places of the attributions that no person has looked at: lowest level first, then most carried."""
    attribution, statement = schema.attributions.c, schema.statements.c
    query = _unseen(select(attribution.place)).order_by(
        case(_DOUBT, value=attribution.level).desc(),
        statement.lineages.desc(),
        statement.reports.desc(),
        statement.place,
        attribution.report_id,
        attribution.place,
    )
    return array("i", connection.scalars(query).all())


def doubt_rows(connection: Connection, places: Sequence[int]) -> tuple[Doubt, ...]:
    """Return the doubts about the attributions at these places, in their order."""
    attribution, member, statement = (
        schema.attributions.c,
        schema.variant_attributions.c,
        schema.statements.c,
    )
    columns = (attribution.place, attribution.id, attribution.report_id, attribution.level)
    query = _unseen(select(*columns, member.statement_id, statement.reports, statement.lineages))
    found: dict[int, Doubt] = {}
    for row in connection.execute(query.where(attribution.place.in_(places))):
        found[row.place] = Doubt(
            attribution_id=row.id,
            report_id=row.report_id,
            statement_id=row.statement_id,
            level=Level(row.level),
            reports=row.reports,
            lineages=row.lineages,
        )
    return tuple(found[place] for place in places)


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
