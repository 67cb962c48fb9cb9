"""Answers made one after another rather than together: together they would only hinder one another.

Python computes in one thread of a process at a time, and whoever reads from a database gives way at each row. Of two answers made at
a time, the one that reads waits at every row of hundreds until the one that computes is interrupted: what takes 20 ms by itself then
takes a second.
"""

from __future__ import annotations

import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Generator

PATIENCE: Final = 0.1
"""Seconds for which one answer may keep others waiting; most take less. Then it is made beside the next."""


class Turns:
    """Lets one thread go on at a time, in the order in which they came, and passes by one that takes long."""

    def __init__(self, patience: float = PATIENCE) -> None:
        self._patience = patience
        self._changed = threading.Condition()
        self._holder: object | None = None
        self._since = 0.0

    @contextmanager
    def taken(self) -> Generator[None]:
        """Return a context that is entered when it is this thread's turn."""
        own = object()
        with self._changed:
            while self._holder is not None and (left := self._since + self._patience - time.monotonic()) > 0:
                self._changed.wait(left)
            self._holder, self._since = own, time.monotonic()
        try:
            yield
        finally:
            with self._changed:
                if self._holder is own:
                    self._holder = None
                    self._changed.notify()
