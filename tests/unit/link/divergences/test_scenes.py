import pytest

from onrecord.link.divergences.scenes import find_scenes, may_be_one_scene
from support.piles import reading_of


def places(text: str) -> list[tuple[str, set[str]]]:
    return [(filler.key, set(filler.values)) for filler in find_scenes(reading_of("", [text]).report)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rusk was arrested in Lund on Sunday.", [("arrest", {"lund"})]),
        ("The ferry sank yesterday near Cape Varr.", [("sank", {"cape varr"})]),
        ("Rusk said in Lund that it was over.", []),
        ("Rusk was arrested in March.", []),
    ],
)
def test_places_are_found_behind_what_happened(text: str, expected: list[tuple[str, set[str]]]) -> None:
    assert places(text) == expected


@pytest.mark.parametrize(
    ("second", "one"),
    [
        ("Police said that Rusk was arrested in Malmo.", False),
        ("Rusk was arrested in Sweden.", True),
        ("Dahl was arrested in Malmo.", True),
    ],
)
def test_one_arrest_has_one_town(second: str, *, one: bool) -> None:
    first, other = (
        next(iter(find_scenes(reading_of("", [text]).report)))
        for text in ("Rusk was arrested in Lund on Sunday.", second)
    )
    assert may_be_one_scene(first, other) is one
