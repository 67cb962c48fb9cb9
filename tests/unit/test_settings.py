import pytest

from onrecord.settings import Settings


@pytest.mark.parametrize("years", [(2030, 2000), (0, 10), (2000, 10000)])
def test_years_that_are_no_range_are_refused(years: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="not a range of years"):
        Settings(years=years)


def test_settings_are_kept_as_words() -> None:
    words = Settings(tagger=False, wide=True, vectors=False).as_words()
    assert (words["tagger"], words["wide"], words["years"]) == ("no", "yes", "2000-2030")
    assert words["vectors"] == "no"


def test_where_tables_of_facts_lie_is_not_kept() -> None:
    words = Settings(starter_facts=False, facts=("a/place.csv",)).as_words()
    assert words["starter_facts"] == "no"
    assert not any("place" in value for value in words.values())
