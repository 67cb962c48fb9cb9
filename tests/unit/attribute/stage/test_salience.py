from support.attributed import speakers


def test_a_new_subject_takes_the_stage() -> None:
    text = "Martha Harrow said the pier was shut.\nTom Velik walked past in the rain. He said the crews would wait."
    assert speakers(text) == [["Martha Harrow"], ["Tom Velik"]]


def test_somebody_talked_about_is_not_on_stage() -> None:
    text = "Martha Harrow said that Tom Velik had left the room.\nShe said the crews would wait."
    assert speakers(text)[-1] == ["Martha Harrow"]


def test_who_is_told_of_before_a_semicolon_is_on_stage() -> None:
    text = "Tom Velik said the pier was shut.\nThe judge, Martha Harrow, has disowned it; she testified that the pier was old."
    assert speakers(text)[-1] == ["Martha Harrow"]
