"""Answers made one after another rather than together: together they would only hinder one another.

Python computes in one thread of a process at a time, and whoever reads from a database gives way at each row. Of two answers made at
a time, the one that reads waits at every row of hundreds until the one that computes is interrupted: what takes 20 ms by itself then
takes a second.
"""

from __future__ import annotations

import threading
import time
from bisect import insort
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Generator

PATIENCE: Final = 0.1
"""Seconds for which one answer may keep others waiting; most take less. Then it is made beside the next."""


@dataclass(slots=True, order=True)
class _Waiting:
    """One who waits: since when, as if it had come the earlier the longer it will take."""

    since: float
    gate: threading.Lock = field(default_factory=threading.Lock, compare=False)


class Turns:
    """Lets one thread go on at a time, and passes by one that takes long.

    Who will take longer than another goes on as if it had come so much earlier: else it would be told last of all, having waited as
    long as those who are done at once. Nobody is overtaken by one who came more than the patience later, so none waits for ever.

    A turn is handed to the one who waits for it: left for whoever takes it first, it would mostly go to one who has just come, and who
    came before could wait for ever.
    """

    def __init__(self, patience: float = PATIENCE) -> None:
        self._patience = patience
        self._lock = threading.Lock()
        self._line: list[_Waiting] = []
        self._holder: _Waiting | None = None
        self._since = 0.0

    def __len__(self) -> int:
        """Return how many wait."""
        return len(self._line)

    @contextmanager
    def taken(self, lasting: float = 0.0) -> Generator[None]:
        """Return a context that is entered when it is this thread's turn; `lasting` are the seconds that it will take, if that is known."""
        own = _Waiting(time.monotonic() - min(lasting, self._patience))
        self._wait(own)
        try:
            yield
        finally:
            self._leave(own)

    def _wait(self, own: _Waiting) -> None:
        """Return when it is the turn of `own`, whose gate is let go of then."""
        with self._lock:
            if self._holder is None:
                self._hand_to(own)
                return
            own.gate.acquire()
            insort(self._line, own)
            left = self._left()
        while not own.gate.acquire(timeout=left):
            with self._lock:
                left = self._left()
                if self._holder is own:
                    return
                if left <= 0 and self._line[0] is own:
                    self._line.pop(0)
                    self._hand_to(own)
                    return
                # Not the first of those who wait: that one goes on now, and has all of its time.
                left = left if left > 0 else self._patience

    def _left(self) -> float:
        return max(0.0, self._since + self._patience - time.monotonic())

    def _hand_to(self, other: _Waiting | None) -> None:
        self._holder, self._since = other, time.monotonic()

    def _leave(self, own: _Waiting) -> None:
        with self._lock:
            if self._holder is not own:
                return
            self._hand_to(self._line.pop(0) if self._line else None)
            if self._holder is not None:
                self._holder.gate.release()
