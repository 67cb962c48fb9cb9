"""Single reports against a marked set in PolNeAR's form: content, source and manner, mention by mention.

    python -m eval.polnear [--data DIR]

The set and its scorer (`tools/score_attributions.py`) stand beside the checkout; where they do not, there is no
outcome. Figures are shares, not percent.
"""

import argparse
import gzip
import json
import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from eval.outcome import Outcome, digest_of
from onrecord.annotate import annotate, load_parser, load_tagger
from onrecord.attribute import attribute
from onrecord.clean import read_report
from onrecord.ingest import read_captures
from onrecord.model.annotation import Annotations
from onrecord.model.attribution import Attribution
from onrecord.model.report import Capture, Report
from onrecord.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
_LINE = re.compile(r"^(?P<name>\S+) (?P<rest>.+)$", re.MULTILINE)
_PART = re.compile(r"\b([PRF]) ([0-9.]+)")


@dataclass(frozen=True, slots=True)
class _Read:
    """One report of the set, and what was marked in it."""

    report: Report
    annotations: Annotations

    def attributions(self, *, tagger: bool, wide: bool) -> tuple[Attribution, ...]:
        """Return its attributions, by the rules alone where `tagger` is not wanted."""
        annotations = self.annotations if tagger else replace(self.annotations, tagged=None)
        return attribute(self.report, annotations, wide=wide).attributions


def measure_polnear(data: Path) -> Outcome | None:
    """Score the attributions of the development reports, where they and the scorer are.

    The plain figures are those of the default settings, `narrow_` those without what is held of a thing only named,
    which the set counts as an attribution, `rules_` those of the rules alone. `LEVEL_right` is the share of the
    attributions at a level whose content and source are both right, `LEVEL_share` their share of all.
    """
    marked = data / "polnear" / "dev.jsonl.gz"
    scorer = data.parent / "tools" / "score_attributions.py"
    if not (marked.is_file() and scorer.is_file()):
        return None
    with TemporaryDirectory() as folder:
        reads = _read_all(marked, Path(folder))
    figures: dict[str, float] = {}
    for prefix, tagger, wide in (("", True, True), ("narrow_", True, False), ("rules_", False, True)):
        record = _as_record(reads, tagger=tagger, wide=wide)
        figures |= {prefix + name: value for name, value in _scored(scorer, marked, record).items()}
    figures |= _levels(scorer, marked, _as_record(reads, tagger=True, wide=True))
    return Outcome(figures=figures, digest=digest_of([marked, scorer]))


def _scored(scorer: Path, marked: Path, record: dict[str, list[dict[str, object]]]) -> dict[str, float]:
    """Return what the scorer prints of a record."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "record.json"
        path.write_text(json.dumps(record), encoding="utf-8")
        command = [sys.executable, str(scorer), str(marked), str(path)]
        return _figures(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def _levels(scorer: Path, marked: Path, record: dict[str, list[dict[str, object]]]) -> dict[str, float]:
    """Return how many attributions are at each level, and how many of those are right."""
    figures: dict[str, float] = {}
    every = record["attributions"]
    for level in ("certain", "likely", "possible"):
        chosen = [one for one in every if one["level"] == level]
        figures[f"{level}_share"] = len(chosen) / max(1, len(every))
        figures[f"{level}_right"] = _scored(scorer, marked, {**record, "attributions": chosen})["e2e_p"]
    return figures


def _read_all(marked: Path, folder: Path) -> list[_Read]:
    """Read every report of the set as far as it is marked."""
    texts = folder / "texts.jsonl"
    with gzip.open(marked, "rt", encoding="utf-8") as lines, texts.open("w", encoding="utf-8") as out:
        for line in lines:
            report = json.loads(line)
            out.write(json.dumps({"id": report["id"], "text": report["text"]}) + "\n")
    parser, tagger = load_parser(Settings().model), load_tagger()
    reads: list[_Read] = []
    for capture in read_captures([str(texts)], stdin=None):
        report, _ = read_report(capture) if isinstance(capture, Capture) else (None, ())
        if report is not None:
            reads.append(_Read(report, annotate(report, parser, tagger)))
    return reads


def _as_record(reads: Sequence[_Read], *, tagger: bool, wide: bool) -> dict[str, list[dict[str, object]]]:
    """Return the attributions in the members of a record that the scorer looks at."""
    reports: list[dict[str, object]] = []
    attributions: list[dict[str, object]] = []
    for read in reads:
        report = read.report
        reports.append({"id": report.id, "external_id": report.external_id, "text": report.text})
        for one in read.attributions(tagger=tagger, wide=wide):
            content = [[span.start, span.end] for span in one.content]
            source = [one.source.start, one.source.end] if one.source else None
            level = one.judgement.level.value
            attributions.append({"report": report.id, "content": content, "source": source, "level": level})
    return {"reports": reports, "attributions": attributions}


def _figures(printed: str) -> dict[str, float]:
    """Return the figures the scorer printed, as shares by name."""
    figures: dict[str, float] = {}
    for match in _LINE.finditer(printed):
        name, rest = match["name"], match["rest"]
        parts = _PART.findall(rest)
        for letter, value in parts:
            figures[f"{name}_{letter.lower()}"] = float(value) / 100
        if not parts and (name.startswith("e2e_recall") or name == "source_right"):
            figures[name] = float(rest.split()[0]) / 100
    return figures


def main() -> None:
    """Print every figure."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    outcome = measure_polnear(parser.parse_args().data)
    if outcome is None:
        sys.exit("the marked set is not there")
    for name, value in outcome.figures.items():
        print(f"polnear.{name} {value:.3f}")


if __name__ == "__main__":
    main()
