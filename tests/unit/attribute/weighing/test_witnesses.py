from dataclasses import replace

from onrecord.attribute.attributions import find_ruled
from onrecord.attribute.frame.drafts import Draft
from onrecord.attribute.frame.view import View
from onrecord.attribute.weighing.witnesses import find_witnesses, has_form, pair
from support.tagged import place, speech, view_of

TWO = "“We wait for the tide,” Martha Harrow said.\n“We sail at noon,” Owen Pell said."


def relations(text: str, seen: View) -> list[tuple[str, str]]:
    rules = find_ruled(seen)
    return [
        (option.relation.value, " | ".join(span.of(text) for span in option.draft.content))
        for case in pair(seen, rules, find_witnesses(seen, rules))
        for option in case
    ]


def test_a_quotation_with_a_cue_of_its_own_is_parted_from_its_neighbour() -> None:
    seen = view_of(
        TWO, speech(TWO, "“We wait for the tide,”", "“We sail at noon,”", cue="said", source="Martha Harrow")
    )
    assert relations(TWO, seen) == [("same", "We wait for the tide"), ("same", "We sail at noon")]


def test_readings_of_one_cue_are_one_case_with_two_options() -> None:
    text = "Martha Harrow said the pier was shut and the crews had gone home."
    seen = view_of(text, speech(text, "the pier was shut", cue="said", source="Martha Harrow"))
    assert relations(text, seen) == [
        ("differ", "the pier was shut and the crews had gone home"),
        ("differ", "the pier was shut"),
    ]


def test_a_quotation_begins_at_its_mark_whatever_the_tagger_takes_before_it() -> None:
    text = "Martha Harrow asked the old mayor, Owen Pell: “Shut the pier now, before the tide comes in.”"
    seen = view_of(
        text,
        speech(
            text,
            "the old mayor, Owen Pell: “Shut the pier now, before the tide comes in.”",
            cue="asked",
            source="Martha Harrow",
        ),
    )
    assert relations(text, seen) == [("same", "Shut the pier now, before the tide comes in.")]


def test_what_one_side_alone_saw_is_a_case_of_its_own() -> None:
    text = "Martha Harrow said the pier was shut. Owen Pell criticised the crews."
    seen = view_of(text, speech(text, "the crews", cue="criticised", source="Owen Pell"))
    assert relations(text, seen) == [("unseen", "the pier was shut"), ("alone", "the crews")]


def test_a_rule_whose_words_the_tagger_gave_away_says_so() -> None:
    text = "Martha Harrow said the pier was shut and the boats of the north had left on Monday morning."
    seen = view_of(text, speech(text, "on Monday", cue="left", source=None))
    assert relations(text, seen) == [
        ("over", "the pier was shut and the boats of the north had left on Monday morning"),
        ("alone", "on Monday"),
    ]


def test_what_layout_gives_to_somebody_is_taken_from_a_reading() -> None:
    text = "Martha Harrow said the pier was shut. The boats had left."
    seen = view_of(
        text, speech(text, "the pier was shut", "The boats had left", cue="said", source="Martha Harrow")
    )
    sure = [Draft(content=(place(text, "The boats had left"),), rule="layout.dash")]
    (witness,) = find_witnesses(seen, [], sure)
    assert [span.of(text) for span in witness.draft.content] == ["the pier was shut"]


def test_a_bare_noun_has_not_the_form_of_an_attribution() -> None:
    text = "Martha Harrow criticised the plan and let it slip that the pier was shut."
    seen = view_of(
        text,
        speech(text, "the plan", cue="criticised", source="Martha Harrow"),
        speech(text, "that the pier was shut", cue="let it slip", source="Martha Harrow"),
    )
    assert [has_form(seen, witness.draft) for witness in find_witnesses(seen, [])] == [False, True]


def test_somebody_new_right_behind_the_verb_stays_the_source_of_a_rule() -> None:
    text = "“Stop it,” called a voice as Martha Harrow stood up."
    seen = view_of(text, speech(text, "“Stop it,”", cue="called", source="Martha Harrow"))
    rules = find_ruled(seen)
    sources = [
        option.draft.source.span.of(text)
        for case in pair(seen, rules, find_witnesses(seen, rules))
        for option in case
        if option.draft.source
    ]
    assert sources == ["a voice"]


def test_words_before_a_sentence_that_leads_to_others_are_not_its_sources() -> None:
    text = "“They were told.” Her own aide, Tom Velik, contradicted her: “No letter went out.”"
    seen = view_of(
        text,
        speech(
            text,
            "“They were told.”",
            "her: “No letter went out.”",
            cue="contradicted",
            source="Tom Velik",
        ),
    )
    assert relations(text, seen) == [("same", "No letter went out.")]


def test_a_name_right_before_its_verb_speaks_whatever_the_tagger_saw() -> None:
    text = "Brandt noted the shelling of the plant, which President Ana Velik called part of “a crime”."
    seen = view_of(text, speech(text, "part of “a crime”", cue="called", source="Brandt"))
    rules = find_ruled(seen)
    drafts = [option.draft for case in pair(seen, rules, find_witnesses(seen, rules)) for option in case]
    sources = {draft.source.span.of(text) for draft in drafts if draft.source and draft.cue}
    assert "President Ana Velik" in sources


def test_a_question_is_not_given_to_who_answers_it() -> None:
    text = "The tide fell. Asked whether the pier would be closed for good, Martha Harrow said: “That is for the crews.”"
    seen = view_of(
        text,
        speech(
            text,
            "whether the pier would be closed for good",
            "“That is for the crews.”",
            cue="said",
            source="Martha Harrow",
        ),
    )
    rules = find_ruled(seen)
    options = [option for case in pair(seen, rules, find_witnesses(seen, rules)) for option in case]
    asked = [one.draft for one in options if one.draft.content[0].of(text).startswith("whether")]
    assert asked
    assert [draft.source for draft in asked] == [None] * len(asked)


def test_a_word_that_leads_to_the_name_of_a_rule_is_not_its_source() -> None:
    text = "TELLY darling Ana Velik last night told how the pier was shut after a lamp fell on the quay."
    words = "how the pier was shut after a lamp fell on the quay"
    seen = view_of(text, speech(text, words, cue="told", source="TELLY darling"))
    named = view_of(text, speech(text, words, cue="told", source="Ana Velik"))
    rules = [
        rule for rule in find_ruled(named) if rule.source and rule.source.span == place(text, "Ana Velik")
    ]
    options = [option for case in pair(seen, rules, find_witnesses(seen, rules)) for option in case]
    assert [option.draft.source.span for option in options if option.draft.source] == [
        place(text, "Ana Velik")
    ]


def test_words_between_marks_have_the_form_of_an_attribution() -> None:
    text = "Martha Harrow called the board “a kitchen with a press”."
    seen = view_of(text, speech(text, "a kitchen with a press", cue="called", source="Martha Harrow"))
    (witness,) = find_witnesses(seen, ())
    assert has_form(seen, replace(witness.draft, rule="tagger.bounds"))
    assert not has_form(
        seen, replace(witness.draft, rule="tagger.bounds", content=(place(text, "the board"),))
    )
