"""Rows of speakers: who said something that fits a question, and how much."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from onrecord.model.annotation import Kind
from onrecord.model.listing import Order, SpeakerRow
from onrecord.model.moment import Evidence
from onrecord.model.span import Span
from onrecord.record.outline.fitting import flagged, numbers_in, numpy, rows_of_fitting
from onrecord.record.outline.outline import NONE
from onrecord.record.rows import schema
from onrecord.record.rows.fetch import among, find_rows, rows_among
from onrecord.record.rows.wanted import find_entity_ids

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Connection

    from onrecord.record.outline.asked import Question
    from onrecord.record.outline.fitting import Flags, Numbers
    from onrecord.record.outline.outline import Outline


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
    count = len(outline.entity_ids)
    fitting = flagged(len(outline.statement_ids), numbers_in(outline.row_statements)[rows])
    speakers, said = _speakers_of(outline, fitting)
    statements = numpy().bincount(speakers, minlength=count)
    credited, told_in = numbers_in(outline.row_entities)[rows], numbers_in(outline.row_reports)[rows]
    known = credited != NONE
    # An attribution is of one statement, and credits somebody once: a row each.
    attributions = numpy().bincount(credited[known], minlength=count)
    reports = _count_pairs(credited[known], told_in[known], count)
    wanted = _named(connection, outline, question, numpy().flatnonzero(statements).tolist())
    if question.asked.order is Order.TIME:
        firsts = _find_firsts(outline, speakers, said)
        ordered = sorted(wanted, key=lambda one: (firsts[one], one))
    else:
        ordered = sorted(wanted, key=lambda one: (-statements[one], outline.entity_ids[one]))
    return [(one, int(statements[one]), int(attributions[one]), int(reports[one])) for one in ordered]


def _speakers_of(outline: Outline, fitting: Flags) -> tuple[Numbers, Numbers]:
    """Return each speaker of each statement that fits, and in parallel the statements."""
    starts = numbers_in(outline.statement_speakers.starts)
    owners = numpy().repeat(numpy().arange(len(fitting)), numpy().diff(starts))
    holds = fitting[owners]
    return numbers_in(outline.statement_speakers.members)[holds], owners[holds]


def _count_pairs(firsts: Numbers, seconds: Numbers, count: int) -> Numbers:
    """Return with how many different others each of `count` numbers is paired."""
    width = int(seconds.max(initial=0)) + 1
    pairs = numpy().unique(firsts.astype("int64") * width + seconds)
    counted: Numbers = numpy().bincount(pairs // width, minlength=count)
    return counted


def _find_firsts(outline: Outline, speakers: Numbers, said: Numbers) -> Sequence[int]:
    """Return, for each entity, at which place in the order of time the first of these statements of theirs stands."""
    firsts = numpy().full(len(outline.entity_ids), len(outline.statement_ids))
    numpy().minimum.at(firsts, speakers, numbers_in(outline.time_ranks)[said])
    found: list[int] = firsts.tolist()
    return found


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
    places = find_first_mentions(connection, ids)
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


def find_first_mentions(connection: Connection, ids: Sequence[str]) -> dict[str, Evidence]:
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
