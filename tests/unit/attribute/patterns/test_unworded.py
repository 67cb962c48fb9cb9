import pytest

from onrecord.attribute.patterns.unworded import is_programme, is_unworded
from onrecord.attribute.weighing.tagged import draft_of
from support.attributed import view
from support.tagged import speech


@pytest.mark.parametrize(
    ("text", "content", "cue", "unworded"),
    [
        ("Harrow said on Radio Elm's “Late Tide.”", "on Radio Elm's “Late Tide.”", "said", True),
        ("Harrow said it was “a late tide.”", "it was “a late tide.”", "said", False),
        ("Harrow spoke to Pell about the closing of the quay.", "the closing of the quay", "spoke to", True),
        ("Harrow spoke of closing the quay.", "closing the quay", "spoke", False),
        ("This is thought likely to bring work.", "This", "is thought", True),
        ("Owen Pell was named keeper of the year.", "Owen Pell", "was named", True),
        (
            "Harrow gave a direct answer to a question of the board.",
            "a question of the board",
            "gave a",
            True,
        ),
        ("Harrow gave a promise to close the quay.", "to close the quay", "gave a promise", False),
        ("Harrow said the boat was lost. (Radio Elm)", "(Radio Elm)", "said", True),
        ("Harrow said the boat (a ferry) was lost.", "the boat (a ferry) was lost", "said", False),
    ],
)
def test_what_is_only_beside_speech_is_nobodys_words(
    text: str, content: str, cue: str, *, unworded: bool
) -> None:
    seen = view(text)
    draft = draft_of(seen, speech(text, content, cue=cue, source="Harrow" if "Harrow" in text else None))
    assert (draft is None) or is_unworded(seen, draft) is unworded


@pytest.mark.parametrize(
    ("text", "programme"),
    [
        ("Harrow said on Radio Elm's “Late Tide.”", True),
        ("Harrow said on the “Late Tide.”", True),
        ("Harrow said “Late Tide.”", False),
        ("Harrow said on Radio Elm's “late tide.”", False),
        ("Harrow blamed it on “Big Ferry.”", False),
    ],
)
def test_a_name_in_marks_behind_a_place_is_a_programme(text: str, *, programme: bool) -> None:
    seen = view(text)
    assert is_programme(seen, 1, seen.quotations[0]) is programme
