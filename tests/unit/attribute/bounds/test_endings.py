import pytest

from onrecord.attribute.weighing.tagged import draft_of
from support.attributed import contents, view
from support.tagged import speech


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Martha Harrow said the pier was shut; the tide was out.", "the pier was shut"),
        ("Martha Harrow promised to sit outside, and was allowed to.", "to sit outside"),
        (
            "Martha Harrow said the pier was shut and the tide was out.",
            "the pier was shut and the tide was out",
        ),
        ("Martha Harrow promised to sit outside and wait.", "to sit outside and wait"),
    ],
)
def test_a_clause_ends_before_what_the_reporter_goes_on_with(text: str, told: str) -> None:
    assert contents(text) == [told]


def test_a_clause_ends_before_what_somebody_else_says() -> None:
    text = "Martha Harrow said the pier was shut, but Owen Pell told the board that it was open."
    assert contents(text) == ["the pier was shut", "it was open"]


def test_a_second_that_goes_on_behind_a_semicolon() -> None:
    text = "Martha Harrow said that the pier was shut; that the boats had left."
    assert contents(text)[0].startswith("the pier was shut; that")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Martha Harrow plans to sail to Elm, which is a mile off.", "to sail to Elm"),
        (
            "Martha Harrow plans to sail to Elm, which is a mile off, on Friday.",
            "to sail to Elm, which is a mile off, on Friday",
        ),
        ("Martha Harrow said the pier was shut, which she said was a pity.", "the pier was shut"),
        (
            "Martha Harrow said the pier belonged to Owen Pell, who pleaded guilty in May.",
            "the pier belonged to Owen Pell, who pleaded guilty in May",
        ),
    ],
)
def test_a_remark_behind_what_is_meant_or_a_clause_with_its_own_cue_is_cut(text: str, told: str) -> None:
    assert contents(text)[0] == told


def test_a_reading_ends_with_the_quotation_that_ends_its_sentence() -> None:
    text = "Martha Harrow told the board that it was „a pity for all“. He said nothing more."
    seen = view(text)
    whole = "it was „a pity for all“. He said nothing more"
    draft = draft_of(seen, speech(text, whole, cue="told", source="Martha Harrow"))
    assert draft is not None
    assert [span.of(text) for span in draft.content] == ["it was „a pity for all“"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Crews said the keeper used an axe or a saw, harbour police Lieutenant Owen Harrow said.",
            "the keeper used an axe or a saw",
        ),
        ("Crews said the keeper left the pier, which the mayor said.", "the keeper left the pier"),
        (
            "Crews said the keeper was gone, and nobody knew what he said.",
            "the keeper was gone, and nobody knew what he said",
        ),
    ],
)
def test_the_credit_that_ends_a_sentence_is_no_part_of_the_clause_before_it(text: str, told: str) -> None:
    draft = draft_of(view(text), speech(text, text[len("Crews said ") : -1], cue="said", source="Crews"))
    assert draft is not None
    assert [span.of(text) for span in draft.content] == [told]
