from dataclasses import replace

from onrecord.correct.standing import find_replaced, find_standing
from onrecord.model.correction import Anchor, Correction, CorrectionKind
from support.corrected import one_of_each, quay_pile

ACCEPT, NOT_SPEECH, SPEAKER, SAME_NAME, *_ = one_of_each(*quay_pile())


def undo(correction: Correction) -> Correction:
    return Correction(kind=CorrectionKind.UNDO, undoes=correction.id)


def test_what_is_taken_back_does_not_hold_until_it_is_said_again() -> None:
    assert find_standing([ACCEPT, undo(ACCEPT)]) == ()
    assert find_standing([ACCEPT, undo(ACCEPT), ACCEPT]) == (ACCEPT,)


def test_what_is_said_twice_holds_once() -> None:
    assert find_standing([ACCEPT, SAME_NAME, ACCEPT]) == (SAME_NAME, ACCEPT)


def test_of_two_answers_to_one_question_the_later_holds() -> None:
    rejected = replace(ACCEPT, kind=CorrectionKind.NOT_SPEECH)
    assert find_standing([ACCEPT, rejected]) == (rejected,)
    apart = replace(SAME_NAME, kind=CorrectionKind.OTHER_NAME, names=tuple(reversed(SAME_NAME.names)))
    assert find_standing([SAME_NAME, apart]) == (apart,)


def test_who_speaks_and_whether_it_is_speech_are_two_questions() -> None:
    named = replace(ACCEPT, kind=CorrectionKind.SPEAKER, names=("Ana Velik",))
    assert find_standing([ACCEPT, named]) == (ACCEPT, named)


def test_undoing_what_nobody_said_changes_nothing() -> None:
    assert find_standing([undo(SPEAKER), NOT_SPEECH]) == (NOT_SPEECH,)


def test_which_of_two_reports_is_the_copy_is_one_question() -> None:
    copy, turned = copied("r1", "r2"), copied("r2", "r1")
    assert find_standing([copy, turned, copied("r1", "r3")]) == (turned, copied("r1", "r3"))


def test_what_a_new_correction_contradicts_is_named_and_what_it_takes_back_is_not() -> None:
    copy, turned = copied("r1", "r2"), copied("r2", "r1")
    assert find_replaced([ACCEPT, copy], [turned]) == (copy,)
    assert find_replaced([ACCEPT, copy], [ACCEPT, undo(copy)]) == ()


def copied(first: str, second: str) -> Correction:
    return Correction(kind=CorrectionKind.COPY, anchors=(Anchor(report_id=first), Anchor(report_id=second)))
