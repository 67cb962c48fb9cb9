import pytest

from onrecord.model.attribution import Act, Manner
from support.attributed import attributed, contents, the_attribution


@pytest.mark.parametrize(
    ("text", "content", "act"),
    [
        ("Martha Harrow said that the tide had turned.", "the tide had turned", Act.ASSERTION),
        ("The tide had turned, the board said.", "The tide had turned", Act.ASSERTION),
        ("According to Martha Harrow, the tide had turned.", "the tide had turned", Act.ASSERTION),
        ("As Martha Harrow notes, the tide has turned.", "the tide has turned", Act.ASSERTION),
        ("Martha Harrow urged the crews to wait.", "the crews to wait", Act.REQUEST),
        ("Martha Harrow pledged to reopen the pier.", "to reopen the pier", Act.INTENTION),
        ("Martha Harrow believes that the tide has turned.", "the tide has turned", Act.BELIEF),
        ("Martha Harrow repeated her claim that the tide had turned.", "the tide had turned", Act.ASSERTION),
        ("Martha Harrow made it clear on Friday that the pier is shut.", "the pier is shut", Act.ASSERTION),
        ("Martha Harrow is convinced that the tide has turned.", "the tide has turned", Act.BELIEF),
        ("Martha Harrow denied hiding the figures.", "hiding the figures", Act.ASSERTION),
    ],
)
def test_a_reported_clause_is_read(text: str, content: str, act: Act) -> None:
    attribution = the_attribution(text)
    assert [span.of(text) for span in attribution.content] == [content]
    assert (attribution.manner, attribution.act) == (Manner.INDIRECT, act)


def test_a_passive_without_an_agent_has_no_source() -> None:
    text = "The crews were accused of hiding the figures."
    attribution = the_attribution(text)
    assert (attribution.source, attribution.speakers) == (None, ())


def test_speech_within_speech_is_an_attribution_of_its_own() -> None:
    assert contents("Martha Harrow said that Tom Velik had told her the survey was finished.") == [
        "Tom Velik had told her the survey was finished",
        "the survey was finished",
    ]


def test_the_first_person_in_a_speech_is_no_source() -> None:
    read = attributed("“I said to myself that we must sail,” Martha Harrow said.")
    assert [attribution.judgement.rule for attribution in read.attributions] == ["direct.behind"]


def test_a_bare_noun_is_not_speech() -> None:
    assert contents("Martha Harrow criticised the plan and left.") == []


def test_what_somebody_was_asked_is_not_said_by_who_laughed() -> None:
    read = attributed("Martha Harrow spoke. Asked whether she would meet the crews, she laughed.")
    assert not any(one.speakers for one in read.attributions)
