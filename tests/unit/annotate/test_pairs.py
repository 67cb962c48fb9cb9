from onrecord.annotate.pairs import with_pairs
from onrecord.annotate.runs import Name
from onrecord.model.annotation import Kind
from support.annotated import annotated


def names(text: str) -> set[str]:
    return {mention.name for mention in annotated(text).mentions if mention.name}


def test_two_family_names_that_the_report_goes_by_are_two_persons() -> None:
    text = "Jens Orvar and Ana Brandt met on Friday.\nBrandt and Orvar also noted the overnight shelling of the plant."
    assert "Brandt and Orvar" not in names(text)


def test_a_firm_of_two_partners_is_one() -> None:
    text = "Castle and Pryce said that the lamps were safe."
    firm = Name(range(3), "Castle and Pryce", Kind.BODY)
    assert with_pairs(text, annotated(text).tokens, [firm]) == [firm]


def test_a_known_surname_with_its_body_is_the_person() -> None:
    text = "Ana Velik leads the crews. Velik of the union called on the board."
    tokens = annotated(text).tokens
    first = next(place for place, token in enumerate(tokens) if place > 2 and token.text == "Velik")
    given = [
        Name(range(2), "Ana Velik", Kind.PERSON),
        Name(range(first, first + 4), "Velik of the union", Kind.BODY),
    ]
    assert [name.text for name in with_pairs(text, tokens, given)] == ["Ana Velik", "Velik"]
