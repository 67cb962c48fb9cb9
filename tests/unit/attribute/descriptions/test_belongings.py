from onrecord.attribute.descriptions.belongings import find_led, find_relative, is_of_another
from support.attributed import attributed, speakers


def test_a_relative_is_the_one_whom_the_report_told_to_be_one() -> None:
    text = "Karin Pell, his wife, wept. Tom Pell stood by. His wife said that she was glad."
    assert speakers(text)[-1] == ["Karin Pell"]


def test_of_two_wives_neither_is_his_wife() -> None:
    text = "Karin Pell, his wife, wept. Ana Roe, his wife, sang. His wife said that she was glad."
    persons = [chain for chain in attributed(text).chains if chain.name]
    assert find_relative(text, "His wife", persons, len(text)) is None


def test_somebodys_party_stands_in_what_somebody_is() -> None:
    text = "The leader of the Harbour Party, Tom Roe, rose. The Harbour Party is small. His party demands that she leave."
    chains = {chain.name: chain for chain in attributed(text).chains}
    assert find_led(chains["Tom Roe"], chains.values()) == chains["Harbour Party"].id


def test_one_mans_lawyer_is_not_anothers() -> None:
    text = "Tom Roe’s lawyer, Ana Velik, rose. Owen Pell left."
    chains = {chain.name: chain for chain in attributed(text).chains}
    assert is_of_another(text, chains["Ana Velik"], chains["Owen Pell"])
