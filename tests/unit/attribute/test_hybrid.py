from dataclasses import replace

from onrecord.attribute.attributions import find_drafts
from onrecord.attribute.drafts import Draft
from onrecord.attribute.view import View
from onrecord.model.annotation import TaggedSpeech
from onrecord.model.attribution import Level
from onrecord.model.span import Span
from support.attributed import view

SAID = "Martha Harrow said the pier was shut."


def place(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def speech(text: str, *content: str, cue: str, source: str | None, score: float = 0.8) -> TaggedSpeech:
    return TaggedSpeech(
        content=tuple(place(text, words) for words in content),
        cue=place(text, cue),
        source=place(text, source) if source else None,
        score=score,
    )


def drafts(text: str, *tagged: TaggedSpeech, wide: bool = False) -> list[Draft]:
    seen = view(text)
    return find_drafts(View(seen.report, replace(seen.annotations, tagged=tagged)), wide=wide)


def shown(text: str, found: list[Draft]) -> list[tuple[str, str]]:
    return [(draft.rule, " | ".join(span.of(text) for span in draft.content)) for draft in found]


def test_without_a_tagger_the_rules_stand_alone() -> None:
    assert shown(SAID, find_drafts(view(SAID))) == [("indirect.clause", "the pier was shut")]


def test_where_both_agree_the_rule_stands() -> None:
    tagged = speech(SAID, "the pier was shut", cue="said", source="Martha Harrow")
    (draft,) = drafts(SAID, tagged)
    assert (draft.rule, draft.level) == ("indirect.clause", Level.CERTAIN)


def test_a_clause_that_only_the_rule_saw_is_only_possible() -> None:
    (draft,) = drafts(SAID)
    assert draft.level is Level.POSSIBLE


def test_a_doubtful_rule_without_support_is_dropped() -> None:
    text = "The pier was shut, Martha Harrow said."
    assert shown(text, drafts(text)) == []


def test_the_tagger_sets_the_bounds_of_a_clause() -> None:
    text = "Martha Harrow said the pier was shut and the crews had gone home early."
    tagged = speech(text, "the pier was shut", cue="said", source="Martha Harrow")
    assert shown(text, drafts(text, tagged)) == [("tagger.bounds", "the pier was shut")]


def test_bounds_that_swallow_the_cue_are_not_believed() -> None:
    tagged = speech(SAID, "Harrow said the pier was shut", cue="said", source=None)
    assert shown(SAID, drafts(SAID, tagged)) == [("indirect.clause", "the pier was shut")]


def test_what_the_tagger_alone_saw_is_added() -> None:
    text = "Martha Harrow let it slip that the pier was shut."
    tagged = speech(text, "that the pier was shut", cue="let it slip", source="Martha Harrow", score=0.9)
    assert ("tagger.indirect", "the pier was shut") in shown(text, drafts(text, tagged))


def test_a_doubtful_reading_is_not_added() -> None:
    text = "Martha Harrow let it slip that the pier was shut."
    tagged = speech(text, "that the pier was shut", cue="let it slip", source="Martha Harrow", score=0.4)
    assert shown(text, drafts(text, tagged)) == []


def test_a_bare_noun_is_added_only_when_asked_for() -> None:
    text = "Martha Harrow criticised the plan."
    tagged = speech(text, "the plan", cue="criticised", source="Martha Harrow", score=0.9)
    assert shown(text, drafts(text, tagged)) == []
    assert shown(text, drafts(text, tagged, wide=True)) == [("tagger.indirect", "the plan")]


def test_denied_speech_is_not_added() -> None:
    text = "Martha Harrow declined to say who shut the pier."
    tagged = speech(text, "who shut the pier", cue="declined to say", source="Martha Harrow", score=0.9)
    assert shown(text, drafts(text, tagged)) == []
