"""Find names that somebody typed nearly right: Velic for Velik, Fenimore for Fennimore.

Each word typed is compared with each word of each name: by its letters, by the key that its romanisations share
(`onrecord.text.script`), and, where letters differ otherwise, with the likeliest few by how far spellings of one name differ so
(`onrecord.text.spellings`). Candidates are those that share most pairs of neighbouring letters of their keys, after Zobel and
Dart, "Finding approximate matches in large lexicons" (Software: Practice and Experience 25(3), 1995). Short names are never near:
three letters must be the same ones.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from onrecord.model.found import Likeness
from onrecord.text.distance import edit_distance, spelling_similarity
from onrecord.text.script import fold_letters, romanisation_key
from onrecord.text.spellings import bare_letters, spelling_evidence

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

_WORD: Final = re.compile(r"[^\s\-–,.()\"“”]+")
_CANDIDATES, _COMPARED = 30, 12
"""Words of names that share most with a word, and how many of them are compared letter by letter."""
_NEAR: Final = 1.2
"""Likeness (from below 0 to 2) from which two words are near; chosen on the development half of the spelling pairs."""
_NEAR_SHORT: Final = 1.5
_SHORT: Final = 4
_SLIP: Final = 6
"""Letters of a word from which one that differs, or two that changed places, are taken for a slip."""
_BEHIND: Final = 0.3
"""How far behind the nearest another name may be and still be shown."""
_RANKS: Final = {likeness: place for place, likeness in enumerate(Likeness)}
_LONGEST: Final = 40
_MOST_PREFIXED: Final = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class NameMatch:
    """A name that fits: `place` among those given, where its words stand in it, and how well it fits (up to 2 for each word)."""

    place: int
    ranges: tuple[tuple[int, int], ...]
    likeness: Likeness
    score: float


def split_name(name: str) -> list[tuple[int, int]]:
    """Return where the words of `name` stand, half-open: hyphens part them, apostrophes do not.

    >>> split_name("Anne-Marie O'Dell")
    [(0, 4), (5, 10), (11, 17)]
    """
    return [match.span() for match in _WORD.finditer(name)]


def name_form(word: str) -> str:
    """Return the letters and digits of a word of a name, as they are compared.

    >>> name_form("O’Dell"), name_form("Šimonytė")
    ('odell', 'simonyte')
    """
    return "".join(char for char in fold_letters(word[: 2 * _LONGEST]) if char.isalnum())[:_LONGEST]


class NameIndex:
    """Names, to be found by words that somebody typed.

    Args:
        names: each as it is spelled; one may stand several times.
    """

    def __init__(self, names: Sequence[str]) -> None:
        self._bearers: defaultdict[str, list[tuple[int, int, int]]] = defaultdict(list)
        for place, name in enumerate(names):
            for start, end in split_name(name):
                if form := name_form(name[start:end]):
                    self._bearers[form].append((place, start, end))
        self._forms = sorted(self._bearers)
        self._keys = [romanisation_key(form) for form in self._forms]
        self._by_key: defaultdict[str, list[int]] = defaultdict(list)
        self._by_pair: defaultdict[str, list[int]] = defaultdict(list)
        self._pairs: list[int] = []
        for number, key in enumerate(self._keys):
            self._by_key[key].append(number)
            pairs = _pairs(key)
            self._pairs.append(len(pairs))
            for pair in pairs:
                self._by_pair[pair].append(number)

    def find(
        self, words: Sequence[str], *, begins: bool = False, near: Collection[int] | None = None
    ) -> list[NameMatch]:
        """Return the names that hold all of `words`, each as another word of the name, best first.

        Args:
            words: as typed; at least one.
            begins: whether the last may still go on.
            near: the places in `words` of those whose letters may differ in other ways than romanisations do; None for all.

        Returns:
            For names that fit equally well, in the order in which they were given.
        """
        fitting: dict[int, tuple[tuple[tuple[int, int], ...], int, float]] = {}
        for number, word in enumerate(words):
            found = self._find_word(
                name_form(word),
                begins=begins and number == len(words) - 1,
                near=near is None or number in near,
            )
            step: dict[int, tuple[tuple[tuple[int, int], ...], int, float]] = {}
            for form, (rank, score) in found.items():
                for place, start, end in self._bearers[form]:
                    ranges, worst, sum_ = fitting.get(place, ((), 0, 0.0)) if number else ((), 0, 0.0)
                    if (number and place not in fitting) or (start, end) in ranges:
                        continue
                    better = (max(worst, rank), -(sum_ + score))
                    if place not in step or better < (step[place][1], -step[place][2]):
                        step[place] = ((*ranges, (start, end)), max(worst, rank), sum_ + score)
            fitting = step
        likenesses = tuple(Likeness)
        matches = [
            NameMatch(
                place=place, ranges=tuple(sorted(ranges)), likeness=likenesses[worst], score=round(score, 3)
            )
            for place, (ranges, worst, score) in fitting.items()
        ]
        matches.sort(key=lambda match: (_RANKS[match.likeness], -match.score, match.place))
        return matches

    def _find_word(self, form: str, *, begins: bool, near: bool) -> dict[str, tuple[int, float]]:
        """Return the words of names that `form` may stand for, with the rank of their likeness and their score."""
        if not form:
            return {}
        found: dict[str, tuple[int, float]] = {}
        if form in self._bearers:
            found[form] = (_RANKS[Likeness.SAME], 2.0)
        if begins:
            for longer in self._starting(form):
                found.setdefault(longer, (_RANKS[Likeness.BEGINS], 1.0 + len(form) / len(longer)))
        key = romanisation_key(form)
        if len(form) >= _SHORT:
            for number in self._by_key.get(key, ()):
                likeness = 1.0 + spelling_similarity(form, self._forms[number])
                found.setdefault(self._forms[number], (_RANKS[Likeness.SPELLED], likeness))
        if near and len(form) >= _SHORT and not found:
            found = dict(self._find_near(form, key))
        return found

    def _starting(self, form: str) -> Iterable[str]:
        start = bisect_left(self._forms, form)
        for longer in self._forms[start : start + _MOST_PREFIXED]:
            if not longer.startswith(form):
                return
            if longer != form:
                yield longer

    def _find_near(self, form: str, key: str) -> list[tuple[str, tuple[int, float]]]:
        scored = [
            (_likeness(form, self._forms[number]), self._forms[number]) for number in self._closest(form, key)
        ]
        near = [(score, other) for score, other in scored if score >= _least(form, other)]
        best = max((score for score, _ in near), default=0.0)
        rank = _RANKS[Likeness.NEAR]
        return [(other, (rank, score)) for score, other in sorted(near) if score >= best - _BEHIND]

    def _closest(self, form: str, key: str) -> list[int]:
        """Return the words of names that are worth comparing letter by letter."""
        pairs = _pairs(key)
        shared: Counter[int] = Counter()
        for pair in pairs:
            shared.update(self._by_pair.get(pair, ()))
        ordered = sorted(shared, key=lambda one: (-2 * shared[one] / (len(pairs) + self._pairs[one]), one))
        closest = sorted(
            ordered[:_CANDIDATES],
            key=lambda one: (
                -spelling_similarity(key, self._keys[one]) - spelling_similarity(form, self._forms[one]),
                one,
            ),
        )
        return closest[:_COMPARED]


def _pairs(key: str) -> frozenset[str]:
    edged = f"^{key}$"
    return frozenset(edged[place : place + 2] for place in range(len(edged) - 1))


def _least(form: str, other: str) -> float:
    shorter = min(len(form), len(other))
    if shorter < _SHORT:
        return 3.0
    return _NEAR_SHORT if shorter == _SHORT else _NEAR


def _likeness(form: str, other: str) -> float:
    """Return how near two words are, up to 2: the share of the evidence for one name that their differences leave, and of letters."""
    if is_slip(form, other):
        return _NEAR_SHORT
    left, right = bare_letters(form), bare_letters(other)
    unchanged = (spelling_evidence(left, left) + spelling_evidence(right, right)) / 2
    evidence = spelling_evidence(left, right) / max(1.0, unchanged)
    return evidence + spelling_similarity(romanisation_key(form), romanisation_key(other))


def is_slip(first: str, second: str) -> bool:
    """Tell whether two long words differ by one slip of the hand behind their first letter.

    Two neighbouring letters changed places, or one is put in, left out, or put for another.

    >>> is_slip("melissandros", "melisasndros"), is_slip("melissandros", "melisandros"), is_slip("brain", "brian")
    (True, True, False)
    """
    if min(len(first), len(second)) < _SLIP or first[0] != second[0]:
        return False
    if edit_distance(first, second, at_most=1) == 1:
        return True
    if len(first) != len(second):
        return False
    differing = [
        place for place, (left, right) in enumerate(zip(first, second, strict=True)) if left != right
    ]
    if len(differing) != 2 or differing[1] != differing[0] + 1:  # noqa: PLR2004 - two neighbours
        return False
    return first[differing[0]] == second[differing[1]] and first[differing[1]] == second[differing[0]]
