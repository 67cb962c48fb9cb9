"""Which reports have the same happening as their news. Every report is in exactly one event.

Two reports are compared by the words, names and numbers of headline, lead and body, in that order of weight; days
that the inputs gave and weekdays of the leads speak against. Groups are made by average link.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from onrecord.link.candidates import find_candidates
from onrecord.link.groups import Scores, group_checked, group_connected, pair_key
from onrecord.model.ids import shared_id
from onrecord.model.moment import Evidence
from onrecord.model.report import Zone
from onrecord.model.span import Span
from onrecord.model.statement import Event

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from onrecord.link.outline import Outline
    from onrecord.model.moment import Moment
    from onrecord.model.report import Report

SAME_EVENT = 0.22
"""Average likeness from which two groups of reports are one event. Chosen on three labelled sets (tests/eval)."""

_WORDS, _NAMES, _NUMBERS = 0.5, 0.4, 0.1
"""What each kind of term contributes to the likeness of two reports."""

_TELLING_TERMS = 24
"""Terms of a report by which it is looked up."""

_DAYS = 7.0
"""Days between two given dates that lower a likeness to a third."""

_OTHER_WEEKDAY = 0.85
"""What two leads that name different weekdays leave of a likeness."""

_LONGEST_NAME = 120
"""Characters of a lead that may stand for a headline."""

_DATELINE_WORD = re.compile(r"[^\W\d_][^\n–—(,]{1,60}?(?=\s*(?:[,(–—]|-\s|$))")
_PLACE_IN_LEAD = re.compile(r"\b[Ii]n ((?:[A-Z][\w’'-]+)(?: [A-Z][\w’'-]+){0,2})")


def score_pairs(outlines: Mapping[str, Outline]) -> Scores:
    """Score every pair of reports that shares a telling term."""
    ordered = sorted(outlines.values(), key=lambda outline: (outline.day or 0, outline.report_id))
    candidates = find_candidates({outline.report_id: telling_terms(outline) for outline in ordered})
    return {(a, b): likeness(outlines[a], outlines[b]) for a, b in candidates}


def telling_terms(outline: Outline) -> list[str]:
    """Return the heaviest words of a report; ties go to the alphabet."""
    ranked = sorted(outline.words.items(), key=lambda item: (-item[1], item[0]))
    return [word for word, _ in ranked[:_TELLING_TERMS]]


def likeness(first: Outline, second: Outline) -> float:
    """Return how much the news of two reports is alike, from 0.0 to 1.0."""
    score = (
        _WORDS * cosine(first.words, second.words)
        + _NAMES * cosine(first.names, second.names)
        + _NUMBERS * cosine(first.numbers, second.numbers)
    )
    if first.day is not None and second.day is not None:
        score *= math.exp(-abs(first.day - second.day) / _DAYS)
    if first.weekdays and second.weekdays and not first.weekdays & second.weekdays:
        score *= _OTHER_WEEKDAY
    return score


def cosine(first: Mapping[str, float], second: Mapping[str, float]) -> float:
    """Return the inner product of two weightings of length 1.0."""
    if len(first) > len(second):
        first, second = second, first
    return sum(weight * second[term] for term, weight in first.items() if term in second)


def group_reports(
    outlines: Mapping[str, Outline], copies: Iterable[tuple[str, str]]
) -> list[tuple[str, ...]]:
    """Group reports into events.

    Args:
        outlines: by report id.
        copies: pairs of reports of which one copies the other's news; they always share an event.

    Returns:
        Sorted groups of sorted report ids.
    """
    scores = score_pairs(outlines)
    near = [pair for pair, score in scores.items() if score >= SAME_EVENT]
    groups = group_checked(outlines, near, scores, at_least=SAME_EVENT)
    joined = [pair_key(group[0], member) for group in groups for member in group[1:]]
    return group_connected(outlines, [*joined, *copies])


def name_event(members: Sequence[Report], outlines: Mapping[str, Outline], moment: Moment | None) -> Event:
    """Build the event of these reports, called by a headline or lead of one of them, verbatim."""
    title = min(_titles(members, outlines), key=lambda found: (found[0], found[1]))
    what = title[1]
    place = next(filter(None, (_find_place(report, outlines[report.id]) for report in members)), None)
    return Event(
        id=shared_id("e", (report.id for report in members)),
        what=what.span.of(_text_of(members, what.report_id)),
        where=place.span.of(_text_of(members, place.report_id)) if place else None,
        date=moment,
        report_ids=tuple(sorted(report.id for report in members)),
        evidence=tuple(sorted({what, *([place] if place else [])})),
    )


def _text_of(members: Sequence[Report], report_id: str) -> str:
    return next(report.text for report in members if report.id == report_id)


def _titles(
    members: Sequence[Report], outlines: Mapping[str, Outline]
) -> Iterable[tuple[tuple[int, int], Evidence]]:
    """Rank what may name the event: headlines by how short they are, then starts of leads."""
    for report in members:
        found = outlines[report.id]
        if found.headline:
            yield (0, len(found.headline)), Evidence(report_id=report.id, span=found.headline)
        else:
            yield (
                (1, 0),
                Evidence(
                    report_id=report.id, span=_first_words(report.text, found.lead[0] if found.lead else None)
                ),
            )


def _first_words(text: str, lead: Span | None) -> Span:
    """Cut the first sentence of the lead at a word's end, at most 120 characters in."""
    whole = (lead or Span(0, len(text))).trimmed(text)
    stop = min(whole.end, whole.start + _LONGEST_NAME)
    end = re.compile(r"[.!?](?=[\s”\"])|\n").search(text, whole.start, stop)
    if end:
        return Span(whole.start, end.start())
    if stop < whole.end:
        space = text.rfind(" ", whole.start, stop)
        stop = space if space > whole.start else stop
    return Span(whole.start, stop)


def _find_place(report: Report, found: Outline) -> Evidence | None:
    """Find where it happened: the dateline, else "in Port Carrow" in the lead."""
    for block in report.blocks:
        if block.zone is Zone.DATELINE:
            match = _DATELINE_WORD.match(report.text, block.span.start, block.span.end)
            if match:
                return Evidence(report_id=report.id, span=Span(*match.span()))
    for lead in found.lead:
        match = _PLACE_IN_LEAD.search(report.text, lead.start, lead.end)
        if match:
            return Evidence(report_id=report.id, span=Span(*match.span(1)))
    return None
