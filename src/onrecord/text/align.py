"""Two wordings side by side: what is the same, replaced, added and dropped, fit for a person to read.

Clauses are aligned first, then the words inside each pair of clauses; a raw word diff of two translations gives
dozens of fragments that nobody can read. Case, marks and articles are ignored, but not signs that say something
(`onrecord.text.signs`); what stands in square brackets (a narrator's insertion) is passed over, and edits less than three
words apart are one edit. Where it is known which words render each other ("quay" and "pier"), they stand opposite each other.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from onrecord.model.span import Span
from onrecord.text.sequence import Pair, align_items
from onrecord.text.signs import find_signs
from onrecord.text.tokens import find_word_parts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from onrecord.text.tokens import Word

    Linker = Callable[[Sequence[str], Sequence[str]], frozenset[Pair] | None]

_ARTICLES = frozenset({"a", "an", "the"})
_CLAUSE_END = re.compile(r"[.;:!?,—–…](?=[\s”’\"')\]]|$)")
_BRACKETED = re.compile(r"\[[^\[\]]{0,400}\]")

_APART = 3
"""Fewer unchanged words than this between two edits make them one."""

_CLAUSES_ALIKE = 0.3
"""Share of words (Dice) from which two clauses are worth comparing word by word."""

_MOST_CLAUSES = 400
"""Beyond this many clauses the words are aligned directly: nobody reads such a difference."""


_start = attrgetter("start")


class Step(StrEnum):
    """What happened to a piece of the first text on the way to the second."""

    SAME = "same"
    REPLACED = "replaced"
    ADDED = "added"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of both texts. The pieces of an alignment, one after another, give each text exactly.

    ``SAME`` pieces may differ in case, marks, articles and brackets. `words` are the half-open spans of the words
    proper on both sides, None where a side has none; `left` and `right` also hold the marks between.
    """

    step: Step
    left: Span
    right: Span
    words: tuple[Span | None, Span | None]


class _Part(NamedTuple):
    """A word. Words with one `sense` may stand opposite each other; those with one `key` are the same."""

    key: str
    start: int
    end: int
    clause: int
    sense: str


class _Edit(NamedTuple):
    """Half-open index ranges of the parts on both sides, and whether they are the same."""

    same: bool
    left: tuple[int, int]
    right: tuple[int, int]


def align(left: str, right: str, link: Linker | None = None) -> tuple[Piece, ...]:
    """Align two texts.

    Args:
        left: the first text.
        right: the second.
        link: tells which words of two wordings render each other, by index; None where they are too long to tell.

    Returns:
        Pieces in order; their `left` spans join to the whole of `left`, their `right` spans to `right`.

    >>> [piece.step.value for piece in align("The old quay is shut.", "An old quay is closed for good.")]
    ['same', 'replaced']
    """
    left_parts, right_parts = _parts(left), _parts(right)
    if link is not None and not _is_stretch(left_parts, right_parts):
        right_parts = _face(left_parts, right_parts, link)
    matches = _match(left_parts, right_parts)
    edits = _merge(_edits(matches, left_parts, right_parts))
    return tuple(_pieces(edits, left_parts, right_parts, (len(left), len(right))))


def _parts(text: str) -> list[_Part]:
    hidden = [match.span() for match in _BRACKETED.finditer(text)]
    ends = [match.end() for match in _CLAUSE_END.finditer(text)]
    parts: list[_Part] = []
    clause = bracket = 0
    signs = list(find_signs(text))
    words = [word for word in find_word_parts(text) if not any(_overlap(word, sign) for sign in signs)]
    for word in sorted([*words, *signs], key=_start) if signs else words:
        while clause < len(ends) and ends[clause] <= word.start:
            clause += 1
        while bracket < len(hidden) and hidden[bracket][1] <= word.start:
            bracket += 1
        inserted = bracket < len(hidden) and hidden[bracket][0] <= word.start
        if word.key not in _ARTICLES and not inserted:
            parts.append(_Part(word.key, word.start, word.end, clause, word.key))
    return parts


def _overlap(word: Word, sign: Word) -> bool:
    return word.start < sign.end and sign.start < word.end


def _is_stretch(left: Sequence[_Part], right: Sequence[_Part]) -> bool:
    """Tell whether one text is a stretch of the other, word for word: its words then face none but themselves."""
    keys = ("\n".join(["", *(part.key for part in parts), ""]) for parts in (left, right))
    few, many = sorted(keys, key=len)
    return few in many


def _face(left: Sequence[_Part], right: Sequence[_Part], link: Linker) -> list[_Part]:
    """Give each word on the right that renders one other word on the left, and no more, the sense of that word."""
    links = link([part.key for part in left], [part.key for part in right]) or frozenset()
    from_left, from_right = (Counter(pair[side] for pair in links) for side in (0, 1))
    faced = {b: left[a].key for a, b in links if from_left[a] == from_right[b] == 1}
    return [part._replace(sense=faced.get(place, part.key)) for place, part in enumerate(right)]


