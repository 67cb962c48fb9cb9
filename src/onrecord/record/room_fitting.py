"""What of an outline fits a question, and in what order: the filters of every list, asked of the whole record at once.

`onrecord.record.room_asked` asks the same of single rows, in SQL; tests hold the two together.
"""

from __future__ import annotations

from array import array
from itertools import chain, compress
from typing import TYPE_CHECKING

from onrecord.model.listing import Order
from onrecord.record.room_outline import LEVELS, MANNERS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from onrecord.record.room_asked import Question
    from onrecord.record.room_outline import Days, Outline

FEW = 8
"""Less than one in so many is put in order by itself, rather than picked from the order of all."""


def fitting_statements(outline: Outline, question: Question) -> Sequence[int]:
    """Return the statements that fit but for words, in the order asked for."""
    by_time = question.asked.order is Order.TIME
    ordered = outline.by_time if by_time else outline.by_sources
    found = _find_statements(outline, question)
    if found is None:
        return ordered
    if len(found) * FEW < len(ordered):
        ranks = outline.time_ranks if by_time else outline.sources_ranks
        return array("i", sorted(found, key=ranks.__getitem__))
    flags = bytearray(len(ordered))
    for one in found:
        flags[one] = 1
    return array("i", compress(ordered, map(flags.__getitem__, ordered)))


def _find_statements(outline: Outline, question: Question) -> Collection[int] | None:
    """Return the statements that fit but for words, each once and in no order; None where all do."""
    if not question.of_attributions:
        return _find_own(outline, question)
    return set(map(outline.row_statements.__getitem__, rows_of_fitting(outline, question)))


def _find_own(outline: Outline, question: Question) -> Collection[int] | None:
    """Return the statements that fit but for words and for what is asked of attributions; None where all do."""
    asked = question.asked
    everything = range(len(outline.statement_ids))
    found: list[int] | None = None
    if question.event_ids is not None:
        made_at = map(outline.event_statements.of, _numbers_of(outline, "events", question.event_ids))
        found = list(chain.from_iterable(made_at))
    if asked.independent > 0:
        enough = asked.independent
        found = [one for one in _all(found, everything) if outline.lineages[one] >= enough]
    if asked.unknown:
        found = [one for one in _all(found, everything) if not outline.statement_speakers[one]]
    if asked.since is not None or asked.until is not None:
        found = _within(_all(found, everything), outline.statement_days, question)
    return found


def _all(found: Iterable[int] | None, everything: Iterable[int]) -> Iterable[int]:
    return everything if found is None else found


def _within(several: Iterable[int], days: Days, question: Question) -> list[int]:
    """Return those whose day may lie within the days asked for; any where none is asked for."""
    asked = question.asked
    if asked.since is None and asked.until is None:
        return list(several)
    since = 0 if asked.since is None else asked.since.toordinal()
    until = 1 << 30 if asked.until is None else asked.until.toordinal()
    return [one for one in several if days.may_be_within(one, since, until)]


def _numbers_of(outline: Outline, kind: str, ids: Iterable[str]) -> list[int]:
    """Return the numbers of things of that kind, in rising order; what is not there has none."""
    numbers_of = outline.numbers_of[kind]
    return sorted({numbers_of[one] for one in ids if one in numbers_of})


def _flagged(outline: Outline, kind: str, ids: Iterable[str]) -> bytearray:
    """Return for each thing of that kind whether it is one of `ids`; the last flag, which `NONE` finds, is never set."""
    flags = bytearray(len(outline.numbers_of[kind]) + 1)
    for one in _numbers_of(outline, kind, ids):
        flags[one] = 1
    return flags


def rows_of_fitting(outline: Outline, question: Question, *, outlets: bool = True) -> Sequence[int]:
    """Return the rows that fit all that is asked but for words, of statements that do, in rising order.

    Without `outlets`, any outlet will do.
    """
    asked = question.asked
    rows = _find_rows(outline, question)
    if question.outlet_ids is not None and outlets:
        wanted, houses, reports = (
            _flagged(outline, "outlets", question.outlet_ids),
            outline.report_outlets,
            outline.row_reports,
        )
        rows = [row for row in rows if wanted[houses[reports[row]]]]
    if asked.manner is not None:
        manner = MANNERS.index(asked.manner)
        rows = _picked(rows, outline.row_manners, range(manner, manner + 1))
    if asked.level is not None:
        rows = _picked(rows, outline.row_levels, range(LEVELS.index(asked.level) + 1))
    return rows


def _picked(rows: Sequence[int], values: bytes, wanted: range) -> list[int]:
    """Return those rows whose value is wanted."""
    flags = values.translate(bytes(value in wanted for value in range(256)))
    return list(compress(rows, flags if len(rows) == len(flags) else map(flags.__getitem__, rows)))


def _find_rows(outline: Outline, question: Question) -> Sequence[int]:
    """Return the rows of the speakers asked for, of statements that fit."""
    own = _find_own(outline, question)
    statements = outline.row_statements
    if question.entity_ids is not None:
        credited = map(outline.entity_rows.of, _numbers_of(outline, "entities", question.entity_ids))
        rows = sorted(chain.from_iterable(credited))
        if own is None:
            return rows
        holding = set(own)
        return [row for row in rows if statements[row] in holding]
    if own is None:
        return range(len(statements))
    return list(chain.from_iterable(outline.rows_of_statement(one) for one in sorted(own)))


def fitting_reports(outline: Outline, question: Question) -> Sequence[int]:
    """Return the reports that fit but for words, in the record's order."""
    reports: Iterable[int] = range(len(outline.report_ids))
    if question.event_ids is not None:
        told_of = map(outline.event_reports.of, _numbers_of(outline, "events", question.event_ids))
        reports = sorted(chain.from_iterable(told_of))
    if question.outlet_ids is not None:
        wanted = _flagged(outline, "outlets", question.outlet_ids)
        reports = [one for one in reports if wanted[outline.report_outlets[one]]]
    reports = _within(reports, outline.report_days, question)
    if _says(question):
        said = bytearray(len(outline.report_ids))
        for row in rows_of_fitting(outline, question.of_statements_alone(), outlets=False):
            said[outline.row_reports[row]] = 1
        reports = [one for one in reports if said[one]]
    return reports


def _says(question: Question) -> bool:
    """Tell whether anything is asked of what reports say, rather than of reports themselves."""
    asked = question.asked
    said = (question.entity_ids, asked.manner, asked.level)
    return asked.unknown or asked.independent > 0 or any(one is not None for one in said)


def fitting_events(outline: Outline, question: Question) -> Sequence[int]:
    """Return the events that fit but for words, in the record's order."""
    events: Iterable[int] = range(len(outline.event_ids))
    if question.event_ids is not None:
        events = _numbers_of(outline, "events", question.event_ids)
    events = _within(events, outline.event_days, question)
    if question.of_carried:
        said = bytearray(len(outline.event_ids) + 1)
        found = _find_statements(outline, question.without_days())
        for one in range(len(outline.statement_ids)) if found is None else found:
            said[outline.statement_events[one]] = 1
        events = [one for one in events if said[one]]
    return events
