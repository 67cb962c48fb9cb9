from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.clean.days import read_written_day


@pytest.mark.parametrize(
    "written",
    [
        "2024-03-15",
        "2024-03-15T23:30:00-05:00",
        "2024-03-15T10:15:00.000+0000",
        "2024-03-15 10:15:00 UTC",
        "2024-03-15 10:15:00 +0000 UTC",
        "2024/03/15",
        "2024/3/15 10:15",
        "20240315",
        "20240315101500",
        "20240315T101500+0100",
        "Fri, 15 Mar 2024 23:30:00 -0500",
        "Fri Mar 15 2024 10:15:00 GMT+0100 (Central European Time)",
        "Friday, March 15, 2024 - 10:15",
        "15 March 2024",
        "15-Mar-2024",
        "15. März 2024",
        "15.03.2024",
        " 2024-03-15\n",
    ],
)
def test_a_day_is_told_in_whatever_form_it_is_written(written: str) -> None:
    assert read_written_day(written) == date(2024, 3, 15)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "soon",
        "2024",
        "2024-03",
        "03/04/2024",
        "15/03/2024",
        "2024-02-30",
        "0000-00-00",
        "31 Feb 2024",
        "4 March",
        "Updated: 15 March 2024",
        "1710497700",
        "between 15 March 2024 and Easter",
        "2024-03-15" + " " * 200 + "or later",
    ],
)
def test_what_is_no_day_or_could_be_two_is_none(written: str) -> None:
    assert read_written_day(written) is None


@given(st.text(max_size=60))
def test_any_words_give_a_day_or_none(written: str) -> None:
    assert isinstance(read_written_day(written), date | None)
