import pytest

from onrecord.lexicon.phrase_names import read_body_name, read_phrase_name


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


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("rights group Lamplight", "Lamplight"),
        ("weekly newspaper Halden Echo", "Halden Echo"),
        ("campaign group Roads for the Fens", "Roads for the Fens"),
        ("charity Warm Roofs, which feeds the old", "Warm Roofs"),
        ("group of Halden", None),
        ("spokesman Ana Velik", None),
        ("company Norway", None),
        ("the board", None),
    ],
)
def test_a_noun_for_a_body_leads_to_its_name(phrase: str, name: str | None) -> None:
    assert read_body_name(phrase) == name


def test_what_somebody_posts_by_is_a_name_where_no_other_stands_before_it() -> None:
    assert read_phrase_name("@velmgull") == "@velmgull"
    assert read_phrase_name("another fan, @velmgull") == "@velmgull"
    assert read_phrase_name("Another, @velmgull") == "@velmgull"
    assert read_phrase_name("Bishop of Halden @bishophalden") is None
    assert read_phrase_name("Velik @velmgull") is None
