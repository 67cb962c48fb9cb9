"""Which reports a new correction concerns, and what to tell of those that hold to nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.model.correction import CorrectionKind
from onrecord.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.model.correction import Correction, Orphan

ORPHAN: Final = "correct.orphan"
"""The code of a problem that tells of an orphan."""


def find_touched(log: Sequence[Correction], new: Sequence[Correction]) -> frozenset[str]:
    """Return the ids of the reports that must be read again before `new` corrections go on top of `log`.

    They are those that it names; of one that takes another back, those that the other named.
    """
    by_id = {correction.id: correction for correction in (*log, *new)}
    meant = [
        by_id.get(correction.undoes or "") if correction.kind is CorrectionKind.UNDO else correction
        for correction in new
    ]
    return frozenset(anchor.report_id for correction in meant if correction for anchor in correction.anchors)


def find_lost(log: Iterable[Correction], problems: Iterable[Problem]) -> frozenset[str]:
    """Return the ids of the corrections that hold to nothing, as the problems of their record tell."""
    messages = [one.message for one in problems if one.code == ORPHAN]
    return frozenset(one.id for one in log if any(one.id in message for message in messages))


def tell_orphans(orphans: Iterable[Orphan]) -> tuple[Problem, ...]:
    """Return a problem for each correction that holds to nothing; it stays in the log, and holds again if its words return."""
    return tuple(
        Problem(
            code=ORPHAN,
            message=f"correction {orphan.correction.id} ({orphan.correction.kind}) holds to nothing: {orphan.why}",
        )
        for orphan in orphans
    )
