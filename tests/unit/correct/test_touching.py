from onrecord.correct.applying import apply_corrections
from onrecord.correct.touching import ORPHAN, find_touched, tell_orphans
from onrecord.model.correction import Correction, CorrectionKind
from support.corrected import anchor_of, one_of_each, quay_pile

FIRST, SECOND = quay_pile()


def test_the_reports_that_a_correction_names_are_touched() -> None:
    accept, _, _, names, *_ = one_of_each(FIRST, SECOND)
    assert find_touched((), [accept]) == {FIRST.report.id}
    assert find_touched((), [names]) == frozenset()


def test_taking_back_touches_what_was_named_before() -> None:
    accept = Correction(kind=CorrectionKind.ACCEPT, anchors=(anchor_of(SECOND),))
    undo = Correction(kind=CorrectionKind.UNDO, undoes=accept.id)
    assert find_touched([accept], [undo]) == {SECOND.report.id}
    assert find_touched([], [undo]) == frozenset()


def test_an_orphan_is_told_with_its_reason() -> None:
    accept = Correction(kind=CorrectionKind.ACCEPT, anchors=(anchor_of(SECOND),))
    (problem,) = tell_orphans(apply_corrections((FIRST,), [accept]).orphans)
    assert problem.code == ORPHAN
    assert accept.id in problem.message
    assert "not in this pile" in problem.message
