"""Rows to values: reports and what was read in them, as they were written."""

from __future__ import annotations

import json
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar

from onrecord.model.annotation import Chain, Kind, Mention, TimeKind, Timex
from onrecord.model.attribution import Act, Attribution, Judgement, Level, Manner, Reading
from onrecord.model.problem import Problem
from onrecord.model.report import Block, Credit, Outlet, Report, Zone
from onrecord.model.span import Edit, OffsetMap, Run, Span
from onrecord.record.rows import schema
from onrecord.record.rows.fetch import (
    All,
    Cited,
    find_cited_spans,
    find_columns,
    find_moments,
    find_rows,
    like,
    span_at,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy import Connection, Row

    from onrecord.model.moment import Moment

T = TypeVar("T")


def restore_reports(connection: Connection, ids: Sequence[str]) -> tuple[Report, ...]:
    """Return the reports of these ids, in the order of `ids`; unknown ids are left out."""
    rows = find_rows(connection, schema.reports, "id", ids)
    paths = find_rows(connection, schema.report_paths, "report_id", ids)
    edits = find_rows(connection, schema.edits, "report_id", ids)
    blocks: defaultdict[str, list[Block]] = defaultdict(list)
    for report_id, start, stop, zone, repeats in find_columns(
        connection, schema.blocks, "report_id", ids, _BLOCKS
    ):
        blocks[report_id].append(Block(span=span_at(start, stop), zone=_zone_of(zone), repeats=repeats))
    credits_ = find_rows(connection, schema.credits_, "report_id", ids)
    moments = find_moments(connection, "report", "given", ids, Cited(connection, "report", ids))
    return tuple(
        _report_of(
            row,
            moments.get(row.id),
            paths=tuple(path.path for path in paths[row.id]),
            edits=tuple(Edit(span=_span(edit), put=edit.put, rule=edit.rule) for edit in edits[row.id]),
            blocks=tuple(blocks.get(row.id, ())),
            credits=tuple(
                Credit(outlet=credit.outlet, span=_span(credit), picture=credit.picture)
                for credit in credits_[row.id]
            ),
        )
        for report_id in ids
        for row in rows[report_id]
    )


def _report_of(row: Row[Any], published: Moment | None, **several: Any) -> Report:
    return Report(
        id=row.id,
        text=row.text,
        offsets=OffsetMap(tuple(Run(*run) for run in json.loads(row.offsets))),
        encoding=row.encoding,
        external_id=row.external_id,
        title=row.title,
        language=row.language,
        url=row.url,
        outlet=None if row.outlet_id is None else Outlet(id=row.outlet_id, name=row.outlet_name),
        published=published,
        declared=json.loads(row.declared),
        **several,
    )


def restore_readings(connection: Connection, ids: Sequence[str]) -> tuple[Reading, ...]:
    """Return all that was read in the reports of these ids, in the order of `ids`."""
    chains = restore_chains(connection, ids)
    timexes = find_rows(connection, schema.timexes, "report_id", ids)
    sentences: defaultdict[str, list[Span]] = defaultdict(list)
    for report_id, start, stop in find_columns(connection, schema.sentences, "report_id", ids, _SENTENCES):
        sentences[report_id].append(span_at(start, stop))
    attributions = find_rows(connection, schema.attributions, "report_id", ids)
    problems = find_rows(connection, schema.problems, "reading_id", ids)
    restored = restore_attributions(
        connection, like(ids, (row for rows in attributions.values() for row in rows))
    )
    attributions_by_id = {attribution.id: attribution for attribution in restored}
    return tuple(
        Reading(
            report=report,
            chains=chains[report.id],
            timexes=tuple(_timex_of(row) for row in timexes[report.id]),
            sentences=tuple(sentences.get(report.id, ())),
            attributions=tuple(attributions_by_id[row.id] for row in attributions[report.id]),
            problems=tuple(problem_of(row) for row in problems[report.id]),
        )
        for report in restore_reports(connection, ids)
    )


def restore_chains(connection: Connection, report_ids: Sequence[str]) -> Mapping[str, tuple[Chain, ...]]:
    """Return the chains of each of these reports."""
    rows = find_rows(connection, schema.chains, "report_id", report_ids)
    return chains_of(connection, rows, every=isinstance(report_ids, All))


def chains_of(
    connection: Connection, rows_by_report: Mapping[str, Sequence[Row[Any]]], *, every: bool = False
) -> Mapping[str, tuple[Chain, ...]]:
    """Return the chains of these rows of the table of chains, by report; `every` says that there are no others."""
    found = (row.id for rows in rows_by_report.values() for row in rows)
    ids = All(found) if every else list(found)
    told = list(find_columns(connection, schema.chain_words, "chain_id", ids, _WORDS))
    names = _gather((chain_id, words) for chain_id, part, words in told if part == "name")
    roles = _gather((chain_id, words) for chain_id, part, words in told if part != "name")
    mentions = _find_mentions(connection, ids)
    return {
        report_id: tuple(
            [
                Chain(
                    id=row.id,
                    report_id=report_id,
                    kind=_kind_of(row.kind),
                    name=row.name,
                    names=tuple(names.get(row.id, ())),
                    roles=tuple(roles.get(row.id, ())),
                    mentions=tuple(mentions.get(row.id, ())),
                )
                for row in rows
            ]
        )
        for report_id, rows in rows_by_report.items()
    }


_SENTENCES = ("report_id", "start", "stop")
_BLOCKS = ("report_id", "start", "stop", "zone", "repeats")
_WORDS = ("chain_id", "part", "words")
_SPEAKERS = ("attribution_id", "chain_id")
_MENTIONS = ("chain_id", "start", "stop", "kind", "name", "role", "pronoun")


def _find_mentions(connection: Connection, chain_ids: Sequence[str]) -> Mapping[str, Sequence[Mention]]:
    """Return the mentions of each of these chains, of those that have any."""
    several = find_columns(connection, schema.mentions, "chain_id", chain_ids, _MENTIONS)
    return _gather(
        (
            chain_id,
            Mention(span=span_at(start, stop), kind=_kind_of(kind), name=name, role=role, pronoun=pronoun),
        )
        for chain_id, start, stop, kind, name, role, pronoun in several
    )


def _gather(pairs: Iterable[tuple[str, T]]) -> Mapping[str, Sequence[T]]:
    """Return what belongs to each owner, in its order. Most own one thing, and a tuple of it is all that is made then."""
    found: dict[str, tuple[T, ...] | list[T]] = {}
    for owner, one in pairs:
        several = found.get(owner)
        if several is None:
            found[owner] = (one,)
        elif isinstance(several, list):
            several.append(one)
        else:
            found[owner] = [*several, one]
    return found


def restore_attributions(connection: Connection, rows: Sequence[Row[Any]]) -> tuple[Attribution, ...]:
    """Return the attributions of these rows of the table of attributions, in their order."""
    ids = like(rows, (row.id for row in rows))
    spans = find_cited_spans(connection, "attribution", ids)
    speakers = _gather(
        find_columns(connection, schema.attribution_speakers, "attribution_id", ids, _SPEAKERS)
    )
    return tuple([_attribution_of(row, spans.get(row.id, {}), speakers.get(row.id, ())) for row in rows])


def _attribution_of(
    row: Row[Any], spans: Mapping[str, Sequence[Span]], speakers: Sequence[str]
) -> Attribution:
    return Attribution(
        id=row.id,
        report_id=row.report_id,
        content=tuple(spans.get("content", ())),
        quoted=tuple(spans.get("quoted", ())),
        manner=_manner_of(row.manner),
        act=_act_of(row.act),
        cue=next(iter(spans.get("cue", ())), None),
        source=next(iter(spans.get("source", ())), None),
        speakers=tuple(speakers),
        judgement=Judgement(
            rule=row.rule, because=tuple(spans.get("because", ())), level=_level_of(row.level)
        ),
    )


def problem_of(row: Row[Any]) -> Problem:
    """Return the problem of a row."""
    return Problem(
        code=row.code,
        message=row.message,
        report_id=row.report_id,
        path=row.path,
        span=None if row.start is None else _span(row),
    )


def _span(row: Row[Any]) -> Span:
    return span_at(row.start, row.stop)


# Looked up, where making a member of an enumeration anew looks at much else besides.
_kind_of = lru_cache(maxsize=1 << 6)(Kind)
_zone_of = lru_cache(maxsize=1 << 6)(Zone)
_time_kind_of = lru_cache(maxsize=1 << 6)(TimeKind)
_manner_of = lru_cache(maxsize=1 << 6)(Manner)
_act_of = lru_cache(maxsize=1 << 6)(Act)
_level_of = lru_cache(maxsize=1 << 6)(Level)


def _timex_of(row: Row[Any]) -> Timex:
    return Timex(
        span=_span(row),
        kind=_time_kind_of(row.kind),
        year=row.year,
        month=row.month,
        day=row.day,
        weekday=row.weekday,
        direction=row.direction,
        amount=row.amount,
        unit=row.unit,
        deictic=row.deictic,
    )
