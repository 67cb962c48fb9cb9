"""A record in numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from onrecord.model.attribution import Level, Manner
from onrecord.model.report import Zone
from onrecord.record.rows import schema
from onrecord.record.rows.fetch import in_batches
from onrecord.text.normalise import normalise

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy import ColumnElement, Connection, Select, Table

    from onrecord.model.statement import Lineage


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What a record holds, in numbers.

    `related` are reports that share copied text, in `lineages` groups; `copies` those of them that descend wholly or in
    part from another text; `reprints` those copies that say so in a credit of their own, or in a line below their text (the
    tag of a report's own house is none). `independent` counts reports that share no copied text, and each group of copies once.
    """

    reports: int
    related: int
    lineages: int
    copies: int
    reprints: int
    independent: int
    events: int
    dated_events: int
    stories: int
    speakers: int
    attributions: int
    by_manner: Mapping[Manner, int]
    by_level: Mapping[Level, int]
    unknown_speaker: int
    statements: int
    corroborated: int
    """Statements that stand in more than one independent report."""
    divergences: int
    problems: int

    @property
    def unknown_share(self) -> float:
        """The share of attributions whose speaker is unknown, from 0 to 1."""
        return self.unknown_speaker / self.attributions if self.attributions else 0.0


def count_all(connection: Connection, lineages: Iterable[Lineage]) -> Summary:
    """Count what the record on `connection`, with these lineages, holds."""
    lineages = tuple(lineages)
    copies, sizes = find_copies(lineages)
    reports = _count(connection, schema.reports)
    attribution, moment = schema.attributions.c, schema.moments.c
    credited = (
        select(schema.attribution_speakers.c.attribution_id)
        .join(schema.entity_chains, schema.entity_chains.c.chain_id == schema.attribution_speakers.c.chain_id)
        .where(schema.attribution_speakers.c.attribution_id == attribution.id)
        .exists()
    )
    speakers = select(func.count(schema.entity_chains.c.entity_id.distinct())).join(
        schema.attribution_speakers,
        schema.entity_chains.c.chain_id == schema.attribution_speakers.c.chain_id,
    )
    dated = select(func.count()).where(moment.owner_kind == "event", moment.part == "date")
    unknown = select(func.count()).select_from(schema.attributions).where(~credited)
    by_manner = _count_by(connection, schema.attributions, "manner")
    by_level = _count_by(connection, schema.attributions, "level")
    corroborated = select(func.count()).where(schema.statements.c.lineages > 1)
    return Summary(
        reports=reports,
        related=sum(sizes),
        lineages=len(sizes),
        copies=len(copies),
        reprints=len(copies & (_find_acknowledging(connection) | _find_crediting(connection, lineages))),
        independent=reports - sum(sizes) + len(sizes),
        events=_count(connection, schema.events),
        dated_events=connection.scalar(dated) or 0,
        stories=_count(connection, schema.stories),
        speakers=connection.scalar(speakers) or 0,
        attributions=_count(connection, schema.attributions),
        by_manner={manner: by_manner.get(manner.value, 0) for manner in Manner},
        by_level={level: by_level.get(level.value, 0) for level in Level},
        unknown_speaker=connection.scalar(unknown) or 0,
        statements=_count(connection, schema.statements),
        corroborated=connection.scalar(corroborated) or 0,
        divergences=_count(connection, schema.divergences),
        problems=_count(connection, schema.problems),
    )


def _count(connection: Connection, table: Table) -> int:
    return connection.scalar(select(func.count()).select_from(table)) or 0


def _count_by(connection: Connection, table: Table, column: str) -> dict[str, int]:
    query = select(table.c[column], func.count()).group_by(table.c[column])
    return {str(value): count for value, count in connection.execute(query)}


def find_copies(lineages: Iterable[Lineage]) -> tuple[set[str], list[int]]:
    """Return the copies, and the sizes of the groups that share text."""
    copies: set[str] = set()
    group_of: dict[str, set[str]] = {}
    for lineage in lineages:
        members = set(lineage.report_ids)
        # With neither a direction nor a credit one of the group, no telling which, is the first.
        inside = lineage.origin or (None if lineage.credit else min(members))
        copies |= members - {inside}
        group = members.union(*(group_of.get(member, set()) for member in sorted(members)))
        group_of.update(dict.fromkeys(group, group))
    groups = {id(group): len(group) for group in group_of.values()}
    return copies, sorted(groups.values())


def _find_acknowledging(connection: Connection) -> set[str]:
    """Return the reports that credit another house."""
    return set(connection.scalars(of_another_house(schema.credits_.c.report_id)))


def _find_crediting(connection: Connection, lineages: Iterable[Lineage]) -> set[str]:
    """Return the reports whose own words are evidence of a lineage's credit, of which some stand in no list of credits.

    A house alone below a text is one of these. Of a report without an outlet the house may be its own.
    """
    credited: dict[str, set[str]] = {}
    for lineage in lineages:
        for place in lineage.evidence if lineage.credit else ():
            credited.setdefault(place.report_id, set()).add(_house_key(lineage.credit or ""))
    report = schema.reports.c
    found: set[str] = set()
    for ids in in_batches(sorted(credited)):
        query = select(report.id, report.outlet_name).where(report.id.in_(ids))
        for report_id, outlet in connection.execute(query.where(report.outlet_name.is_not(None))):
            if _house_key(outlet) not in credited[report_id]:
                found.add(report_id)
    return found


def _house_key(name: str) -> str:
    return normalise(name).removeprefix("the ")


def of_another_house(*columns: ColumnElement[Any]) -> Select[Any]:
    """Return the question for these columns of the credits that name another house than their report's.

    A dispatch's dateline names its agency: that is its own house. What may be the credit of a picture only is none.
    """
    credit, report, block = schema.credits_.c, schema.reports.c, schema.blocks.c
    dateline = (
        select(block.place)
        .where(block.report_id == credit.report_id, block.zone == Zone.DATELINE.value)
        .where(block.start <= credit.start, credit.start < block.stop)
        .exists()
    )
    own_tag = (report.outlet_name.is_(None) & dateline) | (report.outlet_name == credit.outlet)
    query = select(*columns).join(schema.reports, report.id == credit.report_id)
    return query.where(credit.picture.is_(False), func.coalesce(own_tag, False).is_(False))
