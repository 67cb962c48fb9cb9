from onrecord.link.copies.acknowledged import find_acknowledged
from onrecord.link.copies.copies import find_copies
from onrecord.link.copies.lineages import group_lineages
from onrecord.model.attribution import Reading
from support.piles import reading_of

COURIER = "Velm Courier"
TOLD = reading_of(
    "Osprey stays in port",
    [
        "The ferry Osprey will not leave Velm before spring, Ines Quist of the Skerry yard said: 46 plates are rusted."
    ],
    outlet=COURIER,
    day="2014-03-07",
)
OTHER = reading_of(
    "A choir in the salt store",
    [
        "Forty singers led by Bram Holm open the salt store on Saturday, with 12 songs about the herring fleet."
    ],
    outlet=COURIER,
    day="2014-03-07",
)


def translated(day: str | None = "2014-03-08", credit: str | None = COURIER) -> Reading:
    return reading_of(
        "Il traghetto resta fermo",
        [
            "Il traghetto Osprey non lascia Velm prima di primavera: 46 lamiere sono arrugginite.",
            "Lo dice Ines Quist, del cantiere Skerry.",
            f"Testo originale: {credit}.",
        ],
        outlet="Eco Marittimo",
        day=day,
        credit=credit,
    )


def test_a_credit_with_no_shared_words_leads_to_the_report_of_the_same_names() -> None:
    copy = translated()
    assert find_acknowledged([TOLD, OTHER, copy], ()) == ((copy.report.id, TOLD.report.id),)


def test_the_lineage_rests_on_the_credit_and_has_no_passages() -> None:
    copy = translated()
    pile = sorted([TOLD, OTHER, copy], key=lambda reading: reading.report.id)
    (lineage,) = group_lineages(pile, find_copies(pile))
    assert (lineage.origin, lineage.credit, lineage.passages) == (TOLD.report.id, COURIER, ())
    assert [one.span.of(copy.report.text) for one in lineage.evidence] == [COURIER]


def test_without_a_credit_nothing_is_acknowledged() -> None:
    assert find_acknowledged([TOLD, translated(credit="Coast Wire")], ()) == ()


def test_another_story_of_the_credited_house_is_not_the_one() -> None:
    assert find_acknowledged([OTHER, translated()], ()) == ()


def test_nobody_prints_a_report_before_it_was_published() -> None:
    assert find_acknowledged([TOLD, OTHER, translated(day="2014-03-01")], ()) == ()


def test_two_reports_that_come_as_near_leave_it_open() -> None:
    update = reading_of(
        "Osprey: what we know",
        ["Ines Quist counts 46 rusted plates; the Skerry yard at Velm keeps the ferry Osprey until spring."],
        outlet=COURIER,
        day="2014-03-07",
    )
    assert find_acknowledged([TOLD, update, OTHER, translated()], ()) == ()


def test_who_shares_the_words_needs_no_guess() -> None:
    copy = translated()
    assert find_acknowledged([TOLD, OTHER, copy], [(TOLD.report.id, copy.report.id)]) == ()
