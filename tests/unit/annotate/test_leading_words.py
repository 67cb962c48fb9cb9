import pytest

from onrecord.annotate.leading_words import without_lead, without_role_words
from onrecord.annotate.names import find_names
from onrecord.annotate.runs import Name
from onrecord.model.annotation import Kind
from support.annotated import annotated, report


def names_of(text: str) -> set[str]:
    return {mention.name for mention in annotated(text).mentions if mention.name}


def test_words_of_a_heading_before_a_full_name_are_none_of_it() -> None:
    text = (
        "Sack Imke Velik.\nImke Velik should go, a headline of the paper reads.\n"
        "Imke Velik said no. Nobody asked Imke Velik."
    )
    tokens = annotated(text).tokens
    whole = Name(range(3), "Sack Imke Velik", Kind.PERSON)
    alone = Name(range(4, 6), "Imke Velik", Kind.PERSON)
    assert [name.text for name in without_lead(text, tokens, [whole, alone, alone])] == ["Imke Velik"] * 3


def test_a_given_name_before_a_full_name_makes_another_person() -> None:
    text = "Martha Ana Velik met Ana Velik and Ana Velik."
    tokens = annotated(text).tokens
    whole = Name(range(3), "Martha Ana Velik", Kind.PERSON)
    alone = Name(range(4, 6), "Ana Velik", Kind.PERSON)
    assert without_lead(text, tokens, [whole, alone, alone])[0] == whole


def test_a_word_for_what_somebody_is_names_no_body() -> None:
    coach = Name(range(1), "Coach", Kind.BODY)
    assert without_role_words([coach]) == []
    assert without_role_words([coach, Name(range(2, 4), "Ana Coach", Kind.PERSON)])[0] == coach


def test_an_office_in_front_is_no_part_of_the_name() -> None:
    assert "Martin Pell" in names_of("Minority Whip Martin Pell said that the vote was close.")


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Archpriest Ysoria Quarrow said the roof leaked.", "Ysoria Quarrow"),
        ("On Monday Zephan Okuleye-Marr said the wall would hold.", "Zephan Okuleye-Marr"),
        ("Minister for Rivers Ysoria Quarrow said the wall would hold.", "Ysoria Quarrow"),
        ("Mayor of Ardle Zephan Marr said the wall would hold.", "Zephan Marr"),
    ],
)
def test_what_somebody_is_called_by_is_no_part_of_an_uncommon_name(sentence: str, name: str) -> None:
    assert name in names_of(sentence)


def test_a_first_name_that_is_no_calling_stays() -> None:
    assert "Ysoria Zephan Quarrow" in names_of("Ysoria Zephan Quarrow said the wall would hold.")
    text = "Lawyer for Ysoria Zephan Quarrow said no."
    found = find_names(report(text), annotated(text).tokens, annotated(text).sentences)
    assert [name.text for name in found] == ["Ysoria Zephan Quarrow"]


def test_a_given_name_stays_where_the_two_family_names_stand_alone() -> None:
    text = (
        "Ximo Arrazola Bide, a farmer, said the wall would hold. “It was a sieve,” Arrazola Bide said.\n"
        "Arrazola Bide said the money was late."
    )
    assert {chain.name for chain in annotated(text).chains if chain.name} == {"Ximo Arrazola Bide"}


def test_whose_somebody_is_is_no_part_of_the_name() -> None:
    text = "We were late, Velm Party’s Harrow told the board.\nSen. Loretta Harrow sat down. “Late,” Harrow repeated."
    assert names_of(text) - {"Velm", "Velm Party"} == {"Loretta Harrow", "Harrow"}


def test_what_a_writer_calls_those_of_one_name_is_no_part_of_it() -> None:
    text = "His mum Pearl, 81, bought the van. “No,” Pearl said. Plucky Pearl says she will leave it to the gulls."
    assert names_of(text) == {"Pearl"}
    assert "Janice" in names_of("Reader Janice in Ridley Wood writes: the bins are full.")


def test_a_first_word_that_stands_before_the_given_name_alone_does_stays() -> None:
    text = "Ridley Ruth opened the market. The stalls were full, Ruth said."
    assert "Ridley Ruth" in names_of(text)


def test_a_full_stop_behind_a_name_is_none_of_it() -> None:
    text = "‘With these shoes,’ fumes Mo. ‘My hip hurts.’ Auntie Mo left. Then Mo said no. Mo swims."
    assert {one.name for one in annotated(text).mentions} == {"Mo"}
