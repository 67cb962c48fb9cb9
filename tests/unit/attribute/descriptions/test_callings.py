from onrecord.attribute.descriptions.callings import find_bearers
from support.annotated import chain
from support.attributed import speakers


def test_a_label_in_capitals_calls_the_one_of_that_surname() -> None:
    text = "Martha Penrose and Tom Velik met the board.\nPENROSE: The tide is out.\nVELIK: It will be back."
    assert ["Martha Penrose"] in speakers(text)


def test_a_label_in_capitals_calls_the_one_of_that_part() -> None:
    text = (
        "DISPATCHER: What is the address?\nCALLER: The museum. There is a man on the floor.\n"
        "The caller was Martha Penrose."
    )
    assert ["Martha Penrose"] in speakers(text)


def test_the_bearers_of_a_last_name_are_those_named_in_full() -> None:
    found = find_bearers([chain("r", "Ana Velik"), chain("r", "Velik"), chain("r", "Tom Velik")])
    assert [one.name for one in found["Velik"]] == ["Ana Velik", "Tom Velik"]
