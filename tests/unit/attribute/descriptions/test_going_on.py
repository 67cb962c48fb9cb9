from support.attributed import speakers


def test_of_two_ministers_the_one_who_has_just_spoken_adds() -> None:
    text = (
        "The energy minister, Tom Velik, said that the state would pay. "
        "Martha Roe, the fisheries minister, said that the offer was late. The minister added that she was waiting."
    )
    assert speakers(text)[-1] == ["Martha Roe"]


def test_a_paragraph_of_quotation_goes_on_with_the_minister_above() -> None:
    text = (
        "The energy minister, Tom Velik, said that the state would pay.\n"
        "The fisheries minister, Martha Roe, said that the offer was late.\n"
        "“I have his signature,” the minister added."
    )
    assert speakers(text)[-1] == ["Martha Roe"]


def test_a_minister_whose_counterpart_has_just_been_named_is_either() -> None:
    text = (
        "The foreign minister, Martha Roe, said after a call with her Danish counterpart, Per Velik, that it was over.\n"
        "The minister said that there would be another call."
    )
    assert speakers(text)[-1] == [None]


def test_he_behind_a_minister_who_may_be_either_is_nobody() -> None:
    text = (
        "Marshal Tom Pell said that he knew of nothing.\n"
        "The foreign minister, Martha Roe, said after a call with her Danish counterpart, Per Velik, that it was over.\n"
        "The minister denied that it was. “I said I would look,” he told the radio."
    )
    assert speakers(text)[-1] == [None]
