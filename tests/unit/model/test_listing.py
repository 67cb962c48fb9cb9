import pytest

from onrecord.model.attribution import Level, Manner
from onrecord.model.listing import LARGEST_PLACE, MOST, Asked, Order


def test_asking_for_nothing_asks_for_any() -> None:
    asked = Asked()
    assert (asked.words, asked.speaker, asked.first, asked.order) == ("", None, 0, Order.RELEVANCE)
    assert asked.most <= MOST


@pytest.mark.parametrize("bounds", [{"most": 0}, {"most": MOST + 1}, {"first": -1}, {"independent": -1}])
def test_what_no_list_can_answer_is_refused(bounds: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="is from"):
        Asked(**bounds)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def test_a_place_beyond_every_list_is_refused() -> None:
    with pytest.raises(ValueError, match="first is from 0"):
        Asked(first=LARGEST_PLACE + 1)


def test_a_word_stands_for_what_it_names_and_any_other_is_refused() -> None:
    asked = Asked(order="time", manner="direct", level="likely")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    assert (asked.order, asked.manner, asked.level) == (Order.TIME, Manner.DIRECT, Level.LIKELY)
    assert asked.order is Order.TIME
    with pytest.raises(ValueError, match="order is one of relevance, time, sources, not 'newest'"):
        Asked(order="newest")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
