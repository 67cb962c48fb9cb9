"""What a report puts into one slot of its event, and how two reports are set against each other."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from onrecord.lexicon.calendar import MONTHS, WEEKDAYS
from onrecord.model.report import SPOKEN_ZONES
from onrecord.model.span import Span
from onrecord.model.statement import Divergence, Slot
from onrecord.text.normalise import normalise
from onrecord.text.rarity import rarity
from onrecord.text.stem import stem
from onrecord.text.tokens import find_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from onrecord.model.moment import Evidence
    from onrecord.model.report import Report

_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?=\w)[^.!?\n]+)*[.!?]*")
_CAPITAL = re.compile(r"(?<![\w’'])[A-Z][^\W\d_]+(?:[-’'][A-Z]?[^\W\d_]+)*")
_TIME = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|noon|midnight|yesterday|\d{1,2}(?:[:.]\d\d)?\s?[ap]\.?m\b)",
    re.IGNORECASE,
)
_HOPED = re.compile(
    r"\b(?:(?:had |was |were |been )?(?:expected|hoped|planned|forecast|predicted|projected|budgeted)|target|capacity"
    r"|(?:last|previous) (?:year|month|week)|(?:year|month|week) (?:earlier|before)|initially|originally)\b",
    re.IGNORECASE,
)
_RATE = re.compile(
    r"\s?(?:an?|per|each|every|/)\s?(?P<unit>second|minute|hour|day|night|week|month|year|head)\b",
    re.IGNORECASE,
)

_LONGEST = 1500
"""Characters up to which a run of words is a sentence that tells facts; what is longer is a list or a table."""

_SAME = 2
"""Telling words of two sentences that are the same but for their numbers."""

_MANY = 60
"""Fillers of one key that are compared in one event: each is one value; more of them is a list, not a fact."""


class Filler(NamedTuple):
    """What a report gives for a slot.

    `key` tells what the slot is about ("jobs", "special session"): only fillers of one key are compared. `values` are
    what it says; `context` are the telling stems of its sentence, `names` and `times` the names and times in it.
    """

    key: str
    values: frozenset[str]
    place: Evidence
    context: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    times: frozenset[str] = frozenset()


class Scene(NamedTuple):
    """What a sentence speaks of: its telling stems, the names and the times in it."""

    context: frozenset[str]
    names: frozenset[str]
    times: frozenset[str]


def find_sentences(report: Report) -> Iterator[Span]:
    """Find the sentences in which a report speaks; a mark inside a word or number ends none. Lists without an end are left out."""
    for block in report.blocks:
        if block.zone in SPOKEN_ZONES and not block.repeats:
            for match in _SENTENCE.finditer(report.text, block.span.start, block.span.end):
                if match.end() - match.start() <= _LONGEST:
                    yield Span(*match.span())


def read_context(text: str, sentence: Span) -> frozenset[str]:
    """Return the stems of the words of a sentence that tell something."""
    return frozenset(stem(word.key) for word in find_words(text, *sentence) if rarity(word.key) > 0)


def read_scene(text: str, sentence: Span) -> Scene:
    """Return what a sentence speaks of; a word that opens it is a name where another follows it."""
    return _read_scene(sentence.of(text))


@lru_cache(maxsize=4096)
def _read_scene(words: str) -> Scene:
    opens = len(words) - len(words.lstrip(" \t“\"‘'([—–-"))
    found = list(_CAPITAL.finditer(words))
    follows = {match.start() for match in found}
    names = {
        normalise(match[0])
        for match in found
        if match.start() > opens or (match.end() + 1 in follows and words[match.end()] == " ")
    }
    return Scene(
        context=read_context(words, Span(0, len(words))),
        names=frozenset(name for name in names if name not in WEEKDAYS and name not in MONTHS),
        times=frozenset(match[0].lower() for match in _TIME.finditer(words)),
    )


def tell_apart(key: str, sentence: str, after: str) -> str:
    """Return the key of a number, told apart by what it is told for: a hope or another year, and the time it is a rate of.

    >>> tell_apart("crown", "It loses 2 million crowns a month.", " a month.")
    'crown by month'
    """
    rate = _RATE.match(after)
    by = f" by {rate['unit'].lower()}" if rate else ""
    return key + by + (" hoped" if _HOPED.search(sentence) else "")


def is_one_scene(first: Filler, second: Filler, wanted: int) -> bool:
    """Tell whether two sentences may speak of one thing: `wanted` telling words in common, and no other names and times.

    Where the sentences are the same but for their numbers, two words are enough: "The boat was built in 1987", "… in 1978".

    "By Monday 12 had died" and "by Wednesday 19" are two times, "Marr was fined 2 million" and "Kell 5 million" two companies.
    """
    shared = len(first.context & second.context)
    same = shared >= _SAME and not any(not word[0].isdigit() for word in first.context ^ second.context)
    if shared < wanted and not same:
        return False
    named, timed = (first.names, second.names), (first.times, second.times)
    return not any(all(pair) and pair[0].isdisjoint(pair[1]) for pair in (named, timed))


def compare_fillers(
    fillers: Iterable[Filler],
    reports: Mapping[str, Report],
    *,
    slot: Slot,
    agree: Callable[[Filler, Filler], bool],
) -> Iterator[Divergence]:
    """Compare what the reports of one event give for each key.

    A report that gives several values gives the one whose sentence is most like the other's, and none where two are. What a
    report gives anywhere is not set against another that gives it too.

    Args:
        fillers: of all reports of one event.
        reports: by id.
        slot: the slot they fill.
        agree: tells whether two fillers of one key can both be right.
    """
    by_key: dict[str, list[Filler]] = {}
    for filler in sorted(set(fillers), key=lambda filler: filler.place):
        by_key.setdefault(filler.key, []).append(filler)
    for key in sorted(by_key):
        found = _some(by_key[key])
        given: dict[str, list[Filler]] = {}
        for filler in found:
            given.setdefault(filler.place.report_id, []).append(filler)
        told: dict[tuple[frozenset[str], frozenset[str]], tuple[set[str], set[str]]] = {}
        scenes: set[tuple[Scene, Scene]] = set()
        for first, second in combinations(found, 2):
            if not _compares(first, second, given) or agree(first, second):
                continue
            one, other = sorted((first, second), key=lambda filler: sorted(filler.values))
            pair = _scene_of(one), _scene_of(other)
            if pair in scenes:
                # A copied sentence gives its value once.
                continue
            if one.context and other.context:
                scenes.add(pair)
            ones, others = told.setdefault((one.values, other.values), (set(), set()))
            # Each report that gives a value is set against one that gives the other, not against all of them.
            if one.place.report_id not in ones or other.place.report_id not in others:
                ones.add(one.place.report_id)
                others.add(other.place.report_id)
                yield diverge(slot, (first.place, second.place), reports)


def _scene_of(filler: Filler) -> Scene:
    return Scene(filler.context | filler.values, filler.names, filler.times)


def _some(fillers: Sequence[Filler]) -> list[Filler]:
    """Return the fillers of a key, where they are very many only the first of each value."""
    if len(fillers) <= _MANY:
        return list(fillers)
    first_of: dict[frozenset[str], Filler] = {}
    for filler in fillers:
        first_of.setdefault(filler.values, filler)
    return list(first_of.values())[:_MANY]


def _compares(first: Filler, second: Filler, given: Mapping[str, Sequence[Filler]]) -> bool:
    """Tell whether each of two fillers is what its report gives for the other's."""
    a, b = first.place.report_id, second.place.report_id
    if a == b or first.values == second.values:
        return False
    if any(one.values == second.values for one in given[a]) or any(
        one.values == first.values for one in given[b]
    ):
        return False
    shared = len(first.context & second.context)
    return not any(
        one.values != mine.values and len(one.context & other.context) >= shared
        for mine, other in ((first, second), (second, first))
        for one in given[mine.place.report_id]
    )


def diverge(slot: Slot, between: tuple[Evidence, Evidence], reports: Mapping[str, Report]) -> Divergence:
    """Build the divergence of two places, told in their own words."""
    a, b = sorted(between)
    texts = [" ".join(place.span.of(reports[place.report_id].text).split()) for place in (a, b)]
    return Divergence(slot=slot, between=(a, b), note=f"One report gives {texts[0]}, the other {texts[1]}.")
