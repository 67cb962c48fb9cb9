"""What a search of a record finds: hits with what was looked for marked in them, and what was looked for.

Everything that is shown of a report are its exact characters; marks and places are half-open and count code points.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from onrecord.model.annotation import Kind
    from onrecord.model.attribution import Manner
    from onrecord.model.listing import Named, StatementRow
    from onrecord.model.moment import Evidence, Moment
    from onrecord.model.span import Span

COUNTED = 1000
"""Hits that are counted: of words that more hold, an answer says that there are more, and orders the first so many."""

Hit = TypeVar("Hit")


class Part(StrEnum):
    """In what is looked."""

    STATEMENTS = "statements"
    """Every wording of what was said."""
    REPORTS = "reports"
    """Titles and texts."""
    SPEAKERS = "speakers"
    """Names and aliases of those who speak, also where they are spelled a little otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """One thing that is looked for: a word, or several that must follow one another.

    `text` is as it was typed; `words` are folded as they are compared, without case and diacritics. `begins` says that the
    last of them may be longer: it is being typed. `held_by` counts the wordings and the reports that hold it by itself, up to
    `COUNTED`; it is told where all of the words together find nothing, and None otherwise.
    """

    text: str
    words: tuple[str, ...]
    begins: bool = False
    held_by: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """The characters `span` of a longer text, and which of them were looked for: `marks` are ranges of `text`."""

    span: Span
    text: str
    marks: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementHit:
    """A statement one of whose wordings holds what was looked for: `text` is the whole of that one, `marks` are ranges of `text`.

    `number` is that of the variant in its statement (0: the base). `places` are the marks where they stand in a report that words
    it so, `place` is all of the wording there with what stands between its parts, `content` are these parts alone; `outlet`, `title` and `language` are that report's, and so are `cue`, `credit` (the
    words before what is no direct speech, without which it would read as an assertion) and `quoted` (ranges of `text`). `manner` is
    that of a wording beside the base; None for the base. `score` is higher for what fits the words better, and compares within one
    answer only.
    """

    row: StatementRow
    number: int
    text: str
    marks: tuple[Span, ...]
    place: Evidence
    places: tuple[Evidence, ...]
    outlet: Named | None
    title: str | None
    language: str | None
    manner: Manner | None
    cue: str | None
    credit: str
    quoted: tuple[Span, ...]
    score: float
    content: tuple[Span, ...] = ()

    @property
    def id(self) -> str:
        """The statement's id."""
        return self.row.id


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportHit:
    """A report that holds what was looked for: `title_marks` are ranges of `title`, `excerpts` stand in its text.

    `excerpts` are the first few places; `others` counts the marks of the text that they do not show, up to a bound.
    """

    id: str
    title: str | None
    title_marks: tuple[Span, ...]
    outlet: Named | None
    language: str | None
    published: Moment | None
    event: Named | None
    excerpts: tuple[Excerpt, ...]
    others: int
    score: float


class Likeness(StrEnum):
    """How a name stands to the one that was typed, nearest first."""

    SAME = "same"
    """The same letters, but for case and diacritics."""
    BEGINS = "begins"
    """A word of the name starts with what was typed."""
    SPELLED = "spelled"
    """One name written in two usual ways: Zelensky, Zelenskyy."""
    NEAR = "near"
    """A few letters differ: perhaps meant, perhaps not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerHit:
    """Somebody who speaks and is named as was typed, or nearly so: `marks` are the ranges of `name` that were recognised.

    `name` is the name or alias that fits; `called` the name by which the record knows the speaker. `asked` are the words of the
    question that it was found by.
    """

    id: str
    called: str
    kind: Kind
    name: str
    marks: tuple[Span, ...]
    likeness: Likeness
    asked: str
    statements: int
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class HitList(Generic[Hit]):
    """Some hits of `total`, from the one with `first` before it; where `more` is set, there are more than `total`."""

    rows: tuple[Hit, ...] = ()
    total: int = 0
    more: bool = False
    first: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """Another question that may have been meant: `text`, with `put` in place of `instead_of`.

    It is a part of that speaker's name, or (`speaker_id` None) another form of a word.
    """

    text: str
    instead_of: str
    put: str
    speaker_id: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hits:
    """What words find. `sought` says what was looked for; it is empty where a question holds no word.

    `unread` counts words of an overlong question that were left out.
    """

    sought: tuple[Sought, ...]
    statements: HitList[StatementHit]
    reports: HitList[ReportHit]
    speakers: HitList[SpeakerHit]
    suggestions: tuple[Suggestion, ...] = ()
    unread: int = 0

    @property
    def statement_ids(self) -> tuple[str, ...]:
        """The ids of the statements found, in their order."""
        return tuple(hit.id for hit in self.statements.rows)

    @property
    def report_ids(self) -> tuple[str, ...]:
        """The ids of the reports found, in their order."""
        return tuple(hit.id for hit in self.reports.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike:
    """A statement like another: `words` are the telling words that both have, `marks` where these stand in its base wording.

    `meaning` is how near the two are in meaning, in hundredths, None where no model was asked. `outlet` and `title` are those of
    the report in which the base stands. `same_story` is None where one of the two is of no story.
    """

    row: StatementRow
    words: tuple[str, ...]
    marks: tuple[Span, ...]
    outlet: Named | None
    title: str | None
    same_speaker: bool
    same_event: bool
    same_story: bool | None
    meaning: int | None
    score: float

    @property
    def id(self) -> str:
        """The statement's id."""
        return self.row.id
