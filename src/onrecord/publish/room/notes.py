"""What is told beside statements: problems, divergences, and what persons said of the record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.correct import count_corrections, find_holding, find_lost
from onrecord.model.listing import Asked
from onrecord.publish.page.citations import shortened
from onrecord.publish.page.divergences import grouped_facts
from onrecord.publish.page.pile import pile_of
from onrecord.publish.page.wording import day_words
from onrecord.publish.room.links import Addresses
from onrecord.publish.room.paging import paging
from onrecord.publish.room.selection import selection
from onrecord.publish.room.visit import PAGE, Shown

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from onrecord.model.correction import Correction
    from onrecord.model.problem import Problem
    from onrecord.publish.room.visit import Visit

DIVERGENCES = 10
"""Divergences on one page: each brings two reports along."""
WORDS = 140
"""Characters shown of the words that a correction holds to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemShown:
    """A problem, and where it is: a report's name and address, or a path."""

    problem: Problem
    name: str
    href: str | None


def show_problems(visit: Visit) -> Shown:
    """Show what could not be read or decided."""
    asked = Asked(first=visit.first, most=PAGE)
    listed = visit.record.list_problems(asked)
    return Shown(
        template="problems_page.html.j2",
        title="Problems",
        same=selection("problems", asked),
        notes=visit.left_out(),
        values={"problems": _shown_problems(visit, listed.rows), "paging": paging(visit, listed.total)},
    )


def _shown_problems(visit: Visit, problems: Sequence[Problem]) -> list[ProblemShown]:
    ids = tuple(dict.fromkeys(one.report_id for one in problems if one.report_id))
    names = {
        report_id: Addresses.title(outlet, title or report_id)
        for report_id, (outlet, title) in visit.record.titles(ids).items()
    }
    to = Addresses()
    return [
        ProblemShown(
            problem=one,
            name=names.get(one.report_id or "", one.path or "the record as a whole"),
            href=None
            if one.report_id not in names
            else (to.spans(one.report_id, (one.span,)) if one.span else to.report(one.report_id)),
        )
        for one in problems
    ]


def show_divergences(visit: Visit) -> Shown:
    """Show where two reports give one plain fact differently."""
    asked = Asked(first=(visit.page - 1) * DIVERGENCES, most=DIVERGENCES)
    listed = visit.record.list_divergences(asked)
    reports = tuple(sorted({side.report_id for one in listed.rows for side in one.between}))
    pile = pile_of(visit.record.slice(report_ids=reports)) if reports else None
    wanted = {one.id for one in listed.rows}
    shown = grouped_facts(pile, only=wanted) if pile else ()
    return Shown(
        template="divergences_page.html.j2",
        title="Where reports contradict each other",
        same=selection("divergences", asked),
        notes=visit.left_out(),
        values={
            "divergences": shown,
            "pairs": len(listed.rows),
            "total": listed.total,
            "paging": paging(visit, listed.total, each=DIVERGENCES),
        },
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionShown:
    """One thing that a person said: what, of which words, and whether it holds."""

    correction: Correction
    said: str
    words: str
    href: str | None
    state: str


def show_corrections(visit: Visit) -> Shown:
    """Show what persons said of the record, the latest first."""
    log = visit.record.corrections()
    lost = find_lost(log, visit.record.problems()) if log else frozenset[str]()
    newest = list(reversed(list(zip(log, find_holding(log), strict=True))))
    rows = newest[visit.first : visit.first + PAGE]
    counts = count_corrections(log)
    # The API tells them oldest first: the same rows stand as far from its end as here from the beginning.
    last = max(0, len(log) - visit.first)
    asked = Asked(first=max(0, last - PAGE), most=max(1, min(PAGE, last)))
    return Shown(
        template="corrections_page.html.j2",
        title="Corrections",
        same=selection("corrections", asked),
        notes=visit.left_out(),
        values={
            "corrections": [_shown(one, lost, holds=holds) for one, holds in rows],
            "counts": counts,
            "paging": paging(visit, len(log)),
        },
    )


def _shown(one: Correction, lost: Collection[str], *, holds: bool) -> CorrectionShown:
    said = [*one.names, *dict.fromkeys(day_words(day) for day in one.days or ())]
    words = " … ".join(" ".join(part.split()) for anchor in one.anchors for part in anchor.exact)
    short = shortened(words, WORDS)
    state = ""
    if one.id in lost:
        state = "holds to nothing in this record"
    elif not holds:
        state = "taken back, or said otherwise later"
    to = Addresses()
    anchor = one.anchors[0] if one.anchors else None
    return CorrectionShown(
        correction=one,
        said="; ".join([*said, *([one.undoes] if one.undoes else [])]),
        words=short if short == words else f"{short} […]",
        href=None
        if anchor is None or one.id in lost
        else (to.spans(anchor.report_id, anchor.spans) if anchor.spans else to.report(anchor.report_id)),
        state=state,
    )
