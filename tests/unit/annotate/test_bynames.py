import pytest

from onrecord.annotate.bynames import find_bynames, initials_of
from support.annotated import annotated, chains


@pytest.mark.parametrize(
    ("text", "byname"),
    [
        (
            "Thiago Alves, known as Tiago Bo, came. Thiago Alves, widely known as Tiaguinho, left.",
            "Tiaguinho",
        ),
        ("Ana ‘Bunty’ Velik came by bus.", "Bunty"),
    ],
)
def test_a_byname_is_told_in_marks_or_behind_known_as(text: str, byname: str) -> None:
    groups = [chain.mentions for chain in annotated(text).chains]
    assert byname.casefold() in find_bynames(text, groups)


def test_letters_before_a_turn_are_whoever_alone_they_spell() -> None:
    text = "Hendrik van den Broek met the press.\nHVDB: If the paper comes, he trains."
    assert ["Hendrik van den Broek", "HVDB"] in chains(text)


def test_letters_that_spell_two_names_are_nobody() -> None:
    text = "Hendrik van den Broek met Hilde van den Berg.\nHVDB: If the paper comes, he trains."
    assert not any("HVDB" in chain and len(chain) > 1 for chain in chains(text))


def test_the_initials_of_a_name_are_of_all_its_words() -> None:
    assert initials_of("Ana de Velik") == "ADV"


def test_a_couple_has_one_family_name_where_titles_say_so() -> None:
    text = (
        "Brian and Moira Tatlock rang the ward. Mrs Tatlock said it was engaged. “Always,” said Mr Tatlock."
    )
    assert ["Brian", "Mr Tatlock"] in chains(text)


def test_two_named_in_one_breath_need_not_be_of_one_family() -> None:
    text = "Harry and Meghan Tolworth came. Harry said it was loud."
    assert "Harry Tolworth" not in {chain.name for chain in annotated(text).chains}
