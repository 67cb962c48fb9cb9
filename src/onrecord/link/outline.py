"""What the link stage reads of one report: headline, lead and body, and the features that place its news.

The features come from the plain text (capitalised words, numbers, rare words, weekdays), so that they are there for
every language and every quality of parse.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.model.annotation import TimeKind
from onrecord.model.report import Zone
from onrecord.text.rarity import rarity
from onrecord.text.tokens import find_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from onrecord.model.attribution import Reading
    from onrecord.model.report import Report
    from onrecord.model.span import Span

LEAD_WORDS = 70
"""The lead is as many paragraphs of the body as it takes to reach this many words."""

_BODY_WORDS = 350
"""Words of a report that tell what its news is; what follows is mostly background."""

_HEADLINE_WORTH, _LEAD_WORTH, _BODY_WORTH = 3.0, 2.0, 1.0

_SENTENCE_START = re.compile(r"(?:^|[.!?:][”’\"')\]]*\s+|\n\s*|[“\"‘(\[]\s*)$")


@dataclass(frozen=True, slots=True)
class Outline:
    """The news of one report.

    `words`, `names` and `numbers` are weights by term, each of Euclidean length 1.0 (or empty). `weekdays` are
    those of headline and lead, Monday = 0. `day` is the ordinal of a day that the input gave.
    """

    report_id: str
    headline: Span | None
    lead: tuple[Span, ...]
    words: Mapping[str, float]
    names: Mapping[str, float]
    numbers: Mapping[str, float]
    weekdays: frozenset[int]
    day: int | None


def outline(reading: Reading) -> Outline:
    """Return the outline of one reading."""
    report = reading.report
    headline = find_headline(report)
    lead = find_lead(report)
    parts = _weighted_parts(report, headline, lead)
    words, names, numbers = _count_terms(report.text, parts)
    top = [*([headline] if headline else []), *lead]
    weekdays = frozenset(
        timex.weekday
        for timex in reading.timexes
        if timex.kind is TimeKind.WEEKDAY
        and timex.weekday is not None
        and any(timex.span in span for span in top)
    )
    published = report.published
    known = (
        published is not None and published.earliest is not None and published.earliest == published.latest
    )
    return Outline(
        report_id=report.id,
        headline=headline,
        lead=lead,
        words=_scaled(words),
        names=_scaled(names),
        numbers=_scaled(numbers),
        weekdays=weekdays,
        day=published.earliest.toordinal() if known and published and published.earliest else None,
    )


def find_headline(report: Report) -> Span | None:
    """Find where the report prints its headline; None where it prints none."""
    for block in report.blocks:
        if block.zone is Zone.HEADLINE and not block.repeats:
            return block.span
    return None


def find_lead(report: Report) -> tuple[Span, ...]:
    """Find the first paragraphs of the body, together about 70 words."""
    lead: list[Span] = []
    count = 0
    for block in report.blocks:
        if block.zone is not Zone.BODY or block.repeats:
            continue
        lead.append(block.span)
        count += sum(1 for _ in find_words(report.text, *block.span))
        if count >= LEAD_WORDS:
            break
    return tuple(lead)


def _weighted_parts(
    report: Report, headline: Span | None, lead: tuple[Span, ...]
) -> Iterator[tuple[Span, float]]:
    if headline:
        yield headline, _HEADLINE_WORTH
    for span in lead:
        yield span, _LEAD_WORTH
    left = _BODY_WORDS
    for block in report.blocks:
        if block.zone is not Zone.BODY or block.repeats or block.span in lead:
            continue
        if left <= 0:
            return
        left -= len(block.span) // 6
        yield block.span, _BODY_WORTH


def _count_terms(
    text: str, parts: Iterator[tuple[Span, float]]
) -> tuple[dict[str, float], dict[str, float], dict[str, float]]:
    words: Counter[str] = Counter()
    names: Counter[str] = Counter()
    numbers: Counter[str] = Counter()
    for span, worth in parts:
        for word in find_words(text, *span):
            first = text[word.start]
            if first.isdigit():
                numbers[word.key.replace(",", "")] += worth
                continue
            weight = rarity(word.key)
            if not weight:
                continue
            key = stem(word.key)
            words[key] += worth
            if first.isupper() and not _SENTENCE_START.search(
                text, max(span.start, word.start - 4), word.start
            ):
                names[key] += worth
    return (
        {key: _damped(count) * rarity(key) for key, count in words.items() if rarity(key)},
        {key: _damped(count) * (0.3 + rarity(key)) for key, count in names.items()},
        {key: _damped(count) * min(1.0, 0.4 + len(key) / 5) for key, count in numbers.items()},
    )


def _damped(count: float) -> float:
    return 1.0 + math.log(count) if count > 1.0 else count


def _scaled(weights: dict[str, float]) -> dict[str, float]:
    length = math.sqrt(sum(weight * weight for weight in weights.values()))
    return {key: weight / length for key, weight in sorted(weights.items())} if length else {}


_SHORTEST_STEM = 4


def stem(word: str) -> str:
    """Return a word less its possessive, plural or verb ending, roughly.

    >>> stem("ministers"), stem("closed"), stem("Tolliver's".lower())
    ('minister', 'clos', 'tolliver')
    """
    word = word.removesuffix("'s").removesuffix("'")
    for ending in ("ing", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM and not word.endswith("ss"):
            return word[: -len(ending)]
    return word
