import pytest

from onrecord.link.divergences.gatherings import find_bodies, find_places
from support.piles import reading_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A summit of foreign and defense ministers ended.", [{"foreign", "defence"}]),
        ("The trade ministers’ meeting ended.", [{"trade"}]),
        ("“[The bloc’s trade] ministers agreed.”", [{"trade"}]),
        ("The trade ministers of Velm said no.", []),
        ("The Dam Board met in special session.", [{"dam"}]),
        ("A special session of the UN Council ended.", []),
        ("The Dam Board met.", []),
        ("The high court ruled.", [{"high"}]),
    ],
)
def test_bodies_are_found_at_their_gathering(text: str, expected: list[set[str]]) -> None:
    assert [set(filler.values) for filler in find_bodies(reading_of("", [text]).report)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met in Ostery Sound for talks in Velm.", [{"ostery sound"}, {"velm"}]),
        ("They met in March. Talks in Ostery’s hall went on.", []),
        ("They met in Velm Hall.", []),
    ],
)
def test_places_are_found_at_their_gathering(text: str, expected: list[set[str]]) -> None:
    assert [set(filler.values) for filler in find_places(reading_of("", [text]).report)] == expected
