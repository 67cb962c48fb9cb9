"""Every reader of every container, on mutations of golden files: nothing raised, nothing lost of the way, nothing slow."""

from __future__ import annotations

import io
import logging
import resource
import signal
import time
from dataclasses import dataclass
from functools import cache
from random import Random
from typing import TYPE_CHECKING, Final

from onrecord.clean import read_report
from onrecord.ingest.door import read_source
from onrecord.ingest.walk import read_stream
from onrecord.model.problem import Problem
from onrecord.model.report import Capture
from onrecord.model.span import Span
from support.containers import BROKEN, GOLDEN
from support.documents import documents
from support.hostile_containers import long_header_tar, nested_mail, overlapping_zip, wrong_size_tar
from torture.mutation import mutate

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from types import FrameType

SECONDS: Final = 20
"""One input may take no longer, far less than the promised minute: a mutation is small."""
MEGABYTES: Final = 1024
CLEANED: Final = 20_000
"""Bytes of a capture that is read on into a report, now and then."""


class TooSlowError(Exception):
    """An input took longer than it may."""


@dataclass(frozen=True)
class Find:
    """An input that broke a promise; `seed` and `number` make it again."""

    seed: int
    number: int
    name: str
    fault: str
    payload: bytes


@cache
def seeds() -> Mapping[str, bytes]:
    """Return the files that are mutated, by name, in order."""
    golden = {f"golden {name}": case.payload for name, case in GOLDEN.items()}
    broken = {f"broken {name}": case.payload for name, case in BROKEN.items()}
    hostile = {
        "overlapping.zip": overlapping_zip(20),
        "nested.eml": nested_mail(30),
        "size.tar": wrong_size_tar(5000),
        "header.tar": long_header_tar(b"30 path=quay\n"),
    }
    return golden | broken | hostile | dict(documents())


def make(seed: int, number: int) -> tuple[str, bytes]:
    """Return name and bytes of the input of that number: the same whenever it is asked for."""
    random = Random(f"{seed}/{number}")
    files = seeds()
    name = random.choice(sorted(files))
    return name, mutate(files[name], [files[other] for other in sorted(files)], random)


def try_one(seed: int, number: int) -> Find | None:
    """Read the input of that number, and return what it broke, if anything."""
    name, payload = make(seed, number)
    before = signal.signal(signal.SIGALRM, _give_up)
    signal.alarm(SECONDS)
    try:
        fault = _find_fault(payload, clean=number % 10 == 0)
    except Exception as error:  # noqa: BLE001 - whatever is raised is a find
        fault = f"{type(error).__name__}: {error}"
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    if fault is None and peak > MEGABYTES:
        fault = f"takes {peak} MB"
    return Find(seed, number, name, fault, payload) if fault else None


def run(seconds: float, seed: int, folder: Path | None = None) -> tuple[int, list[Find]]:
    """Try inputs for `seconds` of wall time; return how many, and the finds, kept under `folder` if one is given."""
    logging.getLogger("onrecord.ingest.door").setLevel(logging.CRITICAL)
    end = time.monotonic() + seconds
    finds: list[Find] = []
    number = 0
    while time.monotonic() < end:
        find = try_one(seed, number)
        if find:
            finds.append(find)
            if folder:
                folder.mkdir(parents=True, exist_ok=True)
                (folder / f"{seed}-{number}.bin").write_bytes(find.payload)
        number += 1
    return number, finds


def _find_fault(payload: bytes, *, clean: bool) -> str | None:
    items = list(read_source(read_stream(io.BytesIO(payload), "pile")))
    if failed := [
        item.message for item in items if isinstance(item, Problem) and item.code == "ingest.failed"
    ]:
        return failed[0]
    if items != list(read_source(read_stream(io.BytesIO(payload), "pile"))):
        return "gives another result when it is read again"
    captures = [item for item in items if isinstance(item, Capture) and len(item.payload) < CLEANED]
    for capture in captures[:3] if clean else ():
        report, _ = read_report(capture)
        if report and report.offsets.to_captured(Span(0, len(report.text))).end > len(capture.payload):
            return "leads to bytes that are not there"
    for item in items:
        (item.message if isinstance(item, Problem) else item.locator).encode("utf-8")
    return None


def _give_up(signal_number: int, frame: FrameType | None) -> None:
    raise TooSlowError(f"took more than {SECONDS} s (signal {signal_number}, {frame})")
