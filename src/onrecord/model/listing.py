"""What lists of a record are asked for by, and what they hold: rows for pages, programs and assistants alike.

`Record.list_statements(Asked(speaker="Velik"))` and its fellows answer with these; so does a record that is open over the
network. A row tells enough to show and to link a thing, and never its whole: `Record.slice` brings that.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from onrecord.model.attribution import Level, Manner
from onrecord.model.correction import Correction

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from onrecord.model.annotation import Kind
    from onrecord.model.moment import Evidence, Moment
    from onrecord.model.span import Span

MOST = 200
"""Rows that one answer may hold."""
USUAL = 50
"""Rows of an answer where nothing is said."""
LARGEST_PLACE = 10**9
"""No list is asked for beyond this row."""

Row = TypeVar("Row")


class Order(StrEnum):
    """By what rows stand in order; ties are told apart so that the order is always the same one."""

    RELEVANCE = "relevance"
    """Those that fit the words best; where no words are asked for, the same as `SOURCES`."""
    TIME = "time"
    """Earliest first, what has no day last."""
    SOURCES = "sources"
    """Best corroborated first: of things that carry no corroboration, those with most of it below them."""


_WORDS: Final[Mapping[str, type[StrEnum]]] = {"manner": Manner, "level": Level, "order": Order}
"""What of `Asked` is one of some words, by its name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What rows shall fit; None asks for any, and all that is asked for must fit together.

    What concerns attributions (`speaker`, `outlet`, `manner`, `level`) must be true of one and the same attribution. Words and
    days are those of the things listed themselves (what a statement says and when it was said, what an event is called and
    when it was); the rest asks of anything but a statement or a report that it has a statement that fits.

    Args:
        words: words in a statement (any wording), in a report (title or text), in what an event or a story is called, or in
            the name of a speaker or an outlet. Any text is a valid question; all its words must be there.
        speaker: part of a name or alias, however cased, or an id, today's or an older one.
        unknown: only statements of which no speaker is known; `speaker` is then not looked at.
        outlet: part of an outlet's name, or its id.
        since: the first day it may have been said, published or happened; what has no day is then left out.
        until: the last such day.
        manner: how a report gives the words.
        level: an attribution at least so sure.
        event: the id of an event, today's or an older one.
        story: the id of a story, likewise.
        independent: at least so many independent lineages carry the statement.
        order: by what rows stand in order.
        first: how many rows to pass over.
        most: how many to give, from 1 to `MOST`.

    `manner`, `level` and `order` may be given by their words, too (``order="time"``).

    Raises:
        ValueError: when `first`, `most` or `independent` is out of bounds, or a word is none of those there are.
    """

    words: str = ""
    speaker: str | None = None
    unknown: bool = False
    outlet: str | None = None
    since: date | None = None
    until: date | None = None
    manner: Manner | None = None
    level: Level | None = None
    event: str | None = None
    story: str | None = None
    independent: int = 0
    order: Order = Order.RELEVANCE
    first: int = 0
    most: int = USUAL

    def __post_init__(self) -> None:
        for name, words in _WORDS.items():
            given = getattr(self, name)
            if given is not None and type(given) is not words:
                if given not in set(words):
                    raise ValueError(f"{name} is one of {', '.join(words)}, not {given!r}")
                object.__setattr__(self, name, words(given))
        if not 1 <= self.most <= MOST:
            raise ValueError(f"most is from 1 to {MOST}, not {self.most}")
        if not 0 <= self.first <= LARGEST_PLACE:
            raise ValueError(f"first is from 0 to {LARGEST_PLACE}, not {self.first}")
        if not 0 <= self.independent <= LARGEST_PLACE:
            raise ValueError(f"independent is from 0 to {LARGEST_PLACE}, not {self.independent}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed(Generic[Row]):
    """Some rows of a list of `total`, from the one with `first` before it."""

    rows: tuple[Row, ...]
    total: int
    first: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A thing by its id and what it is called."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementRow:
    """A statement: `text` is its base wording, `quoted` the spans of `text` that its report put between quotation marks.

    `place` is where the base stands in its report, with whatever stands between its parts; `content` are these parts alone, whose
    characters joined by one space are `text`. `language` is that report's. `outlets` are those that carry the statement, by
    name; `manners` all in which it is given, in the order of `Manner`; `level` the surest of its attributions; `cue` the exact
    words by which the report of the base credits it, None where it has none. `credit` is empty for direct speech; else these words
    with the negation that belongs to them, without which the base would read as an assertion.
    """

    id: str
    text: str
    quoted: tuple[Span, ...]
    language: str | None
    speakers: tuple[Named, ...]
    event: Named | None
    said: Moment | None
    reports: int
    lineages: int
    variants: int
    manners: tuple[Manner, ...]
    level: Level
    outlets: tuple[Named, ...]
    place: Evidence
    cue: str | None = None
    credit: str = ""
    content: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerRow:
    """Somebody who speaks. The numbers count what fits the question; `reports` those that credit somebody with words.

    `place` is where a report first names or describes the speaker.
    """

    id: str
    name: str
    kind: Kind
    roles: tuple[str, ...]
    statements: int
    attributions: int
    reports: int
    place: Evidence | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """An event: `independent` counts reports that share no copied text, and each group of copies once.

    `place` is the first of what it rests on.
    """

    id: str
    what: str
    where: str | None
    date: Moment | None
    story: Named | None
    reports: int
    independent: int
    statements: int
    place: Evidence | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryRow:
    """A story, counted over its events; the days are the first and the last on which one of them is known to have been."""

    id: str
    title: str
    events: int
    reports: int
    statements: int
    first_day: date | None
    last_day: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRow:
    """A report without its text. `copy_of` are the reports it copies from as far as told, `lineages` the ids of all it is in.

    `statements` counts those it carries, `attributions` all that it says somebody said, `problems` those read in it.
    """

    id: str
    title: str | None
    outlet: Named | None
    published: Moment | None
    event: Named | None
    language: str | None
    url: str | None
    attributions: int
    statements: int
    copy_of: tuple[str, ...]
    lineages: tuple[str, ...]
    problems: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletRow:
    """An outlet; `copies` are those of its reports that descend from another text, `alone` statements no other carries."""

    id: str
    name: str
    reports: int
    copies: int
    statements: int
    alone: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedCredit:
    """An origin that a report states, and no text of which was found: a house outside the pile, or another report of one in it.

    `credited` is the house; `place` where the report names it; `line` the characters around, `text` exactly these. `outlet` and
    `title` are the report's own; without a title it goes by its first words.
    """

    report_id: str
    outlet: str | None
    title: str
    credited: str
    place: Evidence
    line: Span
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixCell:
    """What one speaker said at one event: how many statements, and the most independent lineages that carry one of them.

    `speaker_id` None gathers the words of unknown speakers; `statement_id` is the first of the statements, in the record's order.
    """

    speaker_id: str | None
    event_id: str
    statements: int
    independent: int
    statement_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Speakers by events: who has a row, which events a column, and the cells that are not empty.

    `speakers` stand in order of how much they said at those events, `events` in order of time; `cells` in that order of
    speakers, then events, those of unknown speakers last. `all_speakers` and `all_events` count what is there to be shown.
    """

    speakers: tuple[Named, ...]
    events: tuple[Named, ...]
    cells: tuple[MatrixCell, ...]
    all_speakers: int
    all_events: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """An attribution that no person has looked at yet: how sure its reading is, and how many carry its statement."""

    attribution_id: str
    report_id: str
    statement_id: str
    level: Level
    reports: int
    lineages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionRow(Correction):
    """One thing that a person said, and whether it `holds`: not taken back, not said otherwise since, its words in the record."""

    holds: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportDay:
    """The day on which a report was published."""

    report_id: str
    day: Moment
