"""Which reports share copied text, and where.

Candidates share runs of four words of the reporters' own; the passages they share then decide. Three things make a copy:
most of the shorter report, a fair part of it, or a long passage however long the reports are. Each rests on words of
the reporters' own: speech, and what many unlike reports hold, is no evidence (`onrecord.link.copies.overlaps`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from onrecord.link.copies.acknowledged import find_acknowledged
from onrecord.link.copies.kept import NO_COPIES_KEPT, KeptCopies, keep_wording
from onrecord.link.copies.overlaps import find_alike
from onrecord.link.copies.own_words import MARKED, SPOKEN, STOCK, read_wording
from onrecord.link.copies.passages import RUN_WORDS, Side, find_places, find_shared_runs, split_run
from onrecord.model.span import Span
from onrecord.text.word_numbers import WordNumbers, number_runs

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterable, Sequence

    import numpy.typing as npt

    from onrecord.link.copies.kept import Shared
    from onrecord.link.copies.own_words import Wording
    from onrecord.link.copies.passages import Places, SharedRun
    from onrecord.model.attribution import Reading

_MOSTLY, _MOSTLY_WORTH = 0.5, 12
"""Share of the shorter report, and words of evidence, from which it is a copy: where little else stands in it, a few tell."""

_ALMOST_ALL, _MOSTLY_UNBROKEN = 0.65, 8
"""Share from which a few words of evidence tell, and words in a row without a change that they hold where they are less: "when a bus … into a ravine near Halden" is how buses fall."""

_PARTLY, _PARTLY_WORTH, _PASSAGE_WORTH, _UNBROKEN = 0.2, 24, 16, 12
"""A fifth of it must rest on more, most of it in one passage, and on words in a row without a change: turns of phrase recur
by habit, and two reports of one announcement come near each other's wording."""

_LONG_WORTH = 40
"""Words of evidence in one passage that are a copy however long the reports are."""

_ANY_WORD = re.compile(r"\w")
_AFTER_BREAK = re.compile(r"\n[^\w\n]*$")

_CANDIDATE_WORDS = 4
"""Words in a row that bring two reports together. Chosen on damaged copies: of a text with every seventh word changed, half
of its runs of four are left, and two reports of one event share few by chance."""

_OWN_IN_PASSAGE = 5
"""Own words that a passage must hold to count: a speech with its "he said" is none."""

_SPOKEN_WORDS, _SPOKEN_SHARED = 3, 0.4
"""Words of speech from which it tells, and the share of them that a copy has, too: small words are in all speech."""

WHOLE = 0.5
"""Share of the shorter report's own words from which its news is the other's."""


@dataclass(frozen=True, slots=True)
class Copy:
    """Two reports that share text, smaller id first, and the passages in both; none where only a credit tells.

    `share` is how much of the shorter report's own words the passages hold.
    """

    first: str
    second: str
    passages: tuple[tuple[Span, Span], ...]
    share: float = 1.0

    @property
    def pair(self) -> tuple[str, str]:
        """The two report ids."""
        return self.first, self.second

    @property
    def is_whole(self) -> bool:
        """Whether one report is wholly or mostly the other's text, not a passage of it among news of its own."""
        return self.share >= WHOLE


def find_copies(readings: Iterable[Reading]) -> tuple[Copy, ...]:
    """Find all pairs of reports that share copied text, or of which one credits the other, sorted by id."""
    return find_more_copies(readings, NO_COPIES_KEPT)[0]


def find_more_copies(readings: Iterable[Reading], known: KeptCopies) -> tuple[tuple[Copy, ...], KeptCopies]:
    """Find the same where some of it is `known`, and return besides what the next time may use.

    Args:
        readings: of the whole pile.
        known: what was worked out before of those of these reports in which nothing else is read now.
    """
    ordered = sorted(readings, key=lambda reading: reading.report.id)
    found = find_shared_text(ordered, known)
    shared = [Copy(*pair, *one) for pair, one in found.compared.items() if one is not None]
    credited = [
        Copy(min(pair), max(pair), ()) for pair in find_acknowledged(ordered, [copy.pair for copy in shared])
    ]
    return tuple(sorted([*shared, *credited], key=lambda copy: copy.pair)), found


def find_shared_text(ordered: Sequence[Reading], known: KeptCopies = NO_COPIES_KEPT) -> KeptCopies:
    """Find all pairs of reports, which are sorted by id, that share copied text.

    Which pairs are worth comparing, and which words are stock, is told over the whole pile each time, in bulk.
    """
    numbers = WordNumbers()
    wordings = [_read_wording(reading, known, numbers) for reading in ordered]
    if not wordings:
        return NO_COPIES_KEPT
    pairs, stock = find_alike(
        [wording.numbers for wording in wordings],
        [wording.kinds >= MARKED for wording in wordings],
        size=_CANDIDATE_WORDS,
    )
    pile = _Pile(wordings, stock)
    packed = pile.pack_stock(stock)
    same = {key for key in known.wordings if known.stock.get(key) == packed.get(key)}
    compared: dict[tuple[str, str], Shared | None] = {}
    for first, second in pairs:
        pair = wordings[first].report_id, wordings[second].report_id
        if pair in known.compared and same.issuperset(pair):
            compared[pair] = known.compared[pair]
        else:
            compared[pair] = pile.compare(first, second)
    return KeptCopies(
        wordings={one.report_id: known.wordings.get(one.report_id) or keep_wording(one) for one in wordings},
        stock=packed,
        compared=compared,
    )


