import pytest

from onrecord.link.divergences.sums import find_sums, sum_alike
from support.piles import reading_of


def sums(text: str) -> list[tuple[str, set[str]]]:
    return [(filler.key, set(filler.values)) for filler in find_sums(reading_of("", [text]).report)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It cost €2.4 million.", [("#money euro", {"2400000"})]),
        ("It cost nearly 4.2 million euros.", [("#money euro", {"4200000", "about"})]),
        ("It loses $300 a day.", [("#money dollar by day", {"300"})]),
        ("Turnout was 61 percent.", [("#percent", {"61"})]),
        ("It took 61% of the votes.", [("#percent of vote", {"61"})]),
        ("He was sentenced to 12 years in prison.", [("#term", {"144"})]),
        ("He got a 15-year prison sentence.", [("#term", {"180"})]),
        ("He faces a prison sentence of 15 years.", []),
        ("A quake of magnitude 6.1 struck.", [("#magnitude", {"6.1"})]),
        ("An aftershock of magnitude 5.1 struck.", []),
        ("It chose Marta Vell, 46, as head.", [("#age vell", {"46"})]),
        ("The 64-year-old fisher Marta Vell won.", [("#age vell", {"64"})]),
        ("It was lost on Vell, 12, at last.", []),
    ],
)
def test_sums_are_found_with_their_unit(text: str, expected: list[tuple[str, set[str]]]) -> None:
    assert sums(text) == expected


def alike(first: str, second: str) -> bool:
    one, other = (next(iter(find_sums(reading_of("", [text]).report))) for text in (first, second))
    return sum_alike(one, other)


def test_two_sums_for_one_thing_differ_and_for_two_do_not() -> None:
    fined = "The regulator fined Marr Shipping 2 million crowns for the spill."
    assert not alike(fined, "For the spill Marr Shipping was fined 3 million crowns by the regulator.")
    assert alike(fined, "The regulator fined Kell Marine 3 million crowns for the spill.")


def test_ages_differ_for_one_person_by_more_than_a_year() -> None:
    assert not alike("Marta Vell, 46, won.", "The 64-year-old Vell won.")
    assert alike("Marta Vell, 46, won.", "Marta Vell, 47, won.")
    assert alike("Marta Vell, 46, won.", "Her son Tom Vell, 12, won.")
    assert not alike("Marta Vell, 46, won.", "Marta Vell came. Vell, 64, won.")
