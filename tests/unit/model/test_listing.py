import pytest

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
