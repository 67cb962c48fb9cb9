"""Rows of outlets: what each published, copied, and carries alone."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING

from onrecord.model.listing import Order, OutletRow
from onrecord.record.room_fitting import fitting_reports, fitting_statements
from onrecord.record.room_outline import NONE
from onrecord.record.room_words import holds_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from onrecord.record.room_asked import Question
    from onrecord.record.room_outline import Outline


def find_outlets(connection: Connection, outline: Outline, question: Question) -> Sequence[OutletRow]:
    """Return the rows of all outlets that published a report that fits, those with most reports first; by time, by name.

    Reports of no named outlet are in no row.
    """
    del connection
    names, houses = outline.outlet_names, outline.report_outlets
    reports: Counter[int] = Counter()
    copies: Counter[int] = Counter()
    for report in fitting_reports(outline, question):
        reports[houses[report]] += 1
        copies[houses[report]] += outline.report_ids[report] in outline.copies.copies
    carried, alone = _count_carried(outline, question)
    rows = [
        OutletRow(
            id=outline.outlet_ids[house],
            name=names[house],
            reports=number,
            copies=copies[house],
            statements=carried[house],
            alone=alone[house],
        )
        for house, number in reports.items()
        if house != NONE and holds_words(names[house], question.asked.words)
    ]
    by_time = question.asked.order is Order.TIME
    return sorted(
        rows, key=lambda row: (0 if by_time else -row.reports, row.name.casefold(), row.name, row.id)
    )


def _count_carried(outline: Outline, question: Question) -> tuple[Counter[int], Counter[int]]:
    """Count, by outlet, the statements that fit, and those of them that no report of another, or unnamed, outlet carries."""
    carrying = list(map(outline.statement_outlets.__getitem__, fitting_statements(outline, question)))
    carried = Counter(chain.from_iterable(carrying))
    return carried, Counter(carriers[0] for carriers in carrying if len(carriers) == 1)
