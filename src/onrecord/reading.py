"""Captures become readings: the stages that see one report at a time, in this process or in a pool of them.

How many processes read changes nothing in what they read.
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
from typing import TYPE_CHECKING, Protocol

from onrecord.model.attribution import Reading
from onrecord.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from onrecord.annotate import Parser, Tagger
    from onrecord.model.report import Capture

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
        for module in ("onrecord.link.linking", "onrecord.record.contents.writing"):
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


def tell_unread(capture: Capture, paths: Sequence[str], outcome: Outcome) -> Iterator[Problem]:
    """Yield the problems of a capture that gave no report, told of each of the places that held it.

    So they are the same whether those places came together or one after the other.
    """
    for problem in outcome.problems:
        said = problem.message.removeprefix(capture.locator)
        for path in paths:
            message = problem.message if said == problem.message else path + said
            yield replace(problem, path=path, message=message, report_id=None)
