import pytest

from onrecord.attribute.weighing.trust import CERTAIN, LEAST, LIKELY, WEIGHTS, estimate, level_of
from onrecord.model.attribution import Level


def test_a_surer_tagger_makes_a_reading_likelier() -> None:
    doubtful, sure = (estimate({"tagger.alone": 1, "tagger.alone.score": score}) for score in (-2.0, 3.0))
    assert doubtful < sure


def test_the_order_of_features_is_no_matter() -> None:
    features = dict.fromkeys(WEIGHTS, 1.0)
    assert estimate(features) == estimate(dict(reversed(features.items())))


@pytest.mark.parametrize(
    ("chance", "level"), [(CERTAIN, Level.CERTAIN), (LIKELY, Level.LIKELY), (LEAST, Level.POSSIBLE)]
)
def test_a_level_begins_at_its_chance(chance: float, level: Level) -> None:
    assert level_of(chance) is level
