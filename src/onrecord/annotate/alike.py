"""What is said in the same words and may be two: surnames, trades, offices that are somebody's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.lexicon.descriptions import is_indefinite

if TYPE_CHECKING:
    from collections import Counter

    from onrecord.model.annotation import Mention
    from onrecord.model.report import Report

_OF_SOMEBODY = re.compile(r"(?:his|her|my|our|your)\s", re.IGNORECASE)
_OF_THE = re.compile(r"\s+(?:of|from|at)\s+the\s")
_NEAR = 2
"""Paragraphs that tell which of two a bare surname means: its own, and the one before."""


def find_openings(report: Report, position: int) -> list[int]:
    """Return where the paragraph at `position` begins, and the one before it.

    "Ana Velik leads the crews. / “We wrote twice,” Velik said.": Ana, whoever of that name the report has told of above.
    """
    return [block.span.start for block in report.blocks if block.span.start <= position][-_NEAR:][::-1]


def is_of_somebody(phrase: str) -> bool:
    """Tell whether a body is told by a pronoun alone: "his office" is no other office that a report tells of.

    >>> is_of_somebody("His office"), is_of_somebody("the office")
    (True, False)
    """
    return _OF_SOMEBODY.match(phrase) is not None


def is_told_by_body(text: str, mention: Mention) -> bool:
    """Tell whether a surname is told apart by where its bearer belongs: "Velik of the union"."""
    return _OF_THE.match(text, mention.span.end) is not None


def find_person_key(text: str, mention: Mention, phrase: str, seen: Counter[str]) -> str:
    """Return the key under which a nameless person is one with those described alike: "a docker" is somebody new."""
    if is_indefinite(mention.span.of(text)) or seen[phrase] > 1:
        seen[phrase] += 1
    return f"{phrase} {seen[phrase]}"
