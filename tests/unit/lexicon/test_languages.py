import pytest

from onrecord.lexicon.languages import as_tag, is_english


@pytest.mark.parametrize("tag", ["en", "EN", "en-GB", "en_US", "eng", "English"])
def test_english_is_known_by_its_tags(tag: str) -> None:
    assert is_english(tag)


@pytest.mark.parametrize("tag", ["de", "es-MX", "enm", ""])
def test_other_languages_are_not(tag: str) -> None:
    assert not is_english(tag)


@pytest.mark.parametrize(
    ("written", "tag"),
    [
        ("German", "de"),
        ("ENGLISH", "en"),
        ("deutsch", "de"),
        ("English (UK)", "en"),
        ("Bahasa Indonesia", "id"),
        ("eng", "en"),
        ("ger", "de"),
        ("deu-AT", "de-AT"),
        ("EN", "en"),
        ("en_GB.UTF-8", "en-GB"),
        ("zh_Hant_TW", "zh-Hant-TW"),
        ("en-GB", "en-GB"),
        ("", ""),
        ("klingon", "klingon"),
        ("english, german", "english, german"),
    ],
)
def test_names_of_languages_become_tags_and_others_stay(written: str, tag: str) -> None:
    assert as_tag(written) == tag
