"""Search: statements that fit words and filters, and reports and speakers that fit the words."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from onrecord.model.attribution import Level, Manner
from onrecord.model.found import COUNTED, Part
from onrecord.publish.room.filters import names_of, read_filters
from onrecord.publish.room.links import Addresses
from onrecord.publish.room.paging import paging
from onrecord.publish.room.reports import shown_reports, titles_of
from onrecord.publish.room.rows import marked_runs, shown_hits, shown_statements
from onrecord.publish.room.selection import selection
from onrecord.publish.room.visit import Shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.model.found import ReportHit, Sought, SpeakerHit, Suggestion
    from onrecord.model.listing import Asked, SpeakerRow
    from onrecord.publish.room.reports import ReportShown
    from onrecord.publish.room.rows import Run, StatementShown
    from onrecord.publish.room.visit import Visit

BESIDE = 5
"""Reports and speakers that are shown beside the statements found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words of a report around what was found, and where they stand."""

    runs: tuple[Run, ...]
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFound:
    """A report that holds what was looked for."""

    hit: ReportHit
    runs: tuple[Run, ...]
    excerpts: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerFound:
    """Somebody who is named as was typed, or nearly so."""

    hit: SpeakerHit
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a page of the search shows: `total` of what `noun` names; `loose` says that its statements have some of the words only.

    `report_rows` and `speaker_rows` are lists that filters alone narrow down; what holds words is in `reports` and `speakers`.
    """

    noun: str = "statement"
    statements: list[StatementShown] = field(default_factory=list["StatementShown"])
    total: int = 0
    more: bool = False
    loose: bool = False
    speakers: tuple[SpeakerFound, ...] = ()
    speakers_total: int = 0
    speaker_rows: tuple[SpeakerRow, ...] = ()
    reports: tuple[ReportFound, ...] = ()
    reports_total: int = 0
    report_rows: list[ReportShown] = field(default_factory=list["ReportShown"])
    suggestions: tuple[Suggestion, ...] = ()
    sought: tuple[Sought, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether the page has nothing of what it lists."""
        return not any(
            (self.statements, self.speakers, self.speaker_rows, self.reports, self.report_rows)
        ) or (self.noun == "statement" and not self.statements)


def show_search(visit: Visit) -> Shown:
    """Show what fits the words and filters asked for; with none of them, every statement."""
    filters, asked = read_filters(visit)
    words = asked.words.strip()
    found = _found(visit, filters.part, asked) if words else _listed(visit, filters.part, asked)
    no_word = bool(words) and not found.sought
    return Shown(
        template="search.html.j2",
        title=f"Search: {filters.q}" if filters.q else "Statements",
        same=_same(filters.part, asked, found),
        notes=filters.complaints,
        values={
            "searched": filters.q,
            "filters": filters,
            "found": found,
            "no_word": no_word,
            "paging": paging(visit, found.total),
            "manners": [one.value for one in Manner],
            "levels": [one.value for one in Level],
            "parts": [one.value for one in Part],
            "counted": COUNTED,
            "again": visit.again,
            "names": names_of(visit, filters),
        },
    )


def _same(part: str, asked: Asked, found: Found) -> str:
    """Return where the API tells the same: a list where no words are asked for, else what holds them."""
    if not asked.words.strip():
        return selection(part or Part.STATEMENTS.value, replace(asked, words=""))
    return selection("search", asked, part=part, loose=found.loose)


def _listed(visit: Visit, part: str, asked: Asked) -> Found:
    """Return what filters alone leave of a part."""
    if part == Part.REPORTS:
        reports = visit.record.list_reports(asked)
        shown = shown_reports(visit.record, reports.rows)
        return Found(noun="report", report_rows=shown, total=reports.total)
    if part == Part.SPEAKERS:
        speakers = visit.record.list_speakers(asked)
        return Found(noun="speaker", speaker_rows=speakers.rows, total=speakers.total)
    listed = visit.record.list_statements(asked)
    return Found(statements=shown_statements(listed.rows), total=listed.total)


def _found(visit: Visit, part: str, asked: Asked) -> Found:
    """Return what words find in a part, or everywhere."""
    if part == Part.REPORTS:
        return _find_reports(visit, asked)
    if part == Part.SPEAKERS:
        return _find_speakers(visit, asked)
    return _find(visit, asked, beside=not part)


def _find_reports(visit: Visit, asked: Asked) -> Found:
    found = visit.record.find(asked, parts=(Part.REPORTS,))
    return Found(
        noun="report",
        reports=_reports_found(visit, found.reports.rows),
        total=found.reports.total,
        more=found.reports.more,
        suggestions=found.suggestions,
        sought=found.sought,
    )


def _find_speakers(visit: Visit, asked: Asked) -> Found:
    found = visit.record.find(asked, parts=(Part.SPEAKERS,))
    return Found(
        noun="speaker",
        speakers=_speakers_found(found.speakers.rows),
        total=found.speakers.total,
        sought=found.sought,
    )


def _find(visit: Visit, asked: Asked, *, beside: bool) -> Found:
    """Find statements, and, where more is wanted, on the first page the speakers and reports that fit the words too."""
    found = visit.record.find(asked, parts=(Part.STATEMENTS,), loose=True)
    # Words are counted one by one where nothing holds all of them.
    loose = any(one.held_by is not None for one in found.sought)
    others = found
    if beside and asked.first == 0:
        others = visit.record.find(replace(asked, most=BESIDE), parts=(Part.REPORTS, Part.SPEAKERS))
    return Found(
        statements=shown_hits(found.statements.rows),
        total=found.statements.total,
        more=found.statements.more,
        loose=loose and bool(found.statements.total),
        speakers=_speakers_found(others.speakers.rows),
        speakers_total=others.speakers.total,
        reports=_reports_found(visit, others.reports.rows),
        reports_total=others.reports.total,
        suggestions=found.suggestions,
        sought=found.sought,
    )


def _speakers_found(hits: Sequence[SpeakerHit]) -> tuple[SpeakerFound, ...]:
    return tuple(SpeakerFound(hit=hit, runs=marked_runs(hit.name, (), hit.marks)) for hit in hits)


def _reports_found(visit: Visit, hits: Sequence[ReportHit]) -> tuple[ReportFound, ...]:
    names = titles_of(visit.record, [hit.id for hit in hits])
    return tuple(_report_found(hit, names.get(hit.id, hit.id)) for hit in hits)


def _report_found(hit: ReportHit, title: str) -> ReportFound:
    to = Addresses()
    return ReportFound(
        hit=hit,
        runs=marked_runs(to.title(hit.outlet.name if hit.outlet else None, title)),
        excerpts=tuple(
            Passage(
                runs=marked_runs(one.text, (), one.marks),
                href=to.spans(hit.id, [mark.shifted(one.span.start) for mark in one.marks] or [one.span]),
            )
            for one in hit.excerpts
        ),
    )
