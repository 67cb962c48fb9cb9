from onrecord.correct.counting import count_corrections
from onrecord.model.correction import Correction, CorrectionKind
from support.corrected import one_of_each, quay_pile


def test_standing_corrections_are_counted_by_kind() -> None:
    each = one_of_each(*quay_pile())
    counts = count_corrections([*each, Correction(kind=CorrectionKind.UNDO, undoes=each[1].id)])
    assert counts["looked-at"] == 2
    assert (counts["accept"], counts["not-speech"], counts["copy"]) == (1, 0, 1)
    assert "undo" not in counts
