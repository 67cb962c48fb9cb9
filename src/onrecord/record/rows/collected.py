"""Values to rows: a collector gathers rows by table, the writer sends them off.

Pure. Citations are checked as they are made: a span that leaves its report's text is refused. What was read in
a report is gathered by `rows.readings`, what reports share by `rows.shared`; the way back is `restore`.
"""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from onrecord.errors import ContradictionError
from onrecord.record.rows import schema

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Table

    from onrecord.model.contents import MadeWith
    from onrecord.model.fact import Fact
    from onrecord.model.moment import Evidence, Moment
    from onrecord.model.problem import Problem
    from onrecord.model.report import Capture, Report
    from onrecord.model.span import Span

Row = dict[str, Any]


class Rows:
    """Rows gathered by table. `reports_by_id` are the reports that citations may point at."""

    def __init__(self) -> None:
        self.by_table: defaultdict[Table, list[Row]] = defaultdict(list)
        self.reports_by_id: dict[str, Report] = {}
        self._cited: dict[tuple[str, int, int], Row] = {}

    def extend(self, other: Rows) -> None:
        """Gather the rows of `other` behind those that are here."""
        for table, several in other.by_table.items():
            self.by_table[table] += several
        self.reports_by_id.update(other.reports_by_id)

    def add(self, table: Table, **values: Any) -> None:
        """Gather one row of `table`."""
        self.by_table[table].append(values)

    def cite(self, owner: tuple[str, str, str], places: Iterable[Evidence], *, number: int = 0) -> None:
        """Gather a citation for each of `places`, with the exact characters and bytes that stand there.

        `owner` is the kind and id of what rests on them and the part of it; `number` counts such parts.

        Raises:
            ContradictionError: when a place is not within the text of a report of this record.
        """
        for evidence in places:
            report = self.reports_by_id.get(evidence.report_id)
            if report is None:
                raise ContradictionError(
                    f"{' '.join(owner)} cites report {evidence.report_id}, which is not in this record"
                )
            self._cite(owner, report, evidence.span, number)

    def cite_spans(self, owner: tuple[str, str, str], report: Report, spans: Iterable[Span]) -> None:
        """Gather a citation for each of `spans` of `report`.

        Raises:
            ContradictionError: when a span leaves the text of the report.
        """
        for span in spans:
            self._cite(owner, report, span, 0)

    def _cite(self, owner: tuple[str, str, str], report: Report, span: Span, number: int) -> None:
        # Many things rest on one place: the day of an event is that of all its statements.
        key = (report.id, span.start, span.end)
        place = self._cited.get(key)
        if place is None:
            if span.end > len(report.text):
                raise ContradictionError(
                    f"{' '.join(owner)} cites [{span.start}, {span.end}) of report {report.id}, "
                    f"which has only {len(report.text)} characters"
                )
            captured = report.offsets.to_captured(span)
            place = self._cited[key] = {
                "report_id": report.id,
                "start": span.start,
                "stop": span.end,
                "exact": span.of(report.text),
                "first_byte": captured.start,
                "past_byte": captured.end,
            }
        kind, owner_id, part = owner
        self.add(schema.citations, owner_kind=kind, owner_id=owner_id, part=part, number=number, **place)

    def add_moment(self, kind: str, owner_id: str, part: str, moment: Moment | None) -> None:
        """Gather a moment and what it rests on; None gathers nothing."""
        if moment is None:
            return
        days = moment.candidates
        self.add(
            schema.moments,
            owner_kind=kind,
            owner_id=owner_id,
            part=part,
            earliest=moment.earliest and moment.earliest.isoformat(),
            latest=moment.latest and moment.latest.isoformat(),
            candidates=None if days is None else to_json([day.isoformat() for day in days]),
            basis=moment.basis.value,
            why=moment.why,
            facts=to_json(list(moment.facts)) if moment.facts else None,
        )
        self.cite((kind, owner_id, part), moment.evidence)

    def add_problem(self, found_in: str, problem: Problem, *, reading_id: str | None = None) -> None:
        """Gather a problem; `found_in` is the part of the record that keeps it: report, pile or link."""
        self.add(
            schema.problems,
            found_in=found_in,
            reading_id=reading_id,
            report_id=problem.report_id,
            path=problem.path,
            code=problem.code,
            message=problem.message,
            start=problem.span and problem.span.start,
            stop=problem.span and problem.span.end,
        )


def to_json(value: object) -> str:
    """Return `value` as the compact, sorted JSON that columns keep (ASCII, so that any string fits)."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"))


def add_made_with(rows: Rows, made_with: MadeWith) -> None:
    """Gather what the record was made with."""
    rows.add(schema.made_with, part="program", name="onrecord", value=made_with.onrecord)
    for name, year in zip(("first", "last"), made_with.years, strict=True):
        rows.add(schema.made_with, part="years", name=name, value=str(year))
    for name, value in sorted(made_with.settings.items()):
        rows.add(schema.made_with, part="setting", name=name, value=value)
    for fact in made_with.facts:
        rows.add(schema.facts, **_values_of(fact))
    for fact in made_with.given:
        rows.add(schema.made_with, part="fact", name=fact.id, value=to_json(_values_of(fact)))
    for card in made_with.models:
        rows.add(schema.models, name=card.name, version=card.version, sha256=card.sha256)


def _values_of(fact: Fact) -> Row:
    return {
        "id": fact.id,
        "subject": fact.subject,
        "relation": fact.relation,
        "object": fact.object,
        "first": fact.first and fact.first.isoformat(),
        "last": fact.last and fact.last.isoformat(),
        "source": fact.source,
    }


def add_capture(rows: Rows, capture: Capture) -> None:
    """Gather the bytes that came in."""
    rows.add(
        schema.captures,
        id=capture.id,
        media_type=capture.media_type,
        locator=capture.locator,
        declared=to_json(dict(capture.declared)),
        payload=capture.payload,
    )
