"""A load on the reading room and its API: eight readers at a time, on loopback, over every kind of page and of call.

python -m bench.serving [FILE.db] [--attributions 100000] [--workers 2] [--each 120] [--only WORD]

With one reader, what is printed as work is the processor time of one answer, which other programs on the machine hardly change.
Times are those at the server, from a request's coming in to its answer's going out, waiting for its turn included. Each
kind is visited so often, in an order shuffled by seed; what a first visit costs more is told apart.
"""

import argparse
import asyncio
import random
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bench.addresses import addresses_of
from bench.measure import memory_of
from bench.records import make_contents
from onrecord import record

READERS = 8
TURN = 25
"""Requests that a reader sends over one connection."""


@dataclass(slots=True)
class Visits:
    """What was measured of one kind: milliseconds at the server, those its process worked meanwhile, the largest answer in bytes."""

    times: list[float] = field(default_factory=list[float])
    work: list[float] = field(default_factory=list[float])
    largest: int = 0
    wrong: list[str] = field(default_factory=list[str])


async def visit(port: int, work: "asyncio.Queue[tuple[str, str]]", found: Mapping[str, Visits]) -> None:
    """Read addresses off the queue until it is empty, one after another."""
    while not work.empty():
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        for _ in range(TURN):
            if work.empty():
                break
            kind, address = work.get_nowait()
            writer.write(f"GET {address} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            status = head.split(" ", 2)[1]
            said = {
                name.lower(): value.strip()
                for name, _, value in (line.partition(":") for line in head.split("\r\n")[1:])
            }
            body = await reader.readexactly(int(said.get("content-length", "0")))
            one = found[kind]
            took, worked = (part.partition("dur=")[2] for part in said["server-timing"].split(", "))
            one.times.append(float(took))
            one.work.append(float(worked))
            one.largest = max(one.largest, len(body))
            if status not in {"200", "303", "307"}:
                one.wrong.append(f"{status} {address}")
        writer.close()


async def load(port: int, work: Sequence[tuple[str, str]], readers: int) -> Mapping[str, Visits]:
    """Visit all of `work` with so many readers at a time."""
    queue: asyncio.Queue[tuple[str, str]] = asyncio.Queue()
    for one in work:
        queue.put_nowait(one)
    found: defaultdict[str, Visits] = defaultdict(Visits)
    await asyncio.gather(*(visit(port, queue, found) for _ in range(readers)))
    return found


def percentile(times: Sequence[float], share: float) -> float:
    """Return the time that so large a share of `times` stays within."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def ruler() -> float:
    """Return the milliseconds of processor that a fixed piece of work takes here and now: about 30 on a machine at rest."""
    began = time.process_time()
    sum(range(3_000_000))
    return (time.process_time() - began) * 1000


def measure_serving(path: Path, *, workers: int, each: int, only: str = "", readers: int = READERS) -> None:
    """Load the room of the record at `path` and print what was measured."""
    dice = random.Random(1)
    kinds = {kind: some for kind, some in addresses_of(path, seed=1).items() if only in kind}
    visits = [(kind, dice.choice(some)) for kind, some in kinds.items() for _ in range(each)]
    dice.shuffle(visits)
    command = [sys.executable, "-m", "bench.serving_workers", str(path), str(workers)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        port = int(server.stdout.readline()) if server.stdout else 0
        first = asyncio.run(load(port, [(kind, some[0]) for kind, some in kinds.items()] * workers * 2, 1))
        before, began = ruler(), time.perf_counter()
        found = asyncio.run(load(port, visits, readers))
        took, after = time.perf_counter() - began, ruler()
        memory = memory_of(server.pid)
        server.terminate()
    _print(found, first)
    times = [one for visits in found.values() for one in visits.times]
    print(f"serving_p50 {percentile(times, 0.5):.1f} ms, p95 {percentile(times, 0.95):.1f} ms, all kinds")
    work = [one for visits in found.values() for one in visits.work]
    told = f"mean {sum(work) / len(work):.1f} ms, p50 {percentile(work, 0.5):.1f} ms, p95 {percentile(work, 0.95):.1f} ms"
    print(f"serving_work {told}; of processor, by itself with one reader and one process")
    print(f"serving_rate {len(times) / took:.0f} answers a second, {readers} readers, {workers} processes")
    print(f"serving_memory {memory:.0f} MB (PSS, all processes)")
    print(f"serving_ruler {before:.0f} and {after:.0f} ms for a piece of work")


def _print(found: Mapping[str, Visits], first: Mapping[str, Visits]) -> None:
    for kind, visits in sorted(found.items()):
        print(
            f"serving {kind:28} p50 {percentile(visits.times, 0.5):6.1f} ms, p95 {percentile(visits.times, 0.95):6.1f} ms, "
            f"work {percentile(visits.work, 0.5):6.1f} ms, first {max(first[kind].times):6.0f} ms, "
            f"largest {visits.largest / 1000:.0f} kB"
        )
        for wrong in visits.wrong[:1]:
            print(f"  answered {wrong}")
    pages = [visits.largest for kind, visits in found.items() if kind.startswith("page")]
    print(f"serving_largest_page {max(pages, default=0) / 1000:.0f} kB")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("place", type=Path, nargs="?")
    parser.add_argument("--attributions", type=int, default=100_000)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--each", type=int, default=120)
    parser.add_argument("--only", default="")
    parser.add_argument("--readers", type=int, default=READERS)
    chosen = parser.parse_args()
    if chosen.place is not None:
        measure_serving(
            chosen.place, workers=chosen.workers, each=chosen.each, only=chosen.only, readers=chosen.readers
        )
        return
    with tempfile.TemporaryDirectory() as scratch:
        place = Path(scratch) / "made.db"
        record.write(place, make_contents(chosen.attributions, seed=1))
        measure_serving(
            place, workers=chosen.workers, each=chosen.each, only=chosen.only, readers=chosen.readers
        )


if __name__ == "__main__":
    main()
