"""Rows of speakers: who said something that fits a question, and how much."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import chain
from operator import itemgetter
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from onrecord.model.annotation import Kind
from onrecord.model.listing import Order, SpeakerRow
from onrecord.model.moment import Evidence
from onrecord.model.span import Span
from onrecord.record import schema
from onrecord.record.fetch import among, find_rows, rows_among
from onrecord.record.room_fitting import rows_of_fitting
from onrecord.record.wanted import find_entity_ids

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Connection

    from onrecord.record.room_asked import Question
    from onrecord.record.room_outline import Outline


_MEMBER, _CHAIN, _MENTION = schema.entity_chains.c, schema.chains.c, schema.mentions.c
_FIRST_CHAINS = (
    select(_MEMBER.entity_id, func.min(_MEMBER.place))
    .where(among(_MEMBER.entity_id))
    .group_by(_MEMBER.entity_id)
)
_MENTIONS = (
    select(_MEMBER.place, _MENTION.place, _CHAIN.report_id, _MENTION.start, _MENTION.stop)
    .select_from(
        schema.entity_chains.join(schema.chains, _CHAIN.id == _MEMBER.chain_id).join(
            schema.mentions, _MENTION.chain_id == _CHAIN.id
        )
    )
    .where(among(_MEMBER.place))
)
Counted = tuple[int, int, int, int]
"""A speaker's number, and how many statements, attributions and reports there are."""


def count_by_speaker(connection: Connection, outline: Outline, question: Question) -> Sequence[Counted]:
    """Return the speakers of what fits, each counted, those with most statements first; by time, who spoke first.

    Somebody counts as speaker of a statement where the record names them as such; attributions that fit are those of such
    statements that credit them.
    """
    rows = rows_of_fitting(outline, question)
    fitting = set(map(outline.row_statements.__getitem__, rows))
    statements = Counter(chain.from_iterable(map(outline.statement_speakers.__getitem__, fitting)))
    entities = list(map(outline.row_entities.__getitem__, rows))
    # An attribution is of one statement, and credits somebody once: a row each.
    attributions = Counter(entities)
    told_in = set(zip(entities, map(outline.row_reports.__getitem__, rows), strict=True))
    reports = Counter(map(itemgetter(0), told_in))
    wanted = _named(connection, outline, question, statements)
    if question.asked.order is Order.TIME:
        firsts = _find_firsts(outline, fitting)
        ordered = sorted(wanted, key=lambda one: (firsts[one], one))
    else:
        ordered = sorted(wanted, key=lambda one: (-statements[one], outline.entity_ids[one]))
    return [(one, statements[one], attributions[one], reports[one]) for one in ordered]


def _find_firsts(outline: Outline, fitting: Iterable[int]) -> dict[int, int]:
    """Return, for each speaker, at which place in the order of time the first of these statements stands."""
    ranks = outline.time_ranks
    firsts: dict[int, int] = {}
    for statement in fitting:
        for entity in outline.statement_speakers[statement]:
            firsts[entity] = min(firsts.get(entity, len(ranks)), ranks[statement])
    return firsts


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
    firsts = {row[1]: row[0] for row in rows_among(connection, _FIRST_CHAINS, ids)}
    found: defaultdict[str, list[tuple[int, str, int, int]]] = defaultdict(list)
    for row in rows_among(connection, _MENTIONS, sorted(firsts)):
        found[firsts[row[0]]].append((row[1], row[2], row[3], row[4]))
    return {
        entity_id: Evidence(report_id=report_id, span=Span(begin, end))
        for entity_id, several in found.items()
        for _, report_id, begin, end in (min(several),)
    }
