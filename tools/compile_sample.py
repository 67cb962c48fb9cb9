#!/usr/bin/env python3
"""Compile the sample pile that ships with onrecord from its marked text.

    python3 tools/compile_sample.py [--check]

Reads tests/golden/stories/harbour: the marked reports, and story.json with all that a mark cannot say. Writes
src/onrecord/sample: reports/*.txt, plain text exactly as a user's files would be, and gold.json, the reading of them.
With --check nothing is written, and the exit status is 1 when what is there differs. Standard library only.
"""

import argparse
import sys
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]

from support.stories import compile_story  # noqa: E402

STORY: Final = ROOT / "tests" / "golden" / "stories" / "harbour"
SAMPLE: Final = ROOT / "src" / "onrecord" / "sample"


def main(argv: list[str] | None = None) -> int:
    """Compile, or check what was compiled; the result is the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--check", action="store_true", help="write nothing; exit 1 when the sample is out of date"
    )
    options = parser.parse_args(argv)
    try:
        wanted = {SAMPLE / path: data for path, data in compile_story(STORY).items()}
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    reports = SAMPLE / "reports"
    present = {
        path: path.read_bytes() for path in (*reports.glob("*"), SAMPLE / "gold.json") if path.is_file()
    }
    outdated = sorted(
        path for path in wanted.keys() | present.keys() if wanted.get(path) != present.get(path)
    )
    for path in outdated:
        print(f"{'out of date' if options.check else 'compiled'}: {path.relative_to(ROOT)}")
        if options.check:
            continue
        if path in wanted:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(wanted[path])
        else:
            path.unlink()
    return 1 if options.check and outdated else 0


if __name__ == "__main__":
    sys.exit(main())
