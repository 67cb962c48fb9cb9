"""How often the program was wrong, as far as persons have said so."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from onrecord.correct.standing import find_standing
from onrecord.model.correction import CorrectionKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from onrecord.model.correction import Correction


def count_corrections(log: Iterable[Correction]) -> Mapping[str, int]:
    """Return how many standing corrections there are of each kind, in the order of the kinds; none are left out.

    ``looked-at`` counts the attributions that somebody accepted, rejected or gave another speaker.
    """
    standing = find_standing(log)
    counts = Counter(correction.kind for correction in standing)
    looked_at = {
        (correction.anchors[0].report_id, correction.anchors[0].spans)
        for correction in standing
        if correction.kind in {CorrectionKind.ACCEPT, CorrectionKind.NOT_SPEECH, CorrectionKind.SPEAKER}
    }
    kinds = {kind.value: counts[kind] for kind in CorrectionKind if kind is not CorrectionKind.UNDO}
    return {"looked-at": len(looked_at), **kinds}
