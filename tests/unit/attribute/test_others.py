from support.attributed import speakers


def test_they_are_the_people_who_came_up_last() -> None:
    text = "The Harrow Council met. The council interviewed twenty editors. They said that it was late."
    assert speakers(text)[-1] != ["Harrow Council"]


def test_it_goes_on_with_the_body_that_spoke() -> None:
    text = "The Harrow Council said no. It said that the pier was shut."
    assert speakers(text)[-1] == ["Harrow Council"]
