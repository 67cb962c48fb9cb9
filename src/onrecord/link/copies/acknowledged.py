"""Reports that credit a house for their text, and which of its reports they mean.

"This article was originally published by the Velm Courier" under words that no report of the Courier has: the text was
translated, or rewritten. Where the pile holds one report of that house with the same names and numbers, and no other comes
near it, that is the one. Where two do, or none, the credit stands alone.
"""

from __future__ import annotations

import math
from collections import Counter
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from onrecord.link.copies.origins import house_key, is_own_tag
from onrecord.link.copies.own_words import find_body
from onrecord.link.copies.stated import find_stated
from onrecord.link.events.likeness import frozen_weight
from onrecord.model.report import Zone
from onrecord.text.normalise import fold_word, normalise
from onrecord.text.stem import stem
from onrecord.text.tokens import find_written

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from onrecord.model.attribution import Reading
    from onrecord.model.report import Report

_ALIKE, _CLEARLY, _AT_MOST, _BOTH = 0.05, 1.35, 4.0, 0.17
"""Likeness, from 0.0 up, from which a report of the credited house may be the one; how many times as alike it must be as
the house's next, up to the third value; and what both, multiplied, must reach. Chosen on the reports of `eval.damaged`."""

_NAME = 1.5
"""What a word written with a capital weighs more: names are the same in every language."""

_TOP_CHARACTERS = 1_500
"""Of headline and body: they tell what the news is."""

_TELLING = 0.3
"""Terms that weigh less are in every text."""

_SAME_DAY, _DAYS, _ONE_DAY = 2.5, 3.0, 0.6
"""What a likeness gains where both reports are of one given day, the days between that lower it to a third, and what it loses
where only one of them has a day."""

_LONGEST_NAME = 6
"""Words of a house's name."""


def find_acknowledged(
    readings: Sequence[Reading], copied: Iterable[tuple[str, str]]
) -> tuple[tuple[str, str], ...]:
    """Find the reports that others credit without sharing their words.

    Args:
        readings: sorted by report id.
        copied: pairs of report ids that share text.

    Returns:
        Pairs of the report that credits and the one it means, sorted.
    """
    by_id = {reading.report.id: reading for reading in readings}
    partners: dict[str, set[str]] = {}
    for first, second in copied:
        partners.setdefault(first, set()).add(second)
        partners.setdefault(second, set()).add(first)
    wanted = {key: keys for key, reading in by_id.items() if (keys := _credited_houses(reading.report))}
    members = _find_houses(readings, set(chain.from_iterable(wanted.values())))
    read = _Terms(by_id)
    houses = {key: _House(ids, read) for key, ids in sorted(members.items())}
    found: list[tuple[str, str]] = []
    for key, credited in wanted.items():
        near = {other for house in credited for other in members.get(house, ())} - {key}
        if not near or partners.get(key, set()).intersection(near):
            continue
        report = by_id[key].report
        likeness = {
            other: score * _timeliness(report, by_id[other].report)
            for house in sorted(credited)
            if house in houses
            for other, score in houses[house].compare(read[key]).items()
            if other != key
        }
        meant = _find_meant(likeness)
        if meant is not None:
            found.append((key, meant))
    return tuple(sorted(found))


class _TermOf(dict[str, str]):
    """The term of each word as it is written: a figure, or a stem, that of a name marked so; empty for what every text has."""

    def __missing__(self, word: str) -> str:
        key = fold_word(word)
        if key[0].isdigit():
            term = "#" + key.replace(",", "")
        else:
            term = ("@" if word[0].isupper() else "") + stem(key)
        self[word] = term if _weigh(term) >= _TELLING else ""
        return self[word]


