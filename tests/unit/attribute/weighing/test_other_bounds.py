from dataclasses import replace

from onrecord.attribute.attributions import find_ruled
from onrecord.attribute.weighing.hybrid import find_cases
from onrecord.model.annotation import Reach, TaggedSpeech
from support.tagged import speech, view_of

TEXT = "Martha Harrow criticised the plan and the board that made it. Owen Pell said the pier was shut, the third this year."


def other(reach: Reach, content: str, *, cue: str, source: str) -> TaggedSpeech:
    return replace(speech(TEXT, content, cue=cue, source=source), reach=reach)


def options(*tagged: TaggedSpeech) -> list[list[str]]:
    seen = view_of(TEXT, *tagged)
    return [
        [" | ".join(span.of(TEXT) for span in option.draft.content) for option in case]
        for case in find_cases(seen, find_ruled(seen))
    ]


def test_other_bounds_of_a_cue_are_options_of_its_case() -> None:
    usual = speech(TEXT, "the plan", cue="criticised", source="Martha Harrow")
    far = other(Reach.FAR, "the plan and the board that made it", cue="criticised", source="Martha Harrow")
    assert ["the plan", "the plan and the board that made it"] in options(usual, far)


def test_bounds_that_say_the_same_are_no_option() -> None:
    near = other(Reach.NEAR, "the pier was shut, the third this year", cue="said", source="Owen Pell")
    usual = speech(TEXT, "the pier was shut, the third this year", cue="said", source="Owen Pell")
    assert options(usual, near) == [["the pier was shut, the third this year"]]


def test_a_cue_that_no_case_has_is_a_case_of_its_own() -> None:
    far = other(Reach.FAR, "the plan", cue="criticised", source="Martha Harrow")
    assert ["the plan"] in options(far)
