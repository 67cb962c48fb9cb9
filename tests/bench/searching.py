"""What a search costs in a large record: processor time of one question, beside a ruler in the same run.

python -m bench.searching [FILE.db] [--attributions 100000] [--each 15]

Questions are drawn by seed from the record's own wordings: its commonest words, usual and rare ones, pairs and phrases, beginnings,
names as they are and with a slip of the hand, words with filters. Printed are the median and the highest of each kind, for questions
that are asked for the first time; what a reading room keeps from one question to the next (names, filters) is kept here too.
"""

import argparse
import random
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from statistics import median

from bench.records import make_contents
from eval.name_search import slip
from onrecord import record
from onrecord.annotate import load_meanings
from onrecord.model.attribution import Manner
from onrecord.model.found import Part
from onrecord.model.listing import Asked, Order, StatementRow
from onrecord.record import Record
from onrecord.text.marks import find_tokens

_LISTED = 200
_PAGE = 10
_LONG = 6


def ruler() -> float:
    """Return the milliseconds of processor time that a fixed piece of work takes."""
    start = time.process_time()
    sum(number * number for number in range(300_000))
    return 1000 * (time.process_time() - start)


def measure_searching(path: Path, *, each: int) -> None:
    """Print what questions of every kind cost."""
    meanings = load_meanings()
    meanings.prepare()
    with record.open_record(path) as opened:
        rows = [row for first in (0, 3000, 9000) for row in _listed(opened, first)]
        opened.find(Asked(words="names are read now"))
        for part in Part:
            for name, asked in _questions(rows, random.Random(5), each).items():
                asking = [partial(opened.find, one, parts=[part], typing=name == "begun") for one in asked]
                _print(f"{part}_{name}", asking)
        ids = [row.id for row in rows[::7]][: 2 * each]
        _print("like_by_words", [partial(opened.find_like, one) for one in ids[:each]])
        _print("like_by_meaning", [partial(opened.find_like, one, meanings=meanings) for one in ids[each:]])


def _listed(opened: Record, first: int) -> Sequence[StatementRow]:
    return opened.list_statements(Asked(first=first, most=_LISTED)).rows


def _questions(rows: Sequence[StatementRow], dice: random.Random, each: int) -> dict[str, list[Asked]]:
    """Return questions of each kind."""
    counted = Counter(token for row in rows for token in dict.fromkeys(find_tokens(row.text)))
    ordered = [word for word, _ in counted.most_common()]
    common, rare = ordered[:each], ordered[-each:]
    middle = ordered[len(ordered) // 8 : len(ordered) // 4]
    texts = [row.text.split() for row in dice.sample(rows, each)]
    names = [row.speakers[0].name for row in rows if row.speakers][:: len(rows) // (2 * each)][:each]
    some = dice.sample(middle, min(each, len(middle)))
    asked = partial(Asked, most=_PAGE)
    return {
        "common": [asked(words=word) for word in common],
        "usual": [asked(words=word) for word in some],
        "rare": [asked(words=word) for word in rare],
        "pairs": [asked(words=f"{one} {other}") for one, other in zip(common, some, strict=False)],
        "phrases": [asked(words=f'"{" ".join(words[1:4])}"') for words in texts],
        "begun": [asked(words=word[:4]) for word in some if len(word) > _LONG],
        "absent": [asked(words=f"{word} zzqx{number}") for number, word in enumerate(some)],
        "names": [asked(words=name) for name in names],
        "slips": [
            asked(words=slip(name.split()[-1], dice)) for name in names if len(name.split()[-1]) >= _LONG
        ],
        "by_speaker": [
            asked(words=word, speaker=rows[0].speakers[0].id) for word in common if rows[0].speakers
        ],
        "by_manner": [asked(words=word, manner=Manner.DIRECT) for word in common],
        "by_sources": [asked(words=word, independent=3) for word in common],
        "by_days": [asked(words=word, since=date(2012, 1, 1), until=date(2012, 3, 1)) for word in common],
        "in_time": [asked(words=word, order=Order.TIME) for word in common],
    }


def _print(name: str, asking: Iterable[Callable[[], object]]) -> None:
    costs: list[float] = []
    for ask in asking:
        start = time.process_time()
        ask()
        costs.append(1000 * (time.process_time() - start))
    if costs:
        print(
            f"{name} median {median(costs):.1f} ms, highest {max(costs):.1f} ms, of {len(costs)} (ruler {ruler():.1f} ms)",
            flush=True,
        )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("place", type=Path, nargs="?")
    parser.add_argument("--attributions", type=int, default=100_000)
    parser.add_argument("--each", type=int, default=15)
    chosen = parser.parse_args()
    if chosen.place is not None:
        measure_searching(chosen.place, each=chosen.each)
        return
    with tempfile.TemporaryDirectory() as scratch:
        place = Path(scratch) / "large.db"
        record.write(place, make_contents(chosen.attributions, seed=1))
        measure_searching(place, each=chosen.each)


if __name__ == "__main__":
    main()
