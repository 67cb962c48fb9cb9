"""One writer at a time: an advisory lock beside the record, which a process that ends lets go of, however it ends.

The lock stands on a file of its own: one on the record itself would, on some systems, keep readers out. It is one that
processes started meanwhile do not inherit: they may outlive a killed writer for a moment.
"""

from __future__ import annotations

import fcntl
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from onrecord.errors import BusyError, RecordError

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path


_held: set[Path] = set()
"""What this process holds: the system keeps processes apart, not the threads of one."""


@contextmanager
def writing_alone(path: Path) -> Generator[None]:
    """Hold the lock on writing to the record at `path`; the lock's file is gone when it is let go of.

    Raises:
        BusyError: when another process writes to that record.
        RecordError: when the folder may not be written to.
    """
    beside = path.with_name(f".{path.name}.lock")
    if beside in _held:
        raise BusyError(f"{path}: this process is writing to it already; wait until that is done")
    descriptor = _acquire(path, beside)
    _held.add(beside)
    try:
        yield
    finally:
        _held.discard(beside)
        # Gone before it is let go of: whoever waited on this file finds that it is no longer the one beside the record.
        beside.unlink(missing_ok=True)
        os.close(descriptor)


def _acquire(path: Path, beside: Path) -> int:
    while True:
        try:
            descriptor = os.open(beside, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
        except OSError as error:
            reason = (error.strerror or type(error).__name__).lower()
            raise RecordError(
                f"{path}: cannot be written to ({reason} in its folder); choose a place that may be written to"
            ) from error
        try:
            fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            os.close(descriptor)
            raise BusyError(
                f"{path}: another onrecord is writing to it; wait until that one is done and try again"
            ) from error
        if _is_beside(descriptor, beside):
            return descriptor
        os.close(descriptor)


def _is_beside(descriptor: int, beside: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), os.stat(beside))  # noqa: PTH116 - one of a pair of stats
    except FileNotFoundError:
        return False
