from onrecord.lexicon.calendar import MONTHS, NUMBERS, UNITS, WEEKDAYS


def test_the_week_starts_on_monday_and_the_year_in_january() -> None:
    assert (WEEKDAYS["monday"], WEEKDAYS["sunday"]) == (0, 6)
    assert (MONTHS["january"], MONTHS["dec"]) == (1, 12)


def test_a_decade_is_ten_years_and_a_fortnight_two_weeks() -> None:
    assert UNITS["decade"] == ("year", 10)
    assert UNITS["fortnight"] == ("week", 2)


def test_a_word_that_tells_no_number_has_none() -> None:
    assert NUMBERS["twelve"] == 12
    assert NUMBERS["several"] is None
