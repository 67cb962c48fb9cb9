"""The whole record in outline: who said what where, in numbers small enough to be kept and quick enough to be asked anything.

A list has to look at all that fits before it can say what comes first and how much there is. On a record of 100,000
attributions the outline takes some 20 MB and a second to read, once for each state of the record; a question about all of
it then takes hundredths of a second, in any database alike.

Statements, reports, entities, events, stories and outlets go by their number here: the place in the tuple of their ids.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.model.attribution import Level, Manner

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from onrecord.record.outline.copies import Copies

NONE = -1
"""Stands for no entity, event, story or outlet."""
NO_DAY = 0
"""Stands for no day, or an open end, among ordinals of days."""
MANNERS, LEVELS = tuple(Manner), tuple(Level)
"""The order in which manners and levels are numbered; the surest level is 0."""


def numbers() -> array[int]:
    """Return an empty list of numbers: 4 bytes each."""
    return array("i")


@dataclass(slots=True)
class Days:
    """First and last possible day of each thing, as ordinals; `candidates` where only some days between fit."""

    first: array[int] = field(default_factory=numbers)
    last: array[int] = field(default_factory=numbers)
    candidates: dict[int, tuple[int, ...]] = field(default_factory=dict[int, tuple[int, ...]])

    def key(self, number: int) -> tuple[bool, int, int]:
        """Return a sort key: by first possible day, then by last; what has none comes last."""
        first, last = max(NO_DAY, self.first[number]), max(NO_DAY, self.last[number])
        return not (first or last), first or last, last or 1 << 30

    def may_be_within(self, number: int, since: int, until: int) -> bool:
        """Tell whether the day may lie between two days, both inclusive. What has no moment at all has -1 for both."""
        first, last = self.first[number], self.last[number]
        if first < 0 or (last and last < since) or first > until:
            return False
        days = self.candidates.get(number)
        return days is None or any(since <= day <= until for day in days)


@dataclass(frozen=True, slots=True)
class Postings:
    """For each thing the numbers of others that belong to it, in rising order."""

    starts: array[int]
    members: array[int]

    def of(self, number: int) -> array[int]:
        """Return what belongs to one."""
        return self.members[self.starts[number] : self.starts[number + 1]]

    def count(self, number: int) -> int:
        """Return how much belongs to one."""
        return self.starts[number + 1] - self.starts[number]


def post(owners: array[int], count: int) -> Postings:
    """Return, for each of `count` owners, at which places of `owners` it stands; `NONE` owns nothing.

    >>> post(array("i", [1, 0, 1, -1]), 2).of(1).tolist()
    [0, 2]
    """
    members = array(
        "i", [one for one in sorted(range(len(owners)), key=owners.__getitem__) if owners[one] >= 0]
    )
    starts = array("i", [0]) * (count + 1)
    for one in members:
        starts[owners[one] + 1] += 1
    for number in range(count):
        starts[number + 1] += starts[number]
    return Postings(starts, members)


def posted(several: Iterable[Sequence[int]]) -> Postings:
    """Return what belongs to each thing, given one after another.

    >>> posted([(4,), (), (2, 3)]).of(2).tolist()
    [2, 3]
    """
    starts, members = array("i", [0]), numbers()
    for one in several:
        members.extend(one)
        starts.append(len(members))
    return Postings(starts, members)


@dataclass(slots=True, kw_only=True)
class Outline:
    """A record in numbers. `starts` says where the rows of each statement begin, and has one item more.

    A row is an attribution and one of its speakers (`NONE` where none is known): `row_statements`, `row_reports`,
    `row_attributions` and `row_entities` are parallel, `row_manners` and `row_levels` too. Rows stand in order of their statements.
    """

    statement_ids: tuple[str, ...]
    report_ids: tuple[str, ...]
    entity_ids: tuple[str, ...]
    event_ids: tuple[str, ...]
    story_ids: tuple[str, ...]
    outlet_ids: tuple[str, ...]
    outlet_names: tuple[str, ...]
    event_names: tuple[str, ...]
    story_names: tuple[str, ...]

    lineages: array[int]
    carriers: array[int]
    statement_events: array[int]
    statement_speakers: Postings
    report_outlets: array[int]
    report_events: array[int]
    event_stories: array[int]
    attribution_places: array[int]
    """The place of each attribution in its table."""
    statement_days: Days
    report_days: Days
    event_days: Days

    starts: array[int]
    row_statements: array[int]
    row_reports: array[int]
    row_attributions: array[int]
    row_entities: array[int]
    row_bases: bytes
    """Whether the row is of the base wording."""
    row_manners: bytes
    row_levels: bytes

    entity_rows: Postings
    """The rows of each entity."""
    event_statements: Postings
    """The statements made at each event."""
    event_reports: Postings
    """The reports that tell of each event."""
    statement_outlets: Postings
    """The outlets that carry each statement, `NONE` for all that are not known."""
    copies: Copies
    reports_by_rows: array[int]
    """Reports, those with most rows first; of as many, by their ids."""
    reports_by_time: array[int]
    """Reports in order of their days, then of their ids."""
    events_by_reports: array[int]
    """Events, those that most reports tell of first; of as many, in order of time."""
    events_by_time: array[int]
    by_sources: array[int]
    """Statements, best corroborated first."""
    by_time: array[int]
    """Statements in order of time; of one day, in order of their reports, and as they stand in these."""
    sources_ranks: array[int]
    """The place of each statement in the first of these orders."""
    time_ranks: array[int]
    """And in the second."""
    numbers_of: Mapping[str, Mapping[str, int]]
    """The number of each id, by kind: statements, reports, entities, events, stories, outlets."""

    def __len__(self) -> int:
        """What it weighs in ids."""
        return len(self.row_statements) // 2 + 2 * len(self.statement_ids) + len(self.report_ids)

    def rows_of_statement(self, statement: int) -> range:
        """Return the rows of a statement."""
        return range(self.starts[statement], self.starts[statement + 1])
