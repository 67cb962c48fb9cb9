"""A bar for runs that last: stage, count and rate, on standard error, and only where somebody watches."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

PATIENCE = 2.0
"""Seconds before the bar appears: what is done by then needs no bar."""
STAGES = {"read": "Reading", "link": "Linking", "write": "Writing"}


class Bar:
    """Shows progress once a run has lasted `PATIENCE` seconds; use it in a ``with`` statement."""

    def __init__(self) -> None:
        self._watched = sys.stderr.isatty()
        self._began = time.monotonic()
        self._progress: Progress | None = None
        self._tasks: dict[str, TaskID] = {}
        self._starts: dict[str, float] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._progress is not None:
            self._progress.stop()

    def show(self, stage: str, done: int, total: int) -> None:
        """Show that `done` of `total` are done in `stage`."""
        now = time.monotonic()
        began = self._starts.setdefault(stage, now)
        if not self._watched or now - self._began < PATIENCE:
            return
        if self._progress is None:
            self._progress = _progress()
            self._progress.start()
        if stage not in self._tasks:
            self._tasks[stage] = self._progress.add_task(STAGES.get(stage, stage), total=total, rate="")
        self._progress.update(
            self._tasks[stage], completed=done, total=total, rate=rate_words(done, now - began)
        )


def rate_words(done: int, seconds: float) -> str:
    """Return how many are done in a second, or nothing before that can be told.

    >>> rate_words(30, 2.0), rate_words(0, 2.0)
    ('15.0/s', '')
    """
    return f"{done / seconds:.1f}/s" if done and seconds > 0 else ""


def _progress() -> Progress:
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    from onrecord.publish.cli.console import console

    return Progress(
        TextColumn("{task.description}"),
        BarColumn(bar_width=None),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        console=console(err=True),
        transient=True,
    )
