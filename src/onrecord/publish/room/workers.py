"""A room answered by several processes on one socket: Python computes in one thread of a process at a time.

What all of them need is made before they are: the program, and the outline of the record. Memory that nobody writes to stays one
and the same after a fork, so a second process costs what it answers, not what it knows (`gc.freeze` keeps the collector from
writing to it: https://docs.python.org/3/library/gc.html#gc.freeze).
"""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
import traceback
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

REPLACED = 16
"""Processes that died and are replaced, before it is taken for a fault that comes again."""
_ASKED = {signal.SIGINT, signal.SIGTERM}


def usual_workers() -> int:
    """Return how many processes answer where nothing is said: two if there are processors for them and forking is safe, else one."""
    if not sys.platform.startswith("linux"):
        return 1
    return min(2, len(os.sched_getaffinity(0)))


def serve_together(serve: Callable[[], None], workers: int) -> None:
    """Run `serve` in so many processes until they are asked to end; one that dies otherwise is replaced.

    Nothing that a fork would tear (an open database, another thread) may be there. With one worker no process is made.
    """
    if workers == 1:
        serve()
        return
    gc.collect()
    gc.freeze()
    _Workers(serve).run(workers)


class _Workers:
    """The processes, as the one that made them sees them."""

    def __init__(self, serve: Callable[[], None]) -> None:
        self._serve = serve
        self._pids: set[int] = set()
        self._ending = False
        # Nobody writes to it: that its other end is gone tells that the first process is.
        self._alive, self._held = os.pipe()

    def run(self, workers: int) -> None:
        before = {number: signal.signal(number, self._end) for number in _ASKED}
        for _ in range(workers):
            self._start()
        replaced = 0
        while self._pids:
            pid, status = os.wait()
            self._pids.discard(pid)
            died = os.waitstatus_to_exitcode(status) not in {0, *(-number for number in _ASKED)}
            if died and not self._ending and replaced < REPLACED:
                replaced += 1
                self._start()
        for number, way in before.items():
            signal.signal(number, way)
        for one in (self._alive, self._held):
            os.close(one)

    def _end(self, number: int, frame: FrameType | None) -> None:
        del number, frame
        self._ending = True
        for pid in self._pids:
            os.kill(pid, signal.SIGTERM)

    def _start(self) -> None:
        sys.stdout.flush()
        sys.stderr.flush()
        # A signal between the fork and its being noted would miss the new process.
        signal.pthread_sigmask(signal.SIG_BLOCK, _ASKED)
        pid = os.fork()
        if not pid:
            self._work()
        self._pids.add(pid)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _ASKED)

    def _work(self) -> None:
        """Serve, as the new process, and end it."""
        code = 1
        try:
            signal.signal(signal.SIGTERM, signal.SIG_DFL)
            signal.signal(signal.SIGINT, signal.default_int_handler)
            signal.pthread_sigmask(signal.SIG_UNBLOCK, _ASKED)
            os.close(self._held)
            threading.Thread(target=self._follow, daemon=True).start()
            self._serve()
            code = 0
        except KeyboardInterrupt:
            code = 0
        except BaseException:  # noqa: BLE001 - nothing may run on in the copy of what the first process was about
            traceback.print_exc()
        finally:
            sys.stderr.flush()
            os._exit(code)

    def _follow(self) -> None:
        """Wait until the first process is gone, and end this one."""
        os.read(self._alive, 1)
        os.kill(os.getpid(), signal.SIGTERM)
