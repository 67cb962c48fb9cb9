"""Reports grouped into events against labelled sets: BCubed F1 with one setting for all of them.

Run by `python -m eval.events DATA`, where DATA holds stories/*.dev.jsonl.gz; needs no parser.
"""

import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from eval.outcome import Outcome, digest_of
from onrecord.annotate.timexes import find_timexes
from onrecord.clean import read_report
from onrecord.ingest import read_captures
from onrecord.link.events.events import group_reports
from onrecord.link.events.outline import outline
from onrecord.model.attribution import Reading
from onrecord.model.problem import Problem

SETS = (("ecbplus", True), ("allsides", True), ("meantime", False))
"""Name, and whether its dates are given."""


def read_set(path: Path, *, dated: bool) -> list[tuple[Reading, str]]:
    """Return the reports of a labelled set, read as any input is but for the parse, with their clusters."""
    clusters: dict[str, str] = {}
    with TemporaryDirectory() as folder:
        plain = Path(folder) / path.name.removesuffix(".gz")
        with gzip.open(path, "rt", encoding="utf-8") as lines, plain.open("w", encoding="utf-8") as kept:
            for line in map(json.loads, lines):
                clusters[line["id"]] = line["cluster"]
                kept.write(json.dumps({key: line[key] for key in line if dated or key != "date"}) + "\n")
        captures = [found for found in read_captures([str(plain)]) if not isinstance(found, Problem)]
    reports = [report for report, _ in map(read_report, captures) if report is not None]
    return [
        (
            Reading(
                report=report,
                chains=(),
                timexes=find_timexes(report, ()),
                sentences=(),
                attributions=(),
            ),
            clusters[report.external_id or ""],
        )
        for report in reports
    ]


def bcubed(wanted: Mapping[str, str], groups: Iterable[Iterable[str]]) -> tuple[float, float, float]:
    """Return BCubed precision, recall and F1 of `groups` against the cluster of each member."""
    given = {member: index for index, group in enumerate(groups) for member in group}
    both = Counter((wanted[member], given[member]) for member in wanted)
    clusters, sizes = Counter(wanted.values()), Counter(given.values())
    precision = sum(n * n / sizes[key[1]] for key, n in both.items()) / len(wanted)
    recall = sum(n * n / clusters[key[0]] for key, n in both.items()) / len(wanted)
    return precision, recall, 2 * precision * recall / (precision + recall)


def measure_events(data: Path) -> Outcome | None:
    """Group each labelled set into events and score it; None where the sets are not there."""
    paths = {name: data / "stories" / f"{name}.dev.jsonl.gz" for name, _ in SETS}
    if not all(path.is_file() for path in paths.values()):
        return None
    figures: dict[str, float] = {}
    for name, dated in SETS:
        pile = read_set(paths[name], dated=dated)
        outlines = {reading.report.id: outline(reading) for reading, _ in pile}
        groups = group_reports(outlines, [])
        wanted = {reading.report.id: cluster for reading, cluster in pile}
        figures[f"events_bcubed_{name}"] = round(bcubed(wanted, groups)[2], 3)
    return Outcome(figures=figures, digest=digest_of(paths.values()))


if __name__ == "__main__":
    outcome = measure_events(Path(sys.argv[1]))
    for figure, value in outcome.figures.items() if outcome else ():
        print(figure, value)
