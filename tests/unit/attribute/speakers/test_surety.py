import pytest

from onrecord.attribute.speakers import surety
from onrecord.attribute.speakers.surety import BIAS, LEAST, WEIGHTS, estimate, is_sure


def test_somebody_who_has_come_since_makes_a_pronoun_less_sure() -> None:
    assert estimate({"kind.p": 1, "p.since": 1, "p.since.last": 1}) < estimate({"kind.p": 1})


def test_the_order_of_features_is_no_matter() -> None:
    features = dict.fromkeys(WEIGHTS, 1.0)
    assert estimate(features) == estimate(dict(reversed(features.items())))


def test_a_feature_that_was_never_seen_weighs_nothing() -> None:
    assert estimate({"unheard-of": 5.0}) == estimate({})


def test_a_speaker_is_sure_from_the_least_chance_on(monkeypatch: pytest.MonkeyPatch) -> None:
    assert is_sure({}) is (BIAS > 0 and estimate({}) >= LEAST)
    monkeypatch.setattr(surety, "LEAST", estimate({}))
    assert is_sure({})
    monkeypatch.setattr(surety, "LEAST", estimate({}) + 0.000001)
    assert not is_sure({})
