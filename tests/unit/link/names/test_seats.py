import pytest

from onrecord.link.names.seats import find_office_places, find_places, is_elsewhere, part_by_place


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("HALDEN, May 2 - A wave hit Breck on Monday and went on to Nesse.", {"halden", "breck"}),
        ("Bakers in Port Breck went on strike.", {"port breck"}),
        ("The wave cut off Nesse, ten miles from Breck.", {"nesse"}),
        ("It burnt in the old town of Breck.", {"breck"}),
        ("In Monday's sitting, the ministers spoke.", set[str]()),
        ("In Norway, bakers near Breck went on strike.", {"breck"}),
        ("They met at Harbour Street in Breck.", {"breck"}),
        ("The bridge is open.", set[str]()),
    ],
)
def test_a_report_is_of_its_dateline_and_the_first_town_named(text: str, places: set[str]) -> None:
    assert find_places(text) == places


@pytest.mark.parametrize(
    ("role", "places"),
    [
        ("mayor of Halden", {"halden"}),
        ("Halden's mayor", {"halden"}),
        ("Port Breck mayor", {"port breck"}),
        ("mayor", set[str]()),
        ("Mayor", set[str]()),
        ("town's mayor", set[str]()),
    ],
)
def test_an_office_may_be_told_with_its_place(role: str, places: set[str]) -> None:
    assert find_office_places(role) == places


@pytest.mark.parametrize(
    ("description", "text", "elsewhere"),
    [
        ("mayor", "Bakers in Breck went on strike.", True),
        ("mayor", "Bakers in Halden went on strike.", False),
        ("mayor", "Bakers in Old Halden went on strike.", False),
        ("mayor", "Bakers went on strike.", False),
        ("police chief", "Bakers in Breck went on strike.", True),
        ("union's chief", "Bakers in Breck went on strike.", False),
        ("central bank governor", "Bakers in Breck went on strike.", False),
        ("health minister", "Bakers in Breck went on strike.", False),
    ],
)
def test_the_holder_of_a_local_office_is_that_of_its_place(
    description: str, text: str, *, elsewhere: bool
) -> None:
    assert is_elsewhere(description, text, frozenset({"halden"})) is elsewhere


def test_an_event_of_two_datelines_that_know_nothing_of_each_other_is_parted() -> None:
    texts = {
        "a": "HALDEN, May 2 - A bus fell into a ravine near Breck.",
        "b": "OSLO, May 2 - A bus fell into a ravine at Nesse.",
        "c": "A bus fell on its way to Nesse.",
        "d": "A bus fell.",
    }
    assert part_by_place(texts) == {"a": "a", "b": "b", "c": "b", "d": "d"}
    told = texts | {"b": "OSLO, May 2 - A bus fell into a ravine on its way to Halden."}
    assert set(part_by_place(told).values()) == {"a"}
    assert set(part_by_place(texts | {"e": "BRECK, May 3 - The bus came from Nesse."}).values()) == {"a"}
