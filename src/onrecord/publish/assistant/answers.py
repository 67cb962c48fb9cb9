"""What tools answer with. Every answer names outlet, title, day and exact characters, and the ids with which to cite them.

The fields' types are looked at when tools are described, so they stand where a program finds them. Days are given as 2021-03-04;
what is not known is null, never guessed. Ranges are half-open and count Unicode code points. Whole answers have no slots: the SDK would
take these for defaults.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """When something was, no more precise than it is known: `words` say it, `basis` and `why` what it rests on."""

    words: str
    earliest: str | None
    latest: str | None
    basis: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """Something by its id and what it is called."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A place in a report: quote `exact` only, character for character. `cite` names the place for good.

    `cut` says that `exact` is the beginning of a longer passage that ends at `end`.
    """

    cite: str
    report_id: str
    outlet: str | None
    title: str | None
    published: Day | None
    start: int
    end: int
    exact: str
    cut: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """A half-open range of code points of the text beside it."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LookedFor:
    """A word or phrase that was looked for; `held_by` counts what holds it by itself, where all together find nothing."""

    text: str
    held_by: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementFound:
    """A statement. `words` are the wording that fits, `marks` what was looked for in it; it stands in the report of `citation`.

    `quoted` are the parts of the record's base wording `base` that its report put between quotation marks. `independent` counts
    sources that do not copy one another. `credited_by` are the report's words that credit `words` where these are no direct speech
    ("denied", "asked"): they assert nothing without them. `base_credited_by` are those of the base.
    """

    id: str
    speakers: list[Thing]
    said: Day | None
    event: Thing | None
    words: str
    marks: list[Range]
    credited_by: str
    base: str
    base_credited_by: str
    quoted: list[Range]
    reports: int
    independent: int
    wordings: int
    level: str
    citation: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFound:
    """A report that holds what was looked for; each citation is an excerpt around it."""

    id: str
    outlet: str | None
    title: str | None
    published: Day | None
    event: Thing | None
    citations: list[Citation]
    other_places: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerFound:
    """Somebody named as was asked. `likeness` is same, begins, spelled (another romanisation) or near (perhaps not meant)."""

    id: str
    name: str
    named_here: str
    likeness: str
    statements: int


@dataclass(frozen=True, kw_only=True)
class SearchAnswer:
    """What words found. Of a part, `total` counts what fits; `more` says that there are more than it counts."""

    looked_for: list[LookedFor]
    statements: list[StatementFound]
    statements_total: int
    statements_more: bool
    reports: list[ReportFound]
    reports_total: int
    reports_more: bool
    speakers: list[SpeakerFound]
    did_you_mean: list[str]
    first: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """One report's own wording: its citation, how it gives the words, and how sure the reading is.

    `quoted` are the ranges of the report between quotation marks: only these may be shown as quotations. `credited_by` are the words by which
    it credits what is no direct speech ("denied", "asked"); without them nobody asserts anything.
    """

    attribution_id: str
    citation: Citation
    manner: str
    credited_by: str
    level: str
    quoted: list[Range]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One wording of a statement: how it stands to the base (the first), what differs in a sentence, and who carries it."""

    number: int
    relation: str
    words: str
    differs: str
    carried_by: list[Carried]
    others: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike:
    """Another statement that shares telling words; `credited_by` as of those found."""

    id: str
    speakers: list[Thing]
    said: Day | None
    credited_by: str
    shared_words: list[str]
    citation: Citation


@dataclass(frozen=True, kw_only=True)
class StatementAnswer:
    """A statement in all its wordings, the base first, and a few statements like it."""

    id: str
    speakers: list[Thing]
    said: Day | None
    event: Thing | None
    reports: int
    independent: int
    wordings: list[Wording]
    other_wordings: int
    alike: list[Alike]


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """What reports say somebody is, and where one says so."""

    title: str
    citation: Citation | None


@dataclass(frozen=True, kw_only=True)
class SpeakerAnswer:
    """A speaker and what they said, earliest first, what has no day last."""

    id: str
    name: str
    kind: str
    aliases: list[str]
    roles: list[Role]
    taken_as_one: list[str]
    statements: list[StatementFound]
    statements_total: int
    first: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """Words in the characters shown that the report credits to somebody, by `credited_by` where they are no direct speech; ranges are of the report."""

    attribution_id: str
    statement_id: str | None
    speakers: list[Thing]
    manner: str
    credited_by: str
    level: str
    ranges: list[Range]


@dataclass(frozen=True, kw_only=True)
class ContextAnswer:
    """A place in a report with the characters around it: `before`, the citation's `exact` and `after` follow one another."""

    citation: Citation
    before: str
    after: str
    shown: Range
    length: int
    language: str | None
    url: str | None
    credited: list[Marked]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFound:
    """A happening; `citation` is a place that it rests on. `independent` counts reports that do not copy one another."""

    id: str
    what: str
    day: Day | None
    story: Thing | None
    reports: int
    independent: int
    statements: int
    citation: Citation | None


@dataclass(frozen=True, kw_only=True)
class EventsAnswer:
    """Events, those that most reports tell of first or by time."""

    events: list[EventFound]
    total: int
    first: int
