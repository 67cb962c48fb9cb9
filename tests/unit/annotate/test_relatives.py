from support.annotated import annotated


def names(text: str) -> list[str]:
    return [mention.name for mention in annotated(text).mentions if mention.name]


def test_a_given_name_missed_before_a_known_family_name_is_taken_in() -> None:
    text = (
        "Sunita Devarel said she had counted the lorries.\n"
        "By the door hung the drawings. Otis Devarel, nine, said he did not mind the houses."
    )
    assert "Otis Devarel" in names(text)


def test_an_office_before_a_family_name_is_no_given_name() -> None:
    text = "Sunita Devarel said she had counted the lorries. The mayor, Mrs Devarel, said no."
    assert set(names(text)) <= {"Sunita Devarel", "Devarel"}
