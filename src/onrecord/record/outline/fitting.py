"""What of an outline fits a question, and in what order: the filters of every list, asked of the whole record at once.

Each filter is a flag for every statement, row, report or event, told of all of them in one go by numpy, which takes a thousandth of a
second where a loop over 100,000 takes a tenth. `onrecord.record.outline.asked` asks the same of single rows, in SQL; tests hold the two
together.
"""

from __future__ import annotations

from array import array
from functools import cache
from importlib import import_module
from itertools import compress
from typing import TYPE_CHECKING, Any

from onrecord.model.listing import Order
from onrecord.record.outline.outline import LEVELS, MANNERS, NO_DAY

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import numpy as np
    import numpy.typing as npt

    from onrecord.record.outline.asked import Question
    from onrecord.record.outline.outline import Days, Outline, Postings

    Numbers = npt.NDArray[np.int32]
    Flags = npt.NDArray[np.bool_]


@cache
def numpy() -> Any:
    """Return the library, which only who lists needs."""
    return import_module("numpy")


def numbers_in(several: array[int]) -> Numbers:
    """Return the numbers of an array where they are, without a copy."""
    found: Numbers = numpy().asarray(several)
    return found


def flagged(count: int, several: Any) -> Flags:
    """Return `count` flags, those of the numbers in `several` set."""
    flags: Flags = numpy().zeros(count, bool)
    flags[several] = True
    return flags


def picked(ordered: array[int], flags: Flags | None) -> array[int]:
    """Return what is flagged of `ordered`, in its order; all of it where there are no flags."""
    if flags is None:
        return ordered
    numbers = numbers_in(ordered)
    return array("i", numbers[flags[numbers]].tobytes())


def fitting_statements(outline: Outline, question: Question) -> array[int]:
    """Return the statements that fit but for words, in the order asked for."""
    by_time = question.asked.order is Order.TIME
    return picked(outline.by_time if by_time else outline.by_sources, flag_statements(outline, question))


def flag_statements(outline: Outline, question: Question) -> Flags | None:
    """Return for each statement whether it fits but for words; None where all do."""
    if not question.of_attributions:
        return _flag_own(outline, question)
    rows = rows_of_fitting(outline, question)
    return flagged(len(outline.statement_ids), numbers_in(outline.row_statements)[rows])


def _flag_own(outline: Outline, question: Question) -> Flags | None:
    """Return the same but for what is asked of attributions too."""
    asked = question.asked
    several: list[Flags] = []
    if question.event_ids is not None:
        several.append(
            _of_those(outline, "events", question.event_ids, outline.event_statements, "statements")
        )
    if asked.independent > 0:
        several.append(numbers_in(outline.lineages) >= asked.independent)
    if asked.unknown:
        several.append(numpy().diff(numbers_in(outline.statement_speakers.starts)) == 0)
    if (within := _flag_within(outline.statement_days, question)) is not None:
        several.append(within)
    return _all_of(several)


def _all_of(several: Iterable[Flags]) -> Flags | None:
    found: Flags | None = None
    for flags in several:
        found = flags if found is None else found & flags
    return found


def _of_those(outline: Outline, kind: str, ids: Iterable[str], postings: Postings, members: str) -> Flags:
    """Return flags of what belongs to the things of these ids."""
    flags: Flags = numpy().zeros(len(outline.numbers_of[members]), bool)
    for one in _numbers_of(outline, kind, ids):
        flags[numbers_in(postings.of(one))] = True
    return flags


def _flag_within(days: Days, question: Question) -> Flags | None:
    """Return for each thing whether its day may lie within the days asked for; None where any may."""
    asked = question.asked
    if asked.since is None and asked.until is None:
        return None
    since = 0 if asked.since is None else asked.since.toordinal()
    until = 1 << 30 if asked.until is None else asked.until.toordinal()
    first, last = numbers_in(days.first), numbers_in(days.last)
    flags: Flags = (first >= NO_DAY) & ((last == NO_DAY) | (last >= since)) & (first <= until)
    for one in days.candidates:
        flags[one] = days.may_be_within(one, since, until)
    return flags


