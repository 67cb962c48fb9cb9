import pytest

from onrecord.attribute.patterns.unsaid import is_refusal, is_unsaid
from onrecord.attribute.weighing.tagged import draft_of
from support.attributed import view
from support.tagged import place, speech


@pytest.mark.parametrize(
    ("text", "cue", "content", "refused"),
    [
        ("Harrow declined to say who shut the pier.", "declined to say", "who shut the pier", True),
        ("Harrow declined to comment.", "declined", "to comment", True),
        ("Harrow declined to comment on the pier.", "declined", "the pier", True),
        ("Harrow refused to open the pier.", "refused", "to open the pier", False),
    ],
)
def test_only_a_refusal_to_speak_is_no_attribution(
    text: str, cue: str, content: str, *, refused: bool
) -> None:
    draft = draft_of(view(text), speech(text, content, cue=cue, source="Harrow"))
    assert draft is not None
    assert is_refusal(view(text), draft) is refused


@pytest.mark.parametrize(
    ("text", "content", "cue", "source", "unsaid"),
    [
        (
            "The harbour board would not say who shut the pier.",
            "who shut the pier",
            "would not say",
            "The harbour board",
            True,
        ),
        (
            "Harrow would neither confirm nor deny the sale.",
            "the sale",
            "would neither confirm nor deny",
            "Harrow",
            True,
        ),
        (
            "Harrow, who would not say why the pier was lost, left.",
            "why the pier was lost",
            "would",
            "Harrow",
            True,
        ),
        (
            "Brenn News is not reporting the loss of the pier.",
            "the loss of the pier",
            "is not reporting",
            "Brenn News",
            True,
        ),
        ("Harrow did not deny that the pier was lost.", "the pier was lost", "did not deny", "Harrow", False),
        (
            "None of the crews said that the pier was lost.",
            "the pier was lost",
            "said",
            "None of the crews",
            True,
        ),
        ("A cynic might say that the pier was lost.", "the pier was lost", "might say", "A cynic", True),
        (
            "A choir sang “The Lamps of Elm” on the quay.",
            "“The Lamps of Elm”",
            "sang",
            "A choir",
            True,
        ),
        ("Harrow said that the pier was lost.", "the pier was lost", "said", "Harrow", False),
        ("The crews know the bridge as “the Harp”.", "as “the Harp”", "know", "The crews", True),
    ],
)
def test_what_nobody_said_is_unsaid(text: str, content: str, cue: str, source: str, unsaid: bool) -> None:  # noqa: FBT001 - a case
    seen = view(text)
    draft = draft_of(seen, speech(text, content, cue=cue, source=source))
    assert draft is not None
    assert is_unsaid(seen, draft, place(text, source)) is unsaid


def test_a_saying_that_is_a_condition_is_no_attribution() -> None:
    text = "If Harrow says that the pier is safe, few will believe it."
    draft = draft_of(view(text), speech(text, "that the pier is safe", cue="says", source="Harrow"))
    assert draft is not None
    assert is_unsaid(view(text), draft, None)


def test_an_hour_is_no_word_of_saying() -> None:
    text = "Angry crews last night demanded answers."
    draft = draft_of(view(text), speech(text, "answers", cue="last night", source="Angry crews"))
    assert draft is None or is_unsaid(view(text), draft, draft.source.span if draft.source else None)
