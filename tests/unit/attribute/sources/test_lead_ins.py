import pytest

from support.attributed import speakers


@pytest.mark.parametrize(
    "lead",
    ["Answering Ms Roe (Fens, Ind.)", "Replying to Ms Roe", "Responding to Ana Roe", "Asked by Ana Roe"],
)
def test_who_is_answered_is_not_who_answers(lead: str) -> None:
    text = f"Ana Roe rose.\n{lead}, the minister denied that the pier had cost him votes."
    assert speakers(text)[-1] in ([], [None])


def test_who_answers_stays_who_the_report_says() -> None:
    text = "The mayor, Tom Velik, said the pier was safe.\nReplying to Ana Roe, the mayor said that it would open."
    assert speakers(text) == [["Tom Velik"], ["Tom Velik"]]


def test_who_asks_in_the_clause_that_leads_up_does_not_answer() -> None:
    text = (
        "Tom Velik and Martha Roe met on Monday. "
        "Asked by counsel, Tom Velik, who had the keys, Martha Roe said that nobody had the lamp."
    )
    assert speakers(text)[-1] == ["Martha Roe"]


def test_who_is_spoken_to_is_not_who_holds_the_office_behind_it() -> None:
    text = "Speaking to Radio Halden, the head of the union, Tom Roe, said that the strike would go on."
    assert speakers(text) == [["Tom Roe"]]