def _numbers_of(outline: Outline, kind: str, ids: Iterable[str]) -> list[int]:
    """Return the numbers of things of that kind, in rising order; what is not there has none."""
    numbers_of = outline.numbers_of[kind]
    return sorted({numbers_of[one] for one in ids if one in numbers_of})


def _flag_ids(outline: Outline, kind: str, ids: Iterable[str]) -> Flags:
    """Return for each thing of that kind whether it is one of `ids`; the last flag, which `NONE` finds, is never set."""
    return flagged(len(outline.numbers_of[kind]) + 1, _numbers_of(outline, kind, ids))


def rows_of_fitting(outline: Outline, question: Question, *, outlets: bool = True) -> Numbers:
    """Return the rows that fit all that is asked but for words, of statements that do, in rising order.

    Without `outlets`, any outlet will do.
    """
    asked = question.asked
    several: list[Flags] = []
    if (own := _flag_own(outline, question)) is not None:
        several.append(own[numbers_in(outline.row_statements)])
    if question.entity_ids is not None:
        credited: Flags = numpy().zeros(len(outline.row_statements), bool)
        for one in _numbers_of(outline, "entities", question.entity_ids):
            credited[numbers_in(outline.entity_rows.of(one))] = True
        several.append(credited)
    if question.outlet_ids is not None and outlets:
        wanted = _flag_ids(outline, "outlets", question.outlet_ids)
        houses = numbers_in(outline.report_outlets)
        several.append(wanted[houses][numbers_in(outline.row_reports)])
    if asked.manner is not None:
        several.append(_of_bytes(outline.row_manners) == MANNERS.index(asked.manner))
    if asked.level is not None:
        several.append(_of_bytes(outline.row_levels) <= LEVELS.index(asked.level))
    flags = _all_of(several)
    rows: Numbers = (
        numpy().arange(len(outline.row_statements)) if flags is None else numpy().flatnonzero(flags)
    )
    return rows


def _of_bytes(values: bytes) -> Any:
    return numpy().asarray(memoryview(values))


def fitting_reports(outline: Outline, question: Question) -> Sequence[int]:
    """Return the reports that fit but for words, in the record's order."""
    flags = flag_reports(outline, question)
    everything = range(len(outline.report_ids))
    return everything if flags is None else list(compress(everything, flags.tolist()))


def flag_reports(outline: Outline, question: Question) -> Flags | None:
    """Return for each report whether it fits but for words; None where all do."""
    several: list[Flags] = []
    if question.event_ids is not None:
        several.append(_of_those(outline, "events", question.event_ids, outline.event_reports, "reports"))
    if question.outlet_ids is not None:
        wanted = _flag_ids(outline, "outlets", question.outlet_ids)
        several.append(wanted[numbers_in(outline.report_outlets)])
    if (within := _flag_within(outline.report_days, question)) is not None:
        several.append(within)
    if _says(question):
        rows = rows_of_fitting(outline, question.of_statements_alone(), outlets=False)
        several.append(flagged(len(outline.report_ids), numbers_in(outline.row_reports)[rows]))
    return _all_of(several)


def _says(question: Question) -> bool:
    """Tell whether anything is asked of what reports say, rather than of reports themselves."""
    asked = question.asked
    said = (question.entity_ids, asked.manner, asked.level)
    return asked.unknown or asked.independent > 0 or any(one is not None for one in said)


def flag_events(outline: Outline, question: Question) -> Flags | None:
    """Return for each event whether it fits but for words; None where all do."""
    several: list[Flags] = []
    if question.event_ids is not None:
        wanted = _flag_ids(outline, "events", question.event_ids)
        several.append(wanted[:-1])
    if (within := _flag_within(outline.event_days, question)) is not None:
        several.append(within)
    if question.of_carried:
        held = flag_statements(outline, question.without_days())
        made_at = numbers_in(outline.statement_events)
        # The last flag is that of statements of no event.
        flags = flagged(len(outline.event_ids) + 1, made_at if held is None else made_at[held])
        several.append(flags[:-1])
    return _all_of(several)
