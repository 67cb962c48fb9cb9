"""Outlets: what each published, and who carries whom, on what evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.model.listing import Asked, Order
from onrecord.publish.page.outlets import copyings
from onrecord.publish.page.pile import pile_of
from onrecord.publish.page.stemma import stemma
from onrecord.publish.room.paging import paging
from onrecord.publish.room.reports import said_copies
from onrecord.publish.room.selection import selection
from onrecord.publish.room.visit import PAGE, Shown

if TYPE_CHECKING:
    from onrecord.publish.page.outlets import Copying
    from onrecord.publish.room.visit import Visit

GROUPS = 12
"""Groups of copies on one page."""
REPORTS = 60
"""Reports of these groups that are told at most; a larger group is told on its own page of grounds."""
STATED = 30
"""Stated credits on one page."""
DRAWN = 60
"""Rows that a drawing holds at most; the table tells the same."""


def show_outlets(visit: Visit) -> Shown:
    """Show the outlets, and who copied whom."""
    asked = Asked(order=Order.SOURCES, first=visit.first, most=PAGE)
    listed = visit.record.list_outlets(asked)
    group = visit.number("group") or 1
    groups = visit.record.list_lineages(Asked(order=Order.SOURCES, first=(group - 1) * GROUPS, most=GROUPS))
    told = [one for one in groups.rows if len(one.report_ids) <= REPORTS]
    part = visit.number("stated") or 1
    stated = visit.record.list_stated_credits(first=(part - 1) * STATED, most=STATED)
    rows = copies_told(visit, tuple(one.id for one in told))
    return Shown(
        template="outlets_page.html.j2",
        title="Outlets",
        same=selection("outlets", asked),
        notes=visit.left_out("group", "stated"),
        values={
            "outlets": listed.rows,
            "paging": paging(visit, listed.total),
            "copyings": rows,
            "said_copies": said_copies(visit),
            "large": [one for one in groups.rows if len(one.report_ids) > REPORTS],
            "stemma": stemma(rows, numbered=False) if rows and len(rows) <= DRAWN else None,
            "stated": stated.rows,
            "stated_total": stated.total,
            "stated_before": visit.again(stated=part - 1) if part > 1 else None,
            "stated_after": visit.again(stated=part + 1) if part * STATED < stated.total else None,
            "groups": groups.total,
            "groups_before": visit.again(group=group - 1) if group > 1 else None,
            "groups_after": visit.again(group=group + 1) if group * GROUPS < groups.total else None,
            "unsigned": visit.record.list_reports(Asked(most=1)).total
            - sum(one.reports for one in listed.rows),
        },
    )


def copies_told(visit: Visit, lineage_ids: tuple[str, ...]) -> tuple[Copying, ...]:
    """Return who copied whom in these lineages, with the words that tell so."""
    if not lineage_ids:
        return ()
    return copyings(pile_of(visit.record.slice(lineage_ids=lineage_ids)))
