"""Where things are told: in the API, on the pages beside it, and at which characters of a report."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

from onrecord.model.attribution import Attribution
from onrecord.model.correction import Correction
from onrecord.model.found import Alike, HitList, Hits, ReportHit, SpeakerHit, StatementHit
from onrecord.model.listing import (
    CorrectionRow,
    Doubt,
    EventRow,
    Listed,
    Matrix,
    MatrixCell,
    OutletRow,
    ReportDay,
    ReportRow,
    SpeakerRow,
    StatedCredit,
    StatementRow,
    StoryRow,
)
from onrecord.model.moment import Evidence
from onrecord.model.plain import to_plain
from onrecord.model.problem import Problem
from onrecord.model.report import Report
from onrecord.model.span import Span
from onrecord.model.statement import Divergence, Entity, Event, Lineage, Statement, Story

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    Json = dict[str, Any]
    Places = Mapping[str, tuple[Evidence, ...]]
    Find = Callable[[Sequence[str]], Places]

ROOT = "/api/v1"
KINDS: dict[type, tuple[str, str]] = {
    Statement: ("statements", "statement"),
    StatementRow: ("statements", "statement"),
    StatementHit: ("statements", "statement"),
    Alike: ("statements", "statement"),
    Entity: ("speakers", "speaker"),
    SpeakerRow: ("speakers", "speaker"),
    SpeakerHit: ("speakers", "speaker"),
    Event: ("events", "event"),
    EventRow: ("events", "event"),
    Story: ("stories", "story"),
    StoryRow: ("stories", "story"),
    Report: ("reports", "report"),
    ReportRow: ("reports", "report"),
    ReportHit: ("reports", "report"),
    Lineage: ("lineages", "why"),
    Divergence: ("divergences", "why"),
    Attribution: ("attributions", "attribution"),
}
"""For each kind of thing with an id, under what the API and the pages tell of it."""
LINKED: frozenset[type] = frozenset(
    {*KINDS, OutletRow, Problem, ReportDay, StatedCredit, Doubt, Correction, CorrectionRow, MatrixCell}
)


STANDING: frozenset[type] = frozenset({StatementRow, StatementHit, Alike, StatedCredit})
"""What always tells of a place in a report itself."""
WITH_ID = (Divergence, Correction)
"""Values whose id is made from all that they tell: it is told with them."""


def linked(value: Any, places: Places | None = None) -> Json:
    """Return `value` as plain members, with `links`: to itself, to its page, and to the characters that it stands at.

    `places` tells where other things stand, by their ids: what has no characters of its own stands where the first of these does.
    """
    plain: Json = to_plain(value)
    if isinstance(value, WITH_ID):
        plain = {"id": value.id, **plain}
    return {**plain, "links": links_of(value, places)}


def with_links(value: Any, find: Find) -> Any:
    """Return `value` as plain members, with links in each thing that it lists, or in itself; `find` tells where things stand."""
    if type(value) in {Listed, HitList}:
        return {**to_plain(replace(value, rows=())), "rows": _linked_rows(value.rows, find)}
    match value:
        case Matrix():
            return {**to_plain(replace(value, cells=())), "cells": _linked_rows(value.cells, find)}
        case Hits():
            parts = {"statements": value.statements, "reports": value.reports, "speakers": value.speakers}
            bare = replace(value, statements=HitList(), reports=HitList(), speakers=HitList())
            return {**to_plain(bare), **{name: with_links(part, find) for name, part in parts.items()}}
        case _:
            return _linked_rows((value,), find)[0] if type(value) in LINKED else to_plain(value)


def _linked_rows(rows: Sequence[Any], find: Find) -> list[Json]:
    """Return rows with their links; where they stand that have no characters of their own is asked for all of them at once."""
    wanted = dict.fromkeys(one for row in rows if type(row) not in STANDING for one in _ids_behind(row))
    places: Places = find(list(wanted)) if wanted else {}
    return [linked(row, places) for row in rows]


def links_of(value: Any, places: Places | None = None) -> Json:
    """Return where `value` is told: `self` in the API and `page` beside it (null where there is none), `at` in reports."""
    own, page = _own(value)
    return {"self": own, "page": page, "at": [permalink(one) for one in _standing(value, places)]}


def _standing(value: Any, places: Places | None) -> Sequence[Evidence]:
    if places is None or type(value) in STANDING:
        return _places(value)
    behind = [place for one in _ids_behind(value) for place in places.get(one, ())]
    # The words that a correction holds to may not be there any more: then nothing is opened.
    return behind if isinstance(value, Correction) else _places(value) or behind


def _ids_behind(value: Any) -> Sequence[str]:
    """Return the ids of what `value` stands at, which has no characters of its own, or none that are sure to be there."""
    match value:
        case Correction():
            return (value.id,)
        case _ if _places(value):
            return ()
        case Doubt():
            return (value.attribution_id,)
        case MatrixCell():
            return (value.statement_id,)
        case ReportDay() | Problem():
            return () if value.report_id is None else (value.report_id,)
        case Lineage():
            return value.report_ids[:1]
        case _:
            return (value.id,)


def _own(value: Any) -> tuple[str | None, str | None]:
    if type(value) in KINDS:
        several, one = KINDS[type(value)]
        path = quote(value.id, safe="")
        return f"{ROOT}/{several}/{path}", f"/{one}/{path}"
    if isinstance(value, OutletRow):
        return f"{ROOT}/outlets/{value.id}", f"/reports?outlet={value.id}"
    if isinstance(value, Doubt):
        return f"{ROOT}/attributions/{value.attribution_id}", f"/attribution/{value.attribution_id}"
    if isinstance(value, ReportDay | StatedCredit):
        return f"{ROOT}/reports/{value.report_id}", f"/report/{value.report_id}"
    if isinstance(value, MatrixCell):
        who = {"unknown": "true"} if value.speaker_id is None else {"speaker": value.speaker_id}
        # The page has a box to tick, whose value is 1.
        page = who if value.speaker_id else {"unknown": "1"}
        asked, shown = (urlencode({**one, "event": value.event_id}) for one in (who, page))
        return f"{ROOT}/statements?{asked}", f"/search?{shown}"
    if isinstance(value, Correction):
        return None, "/corrections"
    return None, None


def permalink(place: Evidence) -> str:
    """Return the page of a report, opened at these characters and with them marked."""
    return _marked(place.report_id, f"{place.span.start}-{place.span.end}")


def _marked(report_id: str, spans: str) -> str:
    return f"/report/{quote(report_id, safe='')}?at={spans}#at"


def _places(value: Any) -> Sequence[Evidence]:
    """Return the places that `value` itself tells of, the first of many."""
    match value:
        case SpeakerRow() | EventRow():
            return () if value.place is None else (value.place,)
        case StatementRow() | StatementHit():
            return _parts_of(value)
        case Alike():
            return _parts_of(value.row)
        case Attribution():
            return tuple(Evidence(report_id=value.report_id, span=span) for span in value.content)
        case Divergence():
            return value.between
        case ReportHit():
            marked = ((one.span.start, mark) for one in value.excerpts for mark in one.marks)
            return tuple(Evidence(report_id=value.id, span=mark.shifted(start)) for start, mark in marked)
        case Correction():
            held = ((one.report_id, span) for one in value.anchors for span in one.spans)
            return tuple(Evidence(report_id=report_id, span=span) for report_id, span in held)
        case _:
            return _first_place(value)


def _parts_of(wording: StatementRow | StatementHit) -> Sequence[Evidence]:
    """Return where each part of a wording stands: what its report has between them is not said by who is credited."""
    report_id = wording.place.report_id
    return tuple(Evidence(report_id=report_id, span=span) for span in wording.content) or (wording.place,)


def _first_place(value: Any) -> Sequence[Evidence]:
    match value:
        case StatedCredit():
            return (value.place,)
        case ReportDay():
            return value.day.evidence[:1]
        case Event():
            return value.evidence[:1]
        case Lineage():
            return tuple(one.copy for one in value.passages[:1]) or value.evidence[:1]
        case Problem(report_id=str(report_id), span=Span() as span):
            return (Evidence(report_id=report_id, span=span),)
        case _:
            return ()
