"""The order of the stages: the only module that knows it.

Map, then reduce. Up to `attribute` a stage sees one report, so that work is done report by report, in this
process for a few and in a pool of processes for many; `link` is the one place that sees everything. How many
processes worked, and in which order the reports came, changes nothing in the record.
"""

from __future__ import annotations

import gc
import logging
import multiprocessing
import os
import threading
import time
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from onrecord import __version__
from onrecord.errors import IngestError
from onrecord.model.attribution import Reading
from onrecord.model.contents import Contents, MadeWith
from onrecord.model.problem import Problem
from onrecord.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import BinaryIO

    from onrecord.annotate import Parser, Tagger
    from onrecord.model.fact import Fact
    from onrecord.model.report import Capture
    from onrecord.model.statement import Linked
    from onrecord.record import Record

logger = logging.getLogger(__name__)

INLINE = 3
"""Up to this many reports one process is quicker than starting a pool."""
BATCH = 8
"""Most reports handed to a process at a time: enough to hide the handing over. Small piles are spread more finely."""


class Progress(Protocol):
    """Hears how far the work has come: `stage` is one of read, link, write."""

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Hear that `done` of `total` are done in `stage`."""
        ...


def be_silent(stage: str, done: int, total: int) -> None:
    """Hear progress and say nothing."""


def be_idle() -> None:
    """Load nothing."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one capture: a reading, or problems that say why there is none."""

    reading: Reading | None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Reader:
    """What reads reports: the parser, the tagger where one is wanted, and what counts as an attribution."""

    parser: Parser
    tagger: Tagger | None = None
    wide: bool = True


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
        output: the file to write; a record that stands there is replaced, anything else is refused.
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

    refuse_to_replace(Path(os.path.realpath(output)))
    contents = read_pile(
        [str(path) for path in paths],
        settings=settings or Settings(),
        jobs=jobs,
        progress=progress,
        stdin=stdin,
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
) -> Contents:
    """Read and link every report under `paths`, and return the record as values.

    Raises:
        IngestError: when nothing could be read, or a table of facts cannot be opened.
        ModelError: when the language model is missing or not the pinned one.
    """
    from onrecord.annotate import load_meanings, load_parser, load_tagger
    from onrecord.ingest import read_fact_tables

    facts, bad_facts = read_fact_tables(settings.facts, starter=settings.starter_facts)
    captures, paths_by_id, problems = collect_captures(paths, stdin=stdin)
    if not captures:
        raise IngestError(nothing_readable(problems))
    tagger = load_tagger() if settings.tagger else None
    meanings = load_meanings() if settings.vectors else None
    reader = Reader(load_parser(settings.model), tagger, settings.wide)
    outcomes = read_captures_with(
        reader,
        captures,
        jobs=jobs or os.cpu_count() or 1,
        progress=progress,
        ahead=meanings.prepare if meanings else be_idle,
    )
    readings = tuple(
        replace(reading, report=replace(reading.report, paths=paths_by_id[reading.report.id]))
        for reading in (outcome.reading for outcome in outcomes)
        if reading is not None
    )
    unread = (
        replace(problem, path=problem.path or paths_by_id[capture.id][0], report_id=None)
        for capture, outcome in zip(captures, outcomes, strict=True)
        if outcome.reading is None
        for problem in outcome.problems
    )
    problems = sorted_problems([*problems, *bad_facts, *unread])
    if not readings:
        raise IngestError(nothing_readable(problems))
    from onrecord.link import link

    progress("link", 0, len(readings))
    linked = link(readings, settings, facts, meanings)
    progress("link", len(readings), len(readings))
    kept = {reading.report.id for reading in readings}
    return Contents(
        made_with=MadeWith(
            onrecord=__version__,
            settings=settings.as_words(),
            models=(reader.parser.card, *(used.card for used in (tagger, meanings) if used is not None)),
            years=settings.years,
            facts=used_facts(linked, facts),
        ),
        captures=tuple(
            replace(capture, locator=paths_by_id[capture.id][0]) for capture in captures if capture.id in kept
        ),
        readings=readings,
        linked=linked,
        problems=problems,
    )


