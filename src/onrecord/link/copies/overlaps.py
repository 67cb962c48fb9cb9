"""Which wordings share runs of words: one sorted list of all runs of a pile, in bulk.

Runs that few wordings hold pair all of them. Members of long lists meet their next neighbours only, in the order of their
ids, so that work grows with the pile and not with its square; the copies of one dispatch still form a chain.

What many reports hold that are otherwise unlike each other is nobody's copy: the notice under every article, a sentence of
background that an outlet prints each time. Such stock words are told by the runs themselves: the reports that hold one share
little else.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from onrecord.text.word_numbers import number_runs

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

_SHORT_LIST = 24
"""Lists up to this long are paired off in full."""

_NEIGHBOURS = 4
"""In longer lists each member meets this many that follow it."""

_STOCK_LIST = 8
"""Reports that hold the same run from which it may be a stock one."""

_ALIKE, _ALIKE_RUNS, _MOSTLY = 0.2, 40, 0.5
"""Two that hold a run are alike in the rest too where they share a fifth of the shorter one's runs and at least so many, which
is more than a notice, or half of them."""

_MOST_BITS = 24
"""Of the number of a run, to be counted by: a table of sixteen million at most."""

_FEWEST_COVERED, _COVERED = 5, 0.12
"""Pairs are worth comparing whose shared runs cover so many words, and so much of the shorter wording."""

_LONG_COVERED, _UNBROKEN = 14, 9
"""Other pairs are where they cover so many words, so many of them without a break."""


@dataclass(frozen=True, slots=True, eq=False)
class Runs:
    """The runs of a pile that more than one wording holds, sorted by number, then wording: arrays of one shape.

    `lists` numbers the list each belongs to, `holders` tells which wording holds it, `places` where in the pile's words.
    """

    lists: npt.NDArray[np.int64]
    holders: npt.NDArray[np.int64]
    places: npt.NDArray[np.int64]

    def sizes(self) -> npt.NDArray[np.int64]:
        """Return how long each list is, by its number."""
        return np.bincount(self.lists)


def find_shared(
    numbers: npt.NDArray[np.uint64],
    own: npt.NDArray[np.bool_],
    holders: npt.NDArray[np.int64],
    size: int,
) -> Runs:
    """Find the runs of `size` words that several wordings hold, most of whose words are the reporter's own.

    Args:
        numbers: of all words of the pile, wording by wording, shape (n,).
        own: which of them are the reporters' own, shape (n,).
        holders: which wording each belongs to, rising, shape (n,).
        size: words of a run.
    """
    runs = number_runs(numbers, size)
    if not len(runs):
        empty = np.zeros(0, dtype=np.int64)
        return Runs(empty, empty, empty)
    told = np.concatenate([[0], np.cumsum(own)])
    whole = (holders[: len(runs)] == holders[size - 1 :]) & (2 * (told[size:] - told[:-size]) > size)
    places = np.nonzero(whole & _may_recur(runs))[0]
    places = places[np.argsort(runs[places], kind="stable")]
    return _keep_shared(runs[places], holders[places], places)


def _may_recur(runs: npt.NDArray[np.uint64]) -> npt.NDArray[np.bool_]:
    """Tell which runs may recur: those whose leading bits another has too. It spares sorting most of those that do not."""
    bits = min(_MOST_BITS, len(runs).bit_length() + 1)
    leading = (runs >> np.uint64(64 - bits)).astype(np.int64)
    return (np.bincount(leading, minlength=1 << bits) > 1)[leading]


def _keep_shared(
    runs: npt.NDArray[np.uint64], holders: npt.NDArray[np.int64], places: npt.NDArray[np.int64]
) -> Runs:
    """Drop what a wording holds again, then what only one holds."""
    same = np.zeros(len(runs) + 1, dtype=np.bool_)
    same[1:-1] = runs[1:] == runs[:-1]
    again = same[:-1].copy()
    again[1:] &= holders[1:] == holders[:-1]
    runs, holders, places = runs[~again], holders[~again], places[~again]
    same = np.zeros(len(runs) + 1, dtype=np.bool_)
    same[1:-1] = runs[1:] == runs[:-1]
    shared = same[:-1] | same[1:]
    return Runs(np.cumsum(~same[:-1][shared]) - 1, holders[shared], places[shared])


@dataclass(frozen=True, slots=True, eq=False)
class Meetings:
    """Each time that a run brings two wordings together, arrays of one shape.

    `keys` are ``first * total + second``, `rows` tells the first's place among the shared runs.
    """

    keys: npt.NDArray[np.int64]
    rows: npt.NDArray[np.int64]


def find_meetings(runs: Runs, total: int) -> Meetings:
    """Let the wordings that hold the same runs meet.

    Args:
        runs: the shared runs of the pile.
        total: how many wordings there are.
    """
    sizes = runs.sizes()[runs.lists] if len(runs.lists) else runs.lists
    keys: list[npt.NDArray[np.int64]] = []
    rows: list[npt.NDArray[np.int64]] = []
    for step in range(1, _SHORT_LIST):
        reach = runs.lists[step:] == runs.lists[:-step]
        if step > _NEIGHBOURS:
            reach &= sizes[step:] <= _SHORT_LIST
        met = np.nonzero(reach)[0]
        if not len(met):
            break
        keys.append(runs.holders[met] * total + runs.holders[met + step])
        rows.append(met)
    if not keys:
        empty = np.zeros(0, dtype=np.int64)
        return Meetings(empty, empty)
    return Meetings(np.concatenate(keys), np.concatenate(rows))


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """Pairs of wordings that share runs, arrays of one shape, sorted by `keys`, which are ``first * total + second``.

    `covered` tells how many words of the first the runs cover that it shares with the second, `unbroken` how many words the
    longest stretch of them has.
    """

    keys: npt.NDArray[np.int64]
    covered: npt.NDArray[np.int64]
    unbroken: npt.NDArray[np.int64]


def measure_pairs(
    keys: npt.NDArray[np.int64], places: npt.NDArray[np.int64], lengths: npt.NDArray[np.int64], size: int
) -> Pairs:
    """Sum up over each pair where its runs start in the first wording.

    Args:
        keys: of each meeting, ``first * total + second``.
        places: where in the pile's words its run starts, of the first's words; in the shape of `keys`.
        lengths: how many words each wording has, shape (total,).
        size: words of a run.
    """
    if not len(keys):
        return Pairs(keys, keys, keys)
    # One number for pair and place sorts many times faster than the two of them side by side.
    longest = int(lengths.max())
    begins = np.concatenate([[0], np.cumsum(lengths[:-1])])
    both = np.sort(keys * longest + (places - begins[keys // len(lengths)]))
    keys, places = both // longest, both % longest
    anew = np.concatenate([[True], keys[1:] != keys[:-1]])
    starts = np.nonzero(anew)[0]
    steps = np.concatenate([[size], np.diff(places)])
    steps[starts] = size
    breaks = np.nonzero((steps != 1) | anew)[0]
    stretches = np.diff(np.append(breaks, len(keys))) + size - 1
    return Pairs(
        keys[starts],
        np.add.reduceat(np.minimum(steps, size), starts),
        np.maximum.reduceat(stretches, np.searchsorted(breaks, starts)),
    )


def find_stock(runs: Runs, meetings: Meetings, lengths: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
    """Find the runs that many reports hold which are otherwise unlike each other.

    Args:
        runs: the shared runs of the pile.
        meetings: of the wordings that hold them.
        lengths: how many words each wording has, shape (wordings,).

    Returns:
        Which of `runs` are stock, in their shape.
    """
    sizes = runs.sizes()
    next_to = np.nonzero((runs.lists[1:] == runs.lists[:-1]) & (sizes[runs.lists[1:]] >= _STOCK_LIST))[0]
    first, second = runs.holders[next_to], runs.holders[next_to + 1]
    keys: npt.NDArray[np.int64]
    keys, pair_of = np.unique(first * len(lengths) + second, return_inverse=True)
    met = np.sort(meetings.keys)
    starts, ends = (np.searchsorted(met, keys, side) for side in ("left", "right"))
    shared = (ends - starts)[pair_of]
    shorter = np.minimum(lengths[first], lengths[second])
    alike = (shared >= np.maximum(_ALIKE_RUNS, _ALIKE * shorter)) | (shared >= _MOSTLY * shorter)
    alike_in = np.bincount(runs.lists[next_to], weights=alike, minlength=len(sizes))
    return ((sizes >= _STOCK_LIST) & (2 * alike_in < sizes - 1))[runs.lists]


def find_alike(
    numbers: Sequence[npt.NDArray[np.uint64]], own: Sequence[npt.NDArray[np.bool_]], *, size: int
) -> tuple[list[tuple[int, int]], npt.NDArray[np.bool_]]:
    """Find the pairs of wordings that share runs of words, and the words that are stock.

    Args:
        numbers: of the words of each wording.
        own: which of them are the reporter's own.
        size: words of a run.

    Returns:
        Pairs of indices, rising; and which words of the pile, wording by wording, are stock.
    """
    lengths = np.array([len(words) for words in numbers], dtype=np.int64)
    total = len(numbers)
    holders = np.repeat(np.arange(total, dtype=np.int64), lengths)
    runs = find_shared(np.concatenate(numbers), np.concatenate(own), holders, size)
    meetings = find_meetings(runs, total)
    stock = find_stock(runs, meetings, lengths)
    stock_words = np.zeros(len(holders) + size, dtype=np.bool_)
    for offset in range(size):
        stock_words[runs.places[stock] + offset] = True
    telling = ~stock[meetings.rows]
    pairs = measure_pairs(meetings.keys[telling], runs.places[meetings.rows[telling]], lengths, size)
    first, second = pairs.keys // total, pairs.keys % total
    shorter = np.minimum(lengths[first], lengths[second])
    near = pairs.covered >= np.maximum(_FEWEST_COVERED, _COVERED * shorter)
    worth = near | ((pairs.covered >= _LONG_COVERED) & (pairs.unbroken >= _UNBROKEN))
    found = zip(first[worth].tolist(), second[worth].tolist(), strict=True)
    return list(found), stock_words[: len(holders)]
