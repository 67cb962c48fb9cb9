"""No container, however it is made, is followed by a traceback, takes more than a minute or more than a gigabyte."""

import json
import subprocess
import sys
from pathlib import Path

from support.hostile_containers import HOSTILE

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 60
MEGABYTES = 1024
GIVEN_UP = {
    "gzip bomb": "ingest.unpacks-too-far",
    "gzip bomb in a gzip bomb": "ingest.unpacks-too-far",
    "bzip2 bomb": "ingest.unpacks-too-far",
    "xz bomb": "ingest.unpacks-too-far",
    "zstd bomb": "ingest.unpacks-too-far",
    "zip bomb": "ingest.unpacks-too-far",
    "zip bomb by bzip2": "ingest.damaged",
    "zip whose files overlap": "ingest.damaged",
    "zips in zips": "ingest.unpacks-too-far",
    "a hundred thousand entries": "ingest.too-many",
    "a directory of a gigabyte": "ingest.too-many",
    "gzipped web archive bomb": "ingest.unpacks-too-far",
    "brotli bomb in a web archive": "ingest.unpacks-too-far",
    "encodings one over the other": "ingest.unpacks-too-far",
    "a record with headers of 10 MB": "ingest.damaged",
    "tar whose file is larger than it is": "ingest.damaged",
    "tar with a header of 10 MB": "ingest.damaged",
    "mail with 1,000 nested parts": "ingest.damaged",
    "a Word document whose entities grow": "ingest.bad-document",
    "a Word document of 40 MB of letters": "ingest.unpacks-too-far",
    "a Word document of tables in tables": "ingest.bad-document",
}


def test_a_hostile_container_is_given_up_in_time_and_within_memory() -> None:
    # In a process of their own, whose memory is theirs.
    done = subprocess.run(
        [sys.executable, "-m", "support.hostile_containers"],
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT / "tests")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    costs = {cost["name"]: cost for cost in map(json.loads, done.stdout.splitlines())}
    assert list(costs) == list(HOSTILE)
    assert not [
        cost for cost in costs.values() if cost["seconds"] >= SECONDS or cost["megabytes"] >= MEGABYTES
    ]
    assert not [cost for cost in costs.values() if "ingest.failed" in cost["codes"]]
    assert not [name for name, code in GIVEN_UP.items() if code not in costs[name]["codes"]]
