"""Two statements of one speaker at one event that come to the same but for one number or day.

"The search will go on until Friday" and "the search would go on until Saturday" are told apart, or taken for one statement
of which the other is the base: either way two reports give one fact differently. Wordings with several numbers are left
aside, since what differs in two places may be two things.
"""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING, Final, NamedTuple

from onrecord.lexicon.calendar import WEEKDAYS
from onrecord.link.divergences.fillers import diverge
from onrecord.link.divergences.reworded import find_place, find_worded
from onrecord.link.statements.bare_words import bare_words
from onrecord.link.statements.numerals import (
    BEFORE,
    NUMERAL,
    has_numeral,
    may_be_one,
    read_mark,
    read_numeral,
)
from onrecord.link.statements.polarity import is_denied
from onrecord.model.span import Span
from onrecord.model.statement import Slot
from onrecord.text.rarity import rarity
from onrecord.text.tokens import find_word_parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from onrecord.model.attribution import Attribution
    from onrecord.model.moment import Evidence
    from onrecord.model.report import Report
    from onrecord.model.statement import Divergence, Statement, Variant

_NUMBER: Final = re.compile(f"{BEFORE}{NUMERAL}", re.IGNORECASE)
_DAY: Final = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)})\b", re.IGNORECASE)
_OF_DAYS: Final = "day"
"""What the names of all weekdays hold: looked for first, since few wordings have one."""
_COUNTED: Final = re.compile(r"\s[a-z]{3,}s\b|\s(?:people|men|women|children)\b")
_PLACE: Final = " figureplace "
"""A word that no report has, in the place of what is compared."""
_FEWEST: Final = 3
"""Words beside the number or day that two statements must have in common."""


class _Given(NamedTuple):
    """What a wording gives in one place: the slot, the value, the place in the wording, and that with the word that is counted."""

    slot: Slot
    values: frozenset[str]
    span: Span
    shown: Span


def find_exchanged(
    statements: Iterable[Statement], attributions: Mapping[str, Attribution], reports: Mapping[str, Report]
) -> Iterator[Divergence]:
    """Find where two reports have a speaker say the same with another number or day.

    What one report gives both ways was said both ways. Each pair of values is told once, however many reports have them.
    """
    told: dict[tuple[Slot, tuple[object, ...]], dict[frozenset[str], list[Evidence]]] = {}
    for statement in statements:
        for variant in statement.variants if statement.speaker_ids and statement.event_id else ():
            given = _read(variant)
            member = find_worded(variant, attributions, reports) if given else None
            if given is None or member is None:
                continue
            words, negated = _leave(variant.text, given.span)
            if words:
                taken = negated != is_denied(member, reports[member.report_id].text)
                key = statement.event_id, statement.speaker_ids, words, taken
                places = told.setdefault((given.slot, key), {}).setdefault(given.values, [])
                places.append(find_place(member, given.shown))
                places += [
                    find_place(one, None)
                    for one in (attributions[other] for other in variant.attribution_ids)
                    if one.report_id != member.report_id
                ]
    for (slot, _), sides in told.items():
        for (first, ones), (second, others) in combinations(sides.items(), 2):
            held = [{place.report_id for place in places} for places in (ones, others)]
            if held[0].isdisjoint(held[1]) and (slot is Slot.DATE or not may_be_one(first, second)):
                yield diverge(slot, (ones[0], others[0]), reports)


def _read(variant: Variant) -> _Given | None:
    """Return the one number or day of a wording; None where it has none or several."""
    days = list(_DAY.finditer(variant.text)) if _OF_DAYS in variant.text.lower() else []
    numbers = list(_NUMBER.finditer(variant.text)) if has_numeral(variant.text, 0, len(variant.text)) else []
    if len(days) + len(numbers) != 1:
        return None
    if days:
        span = Span(*days[0].span())
        return _Given(Slot.DATE, frozenset({days[0][0].lower()}), span, span)
    values = read_mark(numbers[0]["mark"]) | {str(read_numeral(numbers[0]["number"]))}
    span = Span(*numbers[0].span())
    counted = _COUNTED.match(variant.text, span.end)
    return _Given(Slot.NUMBER, values, span, Span(span.start, counted.end() if counted else span.end))


def _leave(text: str, span: Span) -> tuple[tuple[str, ...], bool]:
    """Return what a wording says beside a place, and whether it is negated; nothing where that is too little to be one thing."""
    around = f"{text[: span.start]}{_PLACE}{text[span.end :]}"
    words, negated = bare_words(tuple(word.key for word in find_word_parts(around)))
    telling = len(words) > _FEWEST and any(rarity(word) > 0 for word in words if word != _PLACE.strip())
    return (words, negated) if telling else ((), False)
