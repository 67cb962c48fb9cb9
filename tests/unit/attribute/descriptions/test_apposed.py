import pytest

from onrecord.attribute.descriptions.apposed import find_explaining
from onrecord.model.annotation import Kind, Mention
from onrecord.model.span import Span
from support.attributed import speakers


def explaining(phrase: str, name: str, kind: Kind = Kind.PERSON) -> str | None:
    start = phrase.index(name)
    mention = Mention(span=Span(start, start + len(name)), kind=kind, name=name)
    found = find_explaining(phrase, Span(0, len(phrase)), [mention])
    return None if found is None else found.name


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("The vicar, Canon Maud Harrow", "Maud Harrow"),
        ("One of the three masons of the parish, Jory Roe", "Jory Roe"),
        ("His sister, Jory Roe, 41", "Jory Roe"),
        ("The minister at the chapel, the Reverend Jory Roe", "Jory Roe"),
        ("The owner of the gift shop, a Mr Roe", "Mr Roe"),
    ],
)
def test_a_name_behind_the_last_comma_is_whose_description_it_closes(phrase: str, name: str) -> None:
    assert explaining(phrase, name) == name


@pytest.mark.parametrize(
    "phrase", ["The chapel's insurer, Tarn Foods", "The owner of the mill, the company Tarn Foods"]
)
def test_a_body_is_explained_as_a_person_is(phrase: str) -> None:
    assert explaining(phrase, "Tarn Foods", Kind.BODY) == "Tarn Foods"


@pytest.mark.parametrize(
    ("phrase", "name", "kind"),
    [
        ("The lawyer for the accused, Jory Roe", "Jory Roe", Kind.PERSON),
        ("The head of the union, Port Workers", "Port Workers", Kind.BODY),
        ("The mayor of the town, Velm", "Velm", Kind.PLACE),
        ("Martha Harrow, Jory Roe", "Jory Roe", Kind.PERSON),
        ("The vicar, who married Jory Roe", "Jory Roe", Kind.PERSON),
    ],
)
def test_a_name_that_may_explain_another_noun_explains_none(phrase: str, name: str, kind: Kind) -> None:
    assert explaining(phrase, name, kind) is None


def test_who_is_explained_goes_by_the_description_from_there_on() -> None:
    text = "The vicar, Canon Maud Harrow, said the roof leaks.\nTom Velik slept.\nThe vicar said it would be mended."
    assert speakers(text) == [["Maud Harrow"], ["Maud Harrow"]]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("The judge who leads the panel, Ana Velik, said no.", ["Ana Velik"]),
        ("The man who shot the mayor, Ana Velik, said that it was late.", [None]),
    ],
)
def test_a_name_behind_a_clause_says_who_a_description_is(text: str, named: list[str | None]) -> None:
    found = speakers(text.replace("said no", "said that it was late"))
    assert found[-1] == named
