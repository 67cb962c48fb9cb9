import pytest

from onrecord.link.divergences.counts import count_alike, find_counts
from support.piles import reading_of


def counts(text: str) -> list[tuple[str, set[str]]]:
    return [(filler.key, set(filler.values)) for filler in find_counts(reading_of("", [text]).report)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The yard sold 1,200 boats.", [("boat", {"1200"})]),
        ("Nearly two thousand people marched.", [("#marchers", {"2000", "about"})]),
        ("The number of marchers at 900 was low.", [("#marchers", {"900"})]),
        ("It left 12 dead.", [("#dead", {"12"})]),
        ("It sank late, killing twelve, and burnt.", [("#dead", {"12"})]),
        ("It sank, killing at least 12 and injuring 30.", [("#dead", {"12", "least"}), ("#injured", {"30"})]),
        ("It opened on 4 October.", []),
        ("In 2009 boats were cheap.", []),
        ("Paid $40 notes, 3 Danish ships.", [("ship", {"3"})]),
        ("The dead and the injured were 40 people.", []),
    ],
)
def test_counts_are_found_with_what_they_count(text: str, expected: list[tuple[str, set[str]]]) -> None:
    assert counts(text) == expected


def test_an_approximate_count_agrees_with_what_it_could_round() -> None:
    first, second = (
        next(iter(find_counts(reading_of("", [text]).report)))
        for text in ("Nearly 1,000 boats left Velm.", "Some 985 boats left Velm.")
    )
    assert count_alike(first, second)
