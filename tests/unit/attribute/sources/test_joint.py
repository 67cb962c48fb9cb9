import pytest

from onrecord.attribute.sources.joint import find_joint_heads
from onrecord.model.span import Span
from support.attributed import speakers, view


def joined(text: str, phrase: str) -> list[str]:
    seen = view(text)
    start = text.index(phrase)
    heads = find_joint_heads(seen, Span(start, start + len(phrase)))
    return [seen.syntax.tokens[head].text for head in heads]


def test_names_side_by_side_speak_together() -> None:
    phrase = "Miloš Vukčević and Fernanda Lima e Silva both"
    assert joined(f"{phrase} said they had heard no whistle.", phrase) == ["Vukčević", "Silva"]


@pytest.mark.parametrize("phrase", ["Ana Velik", "Ana Velik, Jo Roe", "Ana Velik and Jo Roe’s lawyer"])
def test_a_name_alone_explained_or_owning_is_not_joined(phrase: str) -> None:
    assert joined(f"{phrase} said that the tide turned.", phrase) == []


def test_both_are_credited() -> None:
    text = "Ana Velik and the Dockers' Union agreed that the tide had turned."
    assert speakers(text) == [["Ana Velik", "Dockers' Union"]]


def test_what_two_say_respectively_neither_says_of_both() -> None:
    assert speakers("Ana Brandt and Luis Orvar said respectively that it rained and that it was dry.") == [[]]


def test_two_with_their_offices_speak_together() -> None:
    text = 'Mayor Oleh Velik and fire chief Anna Brodd said in a joint note that the siren would sound "by noon".'
    assert speakers(text) == [["Oleh Velik", "Anna Brodd"]]


def test_who_is_told_of_and_who_speaks_are_not_joined() -> None:
    assert speakers("The crews met Oleh Velik and Anna Brodd said that the siren would sound.")[-1] == [
        "Anna Brodd"
    ]


def test_several_named_behind_what_they_are_speak_together() -> None:
    text = "Two trustees, Ana Velik and Jo Roe, said that they would resign."
    assert speakers(text) == [["Ana Velik", "Jo Roe"]]


def test_a_firm_named_behind_somebodys_office_is_not_that_somebody() -> None:
    text = "Piero Velik, the manager of Roe's team, Banque du Midi, said that the rider was ill."
    assert speakers(text) == [["Piero Velik"]]


@pytest.mark.parametrize(
    "text",
    [
        "“We will build it,” Energy Ministers Ana Velik of Vellin and Juhani Roe of Sorrel said in a joint statement.",
        "Ministers Ana Velik of Vellin and Juhani Roe of Sorrel said that the bridge would open.",
    ],
)
def test_two_ministers_of_two_places_speak_together(text: str) -> None:
    assert speakers(text) == [["Ana Velik", "Juhani Roe"]]