class _Terms(dict[str, frozenset[str]]):
    """The terms of headline and lead, by report id, read when they are asked for."""

    def __init__(self, readings: Mapping[str, Reading]) -> None:
        super().__init__()
        self._readings = readings
        self._term_of = _TermOf()

    def __missing__(self, key: str) -> frozenset[str]:
        report = self._readings[key].report
        left = _TOP_CHARACTERS
        words: list[str] = []
        for start, end in find_body(report):
            words += find_written(report.text, start, min(end, start + max(0, left)))
            left -= end - start
        self[key] = frozenset(map(self._term_of.__getitem__, words)) - {""}
        return self[key]


class _House:
    """The reports of one house, whose terms tell the more the fewer of them have them."""

    def __init__(self, report_ids: Sequence[str], read: _Terms) -> None:
        self._terms = {one: read[one] for one in report_ids}
        held = Counter(chain.from_iterable(self._terms.values()))
        total = len(report_ids)
        rarity = [math.log(1 + (1 + total) / (1 + count)) ** 2 for count in range(total + 1)]
        self._unheld = rarity[0]
        self._worths = {term: _square(term) * rarity[count] for term, count in held.items()}
        self._lengths = {one: self._length_of(terms) for one, terms in self._terms.items()}

    def _length_of(self, terms: Iterable[str]) -> float:
        return math.sqrt(math.fsum(map(self._worths.__getitem__, terms)))

    def compare(self, terms: frozenset[str]) -> dict[str, float]:
        """Return how alike each report that shares some of these terms is, from 0.0 to 1.0."""
        length = math.sqrt(
            math.fsum(self._worths.get(term) or _square(term) * self._unheld for term in terms)
        )
        return {
            one: math.fsum(map(self._worths.__getitem__, shared)) / (length * self._lengths[one])
            for one, own in self._terms.items()
            if (shared := terms & own)
        }


@lru_cache(maxsize=1 << 16)
def _square(term: str) -> float:
    return _weigh(term) ** 2


def _weigh(term: str) -> float:
    return _NAME * frozen_weight(term[1:]) if term.startswith("@") else frozen_weight(term)


def _credited_houses(report: Report) -> frozenset[str]:
    return frozenset(
        house_key(credit.outlet)
        for credit in find_stated(report)
        if not credit.picture and not is_own_tag(credit, report)
    )


def _find_houses(readings: Iterable[Reading], wanted: set[str]) -> dict[str, list[str]]:
    """Return the reports of each house wanted: by outlet, else by the tag of an agency or the byline."""
    houses: dict[str, list[str]] = {}
    for reading in readings:
        for key in sorted(wanted.intersection(_names_of(reading.report))):
            houses.setdefault(key, []).append(reading.report.id)
    return houses


def _names_of(report: Report) -> Iterator[str]:
    if report.outlet is not None:
        yield house_key(report.outlet.name)
        return
    for credit in find_stated(report):
        if is_own_tag(credit, report):
            yield house_key(credit.outlet)
    for block in report.blocks:
        if block.zone is Zone.BYLINE:
            words = normalise(block.span.of(report.text)).split()
            for start in range(len(words)):
                for end in range(start + 1, min(len(words), start + _LONGEST_NAME) + 1):
                    yield " ".join(words[start:end])


def _find_meant(likeness: Mapping[str, float]) -> str | None:
    """Find the one report of a house that another means; None where none or several may be it."""
    ranked = sorted((-score, key) for key, score in likeness.items() if score)
    if not ranked:
        return None
    best = -ranked[0][0]
    clearly = min(_AT_MOST, best / -ranked[1][0] if len(ranked) > 1 else _AT_MOST)
    if best < _ALIKE or clearly < _CLEARLY or best * clearly < _BOTH:
        return None
    return ranked[0][1]


def _timeliness(report: Report, other: Report) -> float:
    """Return what two days make of a likeness: news is printed again at once, and never before it was published."""
    days = [moment.earliest for moment in (report.published, other.published) if moment and moment.earliest]
    if len(days) < 2:  # noqa: PLR2004 - the days of two reports
        return _ONE_DAY if days else 1.0
    after = (days[0] - days[1]).days
    return _SAME_DAY * math.exp(-after / _DAYS) if after >= 0 else 0.0
