import pytest

from onrecord.model.report import Zone
from support.attributed import speakers


def test_an_age_tells_who_is_called_by_it() -> None:
    text = (
        "Martin Roe, 33, drives a lorry. Tom Velik, 61, does not.\nThe river rose.\n"
        "The 33-year-old said that nobody had seen it."
    )
    assert speakers(text)[-1] == ["Martin Roe"]


def test_an_age_that_two_have_tells_nobody() -> None:
    text = "Martin Roe, 33, and Tom Velik, 33, drive a lorry.\nThe river rose.\nThe 33-year-old said that nobody had seen it."
    assert speakers(text)[-1] in ([], [None])


def test_a_spokeswoman_is_the_one_who_is_named_after() -> None:
    text = "A spokeswoman said it was chance.\n“We are sorry,” wrote the spokeswoman, Martha Harrow."
    assert speakers(text)[0] == ["Martha Harrow"]


@pytest.mark.parametrize(("word", "who"), [("lawyer", "Martha Harrow"), ("baker", None)])
def test_a_like_trade_is_the_same_person(word: str, who: str | None) -> None:
    text = f"The solicitor, Martha Harrow, said no. Tom Velik slept. “It is over,” the {word} added."
    assert speakers(text)[-1] == [who]


def test_a_body_is_meant_by_the_noun_that_the_report_gave_it() -> None:
    text = (
        "The charity Warm Roofs lamented that grants would stay. The Harrow Guild said it was glad.\n"
        "The charity said half would freeze."
    )
    assert speakers(text) == [["Warm Roofs"], ["Harrow Guild"], ["Warm Roofs"]]


def test_a_former_mayor_is_not_the_mayor() -> None:
    text = (
        "The mayor said the pool would close. Councillor Martha Harrow, a former mayor, said it was a shame."
    )
    assert speakers(text) == [[None], ["Martha Harrow"]]


def test_an_office_that_somebody_without_a_name_holds_too_is_nobodys_by_its_bare_name() -> None:
    text = (
        "The president of Ostland said he was sorry. President Martin Roe of Westland said he was not.\n"
        "The president said war was near."
    )
    assert speakers(text)[-1] == [None]


def test_a_spokeswoman_for_a_firm_is_named_later_unless_another_comes_up() -> None:
    later = "“We are sorry,” wrote the spokeswoman, Martha Harrow."
    said = "A spokeswoman for the firm said it was chance."
    assert speakers(f"{said}\n{later}")[0] == ["Martha Harrow"]
    assert speakers(f"{said}\nA spokeswoman for the port slept.\n{later}")[0] != ["Martha Harrow"]


def test_a_headline_gives_the_office_of_the_one_who_holds_it() -> None:
    text = "“It leaks,” says mayor\nMayor Ana Velik met the crews. Velik said that the quay leaks."
    assert speakers(text, zones=[Zone.HEADLINE, Zone.BODY])[0] == ["Ana Velik"]


def test_of_two_mayors_the_headline_names_neither() -> None:
    text = "“It leaks,” says mayor\nMayor Ana Velik met Mayor Tom Roe. Velik said that the quay leaks."
    assert speakers(text, zones=[Zone.HEADLINE, Zone.BODY])[0] == [None]


def test_who_was_something_else_holds_the_office_told_beside_it() -> None:
    text = (
        "The committee's chair, Sen. Ana Velik, a former prosecutor, held up a map. Tom Roe left.\n"
        "Owen Pell sang.\n“The quay leaks,” the chair said."
    )
    assert speakers(text)[-1] == ["Ana Velik"]


def test_half_an_office_is_not_of_its_holder_once_somebody_else_is_named() -> None:
    text = (
        "“We wrote to the board,” said the deputy minister of ports, Olga Velik.\n"
        "The head of the Free Union, Nina Roe, demands that the governor leave. “He knows the price,” the deputy said."
    )
    assert speakers(text)[-1] != ["Olga Velik"]


def test_half_an_office_is_of_its_holder_where_nobody_else_is_named() -> None:
    text = (
        "“We wrote to the board,” said the deputy mayor, Olga Velik.\n"
        "Rain fell on Monday. “It will flood,” the deputy said."
    )
    assert speakers(text)[-1] == ["Olga Velik"]
