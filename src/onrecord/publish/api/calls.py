"""Every call of the API: its address, what it may be asked, what answers it, and of which form the answer is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from onrecord.correct import find_holding, find_lost
from onrecord.errors import UnknownIdError
from onrecord.model.attribution import Attribution
from onrecord.model.contents import Contents, MadeWith
from onrecord.model.found import Alike, Hits, Part
from onrecord.model.listing import (
    MOST,
    Asked,
    CorrectionRow,
    Doubt,
    EventRow,
    Listed,
    Matrix,
    OutletRow,
    ReportDay,
    ReportRow,
    SpeakerRow,
    StatedCredit,
    StatementRow,
    StoryRow,
)
from onrecord.model.problem import Problem
from onrecord.model.report import Report
from onrecord.model.statement import Divergence, Entity, Event, Lineage, Statement, Story
from onrecord.publish.api.parameters import (
    ALIKE,
    ALIKE_PAGE,
    CHOSEN,
    FILTERS,
    FIRST,
    FOUND,
    FOUND_PAGE,
    LISTED,
    LOOSE,
    MATRIX,
    MOST_IDS,
    PAGE,
    PARTS,
    TYPING,
    WHOLE,
    WORDS,
    Parameter,
    RefusedError,
    asked_of,
)
from onrecord.record import Summary

if TYPE_CHECKING:
    from onrecord.model.correction import Correction
    from onrecord.record import Record

Values = Mapping[str, Any]
_OF_ATTRIBUTIONS = frozenset({"speaker", "outlet", "since", "until", "manner", "event"})
Answer = Callable[["Record", Values], Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One address. `answer` is given an open record and the values of what is asked; `by_id` is the kind of the id in the path.

    `forms` are the types an answer may have; a `paged` one leads on to the next.
    """

    path: str
    told: str
    forms: tuple[Any, ...]
    answer: Answer
    parameters: Sequence[Parameter] = ()
    by_id: str | None = None
    paged: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """The record behind the API: what it was made with, and what is another once it says something else."""

    version: str
    made_with: MadeWith


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """Today's id of what once had another."""

    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BesideIds:
    """The statements before and after one at its event."""

    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundIds:
    """A page of each of two lists of ids, best first; `total` is how long the longer one is."""

    statement_ids: tuple[str, ...]
    report_ids: tuple[str, ...]
    total: int


def _list(name: str, told: str, row: Any, whole: Any = None, **more: Any) -> Call:
    """Return the call of a list, by the method of the record that has its name."""

    def answer(record: Record, values: Values) -> Any:
        if values.get("whole"):
            return record.values(name, asked_of(values))
        return getattr(record, f"list_{name}")(asked_of(values))

    forms = (Listed[row],) if whole is None else (Listed[row], Listed[whole])
    parameters = LISTED if whole is None else (*LISTED, WHOLE)
    return Call(
        path=f"/{name}", told=told, forms=forms, answer=answer, parameters=parameters, paged=True, **more
    )


def _one(name: str, letter: str, told: str, form: Any) -> Call:
    """Return the call of one thing by its id, today's or an older one."""
    return Call(
        path=f"/{name}/{{id}}",
        told=told,
        forms=(form,),
        answer=lambda record, values: record.value(letter, values["id"]),
        by_id=letter,
    )


def _outlet(record: Record, values: Values) -> OutletRow:
    # Of all outlets: those that fit a name or an id would be counted anew for each.
    first = 0
    while rows := record.list_outlets(Asked(first=first, most=MOST)).rows:
        for one in rows:
            if one.id == values["id"]:
                return one
        first += len(rows)
    raise UnknownIdError(f"no outlet {values['id']} in this record")


def _slice(record: Record, values: Values) -> Contents:
    chosen = {f"{name}_ids": tuple(values.get(name, ())) for name in _CHOSEN}
    if sum(map(len, chosen.values())) > MOST_IDS:
        raise RefusedError("statement", f"with all others, at most {MOST_IDS} ids are named")
    return record.slice(**chosen)


def _matrix(record: Record, values: Values) -> Matrix:
    events = values.get("event")
    if events is not None and len(events) > MOST_IDS:
        raise RefusedError("event", f"at most {MOST_IDS} ids are named")
    sizes = {name: values[name] for name in ("most", "most_speakers") if name in values}
    return record.matrix(events, **sizes)


def _corrections(record: Record, values: Values) -> Listed[CorrectionRow]:
    asked, log = asked_of(values), record.corrections()
    page = slice(asked.first, asked.first + asked.most)
    lost = find_lost(log, record.problems()) if log else frozenset[str]()
    told = tuple(zip(log, find_holding(log), strict=True))[page]
    rows = tuple(_correction_row(one, holds=holds and one.id not in lost) for one, holds in told)
    return Listed(rows=rows, total=len(log), first=asked.first)


def _correction_row(one: Correction, *, holds: bool) -> CorrectionRow:
    return CorrectionRow(**{part.name: getattr(one, part.name) for part in fields(one)}, holds=holds)


def _doubts(record: Record, values: Values) -> Listed[Doubt]:
    asked = asked_of(values)
    return record.list_doubts(first=asked.first, most=asked.most)


def _stated_credits(record: Record, values: Values) -> Listed[StatedCredit]:
    asked = asked_of(values)
    return record.list_stated_credits(first=asked.first, most=asked.most)


