from dataclasses import replace

from onrecord.attribute.attributions import find_ruled
from onrecord.attribute.weighing.evidence import describe
from onrecord.attribute.weighing.hybrid import find_cases
from onrecord.attribute.weighing.witnesses import find_witnesses, pair
from onrecord.model.annotation import Reach
from support.tagged import speech, view_of


def test_a_reading_of_both_is_described_by_rule_relation_and_form() -> None:
    text = "Martha Harrow said the pier was shut."
    seen = view_of(text, speech(text, "the pier was shut", cue="said", source="Martha Harrow", score=0.5))
    rules = find_ruled(seen)
    ((option,),) = pair(seen, rules, find_witnesses(seen, rules))
    assert describe(seen, option) == {
        "rule.same": 1,
        "rule.indirect.clause": 1,
        "rule.clause": 1,
        "rule.known": 1,
        "sources.agree": 1,
    }


def test_a_reading_of_the_tagger_alone_carries_its_score() -> None:
    text = "Martha Harrow criticised the plan."
    seen = view_of(text, speech(text, "the plan", cue="criticised", source="Martha Harrow", score=0.8))
    ((option,),) = pair(seen, [], find_witnesses(seen, []))
    found = describe(seen, option)
    assert found["tagger.alone"] == 1
    assert found["tagger.alone.score"] > 1
    assert "tagger.clause" not in found


def test_other_bounds_say_how_readily_they_were_taken() -> None:
    text = "Martha Harrow criticised the plan."
    far = replace(speech(text, "the plan", cue="criticised", source="Martha Harrow"), reach=Reach.FAR)
    seen = view_of(text, far)
    ((option,),) = find_cases(seen, [])
    found = describe(seen, option)
    assert (found["reach.far"], found["new.far"]) == (1, 1)
