"""The cosines of one report's profile with those of many others at once: exactly what `onrecord.link.likeness.cosine` gives.

A report that is new changes the profiles of all it is near, and each of these is set against all its neighbours: that is
most of what adding a report to a large pile costs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from onrecord.link.held_terms import HeldTerms
    from onrecord.link.likeness import Profile

_KINDS = 3
"""Words, names and numbers are compared apart."""

_ROOM = 1 << 14
"""Terms that there is room for at first; room doubles when it is short."""


class ProfileArrays:
    """Profiles as arrays: of each its terms, numbered with their kind, and their weights, in the order of the profile."""

    def __init__(self, held_terms: HeldTerms) -> None:
        self._held_terms = held_terms
        self._arrays: dict[str, _Terms] = {}
        self._places: npt.NDArray[np.int64] = np.full(_ROOM, -1, np.int64)

    def relate(
        self, key: str, profile: Profile, others: Sequence[str], profiles: Sequence[Profile]
    ) -> list[tuple[float, float, float]]:
        """Return the cosines of the words, names and numbers of a report with those of each of several others.

        Args:
            key: the id of the report.
            profile: of it.
            others: the ids of the others.
            profiles: of these, in the same order.
        """
        if not others:
            return []
        own = self._terms_of(key, profile)
        several = [self._terms_of(other, one) for other, one in zip(others, profiles, strict=True)]
        terms = np.concatenate([one.terms for one in several])
        weights = np.concatenate([one.weights for one in several])
        owners = np.repeat(np.arange(len(several)), [len(one.terms) for one in several])
        places = self._room()
        places[own.terms] = np.arange(len(own.terms))
        hits = places[terms]
        places[own.terms] = -1
        shared = np.nonzero(hits >= 0)[0]
        hits = hits[shared]
        cells = _KINDS * owners[shared] + terms[shared] % _KINDS
        # Numbers add up in the order of the shorter of two, the smaller id's where they are as long: as one by one.
        counts = np.array([one.counts for one in several])
        leads = np.array([key < other for other in others])[:, None]
        by_own = ((own.counts < counts) | ((own.counts == counts) & leads)).ravel()
        order = np.lexsort((np.where(by_own[cells], hits, shared), cells))
        products = own.weights[hits] * weights[shared]
        sums = np.zeros(_KINDS * len(several))
        np.add.at(sums, cells[order], products[order])
        rows: list[list[float]] = sums.reshape(-1, _KINDS).tolist()
        return [(words, names, numbers) for words, names, numbers in rows]

    def _terms_of(self, key: str, profile: Profile) -> _Terms:
        known = self._arrays.get(key)
        if known is None or known.profile is not profile:
            known = self._arrays[key] = _Terms(profile, self._held_terms)
        return known

    def _room(self) -> npt.NDArray[np.int64]:
        needed = _KINDS * self._held_terms.size
        if needed > len(self._places):
            self._places = np.full(2 * needed, -1, np.int64)
        return self._places


class _Terms:
    """One profile as arrays: numbered `terms`, their `weights`, and how many there are of each kind."""

    __slots__ = ("counts", "profile", "terms", "weights")

    def __init__(self, profile: Profile, held_terms: HeldTerms) -> None:
        kinds = (profile.words, profile.names, profile.numbers)
        self.profile = profile
        self.counts = np.array([len(kind) for kind in kinds])
        self.terms = np.array(
            [
                _KINDS * number + place
                for place, kind in enumerate(kinds)
                for number in held_terms.number_terms(kind)
            ],
            np.int64,
        )
        self.weights = np.array([weight for kind in kinds for weight in kind.values()], np.float64)
