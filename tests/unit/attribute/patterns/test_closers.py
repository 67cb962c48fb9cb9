import pytest

from support.attributed import contents


def test_a_verb_of_thinking_about_somebody_closes_nothing() -> None:
    assert contents("Another name is Owen Pell, whom Martha Harrow considers a friend.") == []


def test_how_a_verb_was_said_leaves_the_words_before_it_verbatim() -> None:
    assert contents("I bring my own spoon, Martha Harrow answered with a smile.") == ["I bring my own spoon"]


@pytest.mark.parametrize(
    "text",
    [
        "When the boats came in, Martha Harrow nodded.",
        "After the vote was read, Martha Harrow answered.",
        "The crew cheered, the mayor grinned.",
    ],
)
def test_a_circumstance_and_a_tale_before_a_gesture_are_no_speech(text: str) -> None:
    assert contents(text) == []
