import pytest

from onrecord.attribute.sources.cues import cue_span, is_inquiry, is_negated, is_purpose, is_supposed
from support.attributed import contents, token, view


@pytest.mark.parametrize(
    "text",
    [
        "Martha Harrow did not say that the pier would close.",
        "Martha Harrow declined to say whether the pier would close.",
        "Martha Harrow never said that the pier would close.",
        "No one said that the pier would close.",
    ],
)
def test_what_was_not_said_is_no_attribution(text: str) -> None:
    assert contents(text) == []


def test_a_denial_is_said() -> None:
    seen = view("Martha Harrow denied that the pier would close.")
    assert not is_negated(seen, token(seen, "denied"))


def test_speech_still_to_come_is_only_supposed() -> None:
    seen = view("The board will say next week whether the pier is safe.")
    assert is_supposed(seen, token(seen, "say"))


def test_a_cue_takes_in_its_particle() -> None:
    seen = view("Martha Harrow pointed out that the planks are rotten.")
    assert cue_span(seen, token(seen, "pointed")).of(seen.text) == "pointed out"


def test_what_somebody_did_not_hide_was_said() -> None:
    assert contents("Martha Harrow did not hide that the pier was rotten.") == ["the pier was rotten"]
    assert contents("Martha Harrow hid that the pier was rotten.") == []


def test_a_question_somebody_comes_with_is_only_a_purpose() -> None:
    seen = view("Martha Harrow stopped at the pier to ask whose it was.")
    assert is_purpose(seen, token(seen, "ask"))


def test_a_question_of_the_report_tells_nobodys_wish() -> None:
    seen = view("What does Martha Harrow want to close?")
    assert is_inquiry(seen, token(seen, "want"))
