"""Profiles of reports as bytes, and back: numbers alone, since an outline has the terms that they weigh."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from onrecord.link.events.profiles import Profile

if TYPE_CHECKING:
    from onrecord.link.events.held_terms import ReportArrays

_WEIGHT, _PHRASE = np.dtype("<f8"), np.dtype("<i8")


def encode_profile(profile: Profile) -> bytes:
    """Return a profile as bytes."""
    weights = np.concatenate([[profile.crowd], profile.weights]).astype(_WEIGHT, copy=False)
    return weights.tobytes() + profile.phrases.astype(_PHRASE, copy=False).tobytes()


def decode_profile(found: ReportArrays, value: bytes) -> Profile:
    """Return the profile of a report that these bytes hold.

    Raises:
        ValueError: when they are too few.
    """
    weights = np.frombuffer(value, _WEIGHT, 1 + len(found.cells))
    phrases = np.frombuffer(value, _PHRASE, offset=weights.nbytes)
    return Profile(found, weights[1:], phrases, float(weights[0]))
