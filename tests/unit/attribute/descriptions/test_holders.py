from support.attributed import speakers


def test_a_description_is_the_one_holder_of_the_office() -> None:
    text = "Martha Roe, the mayor of Elm, closed the pier. Tom Velik fumed. “It was rotten,” the mayor said."
    assert speakers(text)[-1] == ["Martha Roe"]


def test_two_holders_of_an_office_are_nobody() -> None:
    text = "Martha Roe, the mayor of Elm, met Tom Velik, the mayor of Oak. “It was rotten,” the mayor said."
    assert speakers(text)[-1] == [None]


def test_who_has_just_spoken_goes_on_under_another_description() -> None:
    text = "Ana Velik said no. “We told him to wave,” Tom Roe said. The midfielder added that he had waved."
    assert speakers(text)[-1] == ["Tom Roe"]


def test_a_compatriot_is_who_has_just_spoken() -> None:
    text = "The coach, Martha Roe, shrugged. “It has been a good season,” the Swede said."
    assert speakers(text)[-1] == ["Martha Roe"]


def test_his_party_is_not_any_party() -> None:
    text = "The Coast Party left. Tom Roe, a docker, stood by. His party demanded that the grounds be shut."
    assert speakers(text)[-1] != ["Coast Party"]


def test_who_is_brought_up_by_a_clause_is_no_body_named_before() -> None:
    text = "Bardo Optik lost its mill. The company that makes her hats said it would sue."
    assert ["Bardo Optik"] not in speakers(text)


def test_who_was_told_of_before_a_newcomer_is_not_the_newcomer() -> None:
    text = (
        "The president smiled at the guests. The hall was full.\n"
        "“Build the mill,” Michele Bachar told him last year. The president told her that it was not that simple."
    )
    assert ["Michele Bachar"] not in speakers(text)[1:]


def test_a_word_that_stood_for_one_firm_is_not_taken_for_another() -> None:
    text = (
        "Harrow Coaches has lost drivers. The company said it would hire.\n"
        "The brokers at Velik Rope & Sons wrote a note.\n"
        "No director has sold shares, the company said."
    )
    assert speakers(text)[0] == ["Harrow Coaches"]
    assert speakers(text)[-1] != ["Velik Rope & Sons"]


def test_of_two_ministers_the_one_who_has_just_spoken_goes_on() -> None:
    text = (
        "The interior minister, Owen Gant, left. The health minister, Ana Velik, rose. "
        "Velik denied that it was late. The minister said that the note had come in May."
    )
    assert speakers(text)[-1] == ["Ana Velik"]


def test_of_two_ministers_just_named_neither_is_the_minister() -> None:
    text = "The interior minister, Owen Gant, met the health minister, Ana Velik.\nThe minister said that the note had come in May."
    assert speakers(text)[-1] != ["Ana Velik"]


def test_an_envoy_for_something_is_named_by_the_paragraph_behind_the_lead() -> None:
    text = (
        "The special envoy for the grain talks believes that a ship will sail.\n"
        "“I am hopeful,” Ana Velik told the crews on the quay.\nThe envoy said that the sea was calm."
    )
    assert speakers(text)[0] == speakers(text)[-1] == ["Ana Velik"]
