import random
from dataclasses import replace

from onrecord.link.copies.copies import find_copies
from onrecord.link.copies.lineages import group_lineages
from onrecord.model.attribution import Manner, Reading
from onrecord.model.report import Zone
from onrecord.model.statement import Lineage
from support.piles import reading_of

TOLD = (
    "The ferry Osprey will not sail again before spring, because the yard at Velm has no dry dock long enough for her "
    "hull and the nearest one that has is booked by trawlers until the end of the winter season."
)
SPEECH = (
    "We will not put a single passenger on that boat until I have seen with my own eyes that every plate of her hull "
    "is sound and every lamp on her deck is lit"
)
SUNG = (
    "A choir of forty will sing in the old salt store on Saturday, where the roof was mended last year with money from a "
    "lottery, and the fishermen have promised to bring chairs, lamps and whatever else is wanted."
)
DICE = random.Random(5)
ELSEWHERE = [" ".join(f"{DICE.randrange(16**6):06x}" for _ in range(24)) for _ in range(7)]


def lineages_of(*pile: Reading) -> tuple[Lineage, ...]:
    ordered = sorted(pile, key=lambda reading: reading.report.id)
    return group_lineages(ordered, find_copies(ordered))


def test_a_copied_passage_is_found_on_both_sides() -> None:
    first = reading_of("Osprey stays in", [TOLD, "Nobody in Velm was surprised by it."])
    second = reading_of("No ferry", ["The islanders grumble.", TOLD.replace("trawlers", "fishing boats")])
    (lineage,) = lineages_of(first, second)
    assert set(lineage.report_ids) == {first.report.id, second.report.id}
    assert lineage.origin is None
    texts = {reading.report.id: reading.report.text for reading in (first, second)}
    for passage in lineage.passages:
        assert passage.source is not None
        ends = [place.span.of(texts[place.report_id]) for place in (passage.source, passage.copy)]
        assert all(end.startswith("The ferry Osprey") and end.endswith("winter season") for end in ends)


def test_a_shared_quotation_alone_makes_no_copy() -> None:
    said = [("Ines Quist", SPEECH, Manner.DIRECT)]
    first = reading_of("", [f"“{SPEECH},” said Ines Quist, who runs the port."], speeches=said)
    second = reading_of("", [f"Asked at noon, Ines Quist told us: “{SPEECH}.”"], speeches=said)
    assert lineages_of(first, second) == ()


def test_a_credit_that_names_the_other_outlet_tells_the_origin() -> None:
    first = reading_of("Osprey stays in", [TOLD], outlet="Velm Courier")
    second = reading_of(
        "No ferry", [TOLD, "This report first appeared in the Velm Courier."], credit="Velm Courier"
    )
    (lineage,) = lineages_of(first, second)
    assert lineage.origin == first.report.id
    assert lineage.credit == "Velm Courier"
    assert all(passage.copy.report_id == second.report.id for passage in lineage.passages)


def test_the_earlier_of_two_given_days_tells_the_origin() -> None:
    first = reading_of("Osprey stays in", [TOLD], day="2014-03-07")
    second = reading_of("No ferry", [TOLD], day="2014-03-09")
    assert lineages_of(second, first)[0].origin == first.report.id


def test_an_agency_named_over_its_own_dispatch_is_the_origin_of_the_papers_that_print_it() -> None:
    dispatch, paper = tagged(TOLD), reading_of("No ferry", [TOLD], outlet="Velm Courier")
    assert lineages_of(dispatch, paper)[0].origin == dispatch.report.id


def test_two_dispatches_or_a_paper_of_no_name_tell_no_origin() -> None:
    dispatch, update = tagged(TOLD), tagged(TOLD, "The yard did not answer.")
    assert lineages_of(dispatch, update)[0].origin is None
    assert lineages_of(dispatch, reading_of("No ferry", [TOLD]))[0].origin is None


def test_a_credit_that_a_byline_of_the_pile_names_tells_the_origin() -> None:
    line = "By Ada Rusk, The Velm Courier"
    first = zoned(reading_of("Osprey stays in", [line, TOLD]), 1, Zone.BYLINE)
    second = reading_of(
        "No ferry", [TOLD, "From the Velm Courier."], outlet="Coast Wire", credit="Velm Courier"
    )
    assert lineages_of(first, second)[0].origin == first.report.id


