from hypothesis import given
from hypothesis import strategies as st

from onrecord.clean.page_places import Places


@given(st.binary(max_size=60).map(lambda data: bytes(one % 4 for one in data)), st.lists(st.integers(0, 60)))
def test_places_are_sums_of_widths_in_whatever_order_they_are_asked(widths: bytes, asked: list[int]) -> None:
    places = Places(widths, 7)
    for place in asked:
        assert places.before(min(place, len(widths))) == 7 + sum(widths[: min(place, len(widths))])


def test_places_far_apart_are_right_over_many_letters() -> None:
    widths = bytes([1, 2, 3]) * 5000
    places = Places(widths)
    for place in (0, 14_999, 4096, 4095, 12_288, 15_000, 3):
        assert places.before(place) == sum(widths[:place])


def test_equally_wide_letters_are_one_stretch() -> None:
    assert list(Places(b"\x01\x01\x03\x03\x01").runs(1, 5)) == [(1, 1, 1), (2, 3, 2), (8, 1, 1)]
