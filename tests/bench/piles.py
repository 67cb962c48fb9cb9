"""Piles of any size by seed: sentences of given reports, recombined."""

import random
import re
from collections.abc import Sequence
from pathlib import Path

SENTENCE = re.compile(r"[^\n]+?(?:[.!?][”\"’']?(?=\s|$)|(?=\n|$))")
LINES = (12, 22)
"""How many lines a report gets, least and most."""


def read_sentences(folders: Sequence[Path]) -> list[str]:
    """Return the distinct sentences of all text files in `folders`, in order of file name and place."""
    found: dict[str, None] = {}
    for folder in folders:
        for path in sorted(folder.glob("*.txt")):
            for match in SENTENCE.finditer(path.read_text(encoding="utf-8")):
                sentence = match.group().strip()
                if len(sentence) > 20:
                    found.setdefault(sentence)
    return list(found)


def write_pile(folder: Path, sentences: Sequence[str], *, reports: int, seed: int) -> None:
    """Write `reports` text files of recombined sentences into `folder`; the same seed writes the same files."""
    dice = random.Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(reports):
        chosen = dice.sample(sentences, min(len(sentences), dice.randint(*LINES)))
        lines: list[str] = []
        while chosen:
            lines.append(" ".join(chosen.pop() for _ in range(min(len(chosen), dice.randint(1, 3)))))
        (folder / f"{number:05}.txt").write_text("\n\n".join(lines) + "\n", encoding="utf-8")
