"""A brief: what was said of a story, an event, by a speaker or in one statement, each word footnoted, for an editor to read.

This is what the three forms of a brief (HTML, Markdown, Word) have in common: sections, items and notes as plain values.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.publish.export.notes import Note
    from onrecord.publish.page.pieces import Run


@dataclass(frozen=True, slots=True)
class Fact:
    """Something told in a line: a label, words, and the numbers of notes that bear it out."""

    label: str
    words: str
    notes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Changed:
    """One difference from the base: it `leaves out` words, `adds` words, or `has` words `instead` of others."""

    what: str
    words: str
    instead: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One wording: its words in runs behind those that credit them (`credit`), how it stands to the base, and the notes of every report that has it."""

    relation: str
    quotation: str
    credit: str
    runs: tuple[Run, ...]
    notes: tuple[int, ...]
    changes: tuple[Changed, ...]
    more: str
    language: str | None
    direction: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One statement: who, when, in which wordings, and how many independent sources carry it.

    `speaker` is empty in a brief of that speaker alone; `described` is what reports call the speaker, told once in a brief.
    """

    speaker: str
    described: tuple[Fact, ...]
    when: str
    wordings: tuple[Told, ...]
    carried: str
    counting: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Statements under one heading, with what is known of it."""

    heading: str
    facts: tuple[Fact, ...]
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Differing:
    """A plain fact that two reports give differently: what kind, and both sides with their outlet and note."""

    slot: str
    sides: tuple[Fact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """A whole brief; `reports` are those that it cites, and `limit` says what was left out, if anything."""

    kind: str
    title: str
    lead: str
    limit: str
    facts: tuple[Fact, ...]
    sections: tuple[Section, ...]
    differing: tuple[Differing, ...]
    reports: tuple[Fact, ...]
    notes: tuple[Note, ...]
    made_with: str


HOW_COUNTED = (
    "A source counts once. Reports that take their words from one text, by reprinting or by sharing a passage, are one "
    "independent source for what stands in it, however many they are. A report that prints the same words twice counts once."
)
HOW_QUOTED = (
    "Words stand between quotation marks only where the report has them between quotation marks; all others are the report’s "
    "own telling. Before words that are no direct quotation stand, with a colon, those by which the report credits them: what "
    "was denied or asked was not asserted. Every footnote has the report’s exact characters. A date is no more exact than the reports allow."
)
