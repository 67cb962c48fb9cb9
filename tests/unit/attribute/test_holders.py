from support.attributed import speakers


def test_a_description_is_the_one_holder_of_the_office() -> None:
    text = "Martha Roe, the mayor of Elm, closed the pier. Tom Velik fumed. “It was rotten,” the mayor said."
    assert speakers(text)[-1] == ["Martha Roe"]


def test_two_holders_of_an_office_are_nobody() -> None:
    text = "Martha Roe, the mayor of Elm, met Tom Velik, the mayor of Oak. “It was rotten,” the mayor said."
    assert speakers(text)[-1] == [None]
