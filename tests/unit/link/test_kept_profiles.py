import pytest

from onrecord.link.kept_profiles import decode_profile, encode_profile
from onrecord.link.likeness import profile_within
from onrecord.link.outline import outline
from support.piles import reading_of

TEXT = "In Velm the Tarn reservoir lost 1,200 cubic metres, and 40 workers of the Halvard cannery went home on Friday."
DAM = outline(reading_of("Tarn drained", [TEXT]))
MILL = outline(reading_of("Mill stands still", [TEXT, "A mill below the reservoir stood still."]))
NOTHING = outline(reading_of("", [""]))


def test_a_profile_comes_back_number_for_number() -> None:
    profile = profile_within(DAM, [DAM, MILL], 0.25)
    assert profile.phrases
    assert profile.names
    assert profile.numbers
    again = decode_profile(DAM, encode_profile(DAM, profile))
    assert again == profile
    assert [list(one) for one in (again.words, again.names, again.numbers)] == [
        list(one) for one in (profile.words, profile.names, profile.numbers)
    ]


def test_a_report_that_says_nothing_has_a_profile_too() -> None:
    profile = profile_within(NOTHING, [NOTHING], 0.0)
    assert decode_profile(NOTHING, encode_profile(NOTHING, profile)) == profile


def test_too_few_bytes_are_no_profile() -> None:
    value = encode_profile(DAM, profile_within(DAM, [DAM], 0.0))
    with pytest.raises(ValueError, match="buffer"):
        decode_profile(DAM, value[:40])
