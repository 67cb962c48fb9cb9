from dataclasses import replace

from onrecord.correct.standing import find_holding, find_replaced, find_standing, find_unsaid
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


def test_what_several_say_alike_holds_of_each() -> None:
    ann, bo = replace(ACCEPT, by="Ann"), replace(ACCEPT, by="Bo")
    rejected = replace(ACCEPT, kind=CorrectionKind.NOT_SPEECH)
    assert find_holding([ann, bo]) == (True, True)
    assert find_holding([ann, bo, rejected]) == (False, False, True)
    assert find_holding([ann, bo, undo(bo)]) == (True, False, True)
    assert find_replaced([ann], [bo]) == ()
    assert find_replaced([ann], [rejected]) == (ann,)


def test_which_report_is_the_copy_is_not_said_alike_the_other_way_round() -> None:
    assert find_holding([copied("r1", "r2"), copied("r2", "r1")]) == (False, True)
    turned = replace(SAME_NAME, names=tuple(reversed(SAME_NAME.names)), by="Bo")
    assert find_holding([SAME_NAME, turned]) == (True, True)


def test_what_is_taken_back_and_said_again_holds_where_it_was_said_last() -> None:
    assert find_holding([ACCEPT, undo(ACCEPT), ACCEPT]) == (False, False, True)


def test_what_holds_already_is_not_said_again() -> None:
    rejected = replace(ACCEPT, kind=CorrectionKind.NOT_SPEECH)
    by_bo = replace(ACCEPT, by="Bo")
    assert find_unsaid([ACCEPT], [ACCEPT, SPEAKER, SPEAKER]) == (SPEAKER,)
    assert find_unsaid([ACCEPT, rejected], [ACCEPT]) == (ACCEPT,)
    assert find_unsaid([ACCEPT], [by_bo]) == (by_bo,)
    assert find_unsaid([ACCEPT, undo(ACCEPT)], [undo(ACCEPT), ACCEPT, undo(ACCEPT)]) == (ACCEPT, undo(ACCEPT))


def test_who_finds_a_reading_right_has_not_said_so_of_a_speaker_named_later() -> None:
    named = replace(ACCEPT, kind=CorrectionKind.SPEAKER, names=("Ana Velik",), by="Bo")
    assert find_holding([ACCEPT, named]) == (False, True)
    assert find_holding([named, ACCEPT]) == (True, True)
    assert find_holding([ACCEPT, named, undo(named)]) == (True, False, True)
    assert find_unsaid([ACCEPT, named], [ACCEPT]) == (ACCEPT,)
