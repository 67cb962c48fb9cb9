"""What does not hold together in a record's values: ids, payloads, characters, members.

Pure: `verify` reads the file and adds what SQLite itself finds.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.model import ids
from onrecord.model.span import Span
from onrecord.record.rows.captured import is_said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from onrecord.model.attribution import Reading
    from onrecord.model.contents import Contents
    from onrecord.model.report import Capture, Report
    from onrecord.model.statement import Linked, Statement


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Finding:
    """Something in a record file that is not as it should be: a code, the id or table it is about, a sentence."""

    code: str
    about: str
    message: str


def find_faults(contents: Contents) -> Iterator[Finding]:
    """Yield everything in `contents` that does not hold together."""
    captures = {capture.id: capture for capture in contents.captures}
    for capture in contents.captures:
        if ids.report_id(capture.payload) != capture.id:
            message = "the stored bytes are not those that gave this id"
            yield Finding(code="check.payload", about=capture.id, message=message)
    for reading in contents.readings:
        yield from _find_faults_of_text(reading.report, captures.get(reading.report.id))
        yield from _find_faults_of_reading(reading)
    yield from _find_faults_of_groups(contents.linked)
    yield from _find_faults_of_membership(contents)


def _find_faults_of_text(report: Report, capture: Capture | None) -> Iterator[Finding]:
    if capture is None:
        yield Finding(code="check.payload", about=report.id, message="the bytes of this report are missing")
        return
    place = report.offsets.to_captured(Span(0, len(report.text)))
    if place.end > len(capture.payload):
        message = f"its text ends at byte {place.end}, its bytes at {len(capture.payload)}"
        yield Finding(code="check.bytes", about=report.id, message=message)
    elif not is_said(capture, place, report.encoding, report.text):
        message = "its text is not what its bytes say"
        yield Finding(code="check.bytes", about=report.id, message=message)


def _find_faults_of_reading(reading: Reading) -> Iterator[Finding]:
    report_id = reading.report.id
    for attribution in reading.attributions:
        yield from _compare(attribution.id, ids.attribution_id(report_id, attribution.content))
    for chain in reading.chains:
        if not chain.mentions:
            yield Finding(code="check.member", about=chain.id, message="a chain of no mentions")
            continue
        first = min(mention.span for mention in chain.mentions)
        yield from _compare(chain.id, ids.chain_id(report_id, first))


def _compare(stored: str, expected: str) -> Iterator[Finding]:
    if stored != expected:
        message = f"its content gives the id {expected}"
        yield Finding(code="check.id", about=stored, message=message)


def _members_of(statement: Statement) -> list[str]:
    return [member for variant in statement.variants for member in variant.attribution_ids]


def _find_faults_of_groups(linked: Linked) -> Iterator[Finding]:
    """A shared thing has members, and takes the id of the earliest-sorted one, a lineage that of any.

    A report may be in several lineages, and gives its id to one of them.
    """
    groups: list[tuple[str, Sequence[str]]] = [
        *((entity.id, entity.chain_ids) for entity in linked.entities),
        *((event.id, event.report_ids) for event in linked.events),
        *((story.id, story.event_ids) for story in linked.stories),
        *((one.id, _named_after(one.id, one.report_ids)) for one in linked.lineages),
        *((statement.id, _members_of(statement)) for statement in linked.statements),
    ]
    for group_id, members in groups:
        if not members:
            yield Finding(code="check.member", about=group_id, message="a group of no members")
        else:
            yield from _compare(group_id, ids.shared_id(group_id[:1], members))


def _named_after(group_id: str, members: Sequence[str]) -> Sequence[str]:
    """Return the member that gives a group its id; all where none does."""
    return [member for member in members if member[1:] == group_id[1:]] or members


def _find_faults_of_membership(contents: Contents) -> Iterator[Finding]:
    """Every attribution is in one statement, every report in one event."""
    linked = contents.linked
    attributions = (one.id for reading in contents.readings for one in reading.attributions)
    reports = (reading.report.id for reading in contents.readings)
    in_statements = [member for statement in linked.statements for member in _members_of(statement)]
    in_events = [report_id for event in linked.events for report_id in event.report_ids]
    yield from _find_not_once(attributions, in_statements, "statement")
    yield from _find_not_once(reports, in_events, "event")


def _find_not_once(wanted: Iterable[str], given: Iterable[str], group: str) -> Iterator[Finding]:
    times = Counter(given)
    for member in wanted:
        if times[member] != 1:
            message = f"is in {times[member]} {group}s rather than in one"
            yield Finding(code="check.member", about=member, message=message)