def _find(record: Record, values: Values) -> Hits:
    parts = tuple(dict.fromkeys(values.get("part", Part)))
    typing, loose = values.get("typing", False), values.get("loose", False)
    return record.find(asked_of({"most": FOUND, **values}), parts=parts, typing=typing, loose=loose)


def _alike(record: Record, values: Values) -> Listed[Alike]:
    asked = asked_of({"most": ALIKE, **values})
    found = record.find_like(values["id"], asked=asked)
    return Listed(rows=found, total=asked.first + len(found), first=asked.first)


def _found(record: Record, values: Values) -> FoundIds:
    asked, found = asked_of(values), record.search(values.get("words", ""))
    page = slice(asked.first, asked.first + asked.most)
    return FoundIds(
        statement_ids=found.statement_ids[page],
        report_ids=found.report_ids[page],
        total=max(len(found.statement_ids), len(found.report_ids)),
    )


def _about(record: Record, values: Values) -> About:
    del values
    return About(version=record.content_version(), made_with=record.made_with())


_CHOSEN = tuple(one.name for one in CHOSEN)
_PAGED = (FIRST, PAGE)
CALLS: Sequence[Call] = (
    Call(path="/about", told="what the record was made with", forms=(About,), answer=_about),
    Call(
        path="/summary",
        told="the record in numbers",
        forms=(Summary,),
        answer=lambda record, _: record.summary(),
    ),
    _list("statements", "what was said, however worded", StatementRow, Statement),
    _list("speakers", "who said it", SpeakerRow, Entity),
    _list("events", "what happened", EventRow, Event),
    _list("stories", "events that belong together", StoryRow, Story),
    _list("reports", "reports, without their texts unless whole values are asked for", ReportRow, Report),
    _list("outlets", "who published", OutletRow),
    _list("problems", "what could not be read or decided", Problem),
    _list("divergences", "where reports give different plain facts", Divergence),
    _list("lineages", "who copied whom", Lineage),
    Call(
        path="/attributions",
        told="each report's word that somebody said something, in order of reports",
        forms=(Listed[Attribution],),
        answer=lambda record, values: record.values("attributions", asked_of(values)),
        parameters=(*(one for one in FILTERS if one.name in _OF_ATTRIBUTIONS), *_PAGED),
        paged=True,
    ),
    Call(
        path="/report-days",
        told="the day on which each report was published that has one",
        forms=(Listed[ReportDay],),
        answer=lambda record, values: record.values("report-days", asked_of(values)),
        parameters=_PAGED,
        paged=True,
    ),
    Call(
        path="/stated-credits",
        told="origins that reports state, and of which no text was found here",
        forms=(Listed[StatedCredit],),
        answer=_stated_credits,
        parameters=_PAGED,
        paged=True,
    ),
    Call(
        path="/corrections",
        told="what persons said is otherwise, oldest first",
        forms=(Listed[CorrectionRow],),
        answer=_corrections,
        parameters=_PAGED,
        paged=True,
    ),
    Call(
        path="/doubts",
        told="readings that no person has looked at, the likely wrong first",
        forms=(Listed[Doubt],),
        answer=_doubts,
        parameters=_PAGED,
        paged=True,
    ),
    _one("statements", "s", "a statement with all its wordings", Statement),
    _one("attributions", "a", "an attribution", Attribution),
    _one("speakers", "p", "a speaker with roles, and why names were taken as one", Entity),
    _one("events", "e", "an event with its reports and what its day rests on", Event),
    _one("stories", "t", "a story with its events", Story),
    _one("reports", "r", "a report with its text in full", Report),
    _one("lineages", "l", "a lineage with its copied passages", Lineage),
    _one("divergences", "d", "a divergence with both sides", Divergence),
    Call(path="/outlets/{id}", told="an outlet", forms=(OutletRow,), answer=_outlet, by_id="o"),
    Call(
        path="/statements/{id}/beside",
        told="the statements before and after one at its event",
        forms=(BesideIds,),
        answer=lambda record, values: BesideIds(
            **dict(zip(("before", "after"), record.beside(values["id"]), strict=True))
        ),
        by_id="s",
    ),
    Call(
        path="/statements/{id}/like",
        told="statements like one, by the telling words they share",
        forms=(Listed[Alike],),
        answer=_alike,
        parameters=(*FILTERS, FIRST, ALIKE_PAGE),
        by_id="s",
    ),
    Call(
        path="/matrix",
        told="who said how much at which event",
        forms=(Matrix,),
        answer=_matrix,
        parameters=MATRIX,
    ),
    Call(
        path="/search",
        told="words in statements, reports and names of speakers, marked in their places",
        forms=(Hits,),
        answer=_find,
        parameters=(*(one for one in LISTED if one is not PAGE), FOUND_PAGE, PARTS, TYPING, LOOSE),
    ),
    Call(
        path="/found",
        told="the ids alone of the statements and reports that hold words, best first",
        forms=(FoundIds,),
        answer=_found,
        parameters=(WORDS, *_PAGED),
    ),
    Call(
        path="/slice",
        told="a part of the record that holds together, as `Record.slice` gives it",
        forms=(Contents,),
        answer=_slice,
        parameters=CHOSEN,
    ),
    Call(
        path="/resolve/{id}",
        told="today's id of what has this id, or had it",
        forms=(Resolved,),
        answer=lambda record, values: Resolved(id=record.resolve(values["id"])),
        by_id="",
    ),
)
"""All calls, in the order in which they are documented."""
