"""What it costs to add one report in two hundred, beside building the record, in processor time of one core.

Two ways. `measure_adding` runs the commands on files that are really read. `measure_large` does the same to a pile of the size
that the bar names: there the readings are those of `bench.linking`, with the names and places of each text as chains besides, and
reading is measured on some of the same texts and counted for all (it is done report by report, and costs each the same);
linking, writing, taking in and reading back are done in full, adding in a process of its own and three times.

python -m bench.growing [--reports 2000] [--large 20000]
"""

import argparse
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from typing import Any
from unittest import mock

from bench.linking import make_pile
from bench.measure import measure
from bench.piles import read_sentences, write_pile
from onrecord import __version__, growing
from onrecord.ingest import read_fact_tables
from onrecord.model import ids
from onrecord.model.annotation import Chain, Kind, Mention
from onrecord.model.attribution import Reading
from onrecord.model.contents import Contents, MadeWith
from onrecord.model.report import Capture
from onrecord.model.span import Span
from onrecord.pipeline import Tools, link_all, load_tools, read_all, used_facts
from onrecord.record import write
from onrecord.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
ONRECORD = str(Path(sys.executable).with_name("onrecord"))
SAMPLE = ROOT / "src" / "onrecord" / "sample" / "reports"
SEEDS = ROOT.parent / "shared" / "seeds"
SHARE = 200
"""One report is added for each so many: 100 to 20,000."""
TIMES = 3
"""Times that they are added to the large pile."""
REALLY_READ = 40
"""Texts of a large pile that are really read, for what reading costs."""
_NAMED = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+(?: [A-Z][a-z]+)*|\b\d+ [a-z]+\b")
"""A name inside a sentence, or some that are counted: "40 nurses"."""


