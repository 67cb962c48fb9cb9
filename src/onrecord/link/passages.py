"""Text that two reports share word for word, and how much of it is evidence of copying.

Speech is no evidence: two reporters at one press conference write down the same words. So shared words count only
outside of quotations, yet a copied passage is shown whole, with the quotations in it.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import compress
from typing import TYPE_CHECKING

from onrecord.model.attribution import Manner
from onrecord.model.report import Zone
from onrecord.model.span import Span
from onrecord.text.shingles import SHINGLE_WORDS, find_shingles
from onrecord.text.tokens import Word, find_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.model.attribution import Reading

SHORTEST_PASSAGE = 12
"""Words of a passage: shorter runs recur by chance or by habit."""

_EDITED = 6
"""A passage goes on over so many changed words on either side."""

_MOST_PLACES = 4
"""Places in the other report at which a repeated run is tried."""

_VERBATIM = frozenset({Manner.DIRECT, Manner.UNMARKED, Manner.CARRIED})


@dataclass(frozen=True, slots=True)
class Wording:
    """The body of one report as words. `own[i]` tells that word i is the reporter's own, not quoted speech.

    `shingles[i]` starts at word i; `telling` are those of five words of the reporter's own.
    """

    report_id: str
    words: tuple[Word, ...]
    own: tuple[bool, ...]
    shingles: tuple[int, ...]
    telling: frozenset[int]

    @property
    def own_count(self) -> int:
        """How many words are the reporter's own."""
        return sum(self.own)


@dataclass(frozen=True, slots=True)
class SharedRun:
    """A passage that two wordings share: half-open word ranges on both sides, and its own words that match."""

    first: tuple[int, int]
    second: tuple[int, int]
    own_words: int


def read_wording(reading: Reading) -> Wording:
    """Return the body of a report as words, with its quoted speech marked."""
    report = reading.report
    speech = sorted(
        span
        for attribution in reading.attributions
        for span in (attribution.content if attribution.manner in _VERBATIM else attribution.quoted)
    )
    words = tuple(
        word
        for block in report.blocks
        if block.zone is Zone.BODY and not block.repeats
        for word in find_words(report.text, *block.span)
    )
    own = _mark_own(words, speech)
    shingles = tuple(find_shingles([word.key for word in words]))
    mine = [all(own[i : i + SHINGLE_WORDS]) for i in range(len(shingles))]
    telling = frozenset(shingle for shingle, is_own in zip(shingles, mine, strict=True) if is_own)
    return Wording(report.id, words, own, shingles, telling)


def _mark_own(words: Sequence[Word], speech: Sequence[Span]) -> tuple[bool, ...]:
    own: list[bool] = []
    at = reach = 0
    for word in words:
        while at < len(speech) and speech[at].start <= word.start:
            reach = max(reach, speech[at].end)
            at += 1
        own.append(word.start >= reach)
    return tuple(own)


Places = dict[int, list[int]]
"""Where each shingle of a wording starts."""


def find_places(wording: Wording) -> Places:
    """Return the word indexes at which each shingle of a wording starts."""
    places: Places = {}
    for index, shingle in enumerate(wording.shingles):
        places.setdefault(shingle, []).append(index)
    return places


def find_shared_runs(first: Wording, second: Wording, places: Places) -> list[SharedRun]:
    """Find the passages of at least 12 words that two wordings share, small edits allowed.

    Args:
        first: one wording.
        second: the other.
        places: where the shingles of `first` start.

    Returns:
        Runs in the order of the second wording. Each word of it is in at most one.
    """
    blocks: list[tuple[int, int, int]] = []
    done = 0
    for index in compress(range(len(second.shingles)), map(places.__contains__, second.shingles)):
        if index < done:
            continue
        starts = places[second.shingles[index]][:_MOST_PLACES]
        length, start = max((_extend(first, second, at, index), -at) for at in starts)
        blocks.append((-start, index, length))
        done = index + max(1, length)
    return [run for run in _join_blocks(blocks, second) if run.second[1] - run.second[0] >= SHORTEST_PASSAGE]


def _extend(first: Wording, second: Wording, a: int, b: int) -> int:
    start = b
    while a < len(first.words) and b < len(second.words) and first.words[a].key == second.words[b].key:
        a, b = a + 1, b + 1
    return b - start


def _join_blocks(blocks: Sequence[tuple[int, int, int]], second: Wording) -> list[SharedRun]:
    """Join exact blocks that only a few changed words keep apart."""
    runs: list[SharedRun] = []
    for a, b, length in blocks:
        own = sum(second.own[b : b + length])
        last = runs[-1] if runs else None
        if last and 0 <= a - last.first[1] <= _EDITED and b - last.second[1] <= _EDITED:
            runs[-1] = SharedRun(
                (last.first[0], a + length), (last.second[0], b + length), last.own_words + own
            )
        else:
            runs.append(SharedRun((a, a + length), (b, b + length), own))
    return runs


def span_of(wording: Wording, words: tuple[int, int]) -> Span:
    """Return the characters of a half-open range of words."""
    first, last = words
    return Span(wording.words[first].start, wording.words[last - 1].end)
