"""Whether what two wordings have in common can carry that they are one statement.

Two sentences on one fire share the fire, its town and its people's names whatever they say of it. What is shared must say
something: a word that is no name and stands in no headline of the event, a number, or the wording itself.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from typing import TYPE_CHECKING

from onrecord.lexicon.calendar import MONTHS, WEEKDAYS
from onrecord.link.statements.topics import share_topic_only
from onrecord.link.statements.wordings import read_wording
from onrecord.model.report import Zone
from onrecord.text.stem import stem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.link.statements.renderings import Rendering
    from onrecord.model.report import Report

_SHORT, _SHORTEST = 3, 2
"""Telling words of a short wording, and of one that a single word in common with another as short does not join."""

_OF_ANOTHER_CIRCLE = 3
"""Telling words that must be shared where not the same people speak."""

_ONE_WORD = 0.05
"""What two short wordings must be nearer that have a single telling word in common."""

_ONE_PERSON = 0.1
"""What two wordings must be nearer that have no more in common than a person, by name and office."""

_HEADLINES = 2
"""Headlines that hold a word of the event's subject."""

_NAME = re.compile(r"(?<=[\w,;’'] )[A-Z][\w-]+")
"""A word with a capital letter inside a sentence."""

_HOLDER = re.compile(r"\b([a-z]\w+),? (?:Captain |Dr |Mr |Mrs |Ms |Sir )?(?=[A-Z])")
"""A noun right before a name: "the master, Captain Ana Velik"."""

_CLOCK_TERMS = frozenset(map(stem, ("m", "am", "pm", "noon", "midnight", "clock", "o'clock", "o’clock")))
_DAY_TERMS = frozenset(
    map(stem, ("today", "yesterday", "morning", "afternoon", "evening", "night", *MONTHS, *WEEKDAYS))
)
"""Words that say when, by their terms."""


def find_subject(reports: Iterable[Report]) -> frozenset[str]:
    """Return the terms of the event's subject: those that several of its headlines hold."""
    held: Counter[str] = Counter()
    for report in reports:
        terms: set[str] = set()
        for block in report.blocks:
            if block.zone is Zone.HEADLINE:
                terms |= read_wording(block.span.of(report.text), ()).telling
        held.update(terms)
    return frozenset(term for term, count in held.items() if count >= _HEADLINES)


def find_margin(first: Rendering, second: Rendering, subject: frozenset[str]) -> float:
    """Return how far above the floor two renderings must be, infinitely where they may not be paired.

    "The bridge will close for good" and "refused to rule out a new bridge" have one telling word in common, and so do
    two statements on any bridge. What Velik said by herself is not what she and Hale said in a joint statement, nor, by one
    word in common, what both are told to have said. Two quotations must have more in common anyway
    (`onrecord.link.statements.nearness`).
    """
    sides = first.wording.telling, second.wording.telling
    shared = sides[0] & sides[1]
    contained = f" {first.key} " in f" {second.key} " or f" {second.key} " in f" {first.key} "
    if not contained and _are_times(shared):
        return math.inf
    if not contained and share_topic_only(first.wording, second.wording):
        return math.inf
    if contained or first.figures & second.figures:
        return 0.0
    poorer, richer = sorted(sides, key=len)
    if shared and _are_of_one_person(shared, first, second):
        return _ONE_PERSON
    # "the fall of the crane" is what everybody spoke of.
    if first.speakers != second.speakers and len(shared) < _OF_ANOTHER_CIRCLE:
        return math.inf
    if first.joint != second.joint or (shared and poorer <= subject and poorer != richer):
        return math.inf
    if len(richer) > _SHORT or len(shared) != 1 or (first.verbatim and second.verbatim):
        few = len(poorer) == _SHORT and len(shared) == 1
        return _ONE_WORD if few and _are_names(shared, first, second) else 0.0
    return math.inf if len(richer) <= _SHORTEST == len(poorer) else _ONE_WORD


def _are_times(shared: frozenset[str]) -> bool:
    """Tell whether a time of day alone is shared: "heard a bang around 10:30 a.m." and "had left by 10 a.m." are two things."""
    return bool(shared & _CLOCK_TERMS) and all(
        term in _CLOCK_TERMS or term in _DAY_TERMS or term[0].isdigit() for term in shared
    )


def _are_names(shared: frozenset[str], first: Rendering, second: Rendering) -> bool:
    """Tell whether names alone are shared: "Hale knew of the crack" and "Hale's cousin" are of one man, no more."""
    return bool(shared) and shared <= _find_names(first) and shared <= _find_names(second)


def _are_of_one_person(shared: frozenset[str], first: Rendering, second: Rendering) -> bool:
    """Tell whether no more is shared than a name and the noun before it: "the master, Ana Velik, is resting", "… had a ticket"."""
    if not shared & _find_names(first) & _find_names(second):
        return False
    return all(shared <= _find_names(side) | _find_offices(side) for side in (first, second))


def _find_offices(rendering: Rendering) -> frozenset[str]:
    return frozenset(
        term for match in _HOLDER.finditer(rendering.text) for term in read_wording(match[1], ()).telling
    )


def _find_names(rendering: Rendering) -> frozenset[str]:
    """Return the terms of a wording that are names."""
    if not any(letter.isupper() for letter in rendering.text[1:]):
        return frozenset()
    return frozenset(
        term
        for match in _NAME.finditer(f"- , {rendering.text}")
        for term in read_wording(match.group(), ()).telling
    )
