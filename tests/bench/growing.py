"""What it costs to add one report in two hundred, beside building the record, in processor time.

python -m bench.growing [--reports 2000]
"""

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

from bench.measure import measure
from bench.piles import read_sentences, write_pile

ROOT = Path(__file__).resolve().parents[2]
ONRECORD = str(Path(sys.executable).with_name("onrecord"))
SAMPLE = ROOT / "src" / "onrecord" / "sample" / "reports"
SEEDS = ROOT.parent / "shared" / "seeds"
SHARE = 200
"""One report is added for each so many: 100 to 20,000."""


def measure_adding(scratch: Path, reports: int) -> None:
    """Build a pile of `reports`, add one two-hundredth to it, and print both and their ratio.

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
    print(f"build_{reports}_processor {built:.1f} s")
    print(f"add_{max(1, reports // SHARE)}_to_{reports}_processor {added:.1f} s", flush=True)
    print(
        f"add_share_of_build {100 * (added - start) / (built - start):.1f} %, starting left out", flush=True
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=2000)
    folder = Path(tempfile.mkdtemp())
    try:
        measure_adding(folder, parser.parse_args().reports)
    finally:
        shutil.rmtree(folder)
