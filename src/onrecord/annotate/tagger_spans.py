"""Where content, cues and sources begin and end, from the chances of single pieces."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

    from onrecord.annotate.tagger_links import Run
    from onrecord.annotate.tagger_windows import Floats

EVEN: Final = 0.5
"""The chance of "inside" at which, as trained, staying in content and staying out of it cost the same."""
_EDGE: Final = 1.0
"""How much the chances of begin and end weigh beside that of inside."""
_BEGINS: Final = 0.5
_IMPOSSIBLE: Final = -1e9


def content_runs(chances: Floats, *, even: float = EVEN) -> list[Run]:
    """Return the likeliest runs of content, given the chances (n, 3) of begin, inside and end.

    `even` is the chance of "inside" at which staying in and staying out cost the same: below `EVEN` more and longer runs.
    A Viterbi search over two states, outside and inside, where a run may follow another without a gap.
    """
    if not len(chances):
        return []
    clipped = np.clip(chances, 1e-4, 1 - 1e-4)
    yes, no = np.log(clipped), np.log(1 - clipped)
    bias = math.log((1 - even) / even)
    out = (no[:, 1] + _EDGE * (no[:, 0] + no[:, 2])).tolist()
    stay = (yes[:, 1] + bias + _EDGE * no[:, 0]).tolist()
    begin = (yes[:, 1] + bias + _EDGE * yes[:, 0]).tolist()
    close = [0.0, *(_EDGE * yes[:, 2]).tolist()]
    onward = [0.0, *(_EDGE * no[:, 2]).tolist()]
    outside, inside = 0.0, _IMPOSSIBLE
    was_closed: list[bool] = []  # at each piece: the best way here from a run that ended right before it
    went_on: list[bool] = []  # at each piece inside: the best way here goes on with the run before it
    for at in range(len(out)):
        closed = inside + close[at]
        was_closed.append(closed > outside)
        before = max(closed, outside)
        on, new = inside + onward[at] + stay[at], before + begin[at]
        went_on.append(on >= new)
        outside, inside = before + out[at], max(on, new)
    is_inside = inside + close[-1] > outside
    runs: list[Run] = []
    end = len(out)
    for at in range(len(out) - 1, -1, -1):
        if not is_inside:
            is_inside, end = was_closed[at], at
        elif not went_on[at]:
            runs.append((at, end))
            is_inside, end = was_closed[at], at
    return runs[::-1]


def sure_runs(chances: Floats, empty: npt.NDArray[np.bool_], *, sure: float, near: float) -> list[Run]:
    """Return the runs of pieces whose chance of inside is at least `near` and somewhere at least `sure`.

    `chances` are (n, 3): begin, inside, end. A run is cut where a begin is likelier than not, and never holds an
    `empty` piece (n,).
    """
    wanted = np.flatnonzero((chances[:, 1] >= min(near, sure)) & ~empty).tolist()
    runs: list[list[int]] = []
    for at in wanted:
        if runs and runs[-1][-1] == at - 1 and chances[at, 0] < _BEGINS:
            runs[-1].append(at)
        else:
            runs.append([at])
    return [(run[0], run[-1] + 1) for run in runs if float(chances[run[0] : run[-1] + 1, 1].max()) >= sure]
