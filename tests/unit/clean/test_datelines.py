import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.clean.datelines import find_dateline, read_agency

REST = "The council met until midnight."


@pytest.mark.parametrize(
    "dateline",
    [
        "PORT HALDEN, June 3 (Agency) —",
        "PORT CARROW (CPA) –",
        "VELLIN, 4 March —",
        "Vellin –",
        "Port Carrow –",
        "OLDTOWN, N.H. -",
        "ST. BRIDE, Vell. (AP) —",
        "NEW HALDEN:",
        "(CPA) —",
        "Vellin (CPA) –",
        "MARRAM --",
    ],
)
def test_a_place_before_a_dash_is_a_dateline(dateline: str) -> None:
    found = find_dateline(f"{dateline} {REST}")
    assert found is not None
    span, start = found
    assert f"{dateline} {REST}"[: span.end] == dateline
    assert f"{dateline} {REST}"[start:] == REST


def test_an_agency_may_touch_the_first_word() -> None:
    assert find_dateline(f"LOWTON (Reuters) -{REST}") is not None


@pytest.mark.parametrize(
    "text",
    [
        "Ana Velik – a docker – said no.",
        "Anti-strike groups met.",
        "TOLLIVER: We will not sign.",
        "EXCLUSIVE - The survey is done.",
        "Tuesday's vote — the third — failed.",
        "Vellin –",
        "The quay – old as it is – stands.",
        "",
    ],
)
def test_other_dashes_and_colons_are_none(text: str) -> None:
    assert find_dateline(text) is None


def test_the_agency_is_read_from_its_brackets() -> None:
    assert read_agency("PORT CARROW (CPA) –") == "CPA"
    assert read_agency("PORT CARROW –") is None


@given(st.text())
def test_a_dateline_is_the_start_of_its_paragraph(text: str) -> None:
    found = find_dateline(text)
    if found:
        assert found[0].start == 0
        assert found[0].end <= found[1] < len(text)


def test_the_day_of_a_dateline_may_be_another_language_s() -> None:
    found = find_dateline("Berlin, 3. März 2022 – Der Rat tagte.")
    assert found is not None
    assert found[0].end == len("Berlin, 3. März 2022 –")
