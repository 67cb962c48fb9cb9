import pytest

from onrecord.link.divergences import find_divergences
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
    return find_divergences(found, {reading.report.id: reading.report for reading in readings})


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
