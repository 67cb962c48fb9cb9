from dataclasses import replace

from onrecord.link import link_more
from onrecord.link.keeping.kept import fits, name_said, restore_said, tell_speakers
from onrecord.link.statements.statements import group_event
from onrecord.model.attribution import Manner
from onrecord.settings import Settings
from support.piles import reading_of

FIRST = reading_of(
    "Oxley drains the Tarn",
    ["“The dam was never safe,” said Pim Dorran.", "“We were not asked,” said Ludo Halvar."],
    speeches=[
        ("Pim Dorran", "The dam was never safe", Manner.DIRECT),
        ("Ludo Halvar", "We were not asked", Manner.DIRECT),
    ],
)
SECOND = reading_of(
    "Tarn is drained",
    ["“The dam was never safe,” said Dorran."],
    speeches=[("Dorran", "The dam was never safe", Manner.DIRECT)],
)
PIM, LUDO = (attribution.speakers[0] for attribution in FIRST.attributions)
(DORRAN,) = SECOND.attributions[0].speakers


def test_speakers_are_told_by_who_is_one_and_not_by_their_ids() -> None:
    one = tell_speakers([FIRST, SECOND], {PIM: "p1", LUDO: "p2", DORRAN: "p1"})
    assert one == tell_speakers([FIRST, SECOND], {PIM: "p8", LUDO: "p0", DORRAN: "p8"})
    assert one != tell_speakers([FIRST, SECOND], {PIM: "p1", LUDO: "p2", DORRAN: "p3"})
    assert one != tell_speakers([FIRST, SECOND], {PIM: "p1", LUDO: "p2"})


def test_statements_come_back_by_the_ids_of_their_attributions() -> None:
    said = group_event([FIRST, SECOND], {PIM: "p1", LUDO: "p2", DORRAN: "p1"})
    assert len(said) == 2
    assert restore_said(name_said(said), [FIRST, SECOND]) == said


def test_events_of_changed_reports_are_let_go() -> None:
    _, kept = link_more([FIRST, SECOND], Settings(vectors=False))
    assert kept.without([]) is kept
    left = kept.without([SECOND.report.id])
    assert all(SECOND.report.id not in group for group in left.events)
    assert left.copies.wordings.keys() == {FIRST.report.id}


def test_what_texts_mean_is_found_over_all_events() -> None:
    _, kept = link_more([FIRST], Settings(vectors=False))
    (group, event), *_ = kept.events.items()
    meant = replace(
        kept, events={group: replace(event, meant={"a": b"1"}), ("r2",): replace(event, meant={"b": b"2"})}
    )
    assert (kept.find_meant(), meant.find_meant()) == ({}, {"a": b"1", "b": b"2"})


def test_what_is_grouped_fits_a_pile_that_has_the_same_outlines() -> None:
    _, kept = link_more([FIRST], Settings(vectors=False))
    _, more = link_more([FIRST, SECOND], Settings(vectors=False))
    assert fits(kept.grouped, more.grouped.near.outlines)
    assert not fits(more.grouped, kept.grouped.near.outlines)
