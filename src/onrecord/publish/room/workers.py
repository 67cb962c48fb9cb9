"""A room answered by several processes on one socket: Python computes in one thread of a process at a time.

What all of them need is made before they are: the program, and the outline of the record. Memory that nobody writes to stays one
and the same after a fork (`gc.freeze` keeps the collector from writing to it: https://docs.python.org/3/library/gc.html#gc.freeze).
The first process answers like the others. If another dies, those that are left answer; if the first does, the others end.
"""

from __future__ import annotations

import ctypes
import gc
import os
import signal
import sys
import threading
import traceback
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


_ARENA_MAX = -8
_TURN = 0.0005
"""Seconds for which a thread computes while others wait: a tenth of Python's own, since whoever reads a database waits at each row."""


def usual_workers() -> int:
    """Return how many processes answer where nothing is said: two if there are processors for them and forking is safe, else one."""
    if not sys.platform.startswith("linux"):
        return 1
    return min(2, len(os.sched_getaffinity(0)))


def serve_together(serve: Callable[[int], None], workers: int) -> None:
    """Run `serve` in so many processes, this one (0) and others like it, until it ends here; with one there are no others.

    It is given the number of its process.

    Nothing that a fork would tear (an open database, another thread) may be there.
    """
    _keep_one_heap()
    sys.setswitchinterval(_TURN)
    if workers == 1:
        serve(0)
        return
    gc.collect()
    gc.freeze()
    # Nobody writes to it: that one end is closed tells the others that this process is gone, however it went.
    alive, held = os.pipe()
    others = [_fork(partial(serve, worker), alive, held) for worker in range(1, workers)]
    try:
        serve(0)
    finally:
        os.close(held)
        os.close(alive)
        for pid in others:
            os.waitpid(pid, 0)


def _keep_one_heap() -> None:
    """Let all threads take memory from one heap, where the system's library has several (mallopt(3), M_ARENA_MAX).

    A heap for each thread keeps what each has let go of, a fifth of all memory here; and they never compute at the same time.
    """
    adjust = getattr(ctypes.CDLL(None), "mallopt", None)
    if adjust is not None:
        adjust(_ARENA_MAX, 1)


def _fork(serve: Callable[[], None], alive: int, held: int) -> int:
    """Return the number of a new process that runs `serve` until that ends or its first process does."""
    sys.stdout.flush()
    sys.stderr.flush()
    pid = os.fork()
    if pid:
        return pid
    code = 1
    try:
        os.close(held)
        threading.Thread(target=_follow, args=(alive,), daemon=True).start()
        serve()
        code = 0
    except KeyboardInterrupt:
        code = 0
    except BaseException:  # noqa: BLE001 - nothing may run on in the copy of what the first process was about
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(code)


def _follow(alive: int) -> None:
    """Wait until the first process is gone, and end this one."""
    os.read(alive, 1)
    os.kill(os.getpid(), signal.SIGTERM)
