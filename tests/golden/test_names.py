"""Every case in names/: small piles of invented reports, and which of their names and descriptions are one person or body.

A case has a line why it is there, `trap: yes` where joining is the mistake to be made, the reports of one happening
(`event: a b`), a line `[a] …` for each report, or `[a 2014-10-01] …` where its day is given, and a line for each entity: the reports' own words that stand for it
(`one: a Ana Velik | b Velik`). Words of one line must be one entity, words of two lines two entities. A case that says
`expect: fail` must fail.
"""

import re
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest

from onrecord.link.names.entities import resolve_entities
from onrecord.model.attribution import Reading
from onrecord.model.moment import Basis, Moment
from support.annotated import reading

NAMES = Path(__file__).parent / "names"
_LINE = re.compile(
    r"(?:(?P<key>why|trap|event|one|expect): |\[(?P<report>\w+)(?: (?P<day>[\d-]{10}))?\] )(?P<text>.+)"
)


@dataclass(frozen=True, slots=True)
class Case:
    """A pile and its entities; each entity is the places, report and words, that stand for it."""

    name: str
    trap: bool
    fails: bool
    events: tuple[tuple[str, ...], ...]
    reports: dict[str, str]
    days: dict[str, date]
    entities: tuple[tuple[tuple[str, str], ...], ...]


def read_case(name: str, text: str) -> Case:
    fields: dict[str, list[str]] = {"why": [], "trap": [], "event": [], "one": [], "expect": []}
    reports: dict[str, str] = {}
    days: dict[str, date] = {}
    for line in text.strip().splitlines():
        match = _LINE.fullmatch(line.strip())
        assert match, f"{name}: {line}"
        if match["report"]:
            reports[match["report"]] = match["text"]
            if match["day"]:
                days[match["report"]] = date.fromisoformat(match["day"])
        else:
            fields[match["key"]].append(match["text"])
    assert fields["why"], f"{name} does not say why"
    entities = tuple(
        tuple((place.split()[0], place.split(maxsplit=1)[1].strip()) for place in one.split("|"))
        for one in fields["one"]
    )
    return Case(
        name=name,
        trap=fields["trap"] == ["yes"],
        fails=fields["expect"] == ["fail"],
        events=tuple(tuple(event.split()) for event in fields["event"]),
        reports=reports,
        days=days,
        entities=entities,
    )


def read_cases() -> list[Case]:
    cases: list[Case] = []
    for path in sorted(NAMES.glob("*.txt")):
        for part in path.read_text(encoding="utf-8").split("=== ")[1:]:
            name, _, text = part.partition("\n")
            cases.append(read_case(f"{path.stem}/{name.strip()}", text))
    return cases


def _given(day: date | None) -> Moment | None:
    return Moment(earliest=day, latest=day, basis=Basis.GIVEN, why="the input gives it") if day else None


CASES = read_cases()


def entity_of(entities: dict[str, str], read: Reading, words: str) -> str:
    """The entity of the first mention that holds `words`; a place or thing that is no entity stands for itself."""
    for chain in read.chains:
        if any(words in mention.span.of(read.report.text) for mention in chain.mentions):
            return entities.get(chain.id, chain.id)
    raise AssertionError(f"nobody is mentioned by {words!r} in {read.report.text!r}")


@pytest.mark.parametrize("case", [pytest.param(case, id=case.name) for case in CASES])
def test_names_stand_for_whom_the_case_says(case: Case, request: pytest.FixtureRequest) -> None:
    if case.fails:
        request.applymarker(pytest.mark.xfail(strict=True, reason="known failure"))
    readings = {
        key: reading(text, published=_given(case.days.get(key))) for key, text in case.reports.items()
    }
    groups = [[readings[key].report.id for key in event] for event in case.events]
    found = resolve_entities(readings.values(), groups)
    of_chain = {chain_id: entity.id for entity in found for chain_id in entity.chain_ids}
    stand_for = [
        {entity_of(of_chain, readings[key], words) for key, words in places} for places in case.entities
    ]
    assert all(len(ids) == 1 for ids in stand_for), f"one is listed as several: {stand_for}"
    assert not any(one & other for one, other in combinations(stand_for, 2)), f"one for two: {stand_for}"
    for entity in found:
        reports = {
            chain.report_id
            for read in readings.values()
            for chain in read.chains
            if chain.id in entity.chain_ids
        }
        assert len(reports) == 1 or entity.merges, f"{entity.name} is joined without a reason"


def test_there_are_enough_cases_and_a_third_are_traps() -> None:
    assert len(CASES) >= 60
    assert sum(case.trap for case in CASES) * 3 >= len(CASES)
