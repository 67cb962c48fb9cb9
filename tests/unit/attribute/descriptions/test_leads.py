import pytest

from support.attributed import speakers

LATER = "\nLast night the councillor promised to turn it off."


def test_a_lead_is_about_whom_the_next_paragraph_names_by_age() -> None:
    text = (
        "A councillor who voted against a porch has put up his own.\nBarry Roe, 58, had it built in May."
        + LATER
    )
    assert speakers(text)[-1] == ["Barry Roe"]


def test_a_title_tells_the_trade_of_the_lead() -> None:
    text = (
        "A nurse who warned of a faulty pump was told to stop.\nSister Agnes Velik said she wrote four times.\n"
        "Tom Roe listened. “Nobody read it,” the nurse said."
    )
    assert speakers(text)[-1] == ["Agnes Velik"]


@pytest.mark.parametrize(
    "lead",
    [
        "A councillor and a docker have put up a porch.\nBarry Roe, 58, had it built in May.",
        "A councillor has put up a porch.\nInspector Barry Roe, 58, went to see it in May.",
        "A councillor has put up a porch.\nThe porch is small. Barry Roe, 58, saw it in May.",
    ],
)
def test_two_people_another_office_or_a_later_name_leave_the_lead_unknown(lead: str) -> None:
    assert speakers(lead + LATER)[-1] == [None]


def test_who_says_the_lead_is_quoted_next_by_a_name_that_a_clause_explains() -> None:
    text = (
        "The bow had rusted for years, a former bosun said on Tuesday.\n"
        "“I logged it,” Martha Roe, who was on watch, told the hearing."
    )
    assert speakers(text) == [["Martha Roe"], ["Martha Roe"]]


def test_a_judge_of_a_lead_is_nobody_who_is_glad_of_the_ruling() -> None:
    text = (
        "The mine must close, a judge said on Tuesday.\n"
        "“We are glad,” Martha Roe, who lives next to it, told the hearing."
    )
    assert speakers(text)[0] == [None]
