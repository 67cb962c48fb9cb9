"""How fast copies are found in a large pile, beside plain MinHash of the same text in the same process.

The pile is made by seed: words follow each other as in the texts given, so that common phrases recur as often as they do. A
tenth of the reports copy another (cut, edited or pasted), some quote a speech, credit a house or stand over a notice.

python -m bench.copies [--reports 20000]
"""

import argparse
import gzip
import json
import random
import re
import time
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path

import numpy as np

from onrecord.link.copies.copies import find_copies
from onrecord.model.attribution import Reading
from onrecord.text.tokens import find_written
from onrecord.text.word_numbers import WordNumbers, number_runs
from support.piles import reading_of

ROOT = Path(__file__).resolve().parents[2]
STORIES = ROOT.parent / "shared" / "data" / "stories"
SAMPLE = ROOT / "src" / "onrecord" / "sample" / "reports"

_WORDS = (120, 480)
_COPIES, _SPEECHES, _CREDITS, _NOTICES = 0.1, 0.05, 0.03, 0.03
_HOUSES = [f"Courier of Port {number}" for number in range(200)]
_PERMUTATIONS, _SHINGLE = 64, 5


def read_texts() -> list[str]:
    """Return the texts that a pile is made from: the labelled sets where they are, else the sample."""
    texts: list[str] = []
    for path in sorted(STORIES.glob("*.dev.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            texts += [json.loads(line)["text"] for line in lines]
    return texts or [path.read_text(encoding="utf-8") for path in sorted(SAMPLE.glob("*.txt"))]


def make_pile(texts: Sequence[str], *, reports: int, seed: int) -> list[Reading]:
    """Return readings of made-up reports; the same seed gives the same pile."""
    dice = random.Random(seed)
    after: dict[str, list[str]] = {}
    for text in texts:
        words = re.findall(r"\S+", text)
        for word, following in pairwise(words):
            after.setdefault(word, []).append(following)
    starts = sorted(word for word in after if word[0].isupper())
    notice, speech = (" ".join(_talk(after, starts, dice, 40)) for _ in range(2))
    told: list[list[str]] = []
    pile: list[Reading] = []
    for _ in range(reports):
        words = _talk(after, starts, dice, dice.randint(*_WORDS))
        if told and dice.random() < _COPIES:
            words = _copy(dice.choice(told), words, dice)
        told.append(words)
        parts = [" ".join(words[start : start + 60]) for start in range(0, len(words), 60)]
        if dice.random() < _SPEECHES:
            parts.insert(1, f"“{speech},” the minister said on Monday.")
        if dice.random() < _NOTICES:
            parts.append(notice)
        house, credit = dice.choice(_HOUSES), None
        if dice.random() < _CREDITS:
            credit = dice.choice(_HOUSES[: len(_HOUSES) // 4])
            parts.append(f"This article was originally published by {credit}.")
        pile.append(reading_of(parts[0][:60], parts, outlet=house, credit=credit))
    return pile


def _talk(after: dict[str, list[str]], starts: Sequence[str], dice: random.Random, count: int) -> list[str]:
    words = [dice.choice(starts)]
    while len(words) < count:
        following = after.get(words[-1])
        words.append(dice.choice(following or starts))
    return words


def _copy(words: list[str], own: list[str], dice: random.Random) -> list[str]:
    cut = words[: len(words) // 4]
    match dice.randrange(3):
        case 0:
            return cut
        case 1:
            return [dice.choice(words) if dice.random() < 0.15 else word for word in cut]
        case _:
            return [*own[: len(own) // 2], *words[: len(own) // 3], *own[len(own) // 2 :]]


def sign(texts: Iterable[str]) -> int:
    """Sign each text by MinHash over its runs of five words, as the ruler; return how many were signed."""
    numbers = WordNumbers()
    dice = np.random.default_rng(1)
    factors = dice.integers(1, 2**63, size=(_PERMUTATIONS, 1), dtype=np.uint64) | np.uint64(1)
    signed = 0
    for text in texts:
        words = np.fromiter(map(numbers.__getitem__, find_written(text)), np.uint64)
        runs = number_runs(words, _SHINGLE)
        signed += len((factors * runs).min(axis=1)) > 0 if len(runs) else 1
    return signed


def per_second(work: Callable[[], object], reports: int) -> float:
    """Return how many reports a second of processor time does."""
    started = time.process_time()
    work()
    return reports / (time.process_time() - started)


def measure_copies(reports: int) -> None:
    """Print reports per second and core for a pile and one a tenth its size, each beside MinHash of the same texts."""
    texts = read_texts()
    for size in (reports // 10, reports):
        pile = make_pile(texts, reports=size, seed=1)
        ruler = per_second(partial(sign, [reading.report.text for reading in pile]), size)
        speed = per_second(partial(find_copies, pile), size)
        print(f"copies_{size}_reports_per_second_and_core {speed:.0f}", flush=True)
        print(f"minhash_{size}_reports_per_second_and_core {ruler:.0f}", flush=True)
        print(f"copies_{size}_to_minhash {speed / ruler:.2f} times its speed", flush=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=20_000)
    measure_copies(parser.parse_args().reports)
