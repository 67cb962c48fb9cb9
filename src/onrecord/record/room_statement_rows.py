"""Rows of statements: what a list shows of each."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from onrecord.model.attribution import Level, Manner
from onrecord.model.listing import StatementRow
from onrecord.model.moment import Evidence
from onrecord.model.span import Span, cover
from onrecord.record import schema
from onrecord.record.fetch import Cited, find_moments, find_rows, in_batches
from onrecord.record.room_names import find_named, named_in_order, named_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Connection

_LEVELS, _MANNERS = tuple(Level), tuple(Manner)


@dataclass(slots=True)
class _Carried:
    """Who carries a statement, gathered from its attributions."""

    manners: set[str] = field(default_factory=set[str])
    levels: set[str] = field(default_factory=set[str])
    outlets: dict[str, str] = field(default_factory=dict[str, str])
    bases: list[Any] = field(default_factory=list[Any])


def statement_rows(connection: Connection, ids: Sequence[str]) -> tuple[StatementRow, ...]:
    """Return the rows of the statements of these ids, in the order of `ids`."""
    rows = find_rows(connection, schema.statements, "id", ids)
    bases, variants = _find_wordings(connection, ids)
    carried = _find_carried(connection, ids)
    stands = _find_places(connection, [one.id for some in carried.values() for one in some.bases])
    said = find_moments(connection, "statement", "said", ids, Cited(connection, "statement", ids))
    speakers = named_of(connection, ids, schema.statement_speakers, schema.entities)
    events = find_named(connection, schema.events, {row.event_id for some in rows.values() for row in some})
    return tuple(
        StatementRow(
            id=row.id,
            text=bases[row.id],
            speakers=speakers[row.id],
            event=events.get(row.event_id),
            said=said.get(row.id),
            reports=row.reports,
            lineages=row.lineages,
            variants=variants[row.id],
            manners=tuple(one for one in _MANNERS if one in carried[row.id].manners),
            level=next(one for one in _LEVELS if one in carried[row.id].levels),
            outlets=named_in_order(carried[row.id].outlets),
            **_base_of(stands, carried[row.id].bases, bases[row.id]),
        )
        for statement_id in ids
        for row in rows[statement_id]
    )


def _find_wordings(connection: Connection, ids: Sequence[str]) -> tuple[dict[str, str], dict[str, int]]:
    variant = schema.variants.c
    bases: dict[str, str] = {}
    counts: dict[str, int] = {}
    for some in in_batches(ids):
        mine = variant.statement_id.in_(some)
        base = select(variant.statement_id, variant.text).where(mine, variant.number == 0)
        bases.update((row[0], row[1]) for row in connection.execute(base))
        several = select(variant.statement_id, func.count()).where(mine).group_by(variant.statement_id)
        counts.update((row[0], row[1]) for row in connection.execute(several))
    return bases, counts


def _find_carried(connection: Connection, ids: Sequence[str]) -> dict[str, _Carried]:
    member, attribution, report = schema.variant_attributions.c, schema.attributions.c, schema.reports.c
    joined = schema.variant_attributions.join(
        schema.attributions, attribution.id == member.attribution_id
    ).join(schema.reports, report.id == attribution.report_id)
    wanted = select(
        member.statement_id,
        member.number,
        attribution.id,
        attribution.report_id,
        attribution.manner,
        attribution.level,
        report.outlet_id,
        report.outlet_name,
        report.language,
    ).select_from(joined)
    found: dict[str, _Carried] = {one: _Carried() for one in ids}
    for some in in_batches(ids):
        query = wanted.where(member.statement_id.in_(some)).order_by(attribution.report_id, attribution.place)
        for row in connection.execute(query):
            one = found[row.statement_id]
            one.manners.add(row.manner)
            one.levels.add(row.level)
            if row.outlet_id is not None:
                one.outlets[row.outlet_id] = row.outlet_name
            if row.number == 0:
                one.bases.append(row)
    return found


_Places = dict[str, dict[str, list[tuple[Span, str]]]]


def _find_places(connection: Connection, ids: Sequence[str]) -> _Places:
    """Return, for each of these attributions, the spans and exact characters of its content, of what is quoted of it, and of its cue."""
    cited = schema.citations.c
    found: _Places = {one: {"content": [], "quoted": [], "cue": []} for one in ids}
    for some in in_batches(ids):
        query = (
            select(cited.owner_id, cited.part, cited.start, cited.stop, cited.exact)
            .where(cited.owner_kind == "attribution", cited.owner_id.in_(some))
            .where(cited.part.in_(("content", "quoted", "cue")))
            .order_by(cited.place)
        )
        for row in connection.execute(query):
            found[row.owner_id][row.part].append((Span(row.start, row.stop), row.exact))
    return found


def _base_of(places: _Places, members: Sequence[Any], text: str) -> Mapping[str, Any]:
    """Return where the base wording stands, its language, and what of it is quoted.

    Members of one wording may differ in case and marks; the first whose own characters make up `text` gave it.
    """
    fitting = (one for one in members if " ".join(exact for _, exact in places[one.id]["content"]) == text)
    chosen = next(fitting, members[0])
    content = [span for span, _ in places[chosen.id]["content"]]
    return {
        "cue": next((exact for _, exact in places[chosen.id]["cue"]), None),
        "language": chosen.language,
        "place": Evidence(report_id=chosen.report_id, span=cover(content)),
        "quoted": quoted_within(content, [span for span, _ in places[chosen.id]["quoted"]]),
    }


def quoted_within(content: Sequence[Span], quoted: Sequence[Span]) -> tuple[Span, ...]:
    """Return the parts of a wording (its `content` joined by one space) that are `quoted`, as spans of the wording.

    >>> quoted_within([Span(10, 20), Span(30, 34)], [Span(12, 32)])
    (Span(start=2, end=10), Span(start=11, end=13))
    """
    found: list[Span] = []
    before = 0
    for own in content:
        for part in sorted(quoted):
            start, end = max(own.start, part.start), min(own.end, part.end)
            if start < end:
                found.append(Span(start - own.start + before, end - own.start + before))
        before += len(own) + 1
    return tuple(found)
