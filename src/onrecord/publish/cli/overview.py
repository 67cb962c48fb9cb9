"""The summary of a record: what `build` ends with and `show` begins with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from onrecord.model.listing import MOST
from onrecord.publish.cli.console import plain
from onrecord.publish.cli.lines import Line, line
from onrecord.publish.page.pile import time_key
from onrecord.publish.page.wording import UNKNOWN_OUTLET, count, listing, moment_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from onrecord.model.listing import StatedCredit
    from onrecord.model.statement import Event, Lineage
    from onrecord.record import Record, Summary

NAMES = 14
"""Columns of the names before the numbers."""
LISTED = 12
"""More events, or stated credits, than this are counted; `show FILE events` lists the former, the Outlets page all the latter."""


def overview(record: Record) -> list[Line]:
    """Return the record in numbers, with its events and their days."""
    summary = record.summary()
    manners = [f"{number} {manner.value}" for manner, number in summary.by_manner.items() if number]
    rows = [
        ("Reports", f"{summary.reports:,}, {summary.independent:,} independent"),
        ("Copies", _copies_words(summary, record.lineages())),
        *(("", told) for told in _credit_words(record)),
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


def _copies_words(summary: Summary, lineages: Iterable[Lineage]) -> str:
    """Say how many reports share text, without saying who copied: only some tell that themselves.

    The credit of a lineage may stand in the text that was copied, and not in the copy.
    """
    if not summary.related:
        return "none"
    sharing = f"{count(summary.related, 'report')} in {count(summary.lineages, 'lineage')}"
    if not summary.reprints:
        houses = sorted({one.credit for one in lineages if one.credit})
        named = (
            f"; {listing([plain(one) for one in houses[:LISTED]])} credited as the source" if houses else ""
        )
        return f"{sharing}; no copy says that it is a reprint{named}"
    if summary.reprints == 1:
        return f"{sharing}; 1 says that it is a reprint"
    return f"{sharing}; {summary.reprints:,} say that they are reprints"


def _credit_words(record: Record) -> list[str]:
    """Tell the origins that reports state and whose texts are not here, each in its report's exact words."""
    stated = record.list_stated_credits(most=LISTED)
    told = [
        f"{plain(one.outlet or UNKNOWN_OUTLET)} credits {plain(one.credited)}, no text of which was found here  "
        f"│ {plain(one.text)}  {one.report_id}"
        for one in stated.rows
    ]
    if stated.total > LISTED:
        told.append(f"and {count(stated.total - LISTED, 'more stated credit')}")
    return told


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
        "stated_credits": [_credit_as_json(one) for one in _all_credits(record)],
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


def _all_credits(record: Record) -> Iterator[StatedCredit]:
    first = 0
    while (page := record.list_stated_credits(first=first, most=MOST)).rows:
        yield from page.rows
        first += len(page.rows)


def _credit_as_json(one: StatedCredit) -> dict[str, Any]:
    return {"outlet": one.credited, "report": one.report_id, "span": list(one.place.span), "text": one.text}
