import pytest

from onrecord.model.attribution import Act, Manner
from support.attributed import contents, the_attribution


@pytest.mark.parametrize(
    "text",
    [
        "“The ferry will not sail,” Martha Harrow said.",
        "“The ferry will not sail,” said Martha Harrow, who runs the line.",
        "“The ferry will not sail,” Martha Harrow settled.",
        "Martha Harrow said, “The ferry will not sail.”",
        "Martha Harrow put it plainly: “The ferry will not sail.”",
        "'The ferry will not sail,' Martha Harrow said.",
        '"The ferry will not sail," Martha Harrow said.',
    ],
)
def test_a_quotation_belongs_to_the_verb_beside_it(text: str) -> None:
    attribution = the_attribution(text)
    assert attribution.manner is Manner.DIRECT
    assert attribution.source is not None
    assert attribution.source.of(text) == "Martha Harrow"
    assert attribution.content[0].of(text).rstrip(".") == "The ferry will not sail"


def test_words_on_both_sides_of_the_cue_are_one_attribution() -> None:
    text = "“The ferry will not sail,” Martha Harrow said. “Nobody should wait.”"
    assert contents(text) == ["The ferry will not sail | Nobody should wait."]


def test_marks_opened_again_at_each_paragraph_hold_one_speech() -> None:
    text = "“The pier was built by hand,” Martha Harrow said. “It was mended.\n“It will not be pulled down.”"
    assert contents(text) == ["The pier was built by hand | It was mended. | It will not be pulled down."]


def test_a_command_is_a_request() -> None:
    text = "Martha Harrow asked the pilot, Tom Velik“Come down and look at the planks.”"
    assert the_attribution(text).act is Act.REQUEST


def test_words_before_the_marks_in_the_sentence_are_credited_too() -> None:
    text = "Both crews “had simply had enough of it,” said Martha Harrow."
    assert contents(text) == ["Both crews “had simply had enough of it"]


def test_a_title_before_the_cue_is_not_what_was_said() -> None:
    text = "In an interview with “The Morning Tide,” Martha Harrow said the pier would close."
    assert contents(text) == ["the pier would close"]
