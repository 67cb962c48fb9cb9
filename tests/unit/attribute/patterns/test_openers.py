import pytest

from onrecord.attribute.patterns.openers import find_led
from support.attributed import view


@pytest.mark.parametrize(
    ("text", "rule", "words"),
    [
        (
            "But Martha Harrow hit back: the crew had been told twice.",
            "indirect.colon",
            "the crew had been told twice",
        ),
        ("Later Martha Harrow posted: home at last. kettle on", "unmarked.posted", "home at last. kettle on"),
        ("From Martha Harrow: The quay is empty.", "layout.handed", "The quay is empty."),
        ("Here is Martha Harrow, our pilot: It will rain.", "layout.handed", "It will rain."),
    ],
)
def test_a_colon_leads_to_words_without_marks(text: str, rule: str, words: str) -> None:
    (draft,) = find_led(view(text))
    assert (draft.rule, draft.content[0].of(text)) == (rule, words)


@pytest.mark.parametrize(
    "text",
    [
        "Martha Harrow added three boats: the Tern, the Gull and the Skua.",
        "Martha Harrow did not reply: the pier was shut.",
        "Martha Harrow replied: “The pier was shut.”",
        "From May: the pier is shut.",
    ],
)
def test_a_list_a_refusal_and_marked_words_are_not_led_to(text: str) -> None:
    assert find_led(view(text)) == []
