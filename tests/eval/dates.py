"""When reports were written, with their dates taken away: how many are dated, and how often the day is among the answers.

Run by `python -m eval.dates DATA`, where DATA holds stories/allsides.dev.jsonl.gz; the rules read, without the tagger. A narrow
answer is one day, at most 31 candidates, or an interval of at most 31 days. `given_one` gives one report of each labelled event its
date and asks for the others. `alone` are whole reports, each an event of its own (polnear/dev.jsonl.gz beside it). The cases of
tests/golden/dates are counted too.
"""

import gzip
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from eval.outcome import Outcome, digest_of
from onrecord.ingest.facts import starter_facts
from onrecord.link.dates.dates import resolve_days
from onrecord.model.attribution import Reading
from onrecord.model.contents import Contents
from onrecord.model.moment import Basis, Moment
from onrecord.pipeline import read_pile
from onrecord.settings import Settings
from support.dated import read_dated_case, resolve_case

CASES = Path(__file__).resolve().parents[1] / "golden" / "dates"
NARROW = 31
"""Days left open up to which an answer is narrow."""
YEARS = Settings().years


def count_open(moment: Moment | None) -> int | None:
    """Return how many days a moment leaves open; None where it is no answer (unknown, or open at an end)."""
    if moment is None:
        return None
    if moment.candidates:
        return len(moment.candidates)
    if moment.earliest is None or moment.latest is None:
        return None
    return (moment.latest - moment.earliest).days + 1


def covers(moment: Moment, day: date) -> bool:
    """Tell whether `day` is among the days that a moment leaves open."""
    if moment.candidates:
        return day in moment.candidates
    return (moment.earliest or date.min) <= day <= (moment.latest or date.max)


def measure_dates(data: Path) -> Outcome | None:
    """Score the cases, and the labelled reports; None where these are not there."""
    path = data / "stories" / "allsides.dev.jsonl.gz"
    if not path.is_file():
        return None
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        gold = {line["id"]: line for line in map(json.loads, lines)}
    contents = _read_undated(gold.values())
    figures = {
        **_figures("dates", _truths(contents.readings, gold), contents.linked.report_dates),
        **_given_one(contents.readings, gold),
    }
    marked = data / "polnear" / "dev.jsonl.gz"
    if marked.is_file():
        figures |= _alone(marked)
    right = frozenset(case.stem for case in sorted(CASES.glob("*.txt")) if _is_right(case))
    figures["dates_cases"] = round(len(right) / len(list(CASES.glob("*.txt"))), 3)
    return Outcome(
        figures=figures,
        digest=digest_of([path, *([marked] if marked.is_file() else []), *CASES.glob("*.txt")]),
        right=right,
    )


def _alone(path: Path) -> dict[str, float]:
    """Score whole reports, each dated by its own words and facts alone."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        gold = {line["id"]: {**line, "title": "", "lang": "en"} for line in map(json.loads, lines)}
    readings = _read_undated(gold.values()).readings
    groups = [[reading.report.id] for reading in readings]
    days = resolve_days(readings, groups, years=YEARS, facts=starter_facts())
    return _figures("dates_alone", _truths(readings, gold), days.reports)


def _is_right(path: Path) -> bool:
    case = read_dated_case(path)
    return resolve_case(case) == dict(case.expected)


def _read_undated(lines: Iterable[Mapping[str, str]]) -> Contents:
    """Return the record of the reports without their dates."""
    with TemporaryDirectory() as folder:
        pile = Path(folder) / "pile.jsonl"
        with pile.open("w", encoding="utf-8") as out:
            for line in lines:
                members = {name: line[name] for name in ("id", "title", "text")} | {"language": line["lang"]}
                out.write(json.dumps(members) + "\n")
        return read_pile([str(pile)], settings=Settings(tagger=False))


def _truths(readings: Iterable[Reading], gold: Mapping[str, Mapping[str, str]]) -> dict[str, date]:
    return {
        reading.report.id: date.fromisoformat(gold[reading.report.external_id or ""]["date"])
        for reading in readings
    }


def _figures(name: str, truths: Mapping[str, date], found: Mapping[str, Moment]) -> dict[str, float]:
    opened = {key: count_open(found.get(key)) for key in truths}
    answered = [key for key, count in opened.items() if count is not None]
    narrow = [key for key in answered if (opened[key] or 0) <= NARROW]
    right = {key for key in answered if covers(found[key], truths[key])}
    return {
        f"{name}_answered": round(len(answered) / len(truths), 3),
        f"{name}_answered_right": round(len(right) / max(1, len(answered)), 3),
        f"{name}_narrow": round(len(narrow) / len(truths), 3),
        f"{name}_narrow_right": round(len(right & set(narrow)) / len(narrow), 3) if narrow else 1.0,
    }


def _given_one(readings: Iterable[Reading], gold: Mapping[str, Mapping[str, str]]) -> dict[str, float]:
    """Give the first report of each labelled event its date, and score the others."""
    pile = sorted(readings, key=lambda reading: reading.report.id)
    truths = _truths(pile, gold)
    events: defaultdict[str, list[str]] = defaultdict(list)
    for reading in pile:
        events[gold[reading.report.external_id or ""]["cluster"]].append(reading.report.id)
    first = {members[0] for members in events.values()}
    dated = [_with_day(reading, truths) if reading.report.id in first else reading for reading in pile]
    days = resolve_days(dated, list(events.values()), years=YEARS, facts=starter_facts())
    others = {key: day for key, day in truths.items() if key not in first}
    return _figures("dates_given_one", others, days.reports)


def _with_day(reading: Reading, truths: Mapping[str, date]) -> Reading:
    day = truths[reading.report.id]
    given = Moment(earliest=day, latest=day, basis=Basis.GIVEN, why="the input gives it")
    return replace(reading, report=replace(reading.report, published=given))


if __name__ == "__main__":
    outcome = measure_dates(Path(sys.argv[1]))
    for figure, value in outcome.figures.items() if outcome else ():
        print(figure, value)
