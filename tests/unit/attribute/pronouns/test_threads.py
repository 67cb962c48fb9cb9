from support.attributed import speakers


def test_a_pronoun_goes_on_with_the_one_before_it() -> None:
    text = (
        "Jul Harrow tells it otherwise. She had asked Ana Roe to bar the gate, she says, and nobody did.\n"
        "“I heard it bang,” she says."
    )
    assert speakers(text)[-1] in (["Jul Harrow"], [])


def test_whoever_becomes_the_subject_in_between_ends_the_thread() -> None:
    text = "Tom Velik drew maps and he sold them. Martin Roe bought two. He said they were wrong."
    assert speakers(text)[-1] != ["Tom Velik"]


def test_a_nameless_person_who_was_she_stays_she() -> None:
    text = "Martha Roe left early. A neighbour remembers the fire. It was hers, she says. “I saw the smoke,” she says."
    assert speakers(text)[-1] != ["Martha Roe"]