def used_facts(linked: Linked, facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Return, of `facts`, those that a day in `linked` rests on."""
    moments = [
        *linked.report_dates.values(),
        *(event.date for event in linked.events),
        *(statement.said for statement in linked.statements),
    ]
    used = {fact for moment in moments if moment for fact in moment.facts}
    return tuple(fact for fact in facts if fact.id in used)


def collect_captures(
    paths: Sequence[str], *, stdin: BinaryIO | None
) -> tuple[tuple[Capture, ...], dict[str, tuple[str, ...]], tuple[Problem, ...]]:
    """Return the distinct captures sorted by id, the places each was found at, and what could not be read."""
    from onrecord import ingest

    by_id: dict[str, Capture] = {}
    declared: dict[str, dict[str, str]] = {}
    places: dict[str, set[str]] = {}
    problems: list[Problem] = []
    for found in ingest.read_captures(paths, stdin=stdin):
        if isinstance(found, Problem):
            problems.append(found)
        else:
            by_id.setdefault(found.id, found)
            said = declared.setdefault(found.id, {})
            # The same bytes may come from two containers that say different things of them.
            said |= {name: min(value, said.get(name, value)) for name, value in found.declared.items()}
            places.setdefault(found.id, set()).add(found.locator)
    captures = tuple(
        replace(by_id[capture_id], declared=dict(sorted(declared[capture_id].items())))
        for capture_id in sorted(by_id)
    )
    return captures, {key: tuple(sorted(value)) for key, value in places.items()}, sorted_problems(problems)


def read_captures_with(
    reader: Reader,
    captures: Sequence[Capture],
    *,
    jobs: int,
    progress: Progress,
    ahead: Callable[[], None] = be_idle,
) -> list[Outcome]:
    """Read each capture, in this process for a few and in a pool of `jobs` processes for many.

    What comes next is loaded by `ahead` while a pool reads. Outcomes stand in the order of `captures`.
    """
    progress("read", 0, len(captures))
    if jobs == 1 or len(captures) <= INLINE:
        outcomes: list[Outcome] = []
        for capture in captures:
            outcomes.append(read_capture(reader, capture))
            progress("read", len(outcomes), len(captures))
        return outcomes
    return _read_in_pool(reader, captures, jobs=jobs, progress=progress, ahead=ahead)


def read_capture(reader: Reader, capture: Capture) -> Outcome:
    """Read one capture through all stages that see one report.

    A fault of a stage on one report is kept as the problem ``read.failed`` and logged, and costs that report
    only: a pile of thousands must not be lost to one text nobody foresaw.
    """
    from onrecord import annotate, attribute, clean

    try:
        report, problems = clean.read_report(capture)
        if report is None:
            return Outcome(None, problems)
        annotations = annotate.annotate(report, reader.parser, reader.tagger)
        attributed = attribute.attribute(report, annotations, wide=reader.wide)
    except Exception as error:
        logger.warning("reading %s failed", capture.id, exc_info=error)
        message = f"a fault in onrecord ({type(error).__name__}) stopped this report; please send it to us"
        return Outcome(None, (Problem(code="read.failed", message=message, path=capture.locator),))
    return Outcome(Reading.of(report, annotations, attributed, problems))


_reader_of_worker: list[Reader] = []
"""The reader of a pool's process, set once before it reads: sending it with each batch would cost more than reading."""


def _read_batch(batch: Sequence[Capture]) -> list[Outcome]:
    return [read_capture(_reader_of_worker[0], capture) for capture in batch]


def _start_worker(reader: Reader, owner: int) -> None:
    _reader_of_worker[:] = [reader]
    threading.Thread(target=end_with, args=(owner,), daemon=True).start()


def end_with(owner: int) -> None:
    """End this process when the one that started it is gone: killed, it can tell nobody."""
    while os.getppid() == owner:
        time.sleep(1)
    os._exit(1)


def _read_in_pool(
    reader: Reader, captures: Sequence[Capture], *, jobs: int, progress: Progress, ahead: Callable[[], None]
) -> list[Outcome]:
    """Read in batches; a batch whose process died is read again capture by capture, each in a process of its own."""
    size = max(1, min(BATCH, len(captures) // (2 * jobs)))
    batches = [range(start, min(start + size, len(captures))) for start in range(0, len(captures), size)]
    outcomes: dict[int, Outcome] = {}
    lost: list[int] = []
    # Forked processes share the loaded model; frozen objects are not touched by the collector, so stay shared.
    gc.collect()
    gc.freeze()
    with _pool(reader, jobs) as pool:
        futures: dict[Future[list[Outcome]], range] = {
            pool.submit(_read_batch, [captures[index] for index in batch]): batch for batch in batches
        }
        # What comes next is loaded while the others read.
        for module in ("onrecord.link", "onrecord.record.writing"):
            import_module(module)
        ahead()

        for future in as_completed(futures):
            batch = futures.pop(future)
            try:
                outcomes.update(zip(batch, future.result(), strict=True))
            except BrokenProcessPool:
                lost += batch
            progress("read", len(outcomes), len(captures))
    gc.unfreeze()
    for index in lost:
        outcomes[index] = _read_alone(reader, captures[index])
        progress("read", len(outcomes), len(captures))
    return [outcomes[index] for index in range(len(captures))]


def _read_alone(reader: Reader, capture: Capture) -> Outcome:
    with _pool(reader, 1) as pool:
        try:
            return pool.submit(_read_batch, [capture]).result()[0]
        except BrokenProcessPool:
            message = "the process that read this report was killed twice (out of memory?); read it alone"
            return Outcome(None, (Problem(code="read.killed", message=message, path=capture.locator),))


def _pool(reader: Reader, jobs: int) -> ProcessPoolExecutor:
    method = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"
    context = multiprocessing.get_context(method)
    return ProcessPoolExecutor(
        jobs, mp_context=context, initializer=_start_worker, initargs=(reader, os.getpid())
    )


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
    shown = "; ".join(f"{problem.path}: {problem.message}" for problem in problems[:3])
    more = f" (and {len(problems) - 3} more)" if len(problems) > 3 else ""  # noqa: PLR2004 - as many as shown
    reason = f": {shown}{more}" if shown else ""
    return f"nothing readable was found{reason}. Give .txt or .jsonl files, or a folder that holds some"
