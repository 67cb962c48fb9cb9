import pytest

from support.annotated import annotated


@pytest.mark.parametrize(
    "name",
    [
        "Tariq bin Saeed al-Mansoor",
        "Elchin Tahir oglu Safarli",
        "Pieter van 't Hof",
        "Siobhan Mac an tSaoir",
        "Rupert ffoulkes-Grale",
        "Marie-Ange N'Diagne",
    ],
)
def test_a_name_goes_on_behind_its_joint(name: str) -> None:
    assert name in {mention.name for mention in annotated(f"The owner, {name}, said no.").mentions}


def test_no_name_goes_on_behind_a_common_word() -> None:
    assert "Ana Velik" in {mention.name for mention in annotated("Ana Velik in the van said no.").mentions}


def test_what_shows_respect_is_no_part_of_the_name_of_whom_the_report_names_in_full() -> None:
    text = "Ismat Velik opened the hall. Ismat-aka asked the reporters to write that he was not offended."
    assert {one.name for one in annotated(text).mentions if one.name} == {"Ismat Velik", "Ismat"}


def test_who_has_no_other_name_keeps_what_shows_respect() -> None:
    text = "Among them was the shepherd Yunus-aka, 77. Yunus-aka said that his brother was deaf."
    assert {one.name for one in annotated(text).mentions if one.name} == {"Yunus-aka"}
