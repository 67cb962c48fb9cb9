from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.attribute.attributions import find_ruled
from onrecord.attribute.weighing.parting import before_quotation, in_paragraph, parted, without_led_above
from onrecord.attribute.weighing.tagged import Witness, draft_of
from support.attributed import view
from support.tagged import speech

if TYPE_CHECKING:
    from onrecord.attribute.frame.drafts import Draft
    from onrecord.attribute.frame.view import View


def read(text: str, *content: str, cue: str, source: str) -> tuple[View, Draft]:
    seen = view(text)
    draft = draft_of(seen, speech(text, *content, cue=cue, source=source))
    assert draft is not None
    return seen, draft


def parts(text: str, *content: str, cue: str, source: str) -> list[list[str]]:
    seen, draft = read(text, *content, cue=cue, source=source)
    return [
        [span.of(text) for span in one.draft.content]
        for one in parted(seen, Witness(draft, 0.8), find_ruled(seen))
    ]


def test_what_one_subject_says_by_two_verbs_is_two() -> None:
    text = "Martha Harrow said the pier was shut and warned that the boats would leave."
    whole = "the pier was shut and warned that the boats would leave"
    assert parts(text, whole, cue="said", source="Martha Harrow") == [
        ["the pier was shut"],
        ["the boats would leave"],
    ]


def test_words_of_another_cue_are_no_part_of_a_reading() -> None:
    text = "Martha Harrow suspects that the pier is lost; she hopes to mend it."
    found = parts(text, "the pier is lost", "to mend it", cue="suspects", source="Martha Harrow")
    assert found == [["the pier is lost"], ["to mend it"]]


def test_a_reading_of_one_cue_stays_whole() -> None:
    text = "Martha Harrow said the pier was shut and the boats had left."
    whole = "the pier was shut and the boats had left"
    assert parts(text, whole, cue="said", source="Martha Harrow") == [[whole]]


def test_a_reading_that_ends_at_a_second_cue_stays_whole() -> None:
    text = "Martha Harrow said the pier was shut and warned that the boats would leave."
    cut = "the pier was shut and warned"
    assert parts(text, cut, cue="said", source="Martha Harrow") == [[cut]]


def test_a_quotation_behind_the_stop_of_a_clause_is_no_part_of_it() -> None:
    text = "Martha Harrow said the pier was shut. “It leaks like a net.”"
    seen, draft = read(text, "the pier was shut", "It leaks like a net.", cue="said", source="Martha Harrow")
    assert [span.of(text) for span in before_quotation(seen, draft).content] == ["the pier was shut"]


def test_a_quotation_within_the_clause_stays_with_it() -> None:
    text = "Martha Harrow said the pier, once proud, “leaks like a net”."
    seen, draft = read(text, "the pier", "“leaks like a net”", cue="said", source="Martha Harrow")
    assert before_quotation(seen, draft) == draft


def test_words_without_marks_a_paragraph_above_the_cue_are_no_part() -> None:
    text = "It is necessary that both sides ask.\n\nThe talks go on, Martha Harrow concluded."
    seen, draft = read(
        text,
        "It is necessary that both sides ask",
        "The talks go on",
        cue="concluded",
        source="Martha Harrow",
    )
    assert [span.of(text) for span in in_paragraph(seen, draft).content] == ["The talks go on"]


def test_marks_reach_over_paragraphs() -> None:
    text = "“It is necessary that both sides ask.\n\n“The talks go on,” Martha Harrow concluded."
    seen, draft = read(
        text,
        "“It is necessary that both sides ask.",
        "“The talks go on,”",
        cue="concluded",
        source="Martha Harrow",
    )
    assert in_paragraph(seen, draft) == draft


def test_what_a_colon_leads_to_above_the_cue_is_of_another() -> None:
    text = "Jonas Pell: “Not guilty.”\n\nMartha Harrow said “it will rise again”."
    seen, draft = read(text, "“Not guilty.”", "“it will rise again”", cue="said", source="Martha Harrow")
    assert [span.of(text) for span in without_led_above(seen, draft).content] == ["it will rise again"]
