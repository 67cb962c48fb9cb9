from dataclasses import replace
from datetime import date

import pytest

from onrecord.errors import RecordError
from onrecord.link import link
from onrecord.model.correction import Correction, CorrectionKind
from onrecord.publish.page.objecting import Objection, correction_of, refuse_unborne
from onrecord.publish.page.pile import pile_of
from onrecord.settings import Settings
from support.contents import ferry_contents
from support.corrected import quay_pile

CONTENTS = ferry_contents()
PILE = pile_of(CONTENTS)
KIND = CorrectionKind
ATTRIBUTION = CONTENTS.readings[0].attributions[0]
OTHER = CONTENTS.readings[1].attributions[0]
REPORT = CONTENTS.readings[0].report
STATEMENT = CONTENTS.linked.statements[0]


def unknown(wanted: str) -> str:
    raise RecordError(f"no {wanted}")


def said(kind: CorrectionKind, *words: str) -> Correction:
    return correction_of(PILE, Objection(kind=kind, words=words, by="lh", note="why not"), unknown)


def test_words_are_named_by_their_attribution_and_held_exactly() -> None:
    correction = said(KIND.NOT_SPEECH, ATTRIBUTION.id)
    (anchor,) = correction.anchors
    assert (anchor.report_id, anchor.spans) == (ATTRIBUTION.report_id, ATTRIBUTION.content)
    assert anchor.holds(REPORT.text)
    assert (correction.by, correction.note) == ("lh", "why not")


def test_a_statement_stands_for_its_base_wording() -> None:
    base = STATEMENT.variants[0].attribution_ids[0]
    number = PILE.numbers[STATEMENT.id]
    for word in (STATEMENT.id, STATEMENT.id[:12], number, number.lower()):
        (anchor,) = said(KIND.ACCEPT, word).anchors
        assert anchor.spans == PILE.attributions_by_id[base].content


def test_names_days_and_pairs_are_kept_as_given() -> None:
    assert said(KIND.SPEAKER, ATTRIBUTION.id).names == ()
    assert said(KIND.SPEAKER, ATTRIBUTION.id, "Ana Velik", "Pell").names == ("Ana Velik", "Pell")
    assert said(KIND.SAME_NAME, "Velik", "Ana Velik").names == ("Velik", "Ana Velik")
    assert len(said(KIND.SAME_STATEMENT, ATTRIBUTION.id, OTHER.id).anchors) == 2
    assert said(KIND.DATE, REPORT.id, "2024-03-15").days == (date(2024, 3, 15), date(2024, 3, 15))
    assert said(KIND.DATE, ATTRIBUTION.id, "2024-03-15", "2024-03-16").days == (
        date(2024, 3, 15),
        date(2024, 3, 16),
    )
    copy, origin = said(KIND.COPY, REPORT.id, CONTENTS.readings[1].report.id).anchors
    assert (copy.report_id, copy.spans, origin.report_id) == (REPORT.id, (), CONTENTS.readings[1].report.id)


def test_two_names_that_each_report_gives_one_person_are_not_said_to_be_two() -> None:
    readings = quay_pile()
    pile = pile_of(replace(CONTENTS, readings=readings, linked=link(readings, Settings())))
    names = Objection(kind=KIND.OTHER_NAME, words=("Ragna Tolliver", "Ana Velik"))
    refuse_unborne(pile, names)
    chain = next(one for one in readings[0].chains if one.name == "Ragna Tolliver")
    called = replace(chain, names=("Ragna Tolliver", "Tolliver"))
    own = replace(readings[0], chains=(called,))
    with pytest.raises(
        RecordError, match="each report that has 'Tolliver' calls the same person 'Ragna Tolliver'"
    ):
        refuse_unborne(
            pile_of(replace(CONTENTS, readings=(own,), linked=link((own,), Settings()))),
            replace(names, words=("Ragna Tolliver", "Tolliver")),
        )


