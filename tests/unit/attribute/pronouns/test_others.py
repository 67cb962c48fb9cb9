from support.attributed import speakers


def test_they_are_the_people_who_came_up_last() -> None:
    text = "The Harrow Council met. The council interviewed twenty editors. They said that it was late."
    assert speakers(text)[-1] != ["Harrow Council"]


def test_it_goes_on_with_the_body_that_spoke() -> None:
    text = "The Harrow Council said no. It said that the pier was shut."
    assert speakers(text)[-1] == ["Harrow Council"]


def test_a_family_that_came_up_since_may_be_they() -> None:
    text = "Congress sent a card. The Orvars cut back the feast because they wanted to give others a seat."
    assert ["Congress"] not in speakers(text)
