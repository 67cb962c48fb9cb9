from support.attributed import speakers

PORTRAIT = (
    "Martha Velik has listened to walls for half a century.\n"
    "She was born on the far side of the sea. She counted steps, she says.\n"
    "She came over on a boat. The porter, Owen Pell, lit the stove.\n"
    "She charges the same for a palace and a shed.\n"
    "She married in May. Her tutor, Dame Ruth Lal, warned her that nobody would pay.\n"
)


def test_who_a_portrait_is_about_goes_on_past_those_met_on_the_way() -> None:
    text = PORTRAIT + "Nothing was sinking. In a week she had found the crack. “It was a root,” she said."
    assert speakers(text)[-1] == ["Martha Velik"]


def test_somebody_else_put_on_stage_by_name_is_as_likely() -> None:
    text = (
        PORTRAIT
        + "Imke Roth disagreed. Imke Roth complained of the murmurs.\nNothing was sinking. “It was a root,” she said."
    )
    assert speakers(text)[-1] != ["Martha Velik"]


def test_somebody_without_a_name_in_the_paragraph_is_as_likely() -> None:
    text = PORTRAIT + "A woman at the gate shook her head. “It was a root,” she said."
    assert speakers(text)[-1] != ["Martha Velik"]
