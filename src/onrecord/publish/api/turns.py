"""Answers made one after another rather than together: together they would only hinder one another.

Python computes in one thread of a process at a time, and whoever reads from a database gives way at each row. Of two answers made at
a time, the one that reads waits at every row of hundreds until the one that computes is interrupted: what takes 20 ms by itself then
takes a second.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Generator

PATIENCE: Final = 0.1
"""Seconds for which one answer may keep others waiting; most take less. Then it is made beside the next."""


class Turns:
    """Lets one thread go on at a time, in the order in which they came, and passes by one that takes long.

    A turn is handed to the one who waits for it: left for whoever takes it first, it would mostly go to one who has just come, and who
    came before could wait for ever.
    """

    def __init__(self, patience: float = PATIENCE) -> None:
        self._patience = patience
        self._lock = threading.Lock()
        self._line: deque[threading.Lock] = deque()
        self._holder: threading.Lock | None = None
        self._since = 0.0

    def __len__(self) -> int:
        """Return how many wait."""
        return len(self._line)

    @contextmanager
    def taken(self) -> Generator[None]:
        """Return a context that is entered when it is this thread's turn."""
        own = threading.Lock()
        self._wait(own)
        try:
            yield
        finally:
            self._leave(own)

    def _wait(self, own: threading.Lock) -> None:
        """Return when it is the turn of `own`, which is let go of then."""
        with self._lock:
            if self._holder is None:
                self._hand_to(own)
                return
            own.acquire()
            self._line.append(own)
            left = self._left()
        while not own.acquire(timeout=left):
            with self._lock:
                left = self._left()
                if self._holder is own:
                    return
                if left <= 0 and self._line[0] is own:
                    self._line.popleft()
                    self._hand_to(own)
                    return
                # Not the first of those who wait: that one goes on now, and has all of its time.
                left = left if left > 0 else self._patience

    def _left(self) -> float:
        return max(0.0, self._since + self._patience - time.monotonic())

    def _hand_to(self, other: threading.Lock | None) -> None:
        self._holder, self._since = other, time.monotonic()

    def _leave(self, own: threading.Lock) -> None:
        with self._lock:
            if self._holder is not own:
                return
            self._hand_to(self._line.popleft() if self._line else None)
            if self._holder is not None:
                self._holder.release()
