"""What it costs to read one report, beside the language pipeline alone in the same process, on one thread.

Texts are the marked development reports of PolNeAR where they are beside the checkout, else the sample's.
"""

import gzip
import json
import resource
import time
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from onrecord.annotate import annotate, load_parser, load_tagger
from onrecord.attribute import attribute
from onrecord.clean import read_report
from onrecord.ingest import read_captures
from onrecord.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
MARKED = ROOT.parent / "shared" / "data" / "polnear" / "dev.jsonl.gz"
SAMPLE = ROOT / "src" / "onrecord" / "sample" / "reports"
REPORTS = 60
PARAGRAPH_WORDS = 20_000


def measure_reading(scratch: Path) -> None:
    """Print the processor time of a whole reading, by rules alone too, beside that of the whole pipeline."""
    texts = _read_texts()
    parser, tagger = load_parser(Settings().model), load_tagger()
    pipeline: Any = import_module(Settings().model).load()
    folder = scratch / "reports"
    folder.mkdir()
    for number, text in enumerate(texts):
        (folder / f"{number:03}.txt").write_text(text, encoding="utf-8")
    whole = _seconds(pipeline, texts) / len(texts)
    rules = _seconds(lambda path: _read(path, parser, None), sorted(folder.glob("*.txt"))) / len(texts)
    both = _seconds(lambda path: _read(path, parser, tagger), sorted(folder.glob("*.txt"))) / len(texts)
    print(f"reading_words_per_report {sum(len(text.split()) for text in texts) / len(texts):.0f}")
    print(f"spacy_whole_processor_per_report {1000 * whole:.1f} ms")
    print(
        f"reading_processor_per_report {1000 * both:.1f} ms, {both / whole:.2f} times the pipeline",
        flush=True,
    )
    print(f"rules_alone_processor_per_report {1000 * rules:.1f} ms, {rules / whole:.2f} times the pipeline")
    print(f"reading_peak_rss {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    words = " ".join(texts).split()
    paragraph = scratch / "paragraph.txt"
    paragraph.write_text(
        " ".join((words * (1 + PARAGRAPH_WORDS // len(words)))[:PARAGRAPH_WORDS]), encoding="utf-8"
    )
    took = _seconds(lambda path: _read(path, parser, tagger), [paragraph])
    print(f"one_paragraph_of_{PARAGRAPH_WORDS}_words {took:.1f} s", flush=True)


def _read_texts() -> list[str]:
    if MARKED.is_file():
        with gzip.open(MARKED, "rt", encoding="utf-8") as lines:
            return [json.loads(line)["text"] for line in lines][:REPORTS]
    return [path.read_text(encoding="utf-8") for path in sorted(SAMPLE.glob("*.txt"))]


def _read(path: Path, parser: Any, tagger: Any) -> None:
    for capture in read_captures([str(path)], stdin=None):
        report, _ = read_report(capture)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
        if report is not None:
            attribute(report, annotate(report, parser, tagger))


def _seconds(work: Callable[[Any], object], items: Sequence[object]) -> float:
    """Return the processor seconds of `work` on every item, after one to warm up."""
    work(items[0])
    begun = time.process_time()
    for item in items:
        work(item)
    return time.process_time() - begun
