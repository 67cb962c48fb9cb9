import pytest

from onrecord.annotate.explanations import find_explanations
from onrecord.model.annotation import Kind, Mention
from onrecord.model.span import Span


def explained(text: str, described: str) -> bool:
    start = text.index(described)
    mentions = (
        Mention(span=Span(0, len("Ana Velik")), kind=Kind.PERSON, name="Ana Velik"),
        Mention(span=Span(start, start + len(described)), kind=Kind.PERSON, role=described[2:]),
    )
    return bool(list(find_explanations(text, mentions)))


@pytest.mark.parametrize(
    ("text", "described", "joined"),
    [
        ("Ana Velik, a Halden-based developer and spokeswoman, said no.", "a Halden-based developer", True),
        ("Ana Velik, a docker and a nurse said no.", "a docker", False),
        ("Ana Velik, a docker, a nurse and a pilot said no.", "a docker", False),
        ("Ana Velik met a docker at the gate.", "a docker", False),
    ],
)
def test_what_stands_behind_a_comma_explains_a_name_unless_it_is_one_of_several(
    text: str, described: str, *, joined: bool
) -> None:
    assert explained(text, described) == joined


def test_a_name_between_commas_says_which_body_is_meant() -> None:
    text = "The union, Cockpit United, rejected that."
    described = Mention(span=Span(0, len("The union")), kind=Kind.BODY, role="union")
    named = Mention(span=Span(11, 25), kind=Kind.BODY, name="Cockpit United")
    assert list(find_explanations(text, (described, named))) == [(named, described)]
    assert not list(find_explanations(text.replace(", rejected", " rejected"), (described, named)))