def test_a_report_that_prints_passages_of_two_others_does_not_make_those_two_one() -> None:
    first = reading_of("", [TOLD, *ELSEWHERE[:2]])
    second = reading_of("", [SUNG, *ELSEWHERE[2:4]])
    both = reading_of("", [ELSEWHERE[4], TOLD, ELSEWHERE[5], SUNG, ELSEWHERE[6]])
    found = lineages_of(first, second, both)
    others = {report_id for one in found for report_id in one.report_ids if report_id != both.report.id}
    assert others == {first.report.id, second.report.id}
    assert [len(one.report_ids) for one in found] == [2, 2]
    assert len({one.id for one in found}) == 2
    assert all(one.id[1:] in {member[1:] for member in one.report_ids} for one in found)


def test_papers_that_print_one_passage_or_another_of_a_dispatch_are_one_lineage() -> None:
    dispatch = tagged(*ELSEWHERE[:2], TOLD, SUNG)
    papers = [
        reading_of("Osprey", [TOLD, ELSEWHERE[2]], outlet="Velm Courier"),
        reading_of("A choir", [SUNG, *ELSEWHERE[3:5]], outlet="Skerry Post"),
    ]
    (lineage,) = lineages_of(dispatch, *papers)
    assert (len(lineage.report_ids), lineage.origin) == (3, dispatch.report.id)


def test_a_passage_of_a_text_joins_the_lineage_of_its_copies() -> None:
    text = [TOLD, SUNG]
    pile = [
        reading_of("", text),
        reading_of("Osprey", text),
        reading_of("", [ELSEWHERE[0], SUNG, *ELSEWHERE[1:3]]),
    ]
    (lineage,) = lineages_of(*pile)
    assert len(lineage.report_ids) == 3


def test_the_earlier_day_tells_nothing_where_another_house_is_credited() -> None:
    first = reading_of("Osprey stays in", [TOLD], day="2014-03-07")
    second = reading_of("No ferry", [TOLD, "From Coast Wire."], day="2014-03-09", credit="Coast Wire")
    (lineage,) = lineages_of(second, first)
    assert (lineage.origin, lineage.credit) == (None, "Coast Wire")


def tagged(*paragraphs: str) -> Reading:
    return zoned(reading_of("", ["VELM (CPA) –", *paragraphs], credit="CPA"), 0, Zone.DATELINE)


def zoned(reading: Reading, number: int, zone: Zone) -> Reading:
    blocks = list(reading.report.blocks)
    blocks[number] = replace(blocks[number], zone=zone)
    return replace(reading, report=replace(reading.report, blocks=tuple(blocks)))


def test_a_round_up_that_holds_two_reports_whole_is_in_the_lineage_of_each() -> None:
    first, second = reading_of("", [TOLD], day="2014-03-07"), reading_of("", [SUNG], day="2014-03-07")
    both = reading_of("", [TOLD, SUNG], day="2014-03-09")
    found = lineages_of(first, second, both)
    assert {one.origin for one in found} == {first.report.id, second.report.id}
    assert all(set(one.report_ids) == {one.origin, both.report.id} for one in found)


def test_a_credited_report_is_no_origin_of_one_that_was_out_before_it() -> None:
    before = reading_of("Osprey rests", [TOLD], outlet="Skerry Post", day="2014-03-05")
    credited = reading_of("Osprey stays in", [TOLD], outlet="Velm Courier", day="2014-03-07")
    copier = reading_of("No ferry", [TOLD, "From the Velm Courier."], credit="Velm Courier", day="2014-03-08")
    (lineage,) = lineages_of(before, credited, copier)
    assert (lineage.origin, lineage.credit) == (None, "Velm Courier")
    number = {reading.report.id: place for place, reading in enumerate((before, credited, copier))}
    for passage in lineage.passages:
        assert passage.source is not None
        assert number[passage.source.report_id] < number[passage.copy.report_id]
    late = reading_of("No ferry", [TOLD, "From the Velm Courier."], credit="Velm Courier", day="2014-03-06")
    assert lineages_of(credited, late)[0].origin == credited.report.id
