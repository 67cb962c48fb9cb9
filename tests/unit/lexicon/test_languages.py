import pytest

from onrecord.lexicon.languages import is_english


@pytest.mark.parametrize("tag", ["en", "EN", "en-GB", "en_US", "eng", "English"])
def test_english_is_known_by_its_tags(tag: str) -> None:
    assert is_english(tag)


@pytest.mark.parametrize("tag", ["de", "es-MX", "enm", ""])
def test_other_languages_are_not(tag: str) -> None:
    assert not is_english(tag)