def _match(left: Sequence[_Part], right: Sequence[_Part]) -> list[Pair]:
    """Return the index pairs of words that are the same, in order on both sides."""
    left_clauses, right_clauses = _clauses(left), _clauses(right)
    if max(len(left_clauses), len(right_clauses)) > _MOST_CLAUSES:
        return _match_words(left, right, (0, len(left)), (0, len(right)))
    clause_pairs = align_items(
        [frozenset(part.sense for part in left[slice(*clause)]) for clause in left_clauses],
        [frozenset(part.sense for part in right[slice(*clause)]) for clause in right_clauses],
        _clause_likeness,
    )
    matches: list[Pair] = []
    left_from = right_from = 0
    for a, b in [*clause_pairs[1:], (len(left_clauses), len(right_clauses))]:
        # A block is a pair of clauses with what follows unpaired: commas do not always fall alike.
        left_to = left_clauses[a][0] if a < len(left_clauses) else len(left)
        right_to = right_clauses[b][0] if b < len(right_clauses) else len(right)
        matches += _match_words(left, right, (left_from, left_to), (right_from, right_to))
        left_from, right_from = left_to, right_to
    return _fill_gaps(matches, left, right)


def _fill_gaps(matches: Sequence[Pair], left: Sequence[_Part], right: Sequence[_Part]) -> list[Pair]:
    """Match what the bounds of two blocks kept apart: "this war, does not …" with "this war does not …"."""
    filled: list[Pair] = []
    left_done = right_done = 0
    for a, b in [*matches, (len(left), len(right))]:
        filled += _match_words(left, right, (left_done, a), (right_done, b))
        if a < len(left):
            filled.append((a, b))
        left_done, right_done = a + 1, b + 1
    return filled


def _clauses(parts: Sequence[_Part]) -> list[tuple[int, int]]:
    starts = [i for i, part in enumerate(parts) if not i or part.clause != parts[i - 1].clause]
    return list(pairwise([*starts, len(parts)]))


def _clause_likeness(left: frozenset[str], right: frozenset[str]) -> float:
    likeness = 2 * len(left & right) / (len(left) + len(right))
    return likeness * (len(left) + len(right)) if likeness >= _CLAUSES_ALIKE else 0.0


def _match_words(
    left: Sequence[_Part], right: Sequence[_Part], left_range: tuple[int, int], right_range: tuple[int, int]
) -> list[Pair]:
    pairs = align_items(
        [part.sense for part in left[slice(*left_range)]],
        [part.sense for part in right[slice(*right_range)]],
        _word_likeness,
    )
    return [(left_range[0] + a, right_range[0] + b) for a, b in pairs]


def _word_likeness(left: str, right: str) -> float:
    """Prefer to keep long words in place: short ones are function words that recur by chance."""
    return 1.0 + min(len(left), 8) / 4 if left == right else 0.0


def _edits(matches: Sequence[Pair], left: Sequence[_Part], right: Sequence[_Part]) -> list[_Edit]:
    """Turn index pairs into runs: same words, and what stands between them."""
    left_count, right_count = len(left), len(right)
    edits: list[_Edit] = []
    left_done = right_done = 0
    for a, b in [*matches, (left_count, right_count)]:
        if a > left_done or b > right_done:
            edits.append(_Edit(same=False, left=(left_done, a), right=(right_done, b)))
        if a < left_count and left[a].key != right[b].key:
            edits.append(_Edit(same=False, left=(a, a + 1), right=(b, b + 1)))
        elif a < left_count:
            if edits and edits[-1].same:
                last = edits.pop()
                edits.append(_Edit(same=True, left=(last.left[0], a + 1), right=(last.right[0], b + 1)))
            else:
                edits.append(_Edit(same=True, left=(a, a + 1), right=(b, b + 1)))
        left_done, right_done = a + 1, b + 1
    return edits


def _merge(edits: Iterable[_Edit]) -> list[_Edit]:
    """Join edits that less than three unchanged words keep apart."""
    merged: list[_Edit] = []
    for edit in edits:
        if edit.same or not merged:
            merged.append(edit)
            continue
        crowded = merged[-1].same and merged[-1].left[1] - merged[-1].left[0] < _APART
        if crowded and len(merged) > 1:
            merged.pop()
        before = merged[-1]
        if before.same:
            merged.append(edit)
        else:
            merged[-1] = _Edit(
                same=False, left=(before.left[0], edit.left[1]), right=(before.right[0], edit.right[1])
            )
    return merged


def _pieces(
    edits: Sequence[_Edit], left: Sequence[_Part], right: Sequence[_Part], ends: tuple[int, int]
) -> Iterable[Piece]:
    """Cut both texts at the starts of the words that open an edit, so that nothing is lost between."""
    starts = (0, 0)
    if not edits:
        if max(ends):
            yield Piece(Step.SAME, Span(0, ends[0]), Span(0, ends[1]), (None, None))
        return
    for index, edit in enumerate(edits):
        following = edits[index + 1] if index + 1 < len(edits) else None
        stops = (
            _cut(left, following.left[0], ends[0]) if following else ends[0],
            _cut(right, following.right[0], ends[1]) if following else ends[1],
        )
        yield Piece(
            _step(edit),
            Span(starts[0], stops[0]),
            Span(starts[1], stops[1]),
            (_words(left, edit.left), _words(right, edit.right)),
        )
        starts = stops


def _cut(parts: Sequence[_Part], index: int, end: int) -> int:
    return parts[index].start if index < len(parts) else end


def _words(parts: Sequence[_Part], bounds: tuple[int, int]) -> Span | None:
    first, last = bounds
    return Span(parts[first].start, parts[last - 1].end) if first < last else None


def _step(edit: _Edit) -> Step:
    if edit.same:
        return Step.SAME
    if edit.left[0] == edit.left[1]:
        return Step.ADDED
    return Step.DROPPED if edit.right[0] == edit.right[1] else Step.REPLACED
