from onrecord.attribute.attributions import find_drafts
from onrecord.attribute.frame.drafts import Draft
from onrecord.model.annotation import TaggedSpeech
from onrecord.model.attribution import Level
from support.attributed import view
from support.tagged import speech, view_of

SAID = "Martha Harrow said the pier was shut."


def drafts(text: str, *tagged: TaggedSpeech, wide: bool = True) -> list[Draft]:
    return find_drafts(view_of(text, *tagged), wide=wide)


def shown(text: str, found: list[Draft]) -> list[tuple[str, str]]:
    return [(draft.rule, " | ".join(span.of(text) for span in draft.content)) for draft in found]


def test_without_a_tagger_the_rules_stand_alone() -> None:
    assert shown(SAID, find_drafts(view(SAID))) == [("indirect.clause", "the pier was shut")]


def test_where_both_agree_the_rule_stands() -> None:
    tagged = speech(SAID, "the pier was shut", cue="said", source="Martha Harrow", score=0.95)
    (draft,) = drafts(SAID, tagged)
    assert (draft.rule, draft.level) == ("indirect.clause", Level.CERTAIN)


def test_what_only_a_rule_saw_is_never_certain() -> None:
    assert all(draft.level is not Level.CERTAIN for draft in drafts(SAID))


def test_the_tagger_sets_the_bounds_of_a_clause() -> None:
    text = "Martha Harrow said the pier was shut and the crews had gone home early."
    tagged = speech(text, "the pier was shut", cue="said", source="Martha Harrow", score=0.95)
    assert shown(text, drafts(text, tagged)) == [("tagger.bounds", "the pier was shut")]


def test_what_the_tagger_alone_saw_is_added() -> None:
    text = "Martha Harrow gave out that the pier was shut."
    tagged = speech(text, "that the pier was shut", cue="gave out", source="Martha Harrow", score=0.9)
    assert ("tagger.indirect", "the pier was shut") in shown(text, drafts(text, tagged))


def test_an_unlikely_reading_is_not_added() -> None:
    text = "Martha Harrow gave out that the pier was shut."
    tagged = speech(text, "that the pier was shut", cue="gave out", source="Martha Harrow", score=0.05)
    assert shown(text, drafts(text, tagged)) == []


def test_a_bare_noun_is_left_out_when_only_clauses_are_wanted() -> None:
    text = "Martha Harrow criticised the plan."
    tagged = speech(text, "the plan", cue="criticised", source="Martha Harrow", score=0.9)
    assert shown(text, drafts(text, tagged)) == [("tagger.indirect", "the plan")]
    assert shown(text, drafts(text, tagged, wide=False)) == []


def test_a_bare_noun_is_credited_to_several_only_where_it_is_certain() -> None:
    text = "Martha Harrow and Owen Pell criticised the plan."
    tagged = speech(text, "the plan", cue="criticised", source="Martha Harrow and Owen Pell", score=0.8)
    assert shown(text, drafts(text, tagged)) == []


def test_a_refusal_to_speak_is_no_attribution() -> None:
    text = "Martha Harrow declined to say who shut the pier."
    tagged = speech(text, "who shut the pier", cue="declined to say", source="Martha Harrow", score=0.9)
    assert shown(text, drafts(text, tagged)) == []


def test_speech_told_inside_speech_is_kept_beside_it() -> None:
    text = "Martha Harrow said the mayor had promised that the pier would open."
    outer = speech(
        text,
        "the mayor had promised that the pier would open",
        cue="said",
        source="Martha Harrow",
        score=0.95,
    )
    inner = speech(text, "the pier would open", cue="had promised", source="the mayor", score=0.95)
    assert [words for _, words in shown(text, drafts(text, outer, inner))] == [
        "the mayor had promised that the pier would open",
        "the pier would open",
    ]


def test_of_two_readings_that_claim_the_same_words_the_likelier_is_kept() -> None:
    text = "Martha Harrow nodded, and Owen Pell gave out that the pier was shut."
    sure = speech(text, "the pier was shut", cue="gave out", source="Owen Pell", score=0.9)
    unsure = speech(text, "that the pier was shut", cue="nodded", source="Martha Harrow", score=0.5)
    kept = [draft for draft in drafts(text, unsure, sure) if draft.source]
    assert [draft.source.span.of(text) for draft in kept if draft.source] == ["Owen Pell"]


def test_what_layout_shows_needs_no_witness() -> None:
    text = "“The pier stays shut until the crews have gone.” — Martha Harrow"
    assert [rule for rule, _ in shown(text, drafts(text))] == [
        rule for rule, _ in shown(text, find_drafts(view(text)))
    ]
