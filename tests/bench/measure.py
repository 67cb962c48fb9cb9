"""Run a command and measure it from outside: wall time, processor time, peak memory over its processes."""

import os
import resource
import subprocess
import threading
import time
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Measured:
    """Seconds by the clock, seconds of processor time, and the peak of PSS summed over all processes, in MB."""

    wall: float
    processor: float
    peak_mb: float


def measure(command: Sequence[str], *, sample_memory: bool = False) -> Measured:
    """Run `command` to its end and measure it.

    Raises:
        RuntimeError: when the command fails; its last words are in the message.
    """
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        peak = [0.0]
        done = threading.Event()
        watcher = threading.Thread(target=_watch, args=(process.pid, peak, done))
        if sample_memory:
            watcher.start()
        _, said = process.communicate()
        done.set()
        if sample_memory:
            watcher.join()
    wall = time.perf_counter() - started
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}: {said.decode()[-400:]}")
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Measured(wall, processor, peak[0])


@contextmanager
def watch_memory() -> Generator[list[float]]:
    """Sample the PSS of this process and its children; the list holds its peak in MB when the block ends."""
    peak = [0.0]
    done = threading.Event()
    watcher = threading.Thread(target=_watch, args=(os.getpid(), peak, done))
    watcher.start()
    try:
        yield peak
    finally:
        done.set()
        watcher.join()


def memory_of(root: int) -> float:
    """Return the PSS of a process and its children as it is now, in MB."""
    return sum(_proportional_mb(pid) for pid in _family(root))


def _watch(root: int, peak: list[float], done: threading.Event) -> None:
    while not done.wait(0.2):
        peak[0] = max(peak[0], memory_of(root))


def _family(root: int) -> list[int]:
    members = [root]
    for pid in members:
        for task in Path(f"/proc/{pid}/task").glob("*/children"):
            try:
                members += [int(child) for child in task.read_text().split()]
            except OSError:
                continue
    return members


def _proportional_mb(pid: int) -> float:
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024
    except OSError:
        return 0.0
    return 0.0


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0))
