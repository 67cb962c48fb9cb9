from support.attributed import speakers


def test_who_opens_the_paragraph_is_meant_before_who_spoke_above() -> None:
    text = (
        "Tom Velik said the pier was shut.\nThe leader of the league, Martin Roe, called on the board to go. "
        "“We have waited too long,” he said."
    )
    assert speakers(text)[-1] == ["Martin Roe"]


def test_what_stands_in_a_side_clause_takes_no_stage() -> None:
    text = (
        "Martha Harrow said she understood.\nTom Velik met her over what the menu calls “soup of the day”. "
        "He told her that names would be named."
    )
    assert speakers(text)[-1] == ["Tom Velik"]


def test_whose_tutor_somebody_is_comes_before_the_tutor() -> None:
    text = (
        "Tom Velik drew maps. At school his tutor, Sir Martin Roe, warned him that maps were no trade.\n"
        "In May he wrote that the river moved."
    )
    assert speakers(text)[-1] != ["Martin Roe"]


def test_a_paragraph_about_somebody_else_who_is_he_ends_the_stage() -> None:
    text = (
        "“He would fail you for a line,” Martin Roe said.\nThe islands asked him to settle the quarrel.\n"
        "“I could not face the stairs,” he explained."
    )
    assert speakers(text)[-1] == []


def test_who_asks_is_not_who_answers() -> None:
    text = (
        "Martha Harrow said the bill was high.\nAsked by a woman from the public whether she would walk, she replied: "
        "“No. And I have told officers so.”"
    )
    assert speakers(text)[-1] in (["Martha Harrow"], [])
