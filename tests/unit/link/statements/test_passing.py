from dataclasses import replace

import pytest

from onrecord.link.statements.corroboration import corroborate, find_passed_on
from onrecord.link.statements.passing import find_passing
from onrecord.model.attribution import Attribution, Manner, Reading
from support.piles import find, reading_of

WORDS = "We have no orders"


def said(before: str, cue: str, behind: str, *, outlet: str | None = None) -> Reading:
    """A report in which `cue` is that of the words, with the rest of its sentence around it."""
    reading = reading_of(
        "", [f"It rained. {before}{cue}{behind}"], speeches=[("Roe", WORDS, Manner.DIRECT)], outlet=outlet
    )
    cued = tuple(replace(one, cue=find(reading.report.text, cue)) for one in reading.attributions)
    return replace(reading, attributions=cued)


def passing(reading: Reading, *outlets: str) -> list[tuple[str, str]]:
    text = reading.report.text
    return [
        (house, span.of(text))
        for attribution in reading.attributions
        for house, span in find_passing(attribution, text, outlets)
    ]


@pytest.mark.parametrize(
    ("before", "cue", "behind", "house"),
    [
        (f"“{WORDS},” Roe ", "told", " Dockside Wire on Monday.", "dockside wire"),
        (f"“{WORDS},” Roe ", "told", " the Courier.", "elm courier"),
        (f"“{WORDS},” Roe ", "told", " Reuters.", "reuters"),
        (f"“{WORDS},” Roe ", "told", " the Daily Echo.", "daily echo"),
        (f"“{WORDS},” Roe ", "said", ", according to Dockside Wire.", "dockside wire"),
        (f"“{WORDS},” Roe ", "said", " in an interview with BBC Radio.", "bbc"),
        (f"“{WORDS},” Roe ", "said", ", as first reported by Dockside Wire.", "dockside wire"),
        ("Speaking to Dockside Wire, Roe ", "said", f": “{WORDS}.”", "dockside wire"),
    ],
)
def test_a_house_that_was_told_the_words_is_found(before: str, cue: str, behind: str, house: str) -> None:
    ((found, _),) = passing(said(before, cue, behind), "dockside wire", "elm courier")
    assert found == house


@pytest.mark.parametrize(
    ("before", "cue", "behind"),
    [
        (f"“{WORDS},” Roe ", "told", " reporters in Halden."),
        (f"“{WORDS},” Roe ", "told", " the Harbour Board."),
        (f"“{WORDS},” Roe ", "said", ". He later told Dockside Wire that it rained."),
        ("Dockside Wire was bought by Roe. Roe ", "said", f": “{WORDS}.”"),
    ],
)
def test_who_was_told_otherwise_is_no_house_of_the_words(before: str, cue: str, behind: str) -> None:
    assert passing(said(before, cue, behind), "dockside wire") == []


def count(*pile: Reading) -> int:
    reports = {reading.report.id: reading.report for reading in pile}
    members: list[Attribution] = [one for reading in pile for one in reading.attributions]
    assert all(reports.keys() >= found.keys() for found in find_passed_on(members, reports).values())
    return corroborate(members, reports, {}).lineages


def test_reports_that_have_words_from_one_house_count_once_with_it() -> None:
    told = said(f"“{WORDS},” Roe ", "told", " Dockside Wire.", outlet="Halden Courier")
    passed = said(f"“{WORDS},” Roe ", "said", ", according to Dockside Wire.", outlet="Elm News")
    own = said(f"“{WORDS},” Roe ", "said", " in Halden.", outlet="Dockside Wire")
    heard = said(f"“{WORDS},” Roe ", "said", " at noon.", outlet="Vellin Post")
    assert count(told, passed) == 1
    assert count(told, passed, own) == 1
    assert count(told, own, heard) == 2
    assert count(own, heard) == 2
