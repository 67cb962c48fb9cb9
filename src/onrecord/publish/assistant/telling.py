"""Values of a record as an assistant is told them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from onrecord.publish.assistant.answers import Citation, Day, Range, StatementFound, Thing
from onrecord.publish.page.wording import moment_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from onrecord.model.contents import Contents
    from onrecord.model.found import StatementHit
    from onrecord.model.listing import Named, StatementRow
    from onrecord.model.moment import Evidence, Moment
    from onrecord.model.report import Report
    from onrecord.model.span import Span

LONGEST: Final = 2000
"""Characters of one passage that are told; a longer one is cut, and says so."""


@dataclass(frozen=True, slots=True)
class Sources:
    """The reports that citations stand in, by id, and the days they were published."""

    reports: Mapping[str, Report]
    days: Mapping[str, Moment]

    @classmethod
    def of(cls, contents: Contents) -> Sources:
        """Return those of a part of a record."""
        reports = {reading.report.id: reading.report for reading in contents.readings}
        return cls(reports, contents.linked.report_dates)

    def published(self, report: Report) -> Moment | None:
        """Return the day that is told of a report, or else the one it was given with."""
        return self.days.get(report.id) or report.published

    def cite(self, evidence: Evidence) -> Citation:
        """Return the citation of a place."""
        return self.cite_span(self.reports[evidence.report_id], evidence.span)

    def cite_span(self, report: Report, span: Span) -> Citation:
        """Return the citation of a place in `report`."""
        exact = span.of(report.text)
        return Citation(
            cite=f"{report.id}#c={span.start}-{span.end}",
            report_id=report.id,
            outlet=report.outlet.name if report.outlet else None,
            title=report.title,
            published=day_of(self.published(report)),
            start=span.start,
            end=span.end,
            exact=exact[:LONGEST],
            cut=len(exact) > LONGEST,
        )


def day_of(moment: Moment | None) -> Day | None:
    """Return a moment in words and as far as it is known; None stays unknown."""
    if moment is None:
        return None
    return Day(
        words=moment_words(moment),
        earliest=moment.earliest.isoformat() if moment.earliest else None,
        latest=moment.latest.isoformat() if moment.latest else None,
        basis=moment.basis.value,
        why=moment.why,
    )


def thing_of(named: Named) -> Thing:
    """Return what is named."""
    return Thing(id=named.id, name=named.name)


def things_of(named: Iterable[Named]) -> list[Thing]:
    """Return what are named, in their order."""
    return [thing_of(one) for one in named]


def ranges_of(spans: Iterable[Span]) -> list[Range]:
    """Return spans as ranges."""
    return [Range(start=span.start, end=span.end) for span in spans]


def hit_of(hit: StatementHit, sources: Sources) -> StatementFound:
    """Return a statement that was searched for, by the wording that fits."""
    return _found(hit.row, hit.text, hit.marks, sources.cite(hit.place), credited_by=hit.credit)


def row_of(row: StatementRow, sources: Sources) -> StatementFound:
    """Return a statement of a list, by its base wording."""
    return _found(row, row.text, (), sources.cite(row.place), credited_by=row.credit)


def _found(
    row: StatementRow, words: str, marks: Iterable[Span], citation: Citation, *, credited_by: str
) -> StatementFound:
    return StatementFound(
        id=row.id,
        speakers=things_of(row.speakers),
        said=day_of(row.said),
        event=thing_of(row.event) if row.event else None,
        words=words[:LONGEST],
        marks=ranges_of(mark for mark in marks if mark.end <= LONGEST),
        credited_by=credited_by,
        base=row.text[:LONGEST],
        base_credited_by=row.credit,
        quoted=ranges_of(span for span in row.quoted if span.end <= LONGEST),
        reports=row.reports,
        independent=row.lineages,
        wordings=row.variants,
        level=row.level.value,
        citation=citation,
    )
