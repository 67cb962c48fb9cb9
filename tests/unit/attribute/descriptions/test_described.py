import pytest

from onrecord.attribute.descriptions.described import is_same_role, role_words, varying_phrase
from support.attributed import speakers


def test_a_writer_varies_a_name_by_age() -> None:
    text = "Kaan Velik said the ball was in.\n“I had not seen it,” added the 61-year-old."
    assert speakers(text)[-1] == ["Kaan Velik"]


def test_a_second_word_for_the_only_one_on_stage_is_that_person() -> None:
    text = "Mirela Brandt squeezed the bag for an hour.\n“I just counted,” the trainee told us."
    assert speakers(text) == [["Mirela Brandt"]]


def test_an_office_behind_somebody_who_has_spoken_is_somebody_else() -> None:
    text = "Ana Velik told the court that it was dark.\n“That will do,” the judge said."
    assert speakers(text)[-1] == [None]


def test_of_two_on_stage_nobody_is_varied() -> None:
    text = "Tom Roe left. Mirela Brandt stayed.\n“I just counted,” the trainee told us."
    assert speakers(text)[-1] == [None]


def test_the_company_goes_on_with_the_one_body_on_stage() -> None:
    text = "Pinnacle Ratings said the debt was high.\nThe company added that it would look again in May."
    assert speakers(text) == [["Pinnacle Ratings"], ["Pinnacle Ratings"]]


@pytest.mark.parametrize(("held", "same"), [("mayor of Port Elm", True), ("lawyer for Mr Roe", False)])
def test_a_role_is_repeated_by_its_words(held: str, *, same: bool) -> None:
    assert is_same_role(role_words("the mayor"), role_words(held)) is same


def test_a_phrase_is_found_around_what_the_parser_left_of_it() -> None:
    text = "“No,” added the 61-year-old, smiling."
    start = text.index("61")
    found = varying_phrase(text, start, start + 7)
    assert found is not None
    assert found.of(text) == "the 61-year-old"


def test_a_businessman_is_nobody_who_is_she() -> None:
    text = "“That raises questions,” Mrs Martha Penrose said.\nThe businessman said he had read it."
    assert speakers(text)[-1] == [None]


def test_a_former_president_may_be_another_one() -> None:
    text = (
        "Martin Penrose met the crowd at noon.\n“Labels are for cans,” the former president told the crowd."
    )
    assert speakers(text) == [[None]]


def test_somebody_s_supporter_is_somebody_else() -> None:
    text = "Martha Penrose urged women to vote, saying it mattered.\nThe Harrow supporter said there was no need."
    assert speakers(text)[-1] != ["Martha Penrose"]


def test_a_description_repeats_the_nameless_one_before_it() -> None:
    text = "Tom Velik was met by a trainee at the desk.\n“Come in,” the trainee told us."
    assert speakers(text) == [[None]]


def test_the_company_is_the_only_firm_that_the_report_has_named() -> None:
    text = "Harrow Coaches said it would pay. The Ministry of Waters said no.\nIt rained.\nThe company said it was sorry."
    assert speakers(text)[-1] == ["Harrow Coaches"]


def test_an_age_and_what_somebody_was_are_one_description() -> None:
    text = "Imke Roth laughed. “No,” she said.\nThe 61-year-old former magistrate said that it was late."
    assert speakers(text)[-1] == ["Imke Roth"]
