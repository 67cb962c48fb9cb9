"""Rows of speakers: who said something that fits a question, and how much."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import and_, func, select

from onrecord.model.annotation import Kind
from onrecord.model.listing import Order, SpeakerRow
from onrecord.model.moment import Evidence
from onrecord.model.span import Span
from onrecord.record import schema
from onrecord.record.fetch import find_rows, in_batches
from onrecord.record.room_asked import fitting_attributions, time_order
from onrecord.record.room_statements import select_statements
from onrecord.record.wanted import find_entity_ids

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from onrecord.record.room_asked import Question


def count_by_speaker(connection: Connection, question: Question) -> tuple[tuple[str, int], ...]:
    """Return the speakers of the statements that fit, each with how many there are, in the order asked for.

    Speakers with most statements come first; by time, who spoke first.
    """
    speaker = schema.statement_speakers.c
    query = select(speaker.entity_id, func.count(speaker.statement_id.distinct())).group_by(speaker.entity_id)
    fitting = select_statements(question)
    if fitting.whereclause is not None:
        query = query.where(speaker.statement_id.in_(fitting))
    if question.entity_ids is not None:
        query = query.where(speaker.entity_id.in_(question.entity_ids))
    counts: dict[str, int] = {row[0]: row[1] for row in connection.execute(query)}
    if question.asked.words.strip():
        named = set(find_entity_ids(connection, question.asked.words))
        counts = {one: number for one, number in counts.items() if one in named}
    if question.asked.order is Order.TIME:
        return tuple((one, counts[one]) for one in _by_time(connection, question) if one in counts)
    ordered = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    return tuple(ordered)


def _by_time(connection: Connection, question: Question) -> list[str]:
    """Return the speakers of the statements that fit, by the first of them."""
    statement, moment, speaker = schema.statements.c, schema.moments.c, schema.statement_speakers.c
    joined = schema.statement_speakers.join(
        schema.statements, statement.id == speaker.statement_id
    ).outerjoin(schema.moments, and_(moment.owner_id == statement.id, moment.part == "said"))
    query = select(speaker.entity_id).select_from(joined)
    fitting = select_statements(question)
    if fitting.whereclause is not None:
        query = query.where(speaker.statement_id.in_(fitting))
    ordered = query.order_by(*time_order(schema.moments), speaker.entity_id)
    return list(dict.fromkeys(connection.scalars(ordered)))


def speaker_rows(
    connection: Connection, question: Question, counted: Sequence[tuple[str, int]]
) -> tuple[SpeakerRow, ...]:
    """Return the rows of these speakers, with their numbers of statements, in their order."""
    ids = [one for one, _ in counted]
    rows = find_rows(connection, schema.entities, "id", ids)
    roles = find_rows(connection, schema.roles, "entity_id", ids)
    credited = _count_credited(connection, question, ids)
    places = _find_first_mentions(connection, ids)
    return tuple(
        SpeakerRow(
            id=row.id,
            name=row.name,
            kind=Kind(row.kind),
            roles=tuple(role.title for role in roles[row.id]),
            statements=statements,
            attributions=credited.get(row.id, (0, 0))[0],
            reports=credited.get(row.id, (0, 0))[1],
            place=places.get(row.id),
        )
        for entity_id, statements in counted
        for row in rows[entity_id]
    )


def _count_credited(
    connection: Connection, question: Question, ids: Sequence[str]
) -> dict[str, tuple[int, int]]:
    """Return how many attributions that fit credit each of these speakers with words, and how many reports do."""
    chain, speaker, attribution = schema.entity_chains.c, schema.attribution_speakers.c, schema.attributions.c
    counted: dict[str, tuple[int, int]] = {}
    joined = schema.entity_chains.join(schema.attribution_speakers, speaker.chain_id == chain.chain_id).join(
        schema.attributions, attribution.id == speaker.attribution_id
    )
    query = (
        select(
            chain.entity_id,
            func.count(attribution.id.distinct()),
            func.count(attribution.report_id.distinct()),
        )
        .select_from(joined)
        .group_by(chain.entity_id)
    )
    fitting = select_statements(question)
    if fitting.whereclause is not None:
        member = schema.variant_attributions.c
        said = fitting_attributions(question, attribution.id).where(member.statement_id.in_(fitting))
        query = query.where(attribution.id.in_(said))
    for some in in_batches(ids):
        for row in connection.execute(query.where(chain.entity_id.in_(some))):
            counted[row[0]] = (row[1], row[2])
    return counted


def _find_first_mentions(connection: Connection, ids: Sequence[str]) -> dict[str, Evidence]:
    """Return where each of these speakers is first named or described: in the first of its chains that has a mention."""
    member, chain, mention = schema.entity_chains.c, schema.chains.c, schema.mentions.c
    first = func.min(member.place).label("place")
    firsts: dict[int, str] = {}
    for some in in_batches(ids):
        query = select(member.entity_id, first).where(member.entity_id.in_(some)).group_by(member.entity_id)
        firsts.update((row[1], row[0]) for row in connection.execute(query))
    found: defaultdict[str, list[tuple[int, str, int, int]]] = defaultdict(list)
    joined = schema.entity_chains.join(schema.chains, chain.id == member.chain_id).join(
        schema.mentions, mention.chain_id == chain.id
    )
    wanted = select(member.place, mention.place, chain.report_id, mention.start, mention.stop)
    places = sorted(firsts)
    for start in range(0, len(places), 400):
        some_places = places[start : start + 400]
        query = wanted.select_from(joined).where(member.place.in_(some_places))
        for row in connection.execute(query):
            found[firsts[row[0]]].append((row[1], row[2], row[3], row[4]))
    return {
        entity_id: Evidence(report_id=report_id, span=Span(begin, end))
        for entity_id, several in found.items()
        for _, report_id, begin, end in (min(several),)
    }