def test_what_two_said_is_not_made_one_statement() -> None:
    readings = quay_pile()
    pile = pile_of(replace(CONTENTS, readings=readings, linked=link(readings, Settings())))
    tide, (again, wait) = readings[0].attributions[0], readings[1].attributions
    two = Objection(kind=KIND.SAME_STATEMENT, words=(tide.id, wait.id))
    with pytest.raises(RecordError, match="said by Ragna Tolliver and by Ana Velik: nobody is credited"):
        correction_of(pile, two, unknown)
    assert correction_of(pile, replace(two, words=(tide.id, again.id)), unknown).anchors


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (KIND.ACCEPT, ()),
        (KIND.ACCEPT, (ATTRIBUTION.id, OTHER.id)),
        (KIND.NOT_SPEECH, ("a00",)),
        (KIND.NOT_SPEECH, (REPORT.id,)),
        (KIND.SAME_NAME, ("Velik",)),
        (KIND.SAME_NAME, ("Velik", " ")),
        (KIND.SAME_STATEMENT, (ATTRIBUTION.id,)),
        (KIND.COPY, (ATTRIBUTION.id, REPORT.id)),
        (KIND.COPY, (REPORT.id, REPORT.id)),
        (KIND.SAME_STATEMENT, (ATTRIBUTION.id, ATTRIBUTION.id)),
        (KIND.OTHER_NAME, ("Ana Velik", "ana velik")),
        (KIND.ACCEPT, ("a",)),
        (KIND.DATE, (REPORT.id,)),
        (KIND.DATE, (REPORT.id, "soon")),
        (KIND.DATE, (REPORT.id, "2024-03-16", "2024-03-15")),
        (KIND.UNDO, ()),
        (KIND.UNDO, ("k00",)),
    ],
)
def test_what_is_missing_or_names_nothing_is_told(kind: CorrectionKind, words: tuple[str, ...]) -> None:
    with pytest.raises(RecordError):
        said(kind, *words)


def test_days_in_the_wrong_order_and_numbers_of_nothing_are_called_so() -> None:
    with pytest.raises(RecordError, match="first day first: 2024-03-16 is after 2024-03-15"):
        said(KIND.DATE, REPORT.id, "2024-03-16", "2024-03-15")
    with pytest.raises(RecordError, match="'S99' is no number of what is asked for; given are R1 to R"):
        said(KIND.ACCEPT, "S99")


@pytest.mark.parametrize("kind", [KIND.SAME_NAME, KIND.OTHER_NAME])
def test_a_name_that_nobody_bears_is_refused_and_the_nearest_told(kind: CorrectionKind) -> None:
    with pytest.raises(
        RecordError, match=r"^nobody in this record is named 'Ana Velikk'; the nearest name is 'Ana Velik'$"
    ):
        refuse_unborne(PILE, Objection(kind=kind, words=("Ana Velik", "Ana Velikk")))
    with pytest.raises(RecordError, match=r"^nobody in this record is named 'Qq Xx'$"):
        refuse_unborne(PILE, Objection(kind=kind, words=("Qq Xx", "Zz Yy")))
    with pytest.raises(RecordError, match="though the words stand in a report: say whose words are meant"):
        refuse_unborne(PILE, Objection(kind=kind, words=("islanders wait", "Ana Velik")))
    refuse_unborne(PILE, Objection(kind=kind, words=("Ana Velik", "a. velik")))
    refuse_unborne(PILE, Objection(kind=KIND.UNDO, words=("Qq Xx",)))


def test_what_is_taken_back_is_named_by_its_id_or_the_start_of_it() -> None:
    log = (said(KIND.ACCEPT, ATTRIBUTION.id), said(KIND.ACCEPT, OTHER.id))
    pile = pile_of(replace(CONTENTS, corrections=log))
    for word in (log[0].id, log[0].id[:9]):
        undoing = correction_of(pile, Objection(kind=KIND.UNDO, words=(word,)), unknown)
        assert undoing.undoes == log[0].id
    with pytest.raises(RecordError, match="begins 2 ids"):
        correction_of(pile, Objection(kind=KIND.UNDO, words=("k",)), unknown)
    with pytest.raises(RecordError, match="nobody said"):
        correction_of(pile, Objection(kind=KIND.UNDO, words=("",)), unknown)
