"""Profiles of reports as bytes, and back: numbers alone, since an outline has the terms that they weigh."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from onrecord.link.likeness import Profile

if TYPE_CHECKING:
    from onrecord.link.outline import Outline

_WEIGHT, _PHRASE = np.dtype("<f8"), np.dtype("<i8")


def encode_profile(found: Outline, profile: Profile) -> bytes:
    """Return the profile of a report, of which this is the outline, as bytes."""
    kinds = (profile.words, profile.names, profile.numbers)
    weights = [
        profile.crowd,
        *(kind[term] for kind, terms in zip(kinds, _kinds(found), strict=True) for term in terms),
    ]
    phrases = np.array(sorted(profile.phrases), _PHRASE)
    return np.array(weights, _WEIGHT).tobytes() + phrases.tobytes()


def decode_profile(found: Outline, value: bytes) -> Profile:
    """Return the profile that these bytes hold.

    Raises:
        ValueError: when they are too few.
    """
    words, names, numbers = _kinds(found)
    bounds = [1]
    for kind in (words, names, numbers):
        bounds.append(bounds[-1] + len(kind))
    weights: list[float] = np.frombuffer(value, _WEIGHT, bounds[-1]).tolist()
    phrases: list[int] = np.frombuffer(value, _PHRASE, offset=bounds[-1] * _WEIGHT.itemsize).tolist()
    return Profile(
        words=dict(zip(words, weights[1 : bounds[1]], strict=True)),
        names=dict(zip(names, weights[bounds[1] : bounds[2]], strict=True)),
        numbers=dict(zip(numbers, weights[bounds[2] :], strict=True)),
        phrases=frozenset(phrases),
        crowd=weights[0],
    )


def _kinds(found: Outline) -> tuple[list[str], list[str], list[str]]:
    """Return the words of an outline, its names and its numbers, in the order in which a profile weighs them."""
    words = [term for term in found.terms if not term.startswith("#")]
    names = [term for term in found.terms if term in found.names]
    return words, names, [term for term in found.terms if term.startswith("#")]
