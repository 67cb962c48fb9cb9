"""Cases of dating: the reports of one event in one file, and the days that follow from them.

A file is a head, and a part for each report after a line ``--- NAME`` (``--- NAME date=2024-03-15`` gives its day). The head says
`why`, `kind` (``trap`` among them), and for each report and the event what is expected: days, an interval ``FROM..TO`` (an end may
be left open) or ``unknown``. `years` and `fact` lines (the columns of a table, between bars) are settings of the case.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from onrecord.annotate import annotate
from onrecord.attribute import attribute
from onrecord.clean import read_report
from onrecord.ingest.facts import read_facts
from onrecord.link.dates.dates import resolve_days
from onrecord.model.attribution import Reading
from onrecord.model.fact import Fact
from onrecord.model.ids import report_id
from onrecord.model.moment import Moment
from onrecord.model.report import Capture
from support.annotated import parser

UNKNOWN = "unknown"
HEAD = "subject,relation,object,from,to,source\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedCase:
    """One case: texts and given days of its reports by name, and what is expected of each, and of the event."""

    why: str
    kind: str
    years: tuple[int, int]
    facts: tuple[Fact, ...]
    reports: Mapping[str, tuple[str, str | None]]
    expected: Mapping[str, str]


def read_dated_case(path: Path) -> DatedCase:
    """Read a case from its file."""
    head, *parts = path.read_text(encoding="utf-8").split("\n--- ")
    members: dict[str, str] = {}
    expected: dict[str, str] = {}
    rows: list[str] = []
    for line in head.splitlines():
        name, _, value = line.partition(": ")
        if name.startswith("expect "):
            expected[name.removeprefix("expect ")] = value.strip()
        elif name == "fact":
            rows.append(",".join(f'"{cell.strip()}"' for cell in value.split("|")))
        else:
            members[name] = value.strip()
    first, last = members.get("years", "2000-2030").split("-")
    reports: dict[str, tuple[str, str | None]] = {}
    for part in parts:
        title, _, text = part.partition("\n")
        name, _, given = title.partition(" date=")
        reports[name.strip()] = (text, given.strip() or None)
    found = read_facts((HEAD + "\n".join(rows)).encode(), path.name)
    return DatedCase(
        why=members["why"],
        kind=members["kind"],
        years=(int(first), int(last)),
        facts=tuple(one for one in found if isinstance(one, Fact)),
        reports=reports,
        expected=expected,
    )


def resolve_case(case: DatedCase) -> dict[str, str]:
    """Return what is found of each report that the case expects something of, in the words of the case."""
    readings = {name: _read(text, given) for name, (text, given) in case.reports.items()}
    group = [reading.report.id for reading in readings.values()]
    days = resolve_days(list(readings.values()), [group], years=case.years, facts=case.facts)
    found = {name: days.reports.get(reading.report.id) for name, reading in readings.items()}
    found["event"] = days.events.get(min(group))
    return {name: in_words(found[name]) for name in case.expected}


def _read(text: str, given: str | None) -> Reading:
    members = {"text": text, "language": "en"} | ({"date": given} if given else {})
    payload = json.dumps(members).encode()
    capture = Capture(
        id=report_id(payload), payload=payload, media_type="application/json", locator="case.jsonl#1"
    )
    report, problems = read_report(capture)
    if report is None:
        raise ValueError(f"not a report: {text[:40]!r}")
    annotations = annotate(report, parser())
    return Reading.of(report, annotations, attribute(report, annotations), problems)


def in_words(moment: Moment | None) -> str:
    """Return a moment as a case writes it.

    >>> in_words(None)
    'unknown'
    """
    if moment is None:
        return UNKNOWN
    if moment.candidates:
        return " ".join(day.isoformat() for day in moment.candidates)
    if moment.earliest == moment.latest and moment.earliest:
        return moment.earliest.isoformat()
    return f"{_end(moment.earliest)}..{_end(moment.latest)}"


def _end(day: date | None) -> str:
    return day.isoformat() if day else ""
