import pytest

from onrecord.lexicon import cues
from onrecord.model.attribution import Act


@pytest.mark.parametrize(
    ("lemma", "infinitive", "act"),
    [
        ("say", False, Act.ASSERTION),
        ("promise", True, Act.INTENTION),
        ("promise", False, Act.ASSERTION),
        ("urge", True, Act.REQUEST),
        ("call", False, Act.ASSERTION),
        ("call", True, Act.REQUEST),
        ("believe", False, Act.BELIEF),
    ],
)
def test_a_cue_tells_the_act(lemma: str, *, infinitive: bool, act: Act) -> None:
    assert cues.act_of(lemma, infinitive=infinitive) is act


def test_words_of_saying_are_known() -> None:
    assert cues.is_cue_verb("say")
    assert cues.is_cue_verb("urge")
    assert not cues.is_cue_verb("walk")


def test_words_stand_in_lower_case() -> None:
    assert all(word == word.lower() for word in cues.CLAUSE_VERBS | cues.QUOTATION_VERBS | cues.CLAUSE_NOUNS)
