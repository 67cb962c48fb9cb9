"""The summary of a record: what `build` ends with and `show` begins with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from onrecord.publish.cli.console import plain
from onrecord.publish.cli.lines import Line, line
from onrecord.publish.page.pile import time_key
from onrecord.publish.page.wording import count, listing, moment_words

if TYPE_CHECKING:
    from onrecord.model.statement import Event
    from onrecord.record import Record, Summary

NAMES = 14
"""Columns of the names before the numbers."""
LISTED = 12
"""More events than this are counted; `show FILE events` lists them all."""


def overview(record: Record) -> list[Line]:
    """Return the record in numbers, with its events and their days."""
    summary = record.summary()
    manners = [f"{number} {manner.value}" for manner, number in summary.by_manner.items() if number]
    rows = [
        ("Reports", f"{summary.reports:,}, {summary.independent:,} independent"),
        ("Copies", _copies_words(summary)),
        ("Events", f"{summary.events:,} in {count(summary.stories, 'story', 'stories')}"),
        ("Speakers", f"{summary.speakers:,}"),
        ("Attributions", f"{summary.attributions:,}" + (f": {listing(manners)}" if manners else "")),
        ("", f"{summary.unknown_speaker:,} with an unknown speaker"),
        (
            "Statements",
            f"{summary.statements:,}, {summary.corroborated:,} in more than one independent report",
        ),
        ("Divergences", f"{summary.divergences:,}"),
        ("Problems", f"{summary.problems:,}"),
    ]
    numbers = [line((name.ljust(NAMES), "bold"), value, hanging=NAMES) for name, value in rows]
    return [*numbers, *_event_lines(record)]


def _copies_words(summary: Summary) -> str:
    """Say how many reports share text, without saying who copied: only some tell that themselves."""
    if not summary.related:
        return "none"
    sharing = f"{count(summary.related, 'report')} in {count(summary.lineages, 'lineage')}"
    if not summary.reprints:
        return f"{sharing}; none says that it is a reprint"
    if summary.reprints == 1:
        return f"{sharing}; 1 says that it is a reprint"
    return f"{sharing}; {summary.reprints:,} say that they are reprints"


def _event_lines(record: Record) -> list[Line]:
    events = sorted(record.events(), key=_event_key)
    if not events:
        return []
    lines = [line(), line(("Events", "bold"))]
    lines += [
        line(
            (moment_words(event.date), "bold"),
            "  ",
            plain(event.what),
            (f"  {count(len(event.report_ids), 'report')}", "dim"),
            indent=2,
            hanging=2,
        )
        for event in events[:LISTED]
    ]
    if len(events) > LISTED:
        lines.append(line((f"and {len(events) - LISTED} more", "dim"), indent=2))
    return lines


def _event_key(event: Event) -> tuple[object, ...]:
    return (*time_key(event.date), event.id)


def overview_as_json(record: Record) -> dict[str, Any]:
    """Return the summary for programs: counts by name, and the events with their dates."""
    from onrecord.publish.export.shared_json import event_as_json

    summary = record.summary()
    return {
        "reports": summary.reports,
        "independent": summary.independent,
        "related": summary.related,
        "lineages": summary.lineages,
        "copies": summary.copies,
        "reprints": summary.reprints,
        "stories": summary.stories,
        "events": [event_as_json(event) for event in record.events()],
        "speakers": summary.speakers,
        "attributions": summary.attributions,
        "by_manner": {manner.value: number for manner, number in summary.by_manner.items()},
        "by_level": {level.value: number for level, number in summary.by_level.items()},
        "unknown_speaker": summary.unknown_speaker,
        "statements": summary.statements,
        "corroborated": summary.corroborated,
        "divergences": summary.divergences,
        "problems": summary.problems,
    }
