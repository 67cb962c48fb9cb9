import pytest

from onrecord.attribute.bounds.manners import manner_of
from onrecord.attribute.frame.drafts import Draft
from onrecord.model.attribution import Manner
from onrecord.model.span import Span
from support.attributed import the_attribution, token, view


def manner(text: str) -> Manner:
    return the_attribution(text).manner


def test_marks_around_all_words_make_them_direct() -> None:
    assert manner("“The tide is out,” Ana Velik said.") is Manner.DIRECT
    assert manner("Ana Velik said: “the tide is out.”") is Manner.DIRECT


def test_words_told_by_the_report_are_indirect() -> None:
    assert manner("The tide was out, Ana Velik said.") is Manner.INDIRECT
    assert manner("Ana Velik said that we were to wait for the tide.") is Manner.INDIRECT


def test_words_in_the_first_person_before_their_cue_are_the_speakers_own() -> None:
    assert manner("We have forty such relays in the mill, Ana Velik added.") is Manner.UNMARKED


def test_a_sentence_behind_a_verb_and_a_colon_is_the_speakers_own() -> None:
    assert manner("Ana Velik answered: It is early to speak of the mill.") is Manner.UNMARKED


def test_a_piece_of_the_reports_sentence_between_marks_is_mixed() -> None:
    text = "Ana Velik warned of “a second emptying of the valley” on Monday."
    assert manner(text) is Manner.MIXED


def test_what_is_posted_stands_as_it_was_written() -> None:
    assert manner("The tide was out at noon, posts Ana Velik, a pilot.") is Manner.UNMARKED


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Why is the contract hidden like a bad report?", Manner.UNMARKED),
        ("Mr. Roe will go. The board has met,", Manner.INDIRECT),
        ("The tide was out,", Manner.INDIRECT),
    ],
)
def test_a_whole_question_before_its_cue_is_the_speakers_own(words: str, expected: Manner) -> None:
    text = f"{words} wrote Ana Velik."
    seen, verb = view(text), text.index("wrote")
    draft = Draft(
        content=(Span(0, len(words) - 1),),
        rule="tagger.indirect",
        cue=Span(verb, verb + len("wrote")),
        verb=token(seen, "wrote"),
        source=None,
    )
    assert manner_of(seen, draft, ()) is expected


def test_words_behind_what_is_only_inserted_go_on_with_the_reports_sentence() -> None:
    text = "Ana Velik thought, when the lamps went out, “it was the relay”."
    seen, words = view(text), Span(text.index("it was"), text.index("”"))
    cue = Span(text.index("thought"), text.index(", when"))
    draft = Draft(content=(words,), rule="tagger.bounds", cue=cue, verb=token(seen, "thought"), source=None)
    assert manner_of(seen, draft, [words]) is Manner.MIXED
