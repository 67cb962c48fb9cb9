import pytest

from onrecord.model.correction import CorrectionKind
from onrecord.publish.page.plain_words import CORRECTIONS, rule_words


def test_each_kind_of_correction_has_plain_words_of_its_own() -> None:
    assert set(CORRECTIONS) == set(CorrectionKind)
    assert len(set(CORRECTIONS.values())) == len(CORRECTIONS)


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("tagger.mixed", "by a model trained on examples"),
        ("direct.before", "by a rule of grammar"),
        ("person.speaker", "by a person"),
    ],
)
def test_a_rule_is_told_by_who_or_what_decided(rule: str, words: str) -> None:
    assert rule_words(rule) == words
