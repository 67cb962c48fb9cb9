"""What the annotate stage marks in one report, before anyone asks who said what."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.model.span import Span


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark of the parse.

    `head` is the index (in the report's tokens) of its governor; a root governs itself. Labels are those of
    the pinned English pipeline (Universal POS, CLEAR dependencies).
    """

    span: Span
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    entity: str
    """The pipeline's entity label (PERSON, ORG, GPE, DATE …) or the empty string."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence: its characters, the half-open range of its tokens, and the index of its block."""

    span: Span
    tokens: range
    block: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotemarks:
    """A pair of quotation marks. `inside` excludes the marks.

    `open` is None where the page lost the opening mark, `close` where it never closed the quotation.
    `depth` is 0 for an outer quotation. `reopened` is set where a new paragraph opens the marks again inside
    one quotation: `inside` then is this paragraph's part, and `continues` the index of the pair before it.
    """

    open: Span | None
    close: Span | None
    inside: Span
    depth: int = 0
    continues: int | None = None


class Kind(StrEnum):
    """What a mention or an entity is."""

    PERSON = "person"
    BODY = "body"
    GROUP = "group"
    PLACE = "place"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One place where a report names or describes somebody.

    `span` is the whole phrase ("Harbour Minister Ana Velik"), `name` the name part of it or None for a
    description only ("the former dockworker"), `role` the words of the phrase that say what somebody is.
    """

    span: Span
    kind: Kind
    name: str | None = None
    role: str | None = None
    pronoun: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """Mentions in one report that stand for the same person, body or group.

    `name` is the fullest name in the report, or None when the report only describes; `names` are all
    spellings found, `roles` all roles, sorted.
    """

    id: str
    report_id: str
    kind: Kind
    name: str | None
    names: tuple[str, ...]
    roles: tuple[str, ...]
    mentions: tuple[Mention, ...]


class TimeKind(StrEnum):
    """What a time expression tells."""

    WEEKDAY = "weekday"
    DAY = "day"
    """A day of a month, with or without its year."""
    MONTH = "month"
    YEAR = "year"
    OFFSET = "offset"
    """Days, weeks, months or years before or after the day of writing: today, yesterday, last week."""
    DURATION = "duration"


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """A time expression and what it says. Absent parts are None; `weekday` counts from Monday = 0.

    `direction` is -1 for "last …", +1 for "next …", 0 for "this …" or none given; `amount` and `unit` (day,
    week, month, year) measure an offset or a duration. `deictic` is False where the time is told relative to
    something other than the day of writing ("which began on February 24" is a plain day: also False).
    """

    span: Span
    kind: TimeKind
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    direction: int = 0
    amount: int | None = None
    unit: str | None = None
    deictic: bool = False


class Reach(StrEnum):
    """How readily a tagger took words for content."""

    USUAL = "usual"
    FAR = "far"
    NEAR = "near"


@dataclass(frozen=True, slots=True, kw_only=True)
class TaggedSpeech:
    """Words that the trained tagger takes for somebody's: `content` spans, where it saw the cue, and the source.

    Spans never cross a block. `score` is the estimated chance that content and source are both right. `reach` says how
    readily words were taken for content: readings that differ from the usual one only in that stand beside it.
    """

    content: tuple[Span, ...]
    cue: Span
    source: Span | None
    score: float
    reach: Reach = Reach.USUAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotations:
    """Everything marked in one report. Spans of each layer are sorted.

    `tagged` is None where no tagger read the report: an empty tuple means that it found nothing.
    """

    report_id: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    quotemarks: tuple[Quotemarks, ...]
    mentions: tuple[Mention, ...]
    chains: tuple[Chain, ...]
    timexes: tuple[Timex, ...]
    tagged: tuple[TaggedSpeech, ...] | None = None
