import pytest

from onrecord.link.divergences.identified import find_identified, may_be_one_name
from support.piles import reading_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police named the suspect as Viktor Lasky.", [("suspect", {"viktor lasky"})]),
        ("The young driver was later identified by police as Ana Roe, 30.", [("driver", {"ana roe"})]),
        ("Police named the suspect.", []),
    ],
)
def test_who_was_identified_is_found(text: str, expected: list[tuple[str, set[str]]]) -> None:
    found = find_identified(reading_of("", [text]).report)
    assert [(filler.key, set(filler.values)) for filler in found] == expected


def test_two_spellings_are_one_name_and_two_family_names_are_not() -> None:
    names = [
        next(iter(find_identified(reading_of("", [f"Police named the suspect as {name}."]).report)))
        for name in ("Viktor Timchenko", "Victor Tymchenko", "Viktor Dahl")
    ]
    assert may_be_one_name(names[0], names[1])
    assert not may_be_one_name(names[0], names[2])
