"""Every case in called/: one invented report, how its names are cut, what they name and which of them are one.

A name is marked by the number of whom or what it names: "{1 Siobhan Velik} came. {1 Velik} said …". Behind the report
stands, for each number, the kind and the fullest name that the report gives: `1: person Siobhan Velik`. All marks of a
number are in one chain, which has that kind and name and holds the marks of no other number; a mark with a capital
is the name of its mention, whole and with no word too many, less a nickname in marks. A case that says `expect: fail` must fail.
"""

import re
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import pytest

from onrecord.model.annotation import Annotations, Chain, Kind
from support.annotated import annotated

CALLED = Path(__file__).parent / "called"
_MARK = re.compile(r"\{(?P<number>\d) (?P<words>[^}]+)\}")
_NICKNAME = re.compile(r" [‘(][^’)]+[’)] ")
_FULLEST = re.compile(r"(?P<number>\d): (?P<kind>\w+) (?P<name>.+)")


@dataclass(frozen=True, slots=True)
class Case:
    """A report, the places and words of the names marked in it, and the kind and fullest name of each number."""

    name: str
    text: str
    marks: tuple[tuple[str, int, str], ...]
    fullest: dict[str, tuple[Kind, str]]
    fails: bool

    @property
    def couples(self) -> set[str]:
        """The given names that share a family name with the one behind: "Brian and Moira Tatlock"."""
        return set(re.findall(r"(\w+) and \w+ [A-Z]", self.text))


def read_case(name: str, lines: list[str]) -> Case:
    fails = lines[-1] == "expect: fail"
    told = [match for line in lines if (match := _FULLEST.fullmatch(line))]
    marked = "\n".join(line for line in lines if not _FULLEST.fullmatch(line) and line != "expect: fail")
    marks: list[tuple[str, int, str]] = []
    text, reached = "", 0
    for match in _MARK.finditer(marked):
        text += marked[reached : match.start()]
        marks.append((match["number"], len(text), match["words"]))
        text += match["words"]
        reached = match.end()
    fullest = {match["number"]: (Kind(match["kind"]), match["name"]) for match in told}
    assert fullest.keys() == {number for number, _, _ in marks}, name
    return Case(name=name, text=text + marked[reached:], marks=tuple(marks), fullest=fullest, fails=fails)


def read_cases() -> list[Case]:
    cases: list[Case] = []
    for path in sorted(CALLED.glob("*.txt")):
        for part in path.read_text(encoding="utf-8").split("=== ")[1:]:
            name, *lines = part.strip().splitlines()
            cases.append(read_case(f"{path.stem}/{name}", lines))
    return cases


CASES = read_cases()


def faults(case: Case, found: Annotations) -> list[str]:
    """What is wrong in the reading of a case, in words."""
    wrong: list[str] = []
    chains: dict[str, dict[str, Chain]] = {number: {} for number in case.fullest}
    for number, start, words in case.marks:
        chain, called = _at(found, start)
        if chain is None:
            wrong.append(f"{words!r} is in no mention")
            continue
        chains[number][chain.id] = chain
        named = {_NICKNAME.sub(" ", words), case.fullest[number][1] if words in case.couples else words}
        if words != words.lower() and called not in named:
            wrong.append(f"{words!r} is read as {called!r}")
    for number, (kind, name) in case.fullest.items():
        own = list(chains[number].values())
        if len(own) > 1:
            wrong.append(f"{name!r} is {len(own)} chains")
        wrong += [f"{name!r} is a {one.kind}" for one in own if one.kind is not kind]
        if name not in {one.name for one in own}:
            wrong.append(f"{name!r} is named {[one.name for one in own]}")
    for first, second in combinations(chains, 2):
        if chains[first].keys() & chains[second].keys():
            wrong.append(f"{first} and {second} are one")
    return wrong


def _at(found: Annotations, start: int) -> tuple[Chain | None, str | None]:
    for chain in found.chains:
        for mention in chain.mentions:
            if mention.span.start <= start < mention.span.end:
                return chain, mention.name
    return None, None


@pytest.mark.parametrize("case", [pytest.param(case, id=case.name) for case in CASES])
def test_names_are_cut_told_and_joined_as_the_case_says(case: Case, request: pytest.FixtureRequest) -> None:
    if case.fails:
        request.applymarker(pytest.mark.xfail(strict=True, reason="known failure"))
    assert not faults(case, annotated(case.text))


def test_there_are_enough_names() -> None:
    assert sum(len(case.marks) for case in CASES) >= 120