def measure_adding(scratch: Path, reports: int) -> None:
    """Build a pile of `reports`, add one two-hundredth to it, and print both and their ratio.

    Its reports are sentences of a few texts, recombined, so that each is near all others: the worst there is for growing.
    Starting (loading models, adding a report to a record of one) is measured too and told apart: it does not grow.
    """
    sentences = read_sentences([folder for folder in (SEEDS, SAMPLE) if folder.is_dir()])
    pile, more = scratch / "pile", scratch / "more"
    write_pile(pile, sentences, reports=reports, seed=1)
    write_pile(more, sentences, reports=max(1, reports // SHARE), seed=2)
    one, record = scratch / "one.db", scratch / "record.db"
    measure([ONRECORD, "build", str(pile / "00000.txt"), "-o", str(one)])
    start = measure([ONRECORD, "add", str(one), str(pile / "00001.txt"), "--jobs", "1"]).processor
    built = measure([ONRECORD, "build", str(pile), "-o", str(record)]).processor
    added = measure([ONRECORD, "add", str(record), str(more), "--jobs", "1"]).processor
    print(f"add_start_processor {start:.1f} s")
    print(f"build_{reports}_recombined_processor {built:.1f} s")
    print(f"add_{max(1, reports // SHARE)}_to_{reports}_recombined_processor {added:.1f} s")
    print(
        f"add_share_of_build_recombined {100 * (added - start) / (built - start):.1f} %, starting left out",
        flush=True,
    )


@dataclass(frozen=True, slots=True)
class _Cost:
    """Processor seconds of the parts of building, and of adding but for reading."""

    read_each: float
    linked: float
    written: float
    added: float


def measure_large(scratch: Path, reports: int) -> None:
    """Print what adding a two-hundredth to a pile of `reports` stories costs beside building it, part by part."""
    count = max(1, reports // SHARE)
    pile = [_with_names(reading) for reading in make_pile(reports + count, seed=1)]
    # Every two-hundredth: what comes next day belongs to stories of all ages.
    more = pile[SHARE // 2 :: SHARE + 1][:count]
    late = {reading.report.id for reading in more}
    tools = load_tools(Settings())
    cost = _measure_cost(
        scratch / f"large-{reports}.db", [one for one in pile if one.report.id not in late], more, tools
    )
    n = reports
    built = n * cost.read_each + cost.linked + cost.written
    added = count * cost.read_each + cost.added
    words = sum(len(reading.report.text.split()) for reading in pile) / len(pile)
    print(f"pile_{n}_words_per_report {words:.0f}")
    print(f"pile_{n}_chains_per_report {sum(len(reading.chains) for reading in pile) / len(pile):.1f}")
    print(f"build_{n}_reading_processor {n * cost.read_each:.0f} s ({1000 * cost.read_each:.0f} ms each)")
    print(f"build_{n}_linking_processor {cost.linked:.0f} s")
    print(f"build_{n}_writing_processor {cost.written:.0f} s")
    print(f"add_{count}_to_{n}_processor {added:.1f} s ({count * cost.read_each:.1f} s of it reading)")
    print(f"add_share_of_build_{n} {100 * added / built:.2f} %", flush=True)


def _measure_cost(path: Path, first: Sequence[Reading], more: Sequence[Reading], tools: Tools) -> _Cost:
    """Measure each part in this process."""
    read_each = _measure_reading(first[:: max(1, len(first) // REALLY_READ)], tools)
    settings = Settings()
    facts, _ = read_fact_tables((), starter=True)
    ordered = tuple(sorted(first, key=lambda reading: reading.report.id))
    begun = time.process_time()
    linked, kept = link_all(tools, ordered, settings, facts)
    linking = time.process_time() - begun
    made_with = MadeWith(
        onrecord=__version__,
        settings=settings.as_words(),
        models=tools.cards,
        years=settings.years,
        facts=used_facts(linked, facts),
    )
    captures = tuple(map(_capture_of, ordered))
    contents = Contents(made_with=made_with, captures=captures, readings=ordered, linked=linked, kept=kept)
    begun = time.process_time()
    write(path, contents)
    writing = time.process_time() - begun
    del contents, linked, kept, captures
    return _Cost(read_each, linking, writing, _measure_adds(path, more))


def _measure_reading(some: Sequence[Reading], tools: Tools) -> float:
    """Return what it costs to read one of these texts, the first few left out: they find memory cold."""
    captures = tuple(map(_capture_of, some))
    paths = {capture.id: (capture.locator,) for capture in captures}
    read_all(tools, captures[:3], paths, jobs=1)
    begun = time.process_time()
    read_all(tools, captures[3:], paths, jobs=1)
    return (time.process_time() - begun) / len(captures[3:])


def _measure_adds(path: Path, more: Sequence[Reading]) -> float:
    """Add reports a few times, each time to a copy of the record and in a process of its own, as the command does; return the median."""
    costs: list[float] = []
    for time_ in range(TIMES):
        copy = path.with_name(f"{time_}-{path.name}")
        shutil.copy(path, copy)
        with get_context("spawn").Pool(1) as alone:
            costs.append(alone.apply(_measure_add, (copy, more)))
        copy.unlink()
    print("add_processor_each_time " + ", ".join(f"{cost:.1f}" for cost in costs) + " s, reading left out")
    return median(costs)


def _measure_add(path: Path, more: Sequence[Reading]) -> float:
    """Add reports that are read for nothing, and return what the rest of it costs."""
    tools = load_tools(Settings())
    by_id = {reading.report.id: reading for reading in more}

    def look_up(_tools: Tools, captures: Sequence[Capture], *_: Any, **__: Any) -> Any:
        return tuple(by_id[capture.id] for capture in captures), ()

    with (
        mock.patch.object(growing, "load_tools", return_value=tools),
        mock.patch.object(growing, "read_all", look_up),
    ):
        begun = time.process_time()
        news = growing.add_found(path, map(_capture_of, more))
        added = time.process_time() - begun
    if len(news.reports) != len(more):
        raise RuntimeError(f"{len(more)} reports were added and {len(news.reports)} are new")
    return added


def _capture_of(reading: Reading) -> Capture:
    report = reading.report
    return Capture(
        id=report.id,
        payload=report.text.encode(),
        media_type="text/plain",
        locator=report.paths[0],
        declared={},
    )


def _with_names(reading: Reading) -> Reading:
    """Return a reading with chains for what else its text names or counts, about as many as are really read."""
    text, report_id = reading.report.text, reading.report.id
    taken = {mention.span.start for chain in reading.chains for mention in chain.mentions}
    found: dict[str, list[Span]] = {}
    for match in _NAMED.finditer(text):
        if match.start() not in taken:
            found.setdefault(match[0], []).append(Span(*match.span()))
    more = tuple(
        Chain(
            id=ids.chain_id(report_id, spans[0]),
            report_id=report_id,
            kind=Kind.PLACE if name[0].isupper() else Kind.GROUP,
            name=name if name[0].isupper() else None,
            names=(name,) if name[0].isupper() else (),
            roles=() if name[0].isupper() else (name,),
            mentions=tuple(Mention(span=span, kind=Kind.PLACE, name=name) for span in spans),
        )
        for name, spans in sorted(found.items())
    )
    return replace(reading, chains=(*reading.chains, *more))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=2000, help="files that are really read; 0 for none")
    parser.add_argument("--large", type=int, default=2000, help="reports of the large pile")
    chosen = parser.parse_args()
    folder = Path(tempfile.mkdtemp())
    try:
        measure_large(folder, chosen.large)
        if chosen.reports:
            measure_adding(folder, chosen.reports)
    finally:
        shutil.rmtree(folder)
