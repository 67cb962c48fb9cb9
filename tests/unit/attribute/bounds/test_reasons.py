import pytest

from onrecord.attribute.bounds.reasons import with_reason
from onrecord.attribute.frame.drafts import Draft
from onrecord.model.span import Span
from support.attributed import view


def told(text: str, words: str, cue: str) -> str:
    def place(part: str) -> Span:
        return Span(text.index(part), text.index(part) + len(part))

    read = view(text)
    draft = Draft(
        content=(place(words),), rule="tagger", cue=place(cue), verb=read.syntax.at(text.index(cue))
    )
    return with_reason(read, draft).content[-1].of(text)


@pytest.mark.parametrize(
    "reason",
    [
        ", because the harbour board never asked for money",
        ", as the harbour board never asked for money",
        ", since the harbour board never asked for money",
    ],
)
def test_the_reason_that_ends_a_sentence_is_said_too(reason: str) -> None:
    words = "the city does not plan to repair the pier"
    assert told(f"Ana Velik said {words}{reason}.", words, "said") == words + reason


@pytest.mark.parametrize(
    "rest",
    [
        ", as hundreds gathered outside, and left by the back door",
        ", while the board sat upstairs",
        ", as usual",
    ],
)
def test_what_gives_no_reason_is_left_out(rest: str) -> None:
    words = "the city does not plan to repair the pier"
    assert told(f"Ana Velik said {words}{rest}.", words, "said") == words
