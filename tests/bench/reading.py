"""What it costs to read one report, beside the language pipeline alone in the same process, on one thread.

Texts are the marked development reports of PolNeAR where they are beside the checkout, else the sample's.
"""

import gzip
import json
import resource
import time
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from onrecord.annotate import annotate, load_parser, load_tagger
from onrecord.annotate.parse import SpacyParser
from onrecord.attribute import attribute
from onrecord.clean import read_report
from onrecord.ingest import read_captures
from onrecord.model.report import Report
from onrecord.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
MARKED = ROOT.parent / "shared" / "data" / "polnear" / "dev.jsonl.gz"
SAMPLE = ROOT / "src" / "onrecord" / "sample" / "reports"
REPORTS = 60
IN_TURN = 12
"""Texts after which another work has its turn: all meet the same neighbours, and each finds its own memory warm."""
PARAGRAPH_WORDS = 20_000


def measure_reading(scratch: Path) -> None:
    """Print the processor time of a whole reading and of its parts beside that of the whole pipeline.

    The rulers are spaCy's: its pipeline, and of that what parses (words, `tok2vec`, `parser`; no classes, lemmas or names).
    `parse` is the program's own, with classes, lemmas and names, of the same pipeline.
    """
    texts = _read_texts()
    folder = scratch / "reports"
    folder.mkdir()
    for number, text in enumerate(texts):
        (folder / f"{number:03}.txt").write_text(text, encoding="utf-8")
    load: Any = import_module(Settings().model).load
    parser, tagger, pipeline = load_parser(Settings().model), load_tagger(), load()
    # A parser for each: what one has read before it reads sooner.
    alone, of_rules = (SpacyParser(load(exclude=["senter"]), parser.card) for _ in range(2))
    works: dict[str, Callable[[str, Path, Report], object]] = {
        "spacy_whole": lambda text, _path, _report: pipeline(text),
        "spacy_parser_without_the_rest": lambda text, _path, _report: _parsed_alone(pipeline, text),
        "parse": lambda _text, _path, report: alone.parse(report),
        "rules_alone": lambda _text, path, _report: _read(path, of_rules, None),
        "reading": lambda _text, path, _report: _read(path, parser, tagger),
    }
    costs = _costs(works, texts, sorted(folder.glob("*.txt")))
    whole = costs["spacy_whole"]
    print(f"reading_words_per_report {sum(len(text.split()) for text in texts) / len(texts):.0f}")
    for name, cost in costs.items():
        print(f"{name}_processor_per_report {1000 * cost:.1f} ms, {cost / whole:.2f} times the pipeline")
    ruled, plain = costs["rules_alone"], costs["spacy_parser_without_the_rest"]
    print(f"rules_alone_to_spacy_parser {ruled / plain:.2f} times")
    print(f"rules_alone_to_our_parse {ruled / costs['parse']:.2f} times", flush=True)
    print(f"reading_peak_rss {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    words = " ".join(texts).split()
    paragraph = scratch / "paragraph.txt"
    paragraph.write_text(
        " ".join((words * (1 + PARAGRAPH_WORDS // len(words)))[:PARAGRAPH_WORDS]), encoding="utf-8"
    )
    begun = time.process_time()
    _read(paragraph, parser, tagger)
    print(f"one_paragraph_of_{PARAGRAPH_WORDS}_words {time.process_time() - begun:.1f} s", flush=True)


def _read_texts() -> list[str]:
    if MARKED.is_file():
        with gzip.open(MARKED, "rt", encoding="utf-8") as lines:
            return [json.loads(line)["text"] for line in lines][:REPORTS]
    return [path.read_text(encoding="utf-8") for path in sorted(SAMPLE.glob("*.txt"))]


def _costs(
    works: Mapping[str, Callable[[str, Path, Report], object]], texts: Sequence[str], paths: Sequence[Path]
) -> dict[str, float]:
    """Return the mean processor seconds of each of `works`, done in turn on some texts, after one to warm up."""
    total = dict.fromkeys(works, 0.0)
    items = [(text, path, _cleaned(path)) for text, path in zip(texts, paths, strict=True)]
    for work in works.values():
        work(*items[0])
    for start in range(0, len(items), IN_TURN):
        for name, work in works.items():
            begun = time.process_time()
            for item in items[start : start + IN_TURN]:
                work(*item)
            total[name] += time.process_time() - begun
    return {name: seconds / len(texts) for name, seconds in total.items()}


def _parsed_alone(pipeline: Any, text: str) -> None:
    with pipeline.select_pipes(enable=["tok2vec", "parser"]):
        pipeline(text)


def _cleaned(path: Path) -> Report:
    """Return the one report in a file."""
    (capture,) = read_captures([str(path)], stdin=None)
    report, _ = read_report(capture)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    if report is None:
        raise ValueError(f"{path} holds no report")
    return report


def _read(path: Path, parser: Any, tagger: Any) -> None:
    report = _cleaned(path)
    attribute(report, annotate(report, parser, tagger))
