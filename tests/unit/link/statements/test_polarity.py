from dataclasses import replace

import pytest

from onrecord.link.statements.polarity import find_turned, is_denied, is_opposite
from onrecord.link.statements.wordings import Wording, read_wording
from onrecord.model.attribution import Manner
from onrecord.model.span import Span
from support.piles import find, reading_of


def denied(sentence: str, cue: str, content: str, manner: Manner = Manner.INDIRECT) -> bool:
    reading = reading_of("", [sentence], speeches=[("Ana Velik", content, manner)])
    attribution = replace(
        reading.attributions[0], cue=find(sentence, cue), source=find(sentence, "Ana Velik")
    )
    return is_denied(attribution, reading.report.text)


def words(text: str, *, quoted: bool = False, denied: bool = False) -> Wording:
    return read_wording(text, [Span(0, len(text))] if quoted else [], denied=denied)


@pytest.mark.parametrize(
    ("sentence", "cue"),
    [
        ("Ana Velik denied that the quay would close.", "denied"),
        ("Ana Velik did not say that the quay would close.", "say"),
        ("Ana Velik rejected the claim that the quay would close.", "claim"),
        ("Ana Velik had no immediate plan that the quay would close.", "plan"),
        ("Ana Velik ruled out that the quay would close.", "ruled out"),
        ("Ana Velik declined to say whether the quay would close.", "say"),
    ],
)
def test_a_cue_that_takes_back_denies(sentence: str, cue: str) -> None:
    assert denied(sentence, cue, "the quay would close")


@pytest.mark.parametrize(
    ("sentence", "cue"),
    [
        ("Ana Velik admitted that the quay would close.", "admitted"),
        ("Ana Velik did not dispute that the quay would close.", "dispute"),
        ("Ana Velik did not hesitate to say that the quay would close.", "say"),
        ("Ana Velik had no doubt that the quay would close.", "doubt"),
        ("Ana Velik ruled that the quay would close.", "ruled"),
        ("Ana Velik has not slept, and said that the quay would close.", "said"),
    ],
)
def test_two_that_take_back_cancel_out(sentence: str, cue: str) -> None:
    assert not denied(sentence, cue, "the quay would close")


def test_refusing_to_rule_something_out_is_no_denial_of_it() -> None:
    assert not denied("Ana Velik refused to rule out a lock.", "refused", "to rule out a lock")
    assert denied("Ana Velik refused to close the quay.", "refused", "to close the quay")


def test_a_claim_is_denied_for_its_denier_alone() -> None:
    sentence = "The mayor rejected a claim by Ana Velik that the quay would close."
    assert not denied(sentence, "claim", "the quay would close")


def test_a_name_and_the_speakers_own_words_are_not_what_is_denied() -> None:
    assert not denied("Ana Velik dismissed it as “a lie”.", "dismissed", "a lie", Manner.MIXED)
    assert not denied("“It is a lie”, Ana Velik denied.", "denied", "It is a lie", Manner.DIRECT)


def test_a_denial_is_opposite_to_what_does_not_take_back_the_same() -> None:
    closing = "that the quay would close"
    assert is_opposite(words(closing, denied=True), words(closing))
    assert not is_opposite(words(closing, denied=True), words("that the quay would not close"))
    assert not is_opposite(words(closing, denied=True), words(closing, denied=True))
    assert is_opposite(words(closing, denied=True), words("the quay would close, and nobody must leave"))


def test_a_negated_verb_is_opposite_to_the_same_verb() -> None:
    open_ended = words("the old quay will close for good")
    assert is_opposite(words("the old quay will not close for good, only for two years"), open_ended)
    assert not is_opposite(words("the old quay will not only close but go"), open_ended)
    assert not is_opposite(words("the old quay will not close until May"), open_ended)
    assert not is_opposite(
        words("whether or not to close the old quay"), words("whether to close the old quay")
    )
    assert not is_opposite(words("if the old quay can not close"), words("if the old quay could't close"))
    assert not is_opposite(words("the weather was not kind and the old quay will close"), open_ended)


def test_a_cut_of_a_quotation_is_not_its_opposite() -> None:
    whole = words("The quay will not close for good", quoted=True)
    assert not is_opposite(whole, words("close for good", quoted=True))
    assert is_opposite(whole, words("The quay will close for good", quoted=True))


def test_what_stands_shortly_behind_a_negation_is_turned() -> None:
    turned = find_turned(words("no quay would ever close"))
    assert turned == words("quay close").telling
