"""Reports: a list of them, and one in full with its attributions marked, opened at the characters that are asked for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.correct import find_standing
from onrecord.errors import Elsewhere
from onrecord.model.correction import CorrectionKind
from onrecord.model.listing import Asked, Order
from onrecord.model.span import Span
from onrecord.publish.page.citations import citations, cited_spans
from onrecord.publish.page.marked import attribution_anchor, marked_paragraphs
from onrecord.publish.page.outlets import copyings
from onrecord.publish.page.pile import pile_of
from onrecord.publish.page.safe import direction, language_tag
from onrecord.publish.page.wording import UNKNOWN_OUTLET, moment_words, short_title_words
from onrecord.publish.room.filters import LONGEST
from onrecord.publish.room.links import Addresses
from onrecord.publish.room.paging import paging
from onrecord.publish.room.parts import cut_into_parts, part_with
from onrecord.publish.room.seen import saw_copies, saw_report
from onrecord.publish.room.selection import selection
from onrecord.publish.room.visit import PAGE, Shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.model.listing import ReportRow
    from onrecord.model.report import Report
    from onrecord.publish.page.pile import Pile
    from onrecord.publish.room.visit import Visit
    from onrecord.record import Record

SHARING = 60
"""Reports of one text that are looked at for who copied whom, on the page of one of them."""
_SPANS = re.compile(r"\d{1,9}-\d{1,9}(?:,\d{1,9}-\d{1,9}){0,31}")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportShown:
    """A report of a list: what it is called in passing, and its day."""

    row: ReportRow
    name: str
    title: str
    outlet: str
    when: str
    language: str | None
    direction: str


def shown_reports(record: Record, rows: Sequence[ReportRow]) -> list[ReportShown]:
    """Return the rows of a list of reports as it shows them; one without a title goes by the first words of its text."""
    names = titles_of(record, [row.id for row in rows if row.title is None])
    return [_shown_report(row, row.title or names.get(row.id, row.id)) for row in rows]


def titles_of(record: Record, report_ids: Sequence[str]) -> dict[str, str]:
    """Return the title, or else the first words, of each of these reports by its id."""
    return {report_id: title or report_id for report_id, (_, title) in record.titles(report_ids).items()}


def _shown_report(row: ReportRow, title: str) -> ReportShown:
    return ReportShown(
        row=row,
        name=Addresses.title(row.outlet.name if row.outlet else None, title),
        title=title,
        outlet=row.outlet.name if row.outlet else UNKNOWN_OUTLET,
        when=moment_words(row.published),
        language=language_tag(row.language),
        direction=direction(row.language),
    )


def show_reports(visit: Visit) -> Shown:
    """Show all reports, or those of one outlet, in order of time."""
    outlet = visit.asked("outlet")[:LONGEST] or None
    asked = Asked(outlet=outlet, order=Order.TIME, first=visit.first, most=PAGE)
    listed = visit.record.list_reports(asked)
    reports = shown_reports(visit.record, listed.rows)
    named = reports[0].outlet if outlet and reports else None
    return Shown(
        template="reports_list.html.j2",
        title=f"Reports of {named}" if named else "Reports",
        same=selection("reports", asked),
        notes=visit.left_out("outlet"),
        values={"reports": reports, "outlet": named, "paging": paging(visit, listed.total)},
    )


def show_report(visit: Visit) -> Shown:
    """Show the report that the address names, opened at the characters it asks for."""
    report_id = visit.wanted("r")
    pile = pile_of(visit.record.slice(report_ids=(report_id,)))
    reading = pile.readings_by_id[report_id]
    report = reading.report
    at = spans_at(visit.asked("at"), report)
    cited = cited_spans(pile.contents).get(report_id, ())
    parts = cut_into_parts(marked_paragraphs(report, reading.attributions, cited, at=at))
    number = part_with(parts, visit.number("part"), opened=bool(at))
    date = pile.contents.linked.report_dates.get(report_id) or report.published
    return Shown(
        template="report.html.j2",
        title=short_title_words(report),
        values={
            "pile": pile,
            "report": report,
            "reading": reading,
            "was": visit.asked("was"),
            "lost": bool(visit.asked("at")) and not at,
            "event": pile.event_by_report.get(report_id),
            "date": date,
            "date_places": citations(pile, date.evidence) if date else (),
            "paragraphs": parts[number - 1],
            "part_number": number,
            "parts": len(parts),
            "part_links": [visit.again(part=one, at=None) for one in range(1, len(parts) + 1)],
            "copyings": [
                one
                for one in copyings(_with_origins(visit, pile))
                if report_id in {one.copy.id, one.source.id if one.source else ""}
            ],
            "said_copies": said_copies(visit),
            "seen_day": saw_report(report_id, report.published),
            "seen_copies": saw_copies(report_id, visit.record.corrections()) if visit.edit else "",
            "problems": reading.problems,
            "attribution_anchor": attribution_anchor,
        },
    )


def _with_origins(visit: Visit, pile: Pile) -> Pile:
    """Return what holds the other reports of the texts that a report shares; of very many, itself is all that is looked at."""
    lineages = [one for one in pile.contents.linked.lineages if len(one.report_ids) <= SHARING]
    if not lineages:
        return pile
    return pile_of(visit.record.slice(lineage_ids=tuple(one.id for one in lineages)))


def said_copies(visit: Visit) -> dict[tuple[str, str], str]:
    """Return who said of a report that it is a copy of another, by the ids of the two."""
    return {
        (one.anchors[0].report_id, one.anchors[1].report_id): one.by or "a reader"
        for one in find_standing(visit.record.corrections())
        if one.kind is CorrectionKind.COPY
    }


def show_attribution(visit: Visit) -> Shown:
    """Lead to where the attribution that the address names stands.

    Raises:
        Elsewhere: always, where there is one.
    """
    wanted = visit.wanted("a")
    raise Elsewhere(Addresses().standing(visit.record.value("a", wanted)))


def spans_at(asked: str, report: Report) -> tuple[Span, ...]:
    """Return the ranges of a report that an address asks for; none where they are no ranges of it.

    ``12-40,60-80`` are two. Nothing is moved to where it would fit: characters that are not there are not shown as others.
    """
    if not _SPANS.fullmatch(asked):
        return ()
    bounds = [tuple(map(int, one.split("-"))) for one in asked.split(",")]
    if any(not start < end <= len(report.text) for start, end in bounds):
        return ()
    return tuple(sorted({Span(start, end) for start, end in bounds}))