def _read_wording(reading: Reading, known: KeptCopies, numbers: WordNumbers) -> Wording:
    kept = known.wordings.get(reading.report.id)
    return kept.of(reading.report) if kept else read_wording(reading, numbers)


class _Pile:
    """The wordings of a pile, less what is stock, ready to be compared pair by pair."""

    def __init__(self, wordings: Sequence[Wording], stock: npt.NDArray[np.bool_]) -> None:
        self._wordings = wordings
        self._runs = number_runs(np.concatenate([wording.numbers for wording in wordings]), RUN_WORDS)
        self._kinds = np.concatenate([wording.kinds for wording in wordings])
        self._kinds[stock] = STOCK
        self._starts = np.cumsum([0, *(len(wording.numbers) for wording in wordings)]).tolist()
        self._first: tuple[int, Side, Places] | None = None
        self._bounds: dict[int, array[int]] = {}

    def pack_stock(self, stock: npt.NDArray[np.bool_]) -> dict[str, bytes]:
        """Return which words of each report are `stock` as packed bits, of those that have any."""
        words = np.nonzero(stock)[0]
        holders: list[int] = np.unique(np.searchsorted(self._starts, words, side="right") - 1).tolist()
        return {
            self._wordings[index].report_id: np.packbits(
                stock[self._starts[index] : self._starts[index + 1]]
            ).tobytes()
            for index in holders
        }

    def compare(self, first: int, second: int) -> Shared | None:
        """Compare two wordings by their indices; None where they share too little."""
        if self._first is None or self._first[0] != first:
            side = self._side(first)
            self._first = first, side, find_places(side)
        _, left, places = self._first
        right = self._side(second)
        shared = [run for run in find_shared_runs(left, right, places) if run.own_words >= _OWN_IN_PASSAGE]
        worth = min(left.worth(), right.worth())
        share = min(1.0, sum(run.worth for run in shared) / max(1, worth))
        if not _is_enough(share, shared):
            return None
        if sum(run.worth for run in shared) < _PARTLY_WORTH and _speak_apart(left, right):
            return None
        here, there = self._bounds_of(first), self._bounds_of(second)
        breaks = self._wordings[first].breaks(here), self._wordings[second].breaks(there)
        passages = tuple(
            (_cover(here, part[0]), _cover(there, part[1]))
            for run in shared
            for part in split_run(run, breaks)
        )
        if share < _MOSTLY and self._is_notice(passages, (first, second)):
            return None
        return passages, share

    def _is_notice(self, passages: Sequence[tuple[Span, Span]], indices: tuple[int, int]) -> bool:
        """Tell whether all that two reports share is the last paragraphs of both, as a notice is that a house adds."""
        if len(passages) > 1:
            return False
        sides = zip(passages[0], (self._wordings[index] for index in indices), strict=True)
        return all(
            not _ANY_WORD.search(wording.text, span.end, wording.stretches[-1][1])
            and _AFTER_BREAK.search(wording.text, max(0, span.start - 4), span.start)
            for span, wording in sides
        )

    def _side(self, index: int) -> Side:
        start, end = self._starts[index], self._starts[index + 1]
        runs = self._runs[start : max(start, end - RUN_WORDS + 1)]
        return Side(self._wordings[index].numbers.tolist(), self._kinds[start:end].tolist(), runs.tolist())

    def _bounds_of(self, index: int) -> array[int]:
        if index not in self._bounds:
            self._bounds[index] = self._wordings[index].bounds()
        return self._bounds[index]


def _is_enough(share: float, shared: Sequence[SharedRun]) -> bool:
    worths = [run.worth for run in shared]
    unbroken = max((run.unbroken for run in shared), default=0)
    if share >= _MOSTLY and sum(worths) >= _MOSTLY_WORTH:
        return share >= _ALMOST_ALL or unbroken >= _MOSTLY_UNBROKEN or sum(worths) >= _PARTLY_WORTH
    longest = max(worths, default=0)
    if unbroken < _UNBROKEN:
        return False
    return longest >= _LONG_WORTH or (
        share >= _PARTLY and sum(worths) >= _PARTLY_WORTH and longest >= _PASSAGE_WORTH
    )


def _speak_apart(left: Side, right: Side) -> bool:
    """Tell whether other words are quoted on either side: who copies a few sentences keeps what is said in them.

    "The minister of Oxley came to Halden on Tuesday for talks. “Water has no owner,” she said.": two such items share a form.
    """
    fewer, more = sorted(
        (
            {word for word, kind in zip(side.words, side.kinds, strict=True) if kind == SPOKEN}
            for side in (left, right)
        ),
        key=len,
    )
    return len(fewer) >= _SPOKEN_WORDS and len(fewer & more) < _SPOKEN_SHARED * len(fewer)


def _cover(bounds: Sequence[int], words: tuple[int, int]) -> Span:
    return Span(bounds[2 * words[0]], bounds[2 * words[1] - 1])
