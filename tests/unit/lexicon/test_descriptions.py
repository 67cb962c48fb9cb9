import pytest

from onrecord.lexicon.descriptions import (
    is_contested,
    is_handed_over,
    is_indefinite,
    is_past,
    is_plain_description,
    is_same_office,
    is_shared_calling,
    is_specific,
    read_office,
)


@pytest.mark.parametrize(
    ("description", "role"),
    [
        ("secretary general of the bloc", "NATO Secretary General"),
        ("NATO Secretary-General", "Secretary General of NATO"),
        ("Norwegian premier", "Prime Minister of Norway"),
        ("chairwoman", "chair of the Harbour Board"),
        ("president of the Russian Federation", "Russian President"),
        ("embattled mayor", "mayor of Halden"),
        ("the red-eyed harbour minister", "harbour minister"),
        ("the 51-year-old ex-judge", "former judge"),
    ],
)
def test_a_description_fits_the_office_it_names(description: str, role: str) -> None:
    assert is_same_office(description, role)


@pytest.mark.parametrize(
    ("description", "role"),
    [
        ("deputy mayor", "mayor of Halden"),
        ("former mayor", "mayor of Halden"),
        ("mayor", "former mayor"),
        ("foreign minister", "prime minister"),
        ("minister", "prime minister"),
        ("Swedish prime minister", "Norwegian prime minister"),
        ("secretary", "NATO Secretary General"),
        ("bloc", "NATO Secretary General"),
    ],
)
def test_a_description_of_another_office_does_not_fit(description: str, role: str) -> None:
    assert not is_same_office(description, role)


def test_near_by_a_bare_minister_is_the_one_just_named() -> None:
    assert is_same_office("minister", "foreign minister of Norway", near=True)
    assert not is_same_office("minister", "foreign minister of Norway")
    assert not is_same_office("minister", "former foreign minister", near=True)


def test_a_description_is_specific_when_it_names_a_body_or_country() -> None:
    assert is_specific("NATO secretary general")
    assert not is_specific("secretary general of the bloc")


def test_a_plain_description_names_nothing() -> None:
    assert is_plain_description("company")
    assert not is_plain_description("Halden harbour board") or not is_plain_description(
        "harbour board of Halden"
    )


def test_an_article_tells_whether_somebody_is_new() -> None:
    assert is_indefinite("a senior official")
    assert not is_indefinite("the mayor")


def test_an_office_is_taken_apart() -> None:
    office = read_office("former Norwegian prime minister")
    assert office.heads == {"minister"}
    assert office.marks == {"former", "prime"}
    assert office.of == {"norway"}


@pytest.mark.parametrize("role", ["mayor's widow", "lawyer for the mayor", "mayor’s successor"])
def test_whose_somebody_is_is_another_person_s_office(role: str) -> None:
    assert not is_same_office("mayor", role, near=True)
    assert not is_same_office(role, "mayor of Halden", near=True)


def test_a_calling_is_shared_and_an_office_is_not() -> None:
    assert is_shared_calling("the engineer")
    assert not is_shared_calling("the mayor")


@pytest.mark.parametrize(
    ("description", "handed"), [("mayor", True), ("outgoing mayor", False), ("judge", False)]
)
def test_an_office_that_is_handed_over_is_nobodys_by_its_bare_name(description: str, *, handed: bool) -> None:
    assert is_handed_over("The new mayor put the chain on.", description) == handed


def test_a_place_that_is_called_new_hands_nothing_over() -> None:
    assert not is_handed_over("The New Halden mayor put the chain on.", "mayor")


def test_a_bare_office_is_contested_by_another_of_that_name() -> None:
    assert is_contested("president", ["president of Oslo"], ["president of Riga"])
    assert not is_contested("president", ["president of Riga"], ["president of Riga"])
    assert not is_contested("president of Riga", ["president of Oslo"], ["president of Riga"])


def test_a_past_office_is_told_from_one_that_is_held() -> None:
    assert is_past("ex-mayor of Halden")
    assert not is_past("mayor of Halden")


def test_the_chief_of_a_body_is_not_the_head_of_a_part_of_it() -> None:
    assert not is_same_office("NATO chief", "head of the NATO pilots committee")
