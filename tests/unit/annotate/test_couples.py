from support.annotated import annotated


def test_who_holds_an_office_is_not_the_relative_named_in_the_same_sentence() -> None:
    text = (
        "As President Orvar faced criticism, Michelle Orvar smiled at the guests.\n"
        "Mr. Orvar said he was late. President Orvar told the guests that it was cold."
    )
    found = [set(chain.names) for chain in annotated(text).chains if chain.name and "Orvar" in chain.name]
    assert {"Michelle Orvar"} in found
    assert {"Orvar"} in found


def test_a_full_name_in_a_later_sentence_may_be_the_office_holders() -> None:
    text = "President Orvar faced criticism. Michelle Orvar, 61, said that it was late."
    assert [set(chain.names) for chain in annotated(text).chains] == [{"Orvar", "Michelle Orvar"}]
