from dataclasses import replace
from datetime import date

import pytest

from onrecord.correct.applying import apply_corrections
from onrecord.model.attribution import Attribution, Level
from onrecord.model.correction import Anchor, Correction, CorrectionKind
from onrecord.model.moment import Basis
from onrecord.model.span import Span
from support.corrected import DAY, anchor_of, one_of_each, quay_pile, whole

FIRST, SECOND = quay_pile()
KIND = CorrectionKind


def speakers(attribution: Attribution, reading_number: int, *log: Correction) -> list[str | None]:
    reading = apply_corrections((FIRST, SECOND), log).readings[reading_number]
    chains = {chain.id: chain.name for chain in reading.chains}
    found = next(one for one in reading.attributions if one.content == attribution.content)
    return [chains[chain] for chain in found.speakers]


def test_without_corrections_a_pile_stays_as_it_is() -> None:
    corrected = apply_corrections((FIRST, SECOND), ())
    assert corrected.readings == (FIRST, SECOND)
    assert corrected.orphans == ()


def test_words_that_are_no_speech_are_no_attribution() -> None:
    log = [Correction(kind=KIND.NOT_SPEECH, anchors=(anchor_of(FIRST),))]
    corrected = apply_corrections((FIRST, SECOND), log)
    assert corrected.readings[0].attributions == ()
    assert corrected.readings[1] == SECOND
    assert apply_corrections(corrected.readings, log).orphans == ()


def test_words_get_the_speaker_that_a_person_names() -> None:
    velik = Correction(kind=KIND.SPEAKER, anchors=(anchor_of(FIRST),), names=("Lou Hart",))
    assert speakers(FIRST.attributions[0], 0, velik) == ["Lou Hart"]
    nobody = replace(velik, names=())
    assert speakers(FIRST.attributions[0], 0, velik, nobody) == []
    reading = apply_corrections((FIRST,), [velik]).readings[0]
    assert reading.attributions[0].judgement.rule == "person.speaker"
    assert reading.attributions[0].judgement.level is Level.CERTAIN


def test_a_name_that_the_report_has_is_its_own_chain() -> None:
    log = [Correction(kind=KIND.SPEAKER, anchors=(anchor_of(SECOND),), names=("Ana Velik",))]
    reading = apply_corrections((FIRST, SECOND), log).readings[1]
    assert reading.chains == SECOND.chains
    assert len({one.speakers for one in reading.attributions}) == 1


def test_two_speakers_new_to_a_report_are_two_chains() -> None:
    log = [Correction(kind=KIND.SPEAKER, anchors=(anchor_of(FIRST),), names=("Lou Hart", "Pell"))]
    assert speakers(FIRST.attributions[0], 0, *log) == ["Lou Hart", "Pell"]


def test_a_name_given_twice_is_one_and_more_names_than_letters_are_chains_of_their_own() -> None:
    names = tuple(f"Lou {number}" for number in range(50))
    log = [Correction(kind=KIND.SPEAKER, anchors=(anchor_of(FIRST),), names=(*names, "lou 0"))]
    reading = apply_corrections((FIRST,), log).readings[0]
    ids = [chain.id for chain in reading.chains]
    assert len(ids) == len(set(ids))
    assert speakers(FIRST.attributions[0], 0, *log) == list(names)


def test_accepting_makes_an_attribution_certain_and_changes_no_word() -> None:
    reading = apply_corrections(
        (FIRST,), [Correction(kind=KIND.ACCEPT, anchors=(anchor_of(FIRST),))]
    ).readings[0]
    before, after = FIRST.attributions[0], reading.attributions[0]
    assert after.judgement.rule == "person.accept"
    assert replace(after, judgement=before.judgement) == before


def test_a_report_gets_the_day_that_a_person_gives() -> None:
    log = [Correction(kind=KIND.DATE, anchors=(whole(FIRST),), days=(DAY, DAY), by="lh")]
    moment = apply_corrections((FIRST,), log).readings[0].report.published
    assert moment is not None
    assert (moment.earliest, moment.latest, moment.basis) == (DAY, DAY, Basis.GIVEN)
    assert moment.why == "lh gives it"


def test_what_concerns_several_reports_is_wished_of_linking() -> None:
    wishes = apply_corrections((FIRST, SECOND), one_of_each(FIRST, SECOND)).wishes
    assert wishes.same_names == (("R. Tolliver", "Ragna Tolliver"),)
    assert wishes.other_names == (("Tolliver", "Ana Velik"),)
    assert wishes.same_statements == ()
    assert wishes.other_statements == (
        (FIRST.attributions[0].id, min(SECOND.attributions, key=lambda one: one.content).id),
    )
    assert wishes.copies == ((SECOND.report.id, FIRST.report.id),)


def test_words_said_on_a_day_are_wished_of_linking() -> None:
    log = [Correction(kind=KIND.DATE, anchors=(anchor_of(FIRST),), days=(DAY, date(2024, 3, 16)))]
    said = apply_corrections((FIRST,), log).wishes.said
    assert said[FIRST.attributions[0].id].latest == date(2024, 3, 16)


@pytest.mark.parametrize(
    ("anchor", "why"),
    [
        (Anchor(report_id="r00", spans=(Span(0, 4),), exact=("Ahoy",)), "not in this pile"),
        (replace(anchor_of(FIRST), exact=("other words",)), "other words there"),
        (Anchor(report_id=FIRST.report.id, spans=(Span(0, 4),), exact=("Quay",)), "no speech"),
    ],
)
def test_a_correction_that_holds_to_nothing_is_an_orphan_and_changes_nothing(
    anchor: Anchor, why: str
) -> None:
    log = [Correction(kind=KIND.SPEAKER, anchors=(anchor,), names=("Ana Velik",))]
    corrected = apply_corrections((FIRST, SECOND), log)
    assert corrected.readings == (FIRST, SECOND)
    assert why in corrected.orphans[0].why


def test_bounds_that_have_moved_a_little_are_still_the_same_speech() -> None:
    anchor = anchor_of(FIRST)
    shorter = Span(anchor.spans[0].start, anchor.spans[0].end - 4)
    moved = Anchor(report_id=FIRST.report.id, spans=(shorter,), exact=(shorter.of(FIRST.report.text),))
    log = [Correction(kind=KIND.NOT_SPEECH, anchors=(moved,))]
    assert apply_corrections((FIRST,), log).readings[0].attributions == ()
