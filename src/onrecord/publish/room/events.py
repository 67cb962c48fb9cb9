"""Events: all of them, and one with its day, its reports, what they have in common, and what only one has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.model.listing import MOST, Asked, Order
from onrecord.publish.page.citations import citations
from onrecord.publish.page.divergences import grouped_facts
from onrecord.publish.page.pile import pile_of
from onrecord.publish.page.wording import count, moment_words, precision_words
from onrecord.publish.room.paging import paging
from onrecord.publish.room.reports import shown_reports
from onrecord.publish.room.rows import shown_statements
from onrecord.publish.room.selection import selection
from onrecord.publish.room.stories import line_of
from onrecord.publish.room.visit import PAGE, Shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.model.listing import EventRow, StatementRow
    from onrecord.publish.room.reports import ReportShown
    from onrecord.publish.room.rows import StatementShown
    from onrecord.publish.room.visit import Visit

MOST_REPORTS = 60
"""Of an event of more reports, the words that its day rests on are told on its page of grounds alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Statements under one heading."""

    heading: str
    statements: tuple[StatementShown, ...]


def show_events(visit: Visit) -> Shown:
    """Show all events in order of time."""
    asked = Asked(order=Order.TIME, first=visit.first, most=PAGE)
    listed = visit.record.list_events(asked)
    return Shown(
        template="events.html.j2",
        title="Events",
        same=selection("events", asked),
        notes=visit.left_out(),
        values={"line": line_of(listed.rows), "paging": paging(visit, listed.total)},
    )


def show_event(visit: Visit) -> Shown:
    """Show the event that the address names."""
    event_id = visit.wanted("e")
    row = visit.record.list_events(Asked(event=event_id, most=1)).rows[0]
    reports = visit.record.list_reports(Asked(event=event_id, order=Order.TIME, most=MOST))
    common = visit.record.list_statements(
        Asked(event=event_id, independent=2, order=Order.SOURCES, first=visit.first, most=PAGE)
    )
    # Those in one account only follow those in several, in one list, page by page.
    alone_first = max(common.total, visit.first)
    room_left = PAGE - len(common.rows)
    alone = visit.record.list_statements(
        Asked(event=event_id, order=Order.SOURCES, first=alone_first, most=max(1, room_left))
    )
    few = row.reports <= MOST_REPORTS
    pile = pile_of(visit.record.slice(event_ids=(event_id,))) if few else None
    shown = shown_reports(visit.record, reports.rows)
    if pile:
        shown.sort(key=lambda one: int(pile.numbers[one.row.id][1:]))
    return Shown(
        template="event.html.j2",
        title=row.what,
        values={
            "row": row,
            "was": visit.asked("was"),
            "when": moment_words(row.date),
            "precision": precision_words(row.date),
            "day_places": citations(pile, row.date.evidence) if pile and row.date else (),
            "reports": shown,
            "more_reports": reports.total - len(reports.rows),
            "common": in_common(common.rows, row),
            "common_total": common.total,
            "alone": by_report(alone.rows if room_left else (), shown),
            "alone_total": alone.total - common.total,
            "divergences": grouped_facts(pile) if pile else (),
            "paging": paging(visit, alone.total),
        },
    )


def in_common(rows: Iterable[StatementRow], event: EventRow) -> list[Group]:
    """Group statements that several accounts of an event share by how many do, all of them first."""
    by_number: dict[int, list[StatementRow]] = {}
    for row in rows:
        by_number.setdefault(row.lineages, []).append(row)
    return [
        Group(heading=_shared_words(number, event), statements=tuple(shown_statements(some)))
        for number, some in sorted(by_number.items(), reverse=True)
    ]


def _shared_words(number: int, event: EventRow) -> str:
    if number == event.independent:
        return "In both accounts" if number == 2 else f"In all {number} accounts"  # noqa: PLR2004 - two are both
    if number > event.independent:
        return f"In {count(number, 'independent report')}, some of other events"
    return f"In {number} of {event.independent} accounts"


def by_report(rows: Iterable[StatementRow], reports: Sequence[ReportShown]) -> list[Group]:
    """Group statements of one source by the report that their base wording stands in; those of copied text stand together.

    Reports follow one another as on the page of their event, statements as in their report.
    """
    names = {one.row.id: one.name for one in reports}
    order = {one.row.id: number for number, one in enumerate(reports)}
    read = sorted(
        rows,
        key=lambda row: (
            order.get(row.place.report_id, len(order)),
            row.place.report_id,
            row.place.span.start,
        ),
    )
    grouped: dict[str, list[StatementRow]] = {}
    for row in read:
        alone = names.get(row.place.report_id, "a report of another event")
        heading = f"Only in {alone}" if row.reports == 1 else "Only in reports that share their text"
        grouped.setdefault(heading, []).append(row)
    return [
        Group(heading=heading, statements=tuple(shown_statements(some))) for heading, some in grouped.items()
    ]
