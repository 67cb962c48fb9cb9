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


def test_pairs_kept_apart_are_kept_in_one_order_and_only_where_there_are_any() -> None:
    one = Settings(apart=(("Roe", "Rowe"), ("Velik", "Bellik")))
    other = Settings(apart=(("Bellik", "Velik"), ("Rowe", "Roe")))
    assert one == other
    assert one.as_words()["apart"] == "Bellik|Velik; Roe|Rowe"
    assert "apart" not in Settings().as_words()


@pytest.mark.parametrize("pair", [("Roe", "Roe"), ("Roe", " "), ("Roe|Rowe", "Velik"), ("Roe;", "Velik")])
def test_what_are_no_two_names_are_refused(pair: tuple[str, str]) -> None:
    with pytest.raises(ValueError, match="not two names"):
        Settings(apart=(pair,))


def test_pairs_kept_apart_come_back_from_their_words() -> None:
    settings = Settings(apart=(("Roe", "Rowe"), ("Velik", "Bellik")))
    assert Settings.of_words(settings.as_words()) == settings
