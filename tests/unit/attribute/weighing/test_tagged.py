import pytest

from onrecord.attribute.weighing.tagged import (
    cue_word,
    draft_of,
    has_clause,
    is_clause,
    is_denied,
    is_speaking,
)
from onrecord.model.annotation import TaggedSpeech
from onrecord.model.attribution import Act
from onrecord.model.span import Span
from support.attributed import view


def place(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def speech(text: str, content: str, cue: str, source: str | None, *, score: float = 0.8) -> TaggedSpeech:
    return TaggedSpeech(
        content=(place(text, content),),
        cue=place(text, cue),
        source=place(text, source) if source else None,
        score=score,
    )


def test_a_reading_becomes_a_draft_with_exact_bounds() -> None:
    text = "Martha Harrow said that the pier was shut."
    draft = draft_of(view(text), speech(text, "that the pier was shut.", "said", "Harrow"))
    assert draft is not None
    assert [span.of(text) for span in draft.content] == ["the pier was shut"]
    assert draft.rule == "tagger.indirect"
    assert draft.source is not None
    assert draft.source.span.of(text) == "Martha Harrow"


def test_the_fact_that_is_outside() -> None:
    text = "Martha Harrow complained of the fact that the pier was shut."
    draft = draft_of(view(text), speech(text, "the fact that the pier was shut", "complained of", "Harrow"))
    assert draft is not None
    assert draft.content[0].of(text) == "the pier was shut"


def test_marks_tell_the_manner() -> None:
    text = "“We wait for you,” Martha Harrow said."
    draft = draft_of(view(text), speech(text, "“We wait for you,”", "said", "Martha Harrow"))
    assert draft is not None
    assert (draft.rule, draft.content[0].of(text)) == ("tagger.direct", "We wait for you")


def test_an_infinitive_is_an_intention() -> None:
    text = "Martha Harrow promised to shut the pier."
    draft = draft_of(view(text), speech(text, "to shut the pier", "promised", "Martha Harrow"))
    assert draft is not None
    assert draft.act is Act.INTENTION


def test_who_i_is_the_report_does_not_say() -> None:
    text = "I think the pier is shut."
    draft = draft_of(view(text), speech(text, "the pier is shut", "think", "I"))
    assert draft is not None
    assert draft.source is not None
    assert (draft.source.span.of(text), draft.source.heads) == ("I", ())


def test_nobody_is_no_source() -> None:
    text = "Nobody thinks the pier is shut."
    draft = draft_of(view(text), speech(text, "the pier is shut", "thinks", "Nobody"))
    assert draft is not None
    assert draft.source is None


def test_an_it_that_stands_for_nobody_is_no_source() -> None:
    text = "It was pointed out to Harrow that the tide had turned."
    draft = draft_of(view(text), speech(text, "the tide had turned", "pointed out", "It"))
    assert draft is not None
    assert draft.source is None


def test_a_source_that_the_parser_cuts_short_is_the_taggers() -> None:
    text = "One woman brought up abroad let it slip that the pier is shut."
    draft = draft_of(
        view(text), speech(text, "the pier is shut", "let it slip", "One woman brought up abroad")
    )
    assert draft is not None
    assert draft.source is not None
    assert draft.source.span.of(text) == "One woman brought up abroad"


def test_a_reading_without_words_is_none() -> None:
    text = "Harrow said, – and left."
    assert draft_of(view(text), speech(text, "–", "said", "Harrow")) is None


def test_the_word_that_speaks_is_found_in_a_cue() -> None:
    text = "She went on to say on Monday it rains."
    seen = view(text)
    verb = cue_word(seen, place(text, "went on to say"))
    assert seen.syntax.tokens[verb].text == "say"
    assert is_speaking(seen, verb)


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("She declined to say why.", "declined to say"),
        ("She did not say why.", "say"),
        ("She would say why.", "say"),
    ],
)
def test_denied_and_supposed_speech_is_told(text: str, cue: str) -> None:
    seen = view(text)
    assert is_denied(seen, place(text, cue), cue_word(seen, place(text, cue)))


def test_a_bare_noun_is_no_clause() -> None:
    text = "She criticised the long plan and said the pier was shut, and asked them to wait."
    seen = view(text)
    assert not has_clause(seen, place(text, "the long plan"))
    assert has_clause(seen, place(text, "the pier was shut"))
    assert has_clause(seen, place(text, "them to wait"))


def test_a_noun_with_an_infinitive_is_no_clause() -> None:
    text = "Martha Harrow welcomed the move to close the pier. Owen Pell said the pier was shut."
    assert not is_clause(view(text), [place(text, "the move to close the pier")])
    assert is_clause(view(text), [place(text, "the pier was shut")])
    assert is_clause(view(text), [place(text, "to close the pier")])


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Martha Harrow, who added that the pier was shut, left.", "who"),
        ("Martha Harrow herself wondered whether the pier was shut.", "herself"),
    ],
)
def test_a_word_that_stands_for_the_noun_before_it_is_that_noun(text: str, source: str) -> None:
    cue = "added" if "added" in text else "wondered"
    draft = draft_of(view(text), speech(text, "the pier was shut", cue, source))
    assert draft is not None
    assert draft.source is not None
    assert draft.source.span.of(text).startswith("Martha Harrow")


def test_a_source_apart_from_its_cue_and_its_content_is_none() -> None:
    text = "Two boats lost, say crews\nThe pier was shut.\nThe mayor came on Friday."
    draft = draft_of(view(text), speech(text, "Two boats lost", "say", "The mayor"))
    assert draft is not None
    assert draft.source is None


def test_who_stands_for_the_person_named_right_before_it() -> None:
    text = "Harrow, who long opposed the plan, left the town."
    draft = draft_of(view(text), speech(text, "the plan", "opposed", "who"))
    assert draft is not None
    assert draft.source is not None
    assert draft.source.heads == (0,)


def test_the_noun_that_a_clause_of_saying_hangs_on_is_not_said() -> None:
    text = "The council backed a step that the harbour union says will cost 340 jobs."
    told = TaggedSpeech(
        content=(place(text, "a step that"), place(text, "will cost 340 jobs")),
        cue=place(text, "says"),
        source=place(text, "the harbour union"),
        score=0.8,
    )
    draft = draft_of(view(text), told)
    assert draft is not None
    assert [span.of(text) for span in draft.content] == ["will cost 340 jobs"]


def test_what_a_clause_of_saying_explains_is_not_said() -> None:
    text = "The report advises moving the shelves, something the Readers' Circle condemned as “an eviction”."
    reading = TaggedSpeech(
        content=(place(text, "moving the shelves, something"), place(text, "“an eviction”")),
        cue=place(text, "condemned"),
        source=place(text, "the Readers' Circle"),
        score=0.8,
    )
    draft = draft_of(view(text), reading)
    assert draft is not None
    assert [span.of(text) for span in draft.content] == ["an eviction"]


def test_a_source_in_a_later_sentence_makes_no_reading() -> None:
    text = "She promised help in the council, his office said. Hers spoke of talks."
    said = speech(text, "She promised help in the council", cue="promised", source="Hers")
    assert draft_of(view(text), said) is None
