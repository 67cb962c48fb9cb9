"""What of an outline fits a question, and in what order: the filters of every list, asked of the whole record at once.

`onrecord.record.room_asked` asks the same of single rows, in SQL; tests hold the two together.
"""

from __future__ import annotations

from array import array
from itertools import chain
from typing import TYPE_CHECKING

from onrecord.model.listing import Order
from onrecord.record.room_outline import LEVELS, MANNERS, NONE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.record.room_asked import Question
    from onrecord.record.room_outline import Days, Outline


def fitting_statements(outline: Outline, question: Question) -> Sequence[int]:
    """Return the statements that fit but for words, in the order asked for."""
    ordered = outline.by_time if question.asked.order is Order.TIME else outline.by_sources
    flags = _statement_flags(outline, question)
    return ordered if flags is None else array("i", [one for one in ordered if flags[one]])


def _statement_flags(outline: Outline, question: Question) -> bytearray | None:
    """Return for each statement whether it fits but for words; None where all do."""
    flags = _own_flags(outline, question)
    if not question.of_attributions:
        return flags
    fitting = bytearray(len(outline.statement_ids))
    for row in fitting_rows(outline, question, own=flags):
        fitting[outline.row_statements[row]] = 1
    return fitting


def _own_flags(outline: Outline, question: Question) -> bytearray | None:
    """Return for each statement whether it fits but for words and for what is asked of attributions."""
    asked = question.asked
    everything = range(len(outline.statement_ids))
    found: Iterable[int] | None = None
    if question.event_ids is not None:
        wanted = _flagged(outline, "events", question.event_ids)
        found = [one for one, event in enumerate(outline.statement_events) if event != NONE and wanted[event]]
    if asked.independent > 0:
        enough = asked.independent
        found = [one for one in _all(found, everything) if outline.lineages[one] >= enough]
    if asked.unknown:
        found = [one for one in _all(found, everything) if not outline.statement_speakers[one]]
    if asked.since is not None or asked.until is not None:
        found = _within(_all(found, everything), outline.statement_days, question)
    if found is None:
        return None
    flags = bytearray(len(everything))
    for one in found:
        flags[one] = 1
    return flags


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


def _flagged(outline: Outline, kind: str, ids: Iterable[str]) -> bytearray:
    """Return for each thing of that kind whether it is one of `ids`; the last flag, which `NONE` finds, is never set."""
    numbers_of = outline.numbers_of[kind]
    flags = bytearray(len(numbers_of) + 1)
    for one in ids:
        if one in numbers_of:
            flags[numbers_of[one]] = 1
    return flags


def fitting_rows(
    outline: Outline, question: Question, *, own: bytearray | None, outlets: bool = True
) -> Sequence[int]:
    """Return the rows that fit what is asked of attributions, of the statements flagged in `own` (all where it is None).

    Without `outlets`, any outlet will do.
    """
    asked = question.asked
    rows: Sequence[int] = range(len(outline.row_statements))
    if own is not None:
        kept = (outline.rows_of_statement(one) for one, flag in enumerate(own) if flag)
        rows = list(chain.from_iterable(kept))
    if question.entity_ids is not None:
        wanted, entities = _flagged(outline, "entities", question.entity_ids), outline.row_entities
        rows = [row for row in rows if wanted[entities[row]]]
    if question.outlet_ids is not None and outlets:
        wanted, houses, reports = (
            _flagged(outline, "outlets", question.outlet_ids),
            outline.report_outlets,
            outline.row_reports,
        )
        rows = [row for row in rows if wanted[houses[reports[row]]]]
    if asked.manner is not None:
        manner, manners = MANNERS.index(asked.manner), outline.row_manners
        rows = [row for row in rows if manners[row] == manner]
    if asked.level is not None:
        level, levels = LEVELS.index(asked.level), outline.row_levels
        rows = [row for row in rows if levels[row] <= level]
    return rows


def rows_of_fitting(outline: Outline, question: Question) -> Sequence[int]:
    """Return the rows that fit all that is asked but for words, of statements that do."""
    return fitting_rows(outline, question, own=_own_flags(outline, question))


def fitting_reports(outline: Outline, question: Question) -> Sequence[int]:
    """Return the reports that fit but for words, in the record's order."""
    reports: Iterable[int] = range(len(outline.report_ids))
    if question.outlet_ids is not None:
        wanted = _flagged(outline, "outlets", question.outlet_ids)
        reports = [one for one in reports if wanted[outline.report_outlets[one]]]
    if question.event_ids is not None:
        wanted = _flagged(outline, "events", question.event_ids)
        reports = [one for one in reports if wanted[outline.report_events[one]]]
    reports = _within(reports, outline.report_days, question)
    if _says(question):
        said = bytearray(len(outline.report_ids))
        own = _own_flags(outline, question.of_statements_alone())
        for row in fitting_rows(outline, question, own=own, outlets=False):
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
        wanted = _flagged(outline, "events", question.event_ids)
        events = [one for one in events if wanted[one]]
    events = _within(events, outline.event_days, question)
    if question.of_carried:
        said = bytearray(len(outline.event_ids) + 1)
        flags = _statement_flags(outline, question.without_days())
        for one, event in enumerate(outline.statement_events):
            if flags is None or flags[one]:
                said[event] = 1
        events = [one for one in events if said[one]]
    return events
