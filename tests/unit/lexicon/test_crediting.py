from dataclasses import replace

import pytest

from onrecord.lexicon.crediting import AFTER, BEFORE, credit_words, find_verb_group, words_of_cue
from onrecord.model.attribution import Manner
from onrecord.model.span import Span
from support.taken import denying


def group(text: str, cue: str) -> str:
    start = text.index(cue)
    return find_verb_group(text, Span(start, start + len(cue))).of(text)


@pytest.mark.parametrize(
    ("text", "cue", "whole"),
    [
        ("Velik denied that the quay would close.", "denied", "denied"),
        ("Velik did not believe that the quay was safe.", "believe", "did not believe"),
        ("Velik did not believe that the quay was safe.", "did not believe", "did not believe"),
        ("The minister has never openly said that it will close.", "said", "has never openly said"),
        ("She wouldn't say whether the quay would close.", "say", "wouldn't say"),
        ("The harbour has no plans to say when.", "say", "has no plans to say"),
        ("Velik refused to confirm that the quay would close.", "confirm", "refused to confirm"),
        ("The harbour ruled out that the quay would close.", "ruled", "ruled out"),
        ("Asked whether the quay would close, she left.", "Asked", "Asked"),
    ],
)
def test_the_verb_group_of_a_cue_holds_its_negation(text: str, cue: str, whole: str) -> None:
    assert group(text, cue) == whole


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Velik would have said that the quay was safe.", "said"),
        ("The quay did not open. Velik said that it will.", "said"),
        ("Not everybody knows what Velik said about the quay.", "said"),
        ("The harbour said it ruled the quay.", "ruled"),
    ],
)
def test_what_belongs_to_another_verb_is_left_out(text: str, cue: str) -> None:
    assert group(text, cue) == cue


def test_direct_speech_and_a_mark_alone_need_no_credit() -> None:
    (reading,) = denying().readings
    (one,) = reading.attributions
    text = reading.report.text
    stop = text.index(".")

    assert credit_words(one, text) == "has never believed"
    assert credit_words(replace(one, manner=Manner.DIRECT), text) == ""
    assert credit_words(replace(one, cue=None), text) == ""
    assert credit_words(replace(one, cue=Span(stop, stop + 1)), text) == ""


def test_what_lies_around_a_cue_is_enough_to_find_its_verb_group() -> None:
    text = f"{'The harbour rose. ' * 20}Velik has never\nbelieved it. {'It fell. ' * 20}"
    start = text.index("believed")
    first = start - BEFORE
    around = text[first : start + len("believed") + AFTER]

    assert words_of_cue(around, Span(BEFORE, BEFORE + len("believed"))) == words_of_cue(
        text, Span(start, start + len("believed"))
    )
