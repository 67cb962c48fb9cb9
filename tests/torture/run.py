"""Torture at full length, for `make torture`.

    python -m torture.run [--seconds N] [--seed N] [--number N]

Prints the seed; what is found is kept under build/torture and made again by ``--seed N --number N``. Exit code 1 for a find.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import sys
import time
from pathlib import Path

from torture import readers

FOLDER = Path("build/torture")


def main() -> int:
    """Run what the command line asks for, and print what was found."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--seconds", type=float, default=1200)
    options.add_argument("--seed", type=int, default=int(time.time()))
    options.add_argument("--number", type=int, help="only the input of this number")
    options.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    given = options.parse_args()
    if given.number is not None:
        find = readers.try_one(given.seed, given.number)
        print(find.fault if find else "nothing found", find.payload[:200] if find else "")
        return 1 if find else 0
    print(f"readers: {given.seconds:.0f} s, seed {given.seed}", flush=True)
    jobs = [(given.seconds, given.seed + job, FOLDER) for job in range(given.jobs)]
    with multiprocessing.get_context("spawn").Pool(given.jobs) as pool:
        results = pool.starmap(readers.run, jobs)
    tried = sum(number for number, _ in results)
    finds = [find for _, found in results for find in found]
    for find in finds[:50]:
        print(f"  --seed {find.seed} --number {find.number} ({find.name}): {find.fault}")
    print(f"readers: {tried} inputs, {len(finds)} finds")
    return 1 if finds else 0


if __name__ == "__main__":
    sys.exit(main())
