"""Why a record says what it says: the rule, the words it rests on, and what else was possible.

A `Ground` is told of anything with an id. What was not taken is shown as far as the record keeps it: it holds what reports
say and what became of it, not every weighing on the way.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.publish.page.wording import UNKNOWN_OUTLET, outlet_words, title_words
from onrecord.text.rarity import rarity
from onrecord.text.tokens import find_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.model.moment import Evidence
    from onrecord.model.span import Span
    from onrecord.publish.page.pile import Pile

NEAREST = 5
"""Candidates that are told; of more, those nearest."""


TITLE = 80
"""Characters of a title that name a thing in a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Exact words of a report and where they stand: `line` counts from 1, `part` says what they are evidence of."""

    part: str
    report_id: str
    outlet: str
    path: str | None
    line: int
    span: Span
    exact: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """What else was possible, why it was not taken, and where it stands."""

    what: str
    why_not: str
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """Why one thing is as the record has it. `because` are plain sentences, `parts` what it consists of or leads to."""

    id: str
    kind: str
    what: str
    rule: str
    because: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    parts: tuple[Ground, ...] = ()


def place_of(pile: Pile, report_id: str, span: Span, part: str = "evidence") -> Place | None:
    """Return the words in `span` of a report; None where the pile does not hold it."""
    reading = pile.readings_by_id.get(report_id)
    if reading is None:
        return None
    report = reading.report
    return Place(
        part=part,
        report_id=report_id,
        outlet=outlet_words(report),
        path=report.paths[0] if report.paths else None,
        line=report.text.count("\n", 0, span.start) + 1,
        span=span,
        exact=span.of(report.text),
    )


def named_report(pile: Pile, report_id: str) -> str:
    """Return outlet, title and id of a report: numbers are of one view of one record only, and a sentence is read anywhere."""
    reading = pile.readings_by_id.get(report_id)
    if reading is None:
        return report_id
    outlet = outlet_words(reading.report)
    told = named_thing(title_words(reading.report), report_id)
    return told if outlet == UNKNOWN_OUTLET else f"{outlet}: {told}"


def named_thing(title: str, any_id: str) -> str:
    """Return the beginning of what a thing is called, and its id.

    >>> named_thing("Ferry to run again", "e0f")
    'Ferry to run again (e0f)'
    """
    return f"{cut_words(' '.join(title.split()), TITLE)} ({any_id})"


def places_of(pile: Pile, evidence: Iterable[Evidence], part: str = "evidence") -> tuple[Place, ...]:
    """Return the words of each piece of evidence once."""
    found = (place_of(pile, one.report_id, one.span, part) for one in dict.fromkeys(evidence))
    return tuple(place for place in found if place)


def words_of(places: Iterable[Place], longest: int = 120) -> str:
    """Return the exact words of places, one after another, cut where they are long."""
    return cut_words(" … ".join(" ".join(place.exact.split()) for place in places), longest)


def cut_words(words: str, longest: int) -> str:
    """Return `words`, cut behind a word where they are long."""
    return words if len(words) <= longest else words[:longest].rsplit(" ", 1)[0] + " […]"


def telling_words(text: str) -> frozenset[str]:
    """Return the words of `text` that tell something, folded."""
    return frozenset(word.key for word in find_words(text) if rarity(word.key) > 0)
