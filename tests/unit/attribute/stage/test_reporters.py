from support.attributed import speakers


def test_who_writes_a_report_is_not_the_one_its_pronouns_go_on_with() -> None:
    text = (
        "By Tom Velik in Halden and Owen Roe\n\n"
        "Over lunch, Owen met a guide on the quay. He said that the wall had held."
    )
    assert speakers(text)[-1] == []


def test_who_only_stands_by_is_no_writer() -> None:
    text = "Owen Roe met a crowd on the quay. He said that the wall had held."
    assert speakers(text)[-1] == ["Owen Roe"]
