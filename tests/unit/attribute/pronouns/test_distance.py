import pytest

from support.attributed import speakers


def test_whose_son_somebody_is_matters_only_where_both_may_be_meant() -> None:
    hers = (
        "Martha Harrow taught for years. Her son, Tom Velik, said she had died.\n“She swam at dawn,” he said."
    )
    assert speakers(hers)[-1] == ["Tom Velik"]
    his = "Martin Harrow taught for years. His son, Tom Velik, said he had died.\n“We swam at dawn,” he said."
    assert speakers(his)[-1] != ["Tom Velik"]


def test_a_name_that_somebody_gives_is_nobody_elses() -> None:
    text = (
        "A man who gave his name as Tom Velik spoke at the gate. “We wait,” Velik said.\n"
        "“It will open,” he said."
    )
    assert speakers(text)[-1] == ["Tom Velik"]


@pytest.mark.parametrize(
    "between", ["The islands asked him to settle the quarrel.", "They wrote to him in May."]
)
def test_a_paragraph_about_somebody_else_who_is_he_ends_the_stage(between: str) -> None:
    text = f"“He would fail you for a line,” Martin Roe said.\n{between}\n“I could not face the stairs,” he explained."
    assert speakers(text)[-1] == []


def test_whose_words_are_told_by_his_is_as_far_away_as_he_would_be() -> None:
    text = (
        "“He would fail you for a line,” Martin Roe said.\nThe islands asked him to settle the quarrel.\n"
        "In his words, “North is a habit.”"
    )
    assert speakers(text)[-1] == []
