"""Text that two reports share word for word, and how much of it is evidence of copying.

Speech alone is no evidence: two reporters at one press conference write down the same words. Where the words around it are
the same too, each of those vouches for one of the speech. A copied passage is shown whole, with the quotations in it.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import compress
from typing import TYPE_CHECKING

from onrecord.link.copies.own_words import MARKED, OWN
from onrecord.text.word_numbers import is_figure

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

RUN_WORDS = 3
"""Words in a row that are looked for on both sides: where one word in seven is changed, most such runs are left."""

SHORTEST_PASSAGE = 12
"""Words of a passage: shorter runs recur by chance or by habit."""

_SHORTEST_PART = 4
"""Words of a passage on one side of a byline that are worth showing."""

_EDITED = 8
"""A passage goes on over so many changed words on either side."""

_LOOK_BACK = 6
"""A passage goes on past so many runs that stand elsewhere in the other report: "of the city" recurs anywhere."""

Block = tuple[int, int, int]
"""Where equal words start on both sides, and how many they are."""

Words = tuple[int, int]
"""A half-open range of words."""


@dataclass(frozen=True, slots=True)
class SharedRun:
    """A passage that two wordings share: half-open word ranges on both sides, and how many words match.

    `own_words` are those of them that the reporters give as their own, `other_words` speech and stock words. `blocks` are
    the stretches without a change, in order.
    """

    first: Words
    second: Words
    own_words: int
    other_words: int
    blocks: tuple[Block, ...]

    @property
    def unbroken(self) -> int:
        """How many words the longest stretch without a change has."""
        return max(length for _, _, length in self.blocks)

    @property
    def worth(self) -> int:
        """How many words of evidence the passage is."""
        return weigh(self.own_words, self.other_words)


def weigh(own: int, others: int) -> int:
    """Return what so many words are worth as evidence: speech counts where the reporter's own words vouch for it.

    >>> weigh(4, 60), weigh(30, 20)
    (8, 50)
    """
    return own + min(own, others)


@dataclass(frozen=True, slots=True)
class Side:
    """A wording on one side of a comparison: its words, what each is, and its runs of three words, one a start."""

    words: list[int]
    kinds: list[int]
    runs: list[int]

    def worth(self) -> int:
        """How many words of evidence the whole wording is."""
        own = self.kinds.count(OWN)
        return weigh(own, len(self.kinds) - own)


Places = dict[int, int]
"""Where each run of a wording starts first."""


def find_places(side: Side) -> Places:
    """Return the word index at which each run of a wording starts first."""
    return dict(zip(reversed(side.runs), range(len(side.runs) - 1, -1, -1), strict=True))


def find_shared_runs(first: Side, second: Side, places: Places) -> list[SharedRun]:
    """Find the passages of at least 12 words that two wordings share, small edits allowed.

    Args:
        first: one wording.
        second: the other.
        places: where the runs of `first` start.

    Returns:
        Runs in the order of the second wording.
    """
    blocks: list[Block] = []
    taken = bytearray(len(first.words))
    done = 0
    for index in compress(range(len(second.runs)), map(places.__contains__, second.runs)):
        start = places[second.runs[index]]
        if index < done or taken[start]:
            continue
        length = _extend(first, second, (start, index), taken)
        blocks.append((start, index, length))
        taken[start : start + length] = b"\1" * length
        done = index + length
    return [
        _measure(first, second, group)
        for group in _join_blocks(first, second, blocks)
        if group[-1][1] + group[-1][2] - group[0][1] >= SHORTEST_PASSAGE
    ]


def _extend(first: Side, second: Side, start: tuple[int, int], taken: bytearray) -> int:
    a, b = start
    last = min(len(first.words) - a, len(second.words) - b) + b
    while b < last and first.words[a] == second.words[b] and not taken[a]:
        a, b = a + 1, b + 1
    return b - start[1]


def _join_blocks(first: Side, second: Side, blocks: Sequence[Block]) -> list[list[Block]]:
    """Join exact blocks that only a few changed words keep apart, and no changed figure.

    What repeats with other figures is a form that is filled in anew: "the ferry carried 812 passengers in May" and "the
    ferry carried 640 passengers in June".
    """
    groups: list[list[Block]] = []
    for block in blocks:
        for group in reversed(groups[-_LOOK_BACK:]):
            if _continues(first, second, group[-1], block):
                group.append(block)
                break
        else:
            groups.append([block])
    return groups


def _continues(first: Side, second: Side, last: Block, block: Block) -> bool:
    a, b, length = last
    gaps = block[0] - a - length, block[1] - b - length
    if not (0 <= gaps[0] <= _EDITED and 0 <= gaps[1] <= _EDITED):
        return False
    return not _differ_in_figures(first.words[a + length : block[0]], second.words[b + length : block[1]])


def _differ_in_figures(left: Sequence[int], right: Sequence[int]) -> bool:
    figures = ({word for word in left if is_figure(word)}, {word for word in right if is_figure(word)})
    return bool(figures[0] and figures[1]) and figures[0].isdisjoint(figures[1])


_OWN_ON_BOTH = frozenset({(OWN, OWN), (OWN, MARKED), (MARKED, OWN)})
"""What a word must be on both sides to be the reporters' own: marks get lost, so that a quotation has them on both."""


def _measure(first: Side, second: Side, group: Sequence[Block]) -> SharedRun:
    """Count the words that match in a group of blocks, those between the blocks too."""
    kinds: list[tuple[int, int]] = []
    at_first, at_second = group[0][0], group[0][1]
    for a, b, length in group:
        kinds += _match_gap(first, second, (at_first, a), (at_second, b))
        at_first, at_second = a + length, b + length
        kinds += zip(first.kinds[a:at_first], second.kinds[b:at_second], strict=True)
    own = sum(map(_OWN_ON_BOTH.__contains__, kinds))
    return SharedRun(
        (group[0][0], at_first),
        (group[0][1], at_second),
        own,
        len(kinds) - own,
        tuple(group),
    )


def _match_gap(
    first: Side, second: Side, left: tuple[int, int], right: tuple[int, int]
) -> Iterator[tuple[int, int]]:
    """Match equal words between two blocks, each with the next that is left of the other side; give what both are."""
    at = right[0]
    for a in range(*left):
        for b in range(at, right[1]):
            if first.words[a] == second.words[b]:
                yield first.kinds[a], second.kinds[b]
                at = b + 1
                break


def split_run(run: SharedRun, breaks: tuple[Sequence[int], Sequence[int]]) -> list[tuple[Words, Words]]:
    """Cut a passage where either side has something else between its words: a byline, a picture's caption.

    Args:
        run: a passage.
        breaks: the words that start anew after something else, on both sides, rising.

    Returns:
        The parts in order, as ranges of words on both sides.
    """
    parts: list[tuple[Words, Words]] = []
    before: tuple[int, int] | None = None
    for a, b, length in run.blocks:
        cuts = {at - a for at in breaks[0] if a < at < a + length}
        cuts |= {at - b for at in breaks[1] if b < at < b + length}
        ends = [*sorted(cuts), length]
        for start, end in zip([0, *ends], ends, strict=False):
            place = bisect_right(breaks[0], a + start), bisect_right(breaks[1], b + start)
            if parts and place == before:
                parts[-1] = ((parts[-1][0][0], a + end), (parts[-1][1][0], b + end))
            else:
                parts.append(((a + start, a + end), (b + start, b + end)))
            before = place
    return [part for part in parts if part[1][1] - part[1][0] >= _SHORTEST_PART]
