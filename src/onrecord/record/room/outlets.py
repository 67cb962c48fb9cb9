"""Rows of outlets: what each published, copied, and carries alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.model.listing import Order, OutletRow
from onrecord.record.outline.fitting import flag_reports, flag_statements, flagged, numbers_in, numpy
from onrecord.record.outline.outline import NONE
from onrecord.record.room.words import holds_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from onrecord.record.outline.asked import Question
    from onrecord.record.outline.fitting import Numbers
    from onrecord.record.outline.outline import Outline


def find_outlets(connection: Connection, outline: Outline, question: Question) -> Sequence[OutletRow]:
    """Return the rows of all outlets that published a report that fits, those with most reports first; by time, by name.

    Reports of no named outlet are in no row.
    """
    del connection
    names, houses = outline.outlet_names, numbers_in(outline.report_outlets)
    fits = flag_reports(outline, question)
    copied = flagged(
        len(houses), [number for number, one in enumerate(outline.report_ids) if one in outline.copies.copies]
    )
    reports = _count(houses if fits is None else houses[fits], len(names))
    copies = _count(houses[copied if fits is None else copied & fits], len(names))
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
        for house, number in enumerate(reports)
        if number and holds_words(names[house], question.asked.words)
    ]
    by_time = question.asked.order is Order.TIME
    return sorted(
        rows, key=lambda row: (0 if by_time else -row.reports, row.name.casefold(), row.name, row.id)
    )


def _count(houses: Numbers, count: int) -> list[int]:
    """Return how often each of `count` outlets is among several; what is of none counts for none."""
    counted: list[int] = numpy().bincount(houses[houses != NONE], minlength=count).tolist()
    return counted


def _count_carried(outline: Outline, question: Question) -> tuple[list[int], list[int]]:
    """Count, by outlet, the statements that fit, and those of them that no report of another, or unnamed, outlet carries."""
    starts = numbers_in(outline.statement_outlets.starts)
    carriers = numbers_in(outline.statement_outlets.members)
    each = numpy().diff(starts)
    fits = flag_statements(outline, question)
    held = numpy().ones(len(each), bool) if fits is None else fits
    count = len(outline.outlet_ids)
    return (
        _count(carriers[numpy().repeat(held, each)], count),
        _count(carriers[starts[:-1][held & (each == 1)]], count),
    )
