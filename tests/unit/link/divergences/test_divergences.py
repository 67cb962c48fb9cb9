import pytest

from onrecord.link.divergences.divergences import find_divergences
from onrecord.model.statement import Divergence, Event, Slot
from support.piles import reading_of


def divergences(first: str, second: str, *, events: int = 1) -> tuple[Divergence, ...]:
    readings = [reading_of("", [text]) for text in (first, second)]
    groups = [readings] if events == 1 else [[reading] for reading in readings]
    found = [
        Event(
            id=f"e{i}",
            what="",
            where=None,
            date=None,
            report_ids=tuple(r.report.id for r in group),
            evidence=(),
        )
        for i, group in enumerate(groups)
    ]
    return find_divergences(found, {reading.report.id: reading for reading in readings})


MINISTERS = "Envoys spoke after a meeting of the bloc at the level of finance ministers."


@pytest.mark.parametrize(
    ("slot", "first", "second"),
    [
        (
            Slot.NUMBER,
            "About six hundred people marched in Velm.",
            "The union put the number of marchers at 1,200.",
        ),
        (Slot.NUMBER, "At least 12 people were killed when the dam broke.", "The flood left 19 dead."),
        (
            Slot.NUMBER,
            "The yard took on 212 people from the old mine.",
            "Of the old mine 187 people went to the yard.",
        ),
        (Slot.BODY, MINISTERS, "“[Member states’ energy] ministers addressed it today,” Dorran said."),
        (Slot.BODY, "The energy ministers met in haste.", "It was a summit of justice ministers."),
        (
            Slot.BODY,
            "The Dam Board met in special session.",
            "After an extraordinary session of the Water Council he left.",
        ),
        (Slot.BODY, "The supreme court ruled for the miners.", "An appeals court upheld the miners’ claim."),
        (Slot.PLACE, "The talks in Velm broke up at noon.", "The talks in Ostery broke up without a word."),
        (
            Slot.DATE,
            "The dam treaty was signed on 4 March.",
            "The treaty over the dam was signed on March 5.",
        ),
        (Slot.DATE, "The ferry Osprey sank on Monday.", "Osprey, the ferry, sank on Tuesday."),
        (Slot.DATE, "They vote on Friday, 9 May.", "The vote is set for Thursday 9 May."),
        (Slot.DATE, "The Velm mine opened on Monday.", "The mine at Velm opened on 4 March 2014."),
    ],
)
def test_what_cannot_both_be_right_diverges(slot: Slot, first: str, second: str) -> None:
    assert [found.slot for found in divergences(first, second)] == [slot]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (MINISTERS, "“[The bloc’s] ministers addressed it today,” Dorran said."),
        (MINISTERS, "It was a meeting of finance and energy ministers."),
        ("A meeting of defence ministers.", "A meeting with defense ministers."),
        (MINISTERS, "The energy ministers of two other states said nothing."),
        ("The Harbour Board met in special session.", "The Velm Harbour Board met in special session."),
        ("The council met in special session.", "After a special session of the Water Council he left."),
        ("The planning committee refused the plan.", "The finance committee passed the budget."),
        (
            "The supreme court ruled after a district court convicted him.",
            "A district court convicted him in May.",
        ),
        ("The talks in Oslo broke up.", "The talks in Norway broke up."),
        ("The talks in Velm broke up.", "The meeting in Ostery was cut short."),
        ("The ferry Osprey sank on Monday.", "The ferry Osprey sank on 4 March."),
        ("He said on Monday that the dam holds.", "He said on Tuesday that the dam holds."),
        ("The treaty was signed on 4 March.", "A lease was signed on 5 March."),
        ("The dam held 12 hours.", "It took 9 hours to the coast."),
        ("The dam broke in 1,200 places.", "The dam broke in nearly 1,250 places."),
        ("It opened on 4 October.", "It closed on 9 October."),
    ],
)
def test_what_can_both_be_right_does_not_diverge(first: str, second: str) -> None:
    assert divergences(first, second) == ()


def test_two_counts_of_one_thing_diverge() -> None:
    (found,) = divergences("The closing costs 340 jobs.", "It costs 430 jobs, the union says.")
    assert found.slot is Slot.NUMBER
    assert "340 jobs" in found.note
    assert "430 jobs" in found.note


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("It costs 340 jobs.", "The town will lose 340 jobs."),
        ("Nearly 1,000 people marched.", "There were 985 people."),
        ("It costs 340 jobs.", "It took 12 years."),
        ("340 jobs go and 90 jobs stay.", "It costs 430 jobs."),
    ],
)
def test_equal_rounded_other_and_several_counts_do_not_diverge(first: str, second: str) -> None:
    assert divergences(first, second) == ()


def test_reports_of_two_events_are_not_compared() -> None:
    assert divergences("It costs 340 jobs.", "It costs 430 jobs.", events=2) == ()
