import pytest

from onrecord.annotate.runs import nicknamed_runs
from onrecord.model.annotation import Kind
from support.annotated import mentions, parser, report


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Alf “Limpet” Tarry came late.", ["Alf “Limpet” Tarry"]),
        ("Harrow called the plan “Limpet” and left.", []),
        ("They sang “The Tide” at noon.", []),
    ],
)
def test_a_nickname_in_marks_is_part_of_the_name(text: str, found: list[str]) -> None:
    tokens, sentences = parser().parse(report(text))
    assert [name.text for name in nicknamed_runs(text, tokens, sentences)] == found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ana Tollgate said the quay was closed.", "Ana Tollgate"),
        ("Nurse Wanda Cresk, 41, who was walking home, said there was no smoke.", "Wanda Cresk"),
        ("Nurse Wanda Teske, 29, who was cycling home, said there was no bang.", "Wanda Teske"),
        ("Beneath the portrait of his aunt, Anders Quillfeld put his name to the sale.", "Anders Quillfeld"),
        ("Alf “Limpet” Tarry came late.", "Alf Tarry"),
    ],
)
def test_a_name_the_tagger_cut_is_mended(text: str, name: str) -> None:
    assert [mention.name for mention in mentions(text).values() if mention.kind is Kind.PERSON] == [name]
