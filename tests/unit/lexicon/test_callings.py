from onrecord.lexicon.callings import is_calling, speaks_for_others


def test_a_witness_is_one_of_several_and_a_mayor_is_not() -> None:
    assert is_calling("Witness")
    assert not is_calling("mayor")


def test_a_spokeswoman_speaks_for_others() -> None:
    assert speaks_for_others("Spokeswoman")
    assert not speaks_for_others("speaker")
