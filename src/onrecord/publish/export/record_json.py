"""A record as one JSON value, in the format that other programs rely on (docs/record-format.md).

Members may be added to the format, never renamed or dropped within its version. Spans are ``[start, end]``,
half-open, in Unicode code points of the report's text.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from onrecord.publish.export.shared_json import (
    divergence_as_json,
    event_as_json,
    lineage_as_json,
    speaker_as_json,
    statement_as_json,
    story_as_json,
)
from onrecord.publish.export.values import fact_as_json, moment_as_json, span_as_json, spans_as_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import TextIO

    from onrecord.model.attribution import Attribution
    from onrecord.model.contents import Contents, MadeWith
    from onrecord.model.moment import Moment
    from onrecord.model.problem import Problem
    from onrecord.model.report import Report
    from onrecord.model.statement import Event

Json = dict[str, Any]

FORMAT, VERSION = "onrecord", 1
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def record_as_json(contents: Contents) -> Json:
    """Return `contents` as the members of the record format, version 1, sorted and ready for `json.dumps`."""
    linked = contents.linked
    entity_by_chain = linked.entity_by_chain()
    statement_by_attribution = {
        attribution_id: statement.id
        for statement in linked.statements
        for variant in statement.variants
        for attribution_id in variant.attribution_ids
    }
    event_by_report = events_by_report(linked.events)
    attributions = [
        attribution_as_json(attribution, entity_by_chain, statement_by_attribution)
        for reading in contents.readings
        for attribution in sorted(reading.attributions, key=lambda one: (one.content, one.id))
    ]
    credited = {speaker for attribution in attributions for speaker in attribution["speakers"]}
    credited.update(speaker for statement in linked.statements for speaker in statement.speaker_ids)
    return {
        "format": FORMAT,
        "version": VERSION,
        "offset_unit": "codepoint",
        "made_with": _made_with(contents.made_with),
        "reports": [
            report_as_json(
                reading.report,
                linked.report_dates.get(reading.report.id),
                event_by_report.get(reading.report.id),
            )
            for reading in contents.readings
        ],
        "speakers": [speaker_as_json(entity) for entity in linked.entities if entity.id in credited],
        "attributions": attributions,
        "statements": [statement_as_json(statement) for statement in linked.statements],
        "events": [event_as_json(event) for event in linked.events],
        "stories": [story_as_json(story) for story in linked.stories],
        "lineages": [lineage_as_json(lineage) for lineage in linked.lineages if len(lineage.report_ids) > 1],
        "divergences": [divergence_as_json(divergence) for divergence in linked.divergences],
        "positions": [],
        "problems": [problem_as_json(problem) for problem in problems_of(contents)],
    }


def write_json(value: object, file: TextIO) -> None:
    """Write `value` to `file` as indented JSON with a final newline.

    Characters stand as themselves; what UTF-8 has no form for (a lone surrogate) is escaped.
    """
    file.write(to_text(value, indent=1))
    file.write("\n")


def to_text(value: object, *, indent: int | None = None) -> str:
    """Return `value` as JSON text that any UTF-8 file can hold."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _LONE_SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def events_by_report(events: Iterable[Event]) -> dict[str, str]:
    """Return the id of the event whose news each report is, by report id."""
    return {report_id: event.id for event in events for report_id in event.report_ids}


def problems_of(contents: Contents) -> tuple[Problem, ...]:
    """Return all problems of a record: of places that gave no report, of reports, of the pile as a whole."""
    return (
        *contents.problems,
        *(
            replace(problem, report_id=problem.report_id or reading.report.id)
            for reading in contents.readings
            for problem in reading.problems
        ),
        *contents.linked.problems,
    )


def _made_with(made_with: MadeWith) -> Json:
    return {
        "onrecord": made_with.onrecord,
        "settings": dict(sorted(made_with.settings.items())),
        "models": [
            {"name": card.name, "version": card.version, "sha256": card.sha256} for card in made_with.models
        ],
        "facts": [fact_as_json(fact) for fact in made_with.facts],
        "years": [str(year) for year in made_with.years],
    }


def report_as_json(report: Report, published: Moment | None, event_id: str | None) -> Json:
    """Return a report as in the format's ``reports``."""
    return {
        "id": report.id,
        "path": report.paths[0] if report.paths else "",
        "also": list(report.paths[1:]),
        "external_id": report.external_id,
        "text": report.text,
        "title": report.title,
        "language": report.language,
        "outlet": report.outlet and {"id": report.outlet.id, "name": report.outlet.name},
        "credit": _credit(report),
        "date": moment_as_json(published),
        "event": event_id,
        "zones": [{"span": span_as_json(block.span), "zone": block.zone.value} for block in report.blocks],
        "url": report.url,
        "encoding": report.encoding,
    }


def _credit(report: Report) -> Json | None:
    """The first credit; one that may be a picture's only where there is no other."""
    for credit in sorted(report.credits, key=lambda credit: (credit.picture, credit.span)):
        return {"outlet": credit.outlet, "span": span_as_json(credit.span), "picture": credit.picture}
    return None


def attribution_as_json(
    attribution: Attribution,
    entity_by_chain: Mapping[str, str],
    statement_by_attribution: Mapping[str, str],
) -> Json:
    """Return an attribution as in the format's ``attributions``."""
    speakers = (entity_by_chain[chain] for chain in attribution.speakers if chain in entity_by_chain)
    judgement = attribution.judgement
    return {
        "id": attribution.id,
        "report": attribution.report_id,
        "content": spans_as_json(attribution.content),
        "quoted": spans_as_json(attribution.quoted),
        "manner": attribution.manner.value,
        "act": attribution.act.value,
        "cue": attribution.cue and span_as_json(attribution.cue),
        "source": attribution.source and span_as_json(attribution.source),
        "speakers": list(dict.fromkeys(speakers)),
        "statement": statement_by_attribution.get(attribution.id),
        "judgement": {
            "rule": judgement.rule,
            "because": spans_as_json(judgement.because),
            "level": judgement.level.value,
        },
    }


def problem_as_json(problem: Problem) -> Json:
    """Return a problem: the report or the path that it is about (or neither), its code and its message."""
    about = {"report": problem.report_id, "path": problem.path}
    named: Json = {name: value for name, value in about.items() if value is not None}
    if problem.span is not None:
        named["span"] = span_as_json(problem.span)
    return {**named, "code": problem.code, "message": problem.message}
