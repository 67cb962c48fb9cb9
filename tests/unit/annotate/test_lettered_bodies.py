import pytest

from support.annotated import annotated


def names(text: str) -> set[str | None]:
    return {chain.name for chain in annotated(text).chains}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "The Association of Ward and Theatre Cleaners (AWTC) wants more.",
            "Association of Ward and Theatre Cleaners",
        ),
        ("The Ward Standards Inspectorate (WSI) rated the hospital good.", "Ward Standards Inspectorate"),
        ("The Ministry of Roads and Inland Waters denied it.", "Ministry of Roads and Inland Waters"),
    ],
)
def test_a_body_is_named_at_the_length_that_its_letters_spell(text: str, name: str) -> None:
    assert name in names(text)


def test_letters_that_spell_something_else_cut_nothing() -> None:
    assert "Halden Harbour Board" in names("The Halden Harbour Board (POH) met.")


def test_who_stands_behind_and_is_no_field_of_a_ministry() -> None:
    assert "Ana Velik" in names("The Ministry of Roads and Ana Velik denied it.")


def test_letters_known_from_brackets_are_a_body_wherever_they_stand() -> None:
    text = "The Halden Independent Supporters (HIS) want to know more. The HIS said it would ask."
    (body,) = [chain for chain in annotated(text).chains if chain.name == "Halden Independent Supporters"]
    assert body.mentions[-1].name == "HIS"
