from onrecord.link.copies.copies import find_copies
from onrecord.link.copies.moulds import are_of_one_mould
from onrecord.link.events.outline import outline
from onrecord.link.linking import link
from onrecord.model.attribution import Reading
from onrecord.settings import Settings
from support.piles import reading_of

PASTED = (
    "Drivers are asked to leave their cars at home until the ice has gone, to keep away from the hills, and to call the"
    " number on the back of the leaflet if they see anybody who needs a blanket or a hot meal before the morning."
)


def arrest(who: str, town: str, street: str, officer: str) -> Reading:
    told = f"Police said a {who} was arrested in {town} on Monday after a car was driven into a shop window."
    found = (
        f"Officers were called to {street} before dawn and found the driver asleep at the wheel of the car. Anyone with"
        f" information is asked to call the police, and to ask for {officer} there."
    )
    return reading_of("", [told, found])


def are_moulded(first: Reading, second: Reading) -> list[bool]:
    readings = {one.report.id: one for one in (first, second)}
    return [
        are_of_one_mould(
            copy,
            readings[copy.first].report.text,
            readings[copy.second].report.text,
            (outline(readings[copy.first]), outline(readings[copy.second])),
        )
        for copy in find_copies(readings.values())
    ]


HALDEN = arrest("34-year-old man", "Halden", "Mill Street", "Mia Tamm")
OXLEY = arrest("51-year-old woman", "Oxley", "Bridge Road", "Ira Solt")


def test_the_same_sentences_of_other_people_and_places_are_of_one_mould() -> None:
    assert are_moulded(HALDEN, OXLEY) == [True]


def test_an_edited_reprint_is_a_copy() -> None:
    assert are_moulded(HALDEN, arrest("man of 34", "Halden", "Mill Lane", "Mia Tamm")) == [False]


def test_what_is_pasted_into_other_news_is_a_copy() -> None:
    first = reading_of("", ["Snow fell on Halden on Monday, said Mia Tamm of Mill Street.", PASTED])
    second = reading_of("", ["In Oxley the mayor, Ira Solt, met Jo Roe to talk of pigs.", PASTED])
    assert are_moulded(first, second) == [False]


def test_texts_of_one_mould_are_two_events_and_no_lineage() -> None:
    linked = link([HALDEN, OXLEY], Settings())
    assert [len(event.report_ids) for event in linked.events] == [1, 1]
    assert linked.lineages == ()
