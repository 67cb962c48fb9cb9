"""One listening socket for several processes, shared fairly: who has fewer connections takes the next.

Left to themselves, the process that is awake first takes all that come together, and its readers wait for one another while the
other process has nothing to do.
"""

from __future__ import annotations

import mmap
import socket
import time
from typing import TYPE_CHECKING, Any, Final, Self

if TYPE_CHECKING:
    from collections.abc import Callable

PATIENCE: Final = 0.05
"""Seconds for which a connection is left to a process with fewer of them; that one may be gone."""
_GLANCE: Final = 0.0005
_MOST: Final = 255


class Shared(socket.socket):
    """A listening socket whose connections are counted, for each process, where all of them see it."""

    def __init__(self, *args: Any, workers: int, **named: Any) -> None:
        super().__init__(*args, **named)
        self._counts = mmap.mmap(-1, workers)
        self._own = 0
        self._waits_since = 0.0

    @classmethod
    def of(cls, place: socket.socket, workers: int) -> Self:
        """Return `place`, which is let go of, as one to be shared by so many processes, which are made later."""
        return cls(place.family, place.type, place.proto, fileno=place.detach(), workers=workers)

    def become(self, worker: int) -> None:
        """Count from here on as the process of that number, from 0."""
        self._own = worker

    def accept(self) -> tuple[socket.socket, Any]:  # type: ignore[explicit-override]
        """Return the next connection, as `socket.socket.accept` does.

        Raises:
            BlockingIOError: when there is none, or another process had better take it.
        """
        if self._leaves_it():
            # Asked again at once, for it is still there: a moment for the other process to take it.
            time.sleep(_GLANCE)
            raise BlockingIOError
        bare, address = super().accept()
        self._waits_since = 0.0
        self._count(1)
        taken = _Taken(self.family, self.type, self.proto, fileno=bare.detach())
        taken.let_go = lambda: self._count(-1)
        return taken, address

    def _leaves_it(self) -> bool:
        if self._counts[self._own] <= min(self._counts[:]):
            return False
        now = time.monotonic()
        if now - self._waits_since > 2 * PATIENCE:
            # Long ago another was left: this one is new.
            self._waits_since = now
        return now - self._waits_since < PATIENCE

    def _count(self, more: int) -> None:
        # Each process writes to its own place alone.
        self._counts[self._own] = min(_MOST, max(0, self._counts[self._own] + more))


class _Taken(socket.socket):
    """A connection that tells when it is closed."""

    let_go: Callable[[], None] | None = None

    def close(self) -> None:  # type: ignore[explicit-override]
        """Close it."""
        if self.let_go is not None:
            self.let_go()
            self.let_go = None
        super().close()
