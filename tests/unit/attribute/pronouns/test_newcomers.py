import pytest

from support.attributed import speakers


@pytest.mark.parametrize(
    "newcomer",
    [
        "A woman at the gate shook her head.",
        "One of the members, a farmer from the hills, was unconvinced.",
        "And the landlady?",
    ],
)
def test_who_has_come_up_without_a_name_may_be_meant(newcomer: str) -> None:
    text = f"“The quay is safe,” Martha Harrow said.\n{newcomer} “It was a root,” she said."
    assert speakers(text)[-1] in ([], [None])


def test_who_is_told_of_before_a_semicolon_may_be_meant_behind_it() -> None:
    text = (
        "“It is asleep,” Martha Harrow said.\n"
        "The young woman laughed; the line was bad. When she came back she asked if it could wait."
    )
    assert speakers(text)[-1] in ([], [None])


def test_who_only_read_a_paper_out_is_not_whom_it_tells_of() -> None:
    text = (
        "In a paper read into the record by Sgt Tom Roe, Ana Harrow said her husband had gone out at seven. "
        "He had said that he would be back."
    )
    assert speakers(text)[-1] == []


def test_a_question_that_asks_after_a_man_brings_up_no_woman() -> None:
    text = "“The quay is safe,” Martha Harrow said.\nAnd the landlord? She laughed. “He has gone,” she said."
    assert speakers(text)[-1] == ["Martha Harrow"]
