import pytest

from onrecord.attribute.cues import cue_span, is_negated, is_supposed
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
