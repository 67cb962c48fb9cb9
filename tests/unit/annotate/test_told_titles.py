import pytest

from onrecord.annotate.told_titles import tell_gender, tell_generation, tell_pronoun
from onrecord.model.annotation import Kind, Mention
from onrecord.model.span import Span


def mention(text: str, words: str) -> Mention:
    start = text.index(words)
    return Mention(span=Span(start, start + len(words)), kind=Kind.PERSON, name="Velik")


@pytest.mark.parametrize(
    ("words", "told"),
    [("Mr Velik", "man"), ("Mrs. Velik", "woman"), ("Miss Velik", "woman"), ("Dr Velik", "")],
)
def test_a_title_tells_a_man_from_a_woman(words: str, told: str) -> None:
    text = f"Then {words} left."
    assert tell_gender(text, mention(text, words)) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("They met the elder Velik there.", "the elder"),
        ("They met Velik the younger there.", "the younger"),
        ("They met Velik there.", ""),
    ],
)
def test_a_word_beside_a_name_tells_the_generation(text: str, told: str) -> None:
    assert tell_generation(text, mention(text, "Velik")) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Velik said she would stay.", "woman"),
        ("Velik said on Monday that he would stay.", "man"),
        ("Velik said they would stay.", ""),
        ("Velik said Hera would stay.", ""),
    ],
)
def test_who_speaks_mostly_speaks_of_herself(text: str, told: str) -> None:
    assert tell_pronoun(text, mention(text, "Velik")) == told
