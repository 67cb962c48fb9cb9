import pytest

from onrecord.link import link
from onrecord.link.divergences.exchanged import find_exchanged
from onrecord.model.attribution import Manner
from onrecord.model.statement import Slot
from onrecord.settings import Settings
from support.contents import ferry_contents
from support.piles import reading_of

HEADLINE = "Ferry sinks on Lake Ombu"
LEAD = "The ferry Santa Rita sank on Lake Ombu in the evening with many people on board, said Luis Arana."


def diverging(*said: str) -> list[tuple[Slot, str]]:
    found = link(
        [
            reading_of(
                HEADLINE,
                [LEAD, *(f"Luis Arana said {words}." for words in one.split("|"))],
                speeches=[("Luis Arana", words, Manner.INDIRECT) for words in one.split("|")],
                day="2024-08-20",
                outlet=f"Paper {place}",
            )
            for place, one in enumerate(said)
        ],
        Settings(),
    )
    return [(one.slot, one.note) for one in found.divergences]


def test_the_same_until_another_day_diverges_once() -> None:
    ((slot, note),) = diverging(
        "the search would go on until Friday",
        "the search would go on until Saturday",
        "the search will go on until Friday",
    )
    assert slot is Slot.DATE
    assert {"Friday", "Saturday"} <= set(note.replace(",", " ").replace(".", " ").split())


def test_the_same_with_another_number_diverges() -> None:
    ((slot, note),) = diverging("the lake was searched 14 times", "the lake was searched forty times")
    assert slot is Slot.NUMBER
    assert "14" in note
    assert "forty" in note


def test_a_count_that_wordings_and_reports_tell_is_told_once() -> None:
    ((slot, note),) = diverging("14 boats were still waiting", "12 boats were still waiting")
    assert slot is Slot.NUMBER
    assert "14" in note
    assert "12" in note


def test_a_number_of_two_statements_is_shown_with_the_word_that_is_counted() -> None:
    contents = ferry_contents()
    members = {one.id: one for reading in contents.readings for one in reading.attributions}
    reports = {reading.report.id: reading.report for reading in contents.readings}
    (found,) = find_exchanged(contents.linked.statements, members, reports)
    assert found.note == "One report gives 14 boats, the other 12 boats."


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("the lake was searched about 40 times", "the lake was searched 41 times"),
        ("the lake was searched 14 times|the lake was searched 41 times", "the lake was searched 14 times"),
        ("it was Friday", "it was Saturday"),
        ("the search would go on until Friday", "the search would not go on until Saturday"),
    ],
)
def test_what_may_be_one_was_said_both_ways_or_says_too_little_does_not(first: str, second: str) -> None:
    assert diverging(first, second) == []
