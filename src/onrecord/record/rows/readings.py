"""Values to rows: one report and everything that was read in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.record.rows import schema
from onrecord.record.rows.collected import to_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Table

    from onrecord.model.annotation import Timex
    from onrecord.model.attribution import Attribution, Reading
    from onrecord.model.report import Report
    from onrecord.record.rows.collected import Rows


def add_reading(rows: Rows, reading: Reading) -> None:
    """Gather a report and everything that was read in it.

    Raises:
        RecordError: when something cites characters that the report does not have.
    """
    report = reading.report
    rows.reports_by_id[report.id] = report
    _add_report(rows, report)
    for span in reading.sentences:
        rows.add(schema.sentences, report_id=report.id, start=span.start, stop=span.end)
    for timex in reading.timexes:
        _add_timex(rows, report.id, timex)
    _add_chains(rows, reading)
    for attribution in reading.attributions:
        _add_attribution(rows, report, attribution)
    for problem in reading.problems:
        rows.add_problem("report", problem, reading_id=report.id)


def _add_timex(rows: Rows, report_id: str, timex: Timex) -> None:
    rows.add(
        schema.timexes,
        report_id=report_id,
        start=timex.span.start,
        stop=timex.span.end,
        kind=timex.kind.value,
        year=timex.year,
        month=timex.month,
        day=timex.day,
        weekday=timex.weekday,
        amount=timex.amount,
        direction=timex.direction,
        unit=timex.unit,
        deictic=timex.deictic,
    )


def _add_report(rows: Rows, report: Report) -> None:
    rows.add(
        schema.reports,
        id=report.id,
        title=report.title,
        text=report.text,
        language=report.language,
        outlet_id=report.outlet and report.outlet.id,
        outlet_name=report.outlet and report.outlet.name,
        external_id=report.external_id,
        url=report.url,
        encoding=report.encoding,
        offsets=to_json([[run.start, run.offset, run.width] for run in report.offsets.runs]),
        declared=to_json(dict(report.declared)),
    )
    for path in report.paths:
        rows.add(schema.report_paths, report_id=report.id, path=path)
    for edit in report.edits:
        rows.add(
            schema.edits,
            report_id=report.id,
            start=edit.span.start,
            stop=edit.span.end,
            put=edit.put,
            rule=edit.rule,
        )
    for block in report.blocks:
        rows.add(
            schema.blocks,
            report_id=report.id,
            start=block.span.start,
            stop=block.span.end,
            zone=block.zone.value,
            repeats=block.repeats,
        )
    for credit in report.credits:
        rows.add(
            schema.credits_,
            report_id=report.id,
            outlet=credit.outlet,
            start=credit.span.start,
            stop=credit.span.end,
            picture=credit.picture,
        )
    rows.add_moment("report", report.id, "given", report.published)


def _add_chains(rows: Rows, reading: Reading) -> None:
    for chain in reading.chains:
        rows.add(
            schema.chains, id=chain.id, report_id=chain.report_id, kind=chain.kind.value, name=chain.name
        )
        _add_words(rows, schema.chain_words, "chain_id", chain.id, name=chain.names, role=chain.roles)
        for mention in chain.mentions:
            rows.add(
                schema.mentions,
                chain_id=chain.id,
                start=mention.span.start,
                stop=mention.span.end,
                kind=mention.kind.value,
                name=mention.name,
                role=mention.role,
                pronoun=mention.pronoun,
            )


def _add_words(rows: Rows, table: Table, key: str, owner_id: str, **words_by_part: Sequence[str]) -> None:
    for part, several in words_by_part.items():
        for words in several:
            rows.add(table, **{key: owner_id, "part": part, "words": words})


def _add_attribution(rows: Rows, report: Report, attribution: Attribution) -> None:
    judgement = attribution.judgement
    rows.add(
        schema.attributions,
        id=attribution.id,
        report_id=attribution.report_id,
        manner=attribution.manner.value,
        act=attribution.act.value,
        rule=judgement.rule,
        level=judgement.level.value,
    )
    parts = {
        "content": attribution.content,
        "quoted": attribution.quoted,
        "cue": () if attribution.cue is None else (attribution.cue,),
        "source": () if attribution.source is None else (attribution.source,),
        "because": judgement.because,
    }
    for part, spans in parts.items():
        rows.cite_spans(("attribution", attribution.id, part), report, spans)
    for chain_id in attribution.speakers:
        rows.add(schema.attribution_speakers, attribution_id=attribution.id, chain_id=chain_id)
