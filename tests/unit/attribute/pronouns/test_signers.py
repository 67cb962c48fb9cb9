from support.attributed import speakers


def test_a_text_is_whose_name_it_was_posted_under() -> None:
    text = "By dusk Harrow Ropes had posted a statement under the name of the spokeswoman, Ana Roe. “We are sorry,” it read."
    assert speakers(text) == [["Ana Roe"]]


def test_a_text_that_nobody_is_told_to_have_signed_is_not_the_next_name() -> None:
    text = "By dusk a statement hung on the door. “We are sorry,” it read. Ana Roe wept."
    assert speakers(text) == [[]]
