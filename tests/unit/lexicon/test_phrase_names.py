import pytest

from onrecord.lexicon.phrase_names import read_phrase_name


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("P. March of Halden Rail", "P. March"),
        ("Ms Winter", "Winter"),
        ("Velik, a resident", "Velik"),
        ("Marc-Antoine d'Arbois", "Marc-Antoine d'Arbois"),
        ("af Klint", "af Klint"),
        ("TMZ", "TMZ"),
    ],
)
def test_a_phrase_that_opens_with_a_name_is_called_by_it(phrase: str, name: str) -> None:
    assert read_phrase_name(phrase) == name


@pytest.mark.parametrize(
    "phrase",
    ["Halden Council", "TELLY", "Pell and Roe", "the keeper", "Moscow", "Sunday", "Norwegians", "", "de la"],
)
def test_what_is_nobody_s_name_is_none(phrase: str) -> None:
    assert read_phrase_name(phrase) is None


def test_what_leads_on_is_no_name() -> None:
    assert read_phrase_name("Moreover") is None
