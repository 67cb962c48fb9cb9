"""The order of the stages: the only module that knows it.

Map, then reduce. Up to `attribute` a stage sees one report, so that work is done report by report, in this
process for a few and in a pool of processes for many; `link` is the one place that sees everything. How many
processes worked, and in which order the reports came, changes nothing in the record.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord import __version__
from onrecord.correct import apply_corrections, tell_orphans
from onrecord.errors import IngestError
from onrecord.model.contents import Contents, MadeWith
from onrecord.model.correction import Wishes
from onrecord.model.ids import digest
from onrecord.model.problem import Problem
from onrecord.reading import Reader, be_idle, be_silent, read_captures_with, tell_unread
from onrecord.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path
    from typing import BinaryIO

    from onrecord.model.attribution import Reading
    from onrecord.model.contents import ModelCard
    from onrecord.model.correction import Correction
    from onrecord.model.fact import Fact
    from onrecord.model.meaning import Meanings
    from onrecord.model.report import Capture
    from onrecord.model.statement import Linked, Variant
    from onrecord.reading import Progress
    from onrecord.record import Record


def build(
    paths: Iterable[str | Path],
    output: str | Path,
    *,
    settings: Settings | None = None,
    jobs: int | None = None,
    progress: Progress = be_silent,
    stdin: BinaryIO | None = None,
) -> Record:
    """Read every report under `paths` and write the record of the pile to `output`.

    >>> import onrecord
    >>> with onrecord.build(["reports/"], "story.db") as record:  # doctest: +SKIP
    ...     print(record.summary())

    Args:
        paths: files, folders, or ``-`` for `stdin`.
        output: the file to write, or the address of a database (``postgresql://…``); a record that stands there is replaced,
            and what persons said of it is laid over the new one; anything else is refused.
        settings: choices that shape the record; the defaults if not given.
        jobs: how many processes read; all cores if not given.
        progress: hears how far the work has come.
        stdin: where ``-`` reads from.

    Raises:
        IngestError: when nothing could be read, or a table of facts cannot be opened.
        ModelError: when the language model is missing or not the pinned one.
        RecordError: when `output` cannot be written.
    """
    from onrecord.record import refuse_to_replace

    refuse_to_replace(output)
    contents = read_pile(
        [str(path) for path in paths],
        settings=settings or Settings(),
        jobs=jobs,
        progress=progress,
        stdin=stdin,
        over=output,
    )
    from onrecord.record import open_record, write

    progress("write", 0, 1)
    write(output, contents)
    progress("write", 1, 1)
    return open_record(output)


def read_pile(
    paths: Sequence[str],
    *,
    settings: Settings,
    jobs: int | None = None,
    progress: Progress = be_silent,
    stdin: BinaryIO | None = None,
    over: str | Path | None = None,
) -> Contents:
    """Read and link every report under `paths`, and return the record as values.

    Where it is to be written `over` another record, what persons said of that one is laid over it, and the file of that one is no report.

    Raises:
        IngestError: when nothing could be read, or a table of facts cannot be opened.
        ModelError: when the language model is missing or not the pinned one.
    """
    from onrecord.ingest import read_fact_tables
    from onrecord.record.contents.keeping import with_aside

    corrections = _corrections_of(over)
    facts, bad_facts = read_fact_tables(settings.facts, starter=settings.starter_facts)
    captures, paths_by_id, problems = collect_captures(
        paths, stdin=stdin, columns=dict(settings.columns), record=None if over is None else str(over)
    )
    if not captures:
        raise IngestError(nothing_readable(problems))
    tools = load_tools(settings)
    readings, unread = read_all(tools, captures, paths_by_id, jobs=jobs, progress=progress)
    problems = sorted_problems([*problems, *bad_facts, *unread])
    if not readings:
        raise IngestError(nothing_readable(problems))
    corrected = apply_corrections(readings, corrections)
    readings = corrected.readings
    progress("link", 0, len(readings))
    linked, for_later = link_all(tools, readings, settings, facts, wishes=corrected.wishes)
    progress("link", len(readings), len(readings))
    kept = {reading.report.id for reading in readings}
    return Contents(
        made_with=MadeWith(
            onrecord=__version__,
            settings=settings.as_words(),
            models=tools.cards,
            years=settings.years,
            facts=used_facts(linked, facts),
            given=read_fact_tables(settings.facts, starter=False)[0],
        ),
        captures=tuple(capture for capture in captures if capture.id in kept),
        readings=readings,
        linked=linked,
        problems=sorted_problems([*problems, *tell_orphans(corrected.orphans)]),
        corrections=tuple(corrections),
        kept=with_aside(for_later, {capture.id for capture in captures} - kept),
    )


@dataclass(frozen=True, slots=True)
class Tools:
    """What a pile is read and linked with, as the settings want it."""

    reader: Reader
    meanings: Meanings | None

    @property
    def cards(self) -> tuple[ModelCard, ...]:
        """The models, as a record names them."""
        used = (self.reader.parser, self.reader.tagger, self.meanings)
        return tuple(model.card for model in used if model is not None)


def load_tools(settings: Settings) -> Tools:
    """Load what `settings` want to read and link with.

    Raises:
        ModelError: when the language model is missing or not the pinned one.
    """
    from onrecord.annotate import load_meanings, load_parser, load_tagger

    reader = Reader(
        load_parser(settings.model), load_tagger() if settings.tagger else None, wide=settings.wide
    )
    return Tools(reader, load_meanings() if settings.vectors else None)


def read_all(
    tools: Tools,
    captures: Sequence[Capture],
    paths_by_id: Mapping[str, tuple[str, ...]],
    *,
    jobs: int | None = None,
    progress: Progress = be_silent,
) -> tuple[tuple[Reading, ...], tuple[Problem, ...]]:
    """Return what was read in `captures`, and the problems of those that gave no report."""
    outcomes = read_captures_with(
        tools.reader,
        captures,
        jobs=jobs or os.cpu_count() or 1,
        progress=progress,
        ahead=tools.meanings.prepare if tools.meanings else be_idle,
    )
    readings = tuple(
        replace(outcome.reading, report=replace(outcome.reading.report, paths=paths_by_id[capture.id]))
        for capture, outcome in zip(captures, outcomes, strict=True)
        if outcome.reading is not None
    )
    unread = tuple(
        problem
        for capture, outcome in zip(captures, outcomes, strict=True)
        if outcome.reading is None
        for problem in tell_unread(capture, paths_by_id[capture.id], outcome)
    )
    return readings, unread


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """What a pile was linked to before: `told` and `changed` as in `onrecord.link.Known`, and `kept` as a record keeps it."""

    told: Mapping[tuple[str, ...], tuple[Variant, ...]]
    kept: Mapping[str, bytes]
    changed: frozenset[str]


def link_all(
    tools: Tools,
    readings: Sequence[Reading],
    settings: Settings,
    facts: Iterable[Fact],
    *,
    wishes: Wishes | None = None,
    before: Before | None = None,
) -> tuple[Linked, dict[str, bytes]]:
    """Return all that `readings` share, as persons wish it, and what shall be kept for the next time.

    What was found `before` from the same is not worked out again.
    """
    from onrecord.link import Kept, Known, decode, encode, link_more
    from onrecord.record.rows.collecting import uncollected

    known_facts = tuple(facts)
    basis = _tell_basis(tools, settings, known_facts)
    with uncollected():
        kept = decode(before.kept, basis) if before else Kept()
        known = Known(told=before.told, kept=kept, changed=before.changed) if before else Known()
        linked, found = link_more(
            readings, settings, known_facts, tools.meanings, wishes=wishes or Wishes(), known=known
        )
        return linked, encode(found, basis, before=kept, stored=before.kept if before else {})


def _tell_basis(tools: Tools, settings: Settings, facts: Iterable[Fact]) -> str:
    """Return what linking rests on besides readings, as a digest: the program, its models and settings, and facts."""
    cards = [f"{card.name} {card.version} {card.sha256}" for card in tools.cards]
    words = [f"{name}={value}" for name, value in sorted(settings.as_words().items())]
    return digest(__version__, *cards, *words, *sorted(fact.id for fact in facts))


def used_facts(linked: Linked, facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Return, of `facts`, those that a day in `linked` rests on."""
    moments = [
        *linked.report_dates.values(),
        *(event.date for event in linked.events),
        *(statement.said for statement in linked.statements),
    ]
    used = {fact for moment in moments if moment for fact in moment.facts}
    return tuple(fact for fact in facts if fact.id in used)


def _corrections_of(place: str | Path | None) -> Sequence[Correction]:
    """Return what persons said of the record at `place`, oldest first."""
    from onrecord.record import find_corrections

    return () if place is None else find_corrections(place)


def collect_captures(
    paths: Sequence[str],
    *,
    stdin: BinaryIO | None,
    columns: Mapping[str, str] | None = None,
    record: str | None = None,
) -> tuple[tuple[Capture, ...], dict[str, tuple[str, ...]], tuple[Problem, ...]]:
    """Return the distinct captures sorted by id, the places each was found at, and what could not be read."""
    from onrecord import ingest

    by_id: dict[str, Capture] = {}
    places: dict[str, set[str]] = {}
    problems: list[Problem] = []
    for found in ingest.read_captures(paths, stdin=stdin, columns=columns, record=record):
        if isinstance(found, Problem):
            problems.append(found)
        else:
            by_id[found.id] = by_id.get(found.id, found).seen_with(found)
            places.setdefault(found.id, set()).add(found.locator)
    captures = tuple(by_id[capture_id] for capture_id in sorted(by_id))
    return captures, {key: tuple(sorted(value)) for key, value in places.items()}, sorted_problems(problems)


def sorted_problems(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return `problems` once each, in an order that depends on what they say alone."""
    return tuple(
        sorted(
            set(problems),
            key=lambda problem: (problem.path or "", problem.code, problem.message, problem.report_id or ""),
        )
    )


def nothing_readable(problems: Sequence[Problem]) -> str:
    """Say that nothing could be read, with the first reasons and the way out."""
    from onrecord.ingest import READABLE

    shown = "; ".join(_placed(problem) for problem in problems[:3])
    more = f" (and {len(problems) - 3} more)" if len(problems) > 3 else ""  # noqa: PLR2004 - as many as shown
    reason = f": {shown}{more}" if shown else ""
    return f"nothing readable was found{reason}. Give {READABLE}; or a folder that holds some"


def _placed(problem: Problem) -> str:
    """Return what a problem says, with its place in front where it does not begin with it."""
    place = problem.path or ""
    return problem.message if problem.message.startswith(place) else f"{place}: {problem.message}"
