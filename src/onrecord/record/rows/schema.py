"""The tables of a record, in whichever store. docs/store.md explains each to users; a test holds the two together.

Rules: `place` is the row's number, and keeps the order in which the values of one report, or of what all share, were
given (the order of reports is that of their ids: a record may have grown in pieces); spans are half-open and count
code points (`start`, `stop`: SQL keeps the word `end` for itself); everything that points at characters of a
report is one row of `citations`, with those exact characters beside it; names of things are plural.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    LargeBinary,
    MetaData,
    Table,
    UniqueConstraint,
)

from onrecord.record.rows.column_types import CHARACTERS, INTEGER, TEXT, WHOLE

metadata = MetaData()

_BOOLEAN = Boolean()


def _place() -> Column[Any]:
    return Column("place", INTEGER, primary_key=True)


def _id() -> Column[Any]:
    return Column("id", TEXT, nullable=False, unique=True)


def _words(name: str) -> Column[Any]:
    return Column(name, CHARACTERS, nullable=False)


def _maybe(name: str) -> Column[Any]:
    return Column(name, CHARACTERS)


def _number(name: str, *, nullable: bool = False) -> Column[Any]:
    return Column(name, INTEGER, nullable=nullable)


def _of(name: str, target: str, *, nullable: bool = False) -> Column[Any]:
    return Column(name, TEXT, ForeignKey(target), nullable=nullable, index=True)


made_with = Table("made_with", metadata, _place(), _words("part"), _words("name"), _words("value"))
facts = Table(
    "facts",
    metadata,
    _place(),
    _id(),
    *(_words(name) for name in ("subject", "relation", "object")),
    *(_maybe(name) for name in ("first", "last")),
    _words("source"),
)
models = Table("models", metadata, _place(), _words("name"), _words("version"), _words("sha256"))

captures = Table(
    "captures",
    metadata,
    _place(),
    _id(),
    _words("media_type"),
    _words("locator"),
    _words("declared"),
    Column("payload", LargeBinary, nullable=False),
)
reports = Table(
    "reports",
    metadata,
    _place(),
    Column("id", TEXT, ForeignKey("captures.id"), nullable=False, unique=True),
    _maybe("title"),
    _words("text"),
    _maybe("language"),
    Column("outlet_id", TEXT, index=True),
    _maybe("outlet_name"),
    _maybe("external_id"),
    _maybe("url"),
    _words("encoding"),
    _words("offsets"),
    _words("declared"),
)
report_paths = Table("report_paths", metadata, _place(), _of("report_id", "reports.id"), _words("path"))
edits = Table(
    "edits",
    metadata,
    _place(),
    _of("report_id", "reports.id"),
    _number("start"),
    _number("stop"),
    _words("put"),
    _words("rule"),
)
blocks = Table(
    "blocks",
    metadata,
    _place(),
    _of("report_id", "reports.id"),
    _number("start"),
    _number("stop"),
    _words("zone"),
    Column("repeats", _BOOLEAN, nullable=False),
)
credits_ = Table(
    "credits",
    metadata,
    _place(),
    _of("report_id", "reports.id"),
    _words("outlet"),
    _number("start"),
    _number("stop"),
    Column("picture", _BOOLEAN, nullable=False),
)
sentences = Table(
    "sentences", metadata, _place(), _of("report_id", "reports.id"), _number("start"), _number("stop")
)
timexes = Table(
    "timexes",
    metadata,
    _place(),
    _of("report_id", "reports.id"),
    _number("start"),
    _number("stop"),
    _words("kind"),
    *(Column(name, WHOLE) for name in ("year", "month", "day", "weekday", "amount")),
    _number("direction"),
    _maybe("unit"),
    Column("deictic", _BOOLEAN, nullable=False),
)
chains = Table(
    "chains", metadata, _place(), _id(), _of("report_id", "reports.id"), _words("kind"), _maybe("name")
)
chain_words = Table(
    "chain_words", metadata, _place(), _of("chain_id", "chains.id"), _words("part"), _words("words")
)
mentions = Table(
    "mentions",
    metadata,
    _place(),
    _of("chain_id", "chains.id"),
    _number("start"),
    _number("stop"),
    _words("kind"),
    _maybe("name"),
    _maybe("role"),
    Column("pronoun", _BOOLEAN, nullable=False),
)
attributions = Table(
    "attributions",
    metadata,
    _place(),
    _id(),
    _of("report_id", "reports.id"),
    _words("manner"),
    _words("act"),
    _words("rule"),
    _words("level"),
)
attribution_speakers = Table(
    "attribution_speakers",
    metadata,
    _place(),
    _of("attribution_id", "attributions.id"),
    _of("chain_id", "chains.id"),
)

entities = Table("entities", metadata, _place(), _id(), _words("kind"), _words("name"))
entity_words = Table(
    "entity_words", metadata, _place(), _of("entity_id", "entities.id"), _words("part"), _words("words")
)
entity_chains = Table(
    "entity_chains", metadata, _place(), _of("entity_id", "entities.id"), _of("chain_id", "chains.id")
)
roles = Table(
    "roles", metadata, _place(), _of("entity_id", "entities.id"), _number("number"), _words("title")
)
events = Table("events", metadata, _place(), _id(), _words("what"), _maybe("location"))
event_reports = Table(
    "event_reports", metadata, _place(), _of("event_id", "events.id"), _of("report_id", "reports.id")
)
stories = Table("stories", metadata, _place(), _id(), _words("title"))
story_events = Table(
    "story_events", metadata, _place(), _of("story_id", "stories.id"), _of("event_id", "events.id")
)
lineages = Table(
    "lineages", metadata, _place(), _id(), _of("origin", "reports.id", nullable=True), _maybe("credit")
)
lineage_reports = Table(
    "lineage_reports", metadata, _place(), _of("lineage_id", "lineages.id"), _of("report_id", "reports.id")
)
statements = Table(
    "statements",
    metadata,
    _place(),
    _id(),
    _of("event_id", "events.id", nullable=True),
    _number("reports"),
    _number("lineages"),
)
statement_speakers = Table(
    "statement_speakers",
    metadata,
    _place(),
    _of("statement_id", "statements.id"),
    _of("entity_id", "entities.id"),
)
variants = Table(
    "variants",
    metadata,
    _place(),
    _of("statement_id", "statements.id"),
    _number("number"),
    _words("relation"),
    _words("text"),
    _words("summary"),
    UniqueConstraint("statement_id", "number"),
)
variant_attributions = Table(
    "variant_attributions",
    metadata,
    _place(),
    _of("statement_id", "statements.id"),
    _number("number"),
    _of("attribution_id", "attributions.id"),
)
differences = Table(
    "differences",
    metadata,
    _place(),
    _of("statement_id", "statements.id"),
    _number("number"),
    _words("kind"),
    *(_number(name, nullable=True) for name in ("base_start", "base_stop", "variant_start", "variant_stop")),
)
divergences = Table("divergences", metadata, _place(), _words("slot"), _words("note"))
moments = Table(
    "moments",
    metadata,
    _place(),
    _words("owner_kind"),
    _words("owner_id"),
    _words("part"),
    _maybe("earliest"),
    _maybe("latest"),
    _maybe("candidates"),
    _words("basis"),
    _words("why"),
    _maybe("facts"),
    UniqueConstraint("owner_id", "part"),
)
citations = Table(
    "citations",
    metadata,
    _place(),
    _words("owner_kind"),
    _words("owner_id"),
    _words("part"),
    _number("number"),
    _of("report_id", "reports.id"),
    _number("start"),
    _number("stop"),
    _words("exact"),
    _number("first_byte"),
    _number("past_byte"),
    Index("ix_citations_owner", "owner_kind", "owner_id"),
)
problems = Table(
    "problems",
    metadata,
    _place(),
    _words("found_in"),
    _of("reading_id", "reports.id", nullable=True),
    _maybe("report_id"),
    _maybe("path"),
    _words("code"),
    _words("message"),
    _number("start", nullable=True),
    _number("stop", nullable=True),
)

seals = Table("seals", metadata, _place(), _of("report_id", "reports.id"), _words("sha256"))
kept = Table(
    "kept",
    metadata,
    _place(),
    Column("name", TEXT, nullable=False, unique=True),
    Column("value", LargeBinary, nullable=False),
)
inbox = Table(
    "inbox",
    metadata,
    _place(),
    Column("capture_id", TEXT, nullable=False, index=True),
    _words("media_type"),
    _words("locator"),
    _words("declared"),
    Column("payload", LargeBinary),
)
inbox_problems = Table(
    "inbox_problems", metadata, _place(), _words("path"), _words("code"), _words("message")
)


def _correction(name: str) -> Table:
    """Return a table of what persons said: as in `onrecord.model.correction`, anchors and names as JSON."""
    columns = (_words("id"), _words("kind"), _words("anchors"), _words("names"))
    said = ("first", "last", "undoes", "by_whom", "note")
    return Table(name, metadata, _place(), *columns, *(_maybe(one) for one in said))


corrections = _correction("corrections")
inbox_corrections = _correction("inbox_corrections")

WAITING = (inbox, inbox_problems, inbox_corrections)
"""Tables of what was taken in and is not read yet: no part of what the record says."""
SHARED = (
    entities,
    entity_words,
    entity_chains,
    roles,
    events,
    event_reports,
    stories,
    story_events,
    lineages,
    lineage_reports,
    statements,
    statement_speakers,
    variants,
    variant_attributions,
    differences,
    divergences,
    corrections,
)
"""Tables of what reports share, each named after those it points at."""

WORD_INDEXES = {"report_words": (reports, ("title", "text")), "variant_words": (variants, ("text",))}
"""The full-text indexes, the table that holds the words of each, and its columns."""
