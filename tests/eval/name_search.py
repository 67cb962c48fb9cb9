"""Names typed otherwise than a record has them: how many are found, and how often another is found for one that is not there.

Run by `python -m eval.name_search DATA`, where DATA holds names/latin-spellings.dev.jsonl.gz. A record has the first spelling of 500
(or 5,000) names drawn by seed. "spelled" are the last spellings of those that have just two (long lists hold stage names and
translations): "at_1" and "at_5" are the shares whose own name is the first, or among the first five, that is found. "typed" are the
same names with one slip of the hand drawn by seed (two letters changed places, one doubled, left out, or put for its neighbour), of six
letters or more. "false" is the share of names not in the record for which any is found, "false_several" the mean number found.
"""

import random
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from eval.names import read_names
from eval.outcome import Outcome, digest_of
from onrecord.text.name_search import NameIndex

_FILE = "latin-spellings.dev.jsonl.gz"
_SIZES = (500, 5000)
_MOST = 400
_LONG = 6
_TWO = 2
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


def measure_name_search(data: Path) -> Outcome | None:
    """Score both sizes; None where the data is not there."""
    path = data / "names" / _FILE
    if not path.is_file():
        return None
    names = read_names(path)
    figures: dict[str, float] = {}
    for size in _SIZES:
        figures |= {f"name_search_{size}_{name}": value for name, value in _measure(names, size).items()}
    return Outcome(figures=figures, digest=digest_of([path]))


def _measure(names: dict[str, list[str]], size: int) -> dict[str, float]:
    rng = random.Random(7)
    pairs = [(spellings[0], spellings[-1]) for spellings in names.values() if len(spellings) == _TWO]
    drawn = rng.sample(sorted(names), min(size, len(names)))
    held = sorted({names[name][0] for name in drawn})
    index = NameIndex(held)
    inside = set(held)
    spelled = [(typed, own) for own, typed in pairs if own in inside][:_MOST]
    absent = [typed for own, typed in pairs if own not in inside and typed not in inside]
    slips = [(slip(name, rng), name) for name in held if len(name) >= _LONG and name.isalpha()][:_MOST]
    found_for_absent = [len(index.find([typed])) for typed in rng.sample(absent, min(_MOST, len(absent)))]
    return {
        **{f"spelled_{key}": value for key, value in _recall(index, held, spelled).items()},
        **{f"typed_{key}": value for key, value in _recall(index, held, slips).items()},
        "false": _share(number > 0 for number in found_for_absent),
        "false_several": round(sum(found_for_absent) / max(1, len(found_for_absent)), 3),
    }


def _recall(index: NameIndex, held: Sequence[str], asked: Sequence[tuple[str, str]]) -> dict[str, float]:
    found = [([held[match.place] for match in index.find([typed])[:5]], own) for typed, own in asked]
    return {
        "at_1": _share(own in names[:1] for names, own in found),
        "at_5": _share(own in names for names, own in found),
    }


def _share(right: Iterable[bool]) -> float:
    answers = list(right)
    return round(sum(answers) / max(1, len(answers)), 3)


def slip(name: str, rng: random.Random) -> str:
    """Return `name` with one slip of the hand behind its first letter."""
    place = rng.randrange(1, len(name) - 1)
    match rng.randrange(4):
        case 0:
            return name[:place] + name[place + 1] + name[place] + name[place + 2 :]
        case 1:
            return name[: place + 1] + name[place:]
        case 2:
            return name[:place] + name[place + 1 :]
        case _:
            return name[:place] + _beside(name[place], rng) + name[place + 1 :]


def _beside(letter: str, rng: random.Random) -> str:
    """Return a letter whose key lies beside that of `letter`."""
    row = next((row for row in _ROWS if letter in row), letter)
    place = row.find(letter)
    return rng.choice(
        [one for one in (row[max(0, place - 1)], row[min(len(row) - 1, place + 1)]) if one != letter]
        or [letter]
    )


if __name__ == "__main__":
    outcome = measure_name_search(Path(sys.argv[1]))
    for figure, value in outcome.figures.items() if outcome else ():
        print(figure, value)
