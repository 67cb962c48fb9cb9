import pytest

from onrecord.link.events.held_terms import HeldTerms
from onrecord.link.events.kept_profiles import decode_profile, encode_profile
from onrecord.link.events.outline import outline
from onrecord.link.events.profiles import profile_within
from support.piles import reading_of

TEXT = "In Velm the Tarn reservoir lost 1,200 cubic metres, and 40 workers of the Halvard cannery went home on Friday."
HELD = HeldTerms(
    [
        outline(reading_of("Tarn drained", [TEXT])),
        outline(reading_of("Mill stands still", [TEXT, "A mill below the reservoir stood still."])),
        outline(reading_of("", [""])),
    ]
)
DAM, MILL, NOTHING = (
    HELD[reading.report.id]
    for reading in (
        reading_of("Tarn drained", [TEXT]),
        reading_of("Mill stands still", [TEXT, "A mill below the reservoir stood still."]),
        reading_of("", [""]),
    )
)


def test_a_profile_comes_back_number_for_number() -> None:
    profile = profile_within(DAM, [DAM, MILL], 0.25, HELD)
    assert len(profile.phrases)
    assert all(len(kind) for kind in DAM.kinds)
    again = decode_profile(DAM, encode_profile(profile))
    assert again.report is DAM
    assert again.weights.tolist() == profile.weights.tolist()
    assert again.phrases.tolist() == profile.phrases.tolist()
    assert again.crowd == profile.crowd == 0.25


def test_a_report_that_says_nothing_has_a_profile_too() -> None:
    again = decode_profile(NOTHING, encode_profile(profile_within(NOTHING, [NOTHING], 0.0, HELD)))
    assert (again.crowd, len(again.weights), len(again.phrases)) == (0.0, 0, 0)


def test_too_few_bytes_are_no_profile() -> None:
    value = encode_profile(profile_within(DAM, [DAM], 0.0, HELD))
    with pytest.raises(ValueError, match="buffer"):
        decode_profile(DAM, value[:40])
