import pytest

from onrecord.attribute.frame.drafts import Draft
from onrecord.attribute.patterns.asked import of_asker
from onrecord.model.span import Span
from support.attributed import contents, speakers, token, view

SAID = "The works will start in May, the minister, Ana Roe, said.\n"
ANSWER = "I will go when the light is on"


def span_of(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("lead", "asked", "asker"),
    [
        ("To the question of a journalist", "whether she will resign", "a journalist"),
        ("To a question from a reporter", "why she had waited", "a reporter"),
        ("In reply to the question", "whether she will resign", None),
    ],
)
@pytest.mark.parametrize("whole", [True, False])
def test_what_is_asked_is_said_by_who_asks(lead: str, asked: str, asker: str | None, *, whole: bool) -> None:
    text = f"{lead} {asked}, the minister replied: {ANSWER}."
    seen = view(text)
    content = (span_of(text, f"{lead} {asked}" if whole else asked),)
    cue = span_of(text, "replied")
    found = of_asker(seen, Draft(content=content, rule="tagger", cue=cue, verb=token(seen, "replied")))
    assert [span.of(text) for span in found.content] == [asked]
    assert found.cue == span_of(text, "question")
    assert (None if found.source is None else found.source.span.of(text)) == asker


def test_an_answer_is_less_what_was_asked() -> None:
    text = f"To the question whether she will resign, the minister replied: {ANSWER}."
    seen = view(text)
    content = (span_of(text, "whether she will resign"), span_of(text, ANSWER))
    cue = span_of(text, "replied")
    found = of_asker(seen, Draft(content=content, rule="tagger", cue=cue, verb=token(seen, "replied")))
    assert (found.content, found.cue) == (content[1:], cue)


def test_who_answers_is_not_credited_with_the_question() -> None:
    text = f"{SAID}To the question of a journalist whether she will resign, the minister replied briefly: {ANSWER}."
    assert contents(text)[1:] == ["whether she will resign", ANSWER]
    assert "Ana Roe" not in speakers(text)[1]
    assert speakers(text)[2] == ["Ana Roe"]


def test_an_answer_loses_none_of_its_own_words_to_the_question() -> None:
    text = f"{SAID}In answer to a question whether she would go, Roe replied that she would stay."
    assert contents(text)[-1] == "she would stay"
    assert speakers(text)[-1] == ["Ana Roe"]


def test_a_question_that_nobody_is_told_to_put_is_of_who_speaks_of_it() -> None:
    text = "It comes down to the question of whether the board can pay, Ana Roe said."
    assert speakers(text) == [["Ana Roe"]]
    assert contents(text) == ["It comes down to the question of whether the board can pay"]
