from datetime import date

import pytest
import typer

from onrecord.publish.cli.day import read_day


def test_a_day_is_read() -> None:
    assert read_day(" 2024-02-29 ") == date(2024, 2, 29)


@pytest.mark.parametrize("given", ["2022-13-01", "2023-02-29", "March", ""])
def test_what_is_no_day_is_refused_with_one_that_is(given: str) -> None:
    with pytest.raises(typer.BadParameter, match="is no day; give one such as 2024-03-15"):
        read_day(given)
