"""Rows of speakers: who said something that fits a question, and how much."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from onrecord.model.annotation import Kind
from onrecord.model.listing import Order, SpeakerRow
from onrecord.model.moment import Evidence
from onrecord.model.span import Span
from onrecord.record import schema
from onrecord.record.fetch import find_rows, in_batches
from onrecord.record.room_fitting import rows_of_fitting
from onrecord.record.wanted import find_entity_ids

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Connection

    from onrecord.record.room_asked import Question
    from onrecord.record.room_outline import Outline


Counted = tuple[int, int, int, int]
"""A speaker's number, and how many statements, attributions and reports there are."""


def count_by_speaker(connection: Connection, outline: Outline, question: Question) -> Sequence[Counted]:
    """Return the speakers of what fits, each counted, those with most statements first; by time, who spoke first.

    Somebody counts as speaker of a statement where the record names them as such; attributions that fit are those of such
    statements that credit them.
    """
    speakers = outline.statement_speakers
    statements: defaultdict[int, set[int]] = defaultdict(set)
    attributions: defaultdict[int, set[int]] = defaultdict(set)
    reports: defaultdict[int, set[int]] = defaultdict(set)
    for row in rows_of_fitting(outline, question):
        statement = outline.row_statements[row]
        for entity in speakers[statement]:
            statements[entity].add(statement)
        entity = outline.row_entities[row]
        attributions[entity].add(outline.row_attributions[row])
        reports[entity].add(outline.row_reports[row])
    wanted: Iterable[int] = _named(connection, outline, question, statements)
    if question.asked.order is Order.TIME:
        days = outline.statement_days
        firsts = {one: min((*days.key(said), said) for said in statements[one]) for one in wanted}
        ordered = sorted(firsts, key=lambda one: (firsts[one], one))
    else:
        ordered = sorted(wanted, key=lambda one: (-len(statements[one]), outline.entity_ids[one]))
    return [(one, len(statements[one]), len(attributions[one]), len(reports[one])) for one in ordered]


def _named(connection: Connection, outline: Outline, question: Question, several: Iterable[int]) -> list[int]:
    """Return those of several speakers that have the name or id asked for, and the words in their names."""
    found = list(several)
    if question.entity_ids is not None:
        ids = set(question.entity_ids)
        found = [one for one in found if outline.entity_ids[one] in ids]
    if question.asked.words.strip():
        ids = set(find_entity_ids(connection, question.asked.words))
        found = [one for one in found if outline.entity_ids[one] in ids]
    return found


def speaker_rows(
    connection: Connection, outline: Outline, counted: Sequence[Counted]
) -> tuple[SpeakerRow, ...]:
    """Return the rows of these speakers, in their order."""
    ids = [outline.entity_ids[one] for one, *_ in counted]
    rows = find_rows(connection, schema.entities, "id", ids)
    roles = find_rows(connection, schema.roles, "entity_id", ids)
    places = _find_first_mentions(connection, ids)
    return tuple(
        SpeakerRow(
            id=row.id,
            name=row.name,
            kind=Kind(row.kind),
            roles=tuple(role.title for role in roles[row.id]),
            statements=statements,
            attributions=attributions,
            reports=reports,
            place=places.get(row.id),
        )
        for number, statements, attributions, reports in counted
        for row in rows[outline.entity_ids[number]]
    )


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
