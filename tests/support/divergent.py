"""Cases of divergences: two invented reports of one event, and in which slots they differ.

A case has a line why it is there, `trap: yes` where all that differs is harmless, a line `[a] …` and `[b] …` for the two
reports, a line `said: a words | b words` for each statement that both give, and for each divergence its slot and some of
the words on both sides: `differ: number | a 340 jobs | b 430 jobs`. A case that says `expect: fail` must fail.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from onrecord.link.divergences.divergences import find_divergences
from onrecord.link.names.entities import resolve_entities
from onrecord.link.statements.variants import relate_variants
from onrecord.model import ids
from onrecord.model.attribution import Act, Attribution, Judgement, Level, Manner, Reading
from onrecord.model.moment import Evidence
from onrecord.model.span import Span
from onrecord.model.statement import Corroboration, Divergence, Event, Statement
from support.annotated import reading
from support.piles import find

_LINE = re.compile(r"(?:(?P<key>why|trap|said|differ|expect): |\[(?P<report>[ab])\] )(?P<text>.+)")
_MARKS = '“"'


@dataclass(frozen=True, slots=True)
class DivergentCase:
    """Two reports by letter, the statements that both give, and the divergences: slot, words of a, words of b."""

    name: str
    trap: bool
    fails: bool
    reports: Mapping[str, str]
    said: tuple[tuple[str, str], ...]
    differ: tuple[tuple[str, str, str], ...]


def read_divergent_cases(paths: Iterable[Path]) -> list[DivergentCase]:
    """Return the cases of all files, each named by its file and its heading."""
    cases: list[DivergentCase] = []
    for path in sorted(paths):
        for part in path.read_text(encoding="utf-8").split("=== ")[1:]:
            name, _, text = part.partition("\n")
            cases.append(_read(f"{path.stem}/{name.strip()}", text))
    return cases


def _read(name: str, text: str) -> DivergentCase:
    fields: dict[str, list[str]] = {key: [] for key in ("why", "trap", "said", "differ", "expect")}
    reports: dict[str, str] = {}
    for line in text.strip().splitlines():
        match = _LINE.fullmatch(line.strip())
        assert match, f"{name}: {line}"
        if match["report"]:
            reports[match["report"]] = match["text"]
        else:
            fields[match["key"]].append(match["text"])
    assert fields["why"], f"{name} does not say why"
    said = [_sides(one) for one in fields["said"]]
    differ = [one.split(" | ", 1) for one in fields["differ"]]
    return DivergentCase(
        name=name,
        trap=fields["trap"] == ["yes"],
        fails=fields["expect"] == ["fail"],
        reports=reports,
        said=tuple(said),
        differ=tuple((slot, *_sides(sides)) for slot, sides in differ),
    )


def _sides(text: str) -> tuple[str, str]:
    first, second = (side.strip() for side in text.split(" | "))
    return first.removeprefix("a "), second.removeprefix("b ")


def find_in_case(case: DivergentCase) -> tuple[list[Divergence], Mapping[str, Reading]]:
    """Return the divergences between the two reports, and the readings by letter."""
    readings = {letter: reading(text) for letter, text in sorted(case.reports.items())}
    spoken = [
        tuple(_attribution(readings[letter], words) for letter, words in zip("ab", pair, strict=True))
        for pair in case.said
    ]
    readings = {
        letter: replace(one, attributions=tuple(pair["ab".index(letter)] for pair in spoken))
        for letter, one in readings.items()
    }
    by_id = {one.report.id: one for one in readings.values()}
    event = Event(id="e1", what="", where=None, date=None, report_ids=tuple(sorted(by_id)), evidence=())
    texts = {key: one.report.text for key, one in by_id.items()}
    statements = [
        Statement(
            id=ids.shared_id("s", (one.id for one in pair)),
            speaker_ids=(),
            event_id=event.id,
            said=None,
            variants=relate_variants(pair, texts),
            corroboration=Corroboration(reports=2, lineages=2),
        )
        for pair in spoken
    ]
    entities = resolve_entities(by_id.values(), [event.report_ids])
    return list(find_divergences([event], by_id, statements=statements, entities=entities)), readings


def _attribution(one: Reading, words: str) -> Attribution:
    span = find(one.report.text, words)
    direct = one.report.text[: span.start].endswith(tuple(_MARKS))
    return Attribution(
        id=ids.attribution_id(one.report.id, (span,)),
        report_id=one.report.id,
        content=(span,),
        quoted=(span,) if direct else (),
        manner=Manner.DIRECT if direct else Manner.INDIRECT,
        act=Act.ASSERTION,
        cue=None,
        source=None,
        speakers=(),
        judgement=Judgement(rule="case", because=(), level=Level.CERTAIN),
    )


def score_case(case: DivergentCase) -> tuple[int, int, int]:
    """Return how many divergences of a case were found, how many were expected, and how many others were found."""
    found, readings = find_in_case(case)
    expected = [
        (slot, {_place(readings["a"], first), _place(readings["b"], second)})
        for slot, first, second in case.differ
    ]
    hit: set[int] = set()
    others = 0
    for one in found:
        fitting = [i for i, (slot, places) in enumerate(expected) if one.slot == slot and _meets(one, places)]
        hit.update(fitting)
        others += not fitting
    return len(hit), len(expected), others


def _place(one: Reading, words: str) -> Evidence:
    start = one.report.text.index(words)
    return Evidence(report_id=one.report.id, span=Span(start, start + len(words)))


def _meets(one: Divergence, places: set[Evidence]) -> bool:
    return all(
        any(side.report_id == place.report_id and side.span.overlaps(place.span) for side in one.between)
        for place in places
    )
