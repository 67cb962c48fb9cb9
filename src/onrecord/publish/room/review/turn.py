"""One at a time, of all threads of all processes that answer for one room."""

from __future__ import annotations

import fcntl
import os
import tempfile
import threading
import weakref
from pathlib import Path
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from types import TracebackType


class Turn:
    """A lock that who comes later waits for; processes that are forked from the one that made it share it.

    The system lets go of what a process held when that ends, however it ends: the file, which has no name, is locked by processes
    (``fcntl``), and a lock of this process keeps its threads apart.
    """

    def __init__(self) -> None:
        self._threads = threading.Lock()
        self._file, name = tempfile.mkstemp(prefix="onrecord-turn-")
        Path(name).unlink()
        weakref.finalize(self, os.close, self._file)

    def __enter__(self) -> Self:
        self._threads.acquire()
        try:
            fcntl.lockf(self._file, fcntl.LOCK_EX)
        except BaseException:
            self._threads.release()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        fcntl.lockf(self._file, fcntl.LOCK_UN)
        self._threads.release()
