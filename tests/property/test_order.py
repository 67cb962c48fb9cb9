"""Where a report lies, in which order it came and how many processes read it change nothing in the record."""

import json
import random
import shutil
from pathlib import Path
from typing import Any

import pytest

from onrecord.model.contents import Contents
from onrecord.pipeline import read_pile
from onrecord.publish.export import record_as_json
from onrecord.record import write
from onrecord.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "src" / "onrecord" / "sample" / "reports"


def build(*paths: Path, jobs: int = 1) -> Contents:
    return read_pile([str(path) for path in paths], settings=Settings(), jobs=jobs)


def without_paths(contents: Contents) -> str:
    record: dict[str, Any] = record_as_json(contents)
    for report in record["reports"]:
        del report["path"], report["also"]
    return json.dumps(record, ensure_ascii=False)


@pytest.fixture(scope="module")
def sample() -> Contents:
    return build(SAMPLE)


def test_building_twice_gives_the_same_bytes(sample: Contents, tmp_path: Path) -> None:
    write(tmp_path / "one.db", sample)
    write(tmp_path / "two.db", build(SAMPLE))
    assert (tmp_path / "one.db").read_bytes() == (tmp_path / "two.db").read_bytes()


@pytest.mark.parametrize("seed", [1, 2])
def test_renamed_and_shuffled_reports_give_the_same_record(
    sample: Contents, tmp_path: Path, seed: int
) -> None:
    paths = sorted(SAMPLE.glob("*.txt"))
    random.Random(seed).shuffle(paths)
    moved = [Path(shutil.copy(path, tmp_path / f"{index:02}-moved.txt")) for index, path in enumerate(paths)]
    random.Random(seed + 100).shuffle(moved)
    assert without_paths(build(*moved)) == without_paths(sample)


def test_a_report_given_twice_is_one_report(sample: Contents, tmp_path: Path) -> None:
    twin = Path(shutil.copy(min(SAMPLE.glob("*.txt")), tmp_path / "twin.txt"))
    assert without_paths(build(SAMPLE, twin)) == without_paths(sample)


def test_a_pool_reads_what_one_process_reads(tmp_path: Path) -> None:
    for path in SAMPLE.glob("*.txt"):
        shutil.copy(path, tmp_path / path.name)
    for number in range(6):
        (tmp_path / f"extra-{number}.txt").write_text(
            f"The ferry made {number + 2} trips, the harbour office said.\n", encoding="utf-8"
        )
    assert without_paths(build(tmp_path, jobs=2)) == without_paths(build(tmp_path, jobs=1))


def test_every_citation_is_exact(sample: Contents) -> None:
    for reading in sample.readings:
        text = reading.report.text
        payload = next(capture.payload for capture in sample.captures if capture.id == reading.report.id)
        for attribution in reading.attributions:
            for span in (*attribution.content, *attribution.quoted):
                captured = reading.report.offsets.to_captured(span)
                assert span.of(text)
                assert payload[captured.start : captured.end].decode(reading.report.encoding) == span.of(text)


def test_adding_a_report_keeps_every_attribution_and_resolves_every_group(
    sample: Contents, tmp_path: Path
) -> None:
    (tmp_path / "new.txt").write_text(
        "“The ferry will sail again,” the harbour office said on Monday.\n", encoding="utf-8"
    )
    grown = build(SAMPLE, tmp_path)
    before = {attribution.id for reading in sample.readings for attribution in reading.attributions}
    after = {attribution.id for reading in grown.readings for attribution in reading.attributions}
    assert before <= after
    holder = {
        attribution_id: statement.id
        for statement in grown.linked.statements
        for variant in statement.variants
        for attribution_id in variant.attribution_ids
    }
    assert all("a" + statement.id[1:] in holder for statement in sample.linked.statements)
