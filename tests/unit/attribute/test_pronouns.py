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
