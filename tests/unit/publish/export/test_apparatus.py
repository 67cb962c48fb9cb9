import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.publish.export.apparatus import LONGEST, collate

WORDINGS = st.lists(st.text(alphabet="ab ,.é\n", max_size=30), min_size=1, max_size=4)


@given(WORDINGS)
def test_the_pieces_of_a_witness_read_straight_through_are_its_text(texts: list[str]) -> None:
    places = collate(texts)

    assert ["".join(place.readings[one] for place in places) for one in range(len(texts))] == texts


def test_witnesses_that_agree_have_one_place_and_no_readings() -> None:
    places = collate(["the ferry runs", "the ferry runs"])

    assert [(place.readings[0], place.is_agreed) for place in places] == [("the ferry runs", True)]


def test_a_cut_is_made_only_where_all_agree() -> None:
    places = collate(["We will raise no fares", "We shall raise no fares", "We will raise no fare"])

    assert [place.readings for place in places if not place.is_agreed] == [
        ("will", "shall", "will"),
        ("fares", "fares", "fare"),
    ]


def test_blanks_alone_make_no_cut_between_two_places() -> None:
    places = collate(["one two three", "ten six three"])

    assert [place.readings for place in places] == [("one two", "ten six"), (" three", " three")]


@pytest.mark.parametrize("words", ["a " * LONGEST, "a" * 100_000])
def test_a_very_long_wording_is_one_reading(words: str) -> None:
    assert len(collate([words, "b"])) == 1
