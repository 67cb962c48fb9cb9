"""Every case in search/cases.txt: what was said and asked, and what is found.

Lines are what was said (`say: speaker | words`), what is asked (`ask:`, or `type:` while it is typed), statements with their marks in
brackets (`hit:`), speakers likewise with how their names fit (`speaker:`), what may have been meant (`meant:`), or nothing, with what
each word by itself finds (`nothing: word, word 2`). Hits are compared in any order.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from onrecord.model.found import Part
from onrecord.model.listing import Asked
from onrecord.record import open_record, write
from support.searched import Said, searched

if TYPE_CHECKING:
    from onrecord.model.span import Span

CASES = Path(__file__).parent / "search" / "cases.txt"
KEYS = ("why", "say", "ask", "type", "hit", "speaker", "meant", "nothing")


@dataclass
class Case:
    """A case by the keys of its lines."""

    name: str
    lines: dict[str, list[str]] = field(default_factory=dict[str, list[str]])


def read_cases() -> list[Case]:
    cases: list[Case] = []
    for line in CASES.read_text(encoding="utf-8").splitlines():
        if line.startswith("=== "):
            cases.append(Case(line[4:], {key: [] for key in KEYS}))
        elif line:
            key, _, told = line.partition(":")
            cases[-1].lines[key].append(told.strip())
    return cases


def marked(text: str, marks: tuple[Span, ...]) -> str:
    for mark in reversed(marks):
        text = f"{text[: mark.start]}[{mark.of(text)}]{text[mark.end :]}"
    return text


def said_of(line: str) -> Said:
    speaker, bar, words = line.partition(" | ")
    return Said(words=words if bar else line, speaker=speaker if bar else "", title="")


@pytest.mark.parametrize("case", read_cases(), ids=lambda case: case.name)
def test_what_is_asked_finds_what_is_told(case: Case, tmp_path: Path) -> None:
    assert case.lines["why"]
    (words,) = case.lines["ask"] + case.lines["type"]
    write(tmp_path / "case.db", searched(*map(said_of, case.lines["say"])))
    with open_record(tmp_path / "case.db") as record:
        found = record.find(Asked(words=words), typing=bool(case.lines["type"]))
        alone = record.find(Asked(words=words), parts=[Part.STATEMENTS], typing=bool(case.lines["type"]))

    assert alone.statements == found.statements
    assert sorted(marked(hit.text, hit.marks) for hit in found.statements.rows) == sorted(case.lines["hit"])
    speakers = [f"{marked(hit.name, hit.marks)} {hit.likeness}" for hit in found.speakers.rows]
    assert sorted(speakers) == sorted(case.lines["speaker"])
    assert [one.text for one in found.suggestions] == case.lines["meant"]
    for told in case.lines["nothing"]:
        looked_for = [f"{one.text} {one.held_by}" for one in found.sought]
        assert found.statements.total == found.reports.total == 0
        assert looked_for == [one if one[-1].isdigit() else f"{one} 0" for one in told.split(", ") if one]
