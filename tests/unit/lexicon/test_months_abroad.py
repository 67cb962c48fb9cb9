import re

import pytest

from onrecord.lexicon.months_abroad import DAY_ABROAD, MONTHS_ABROAD


@pytest.mark.parametrize(
    ("text", "month"),
    [("3. März 2022", 3), ("1er juillet 2021", 7), ("9 d’agosto de 2020", 8), ("11 października 2023", 10)],
)
def test_a_day_is_read_as_its_language_writes_it(text: str, month: int) -> None:
    found = re.fullmatch(DAY_ABROAD, text, re.IGNORECASE)
    assert found is not None
    assert MONTHS_ABROAD[found["month"].casefold()] == month


def test_a_name_of_two_months_is_none() -> None:
    assert "listopada" not in MONTHS_ABROAD
