import pytest

from onrecord.annotate.runs import Name
from onrecord.annotate.told_names import find_told, over
from onrecord.model.annotation import Kind
from support.annotated import annotated, parser, report


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "The hydrologist Anneliese Harrow-Diallo explained that the river was low.",
            "Anneliese Harrow-Diallo",
        ),
        ("Her grandson Babakar recalls that she sang.", "Babakar"),
        ("The finance director, Maria do Carmo Velik Roe, follows.", "Maria do Carmo Velik Roe"),
        ("Xanthe Harrow KC, prosecuting, told the jury that the door was open.", "Xanthe Harrow"),
        ("Detective Constable Ife Lindahl told the court that the door was open.", "Ife Lindahl"),
        ("Minister for Roads Desmond Velik-Roe rose at four.", "Desmond Velik-Roe"),
        ("Shadow Secretary for Health and the Sea Ann Velik left early.", "Ann Velik"),
    ],
)
def test_a_given_name_or_a_role_before_it_tells_a_person(text: str, name: str) -> None:
    told = [mention for mention in annotated(text).mentions if mention.name == name]
    assert [mention.kind for mention in told] == [Kind.PERSON]


@pytest.mark.parametrize(
    "text",
    ["The Maria Harrow Foundation gave a ship.", "They met in Maria Street."],
)
def test_what_bears_somebodys_name_is_nobody(text: str) -> None:
    assert not any(mention.kind is Kind.PERSON for mention in annotated(text).mentions)


def test_what_is_told_takes_the_place_of_what_it_overlaps() -> None:
    told = Name(range(1, 3), "Ana Roe", Kind.PERSON)
    names = [Name(range(2, 3), "Roe", Kind.BODY), Name(range(5, 6), "Halden", Kind.PLACE)]
    assert over([told], names) == [told, names[1]]


def test_the_title_of_a_work_is_nobody() -> None:
    read = report("The network licenses “Martin Harrow Live” from him.")
    assert not find_told(read, *parser().parse(read))
