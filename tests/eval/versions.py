"""Statements rendered in several ways, among what else was said: BCubed F1 of the statement links, by language.

Run by `python -m eval.versions DATA`, where DATA holds statements/wmt21-versions.dev.jsonl.gz. A pile is made by seed
around one sentence: five outlets render it, each from a version of its own, whole, cut, run together with its
neighbour, turned from direct to reported, and whole again; the ten sentences before and the ten after it (by ``i``,
within the same set and language) are printed as well, each by one of the outlets. All is said by one speaker at one
event, so that nothing but the words tells what belongs together.
"""

import gzip
import json
import random
import re
import sys
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval.events import bcubed
from eval.outcome import Outcome, digest_of
from onrecord.annotate import load_meanings
from onrecord.link.statements.statements import group_attributions
from onrecord.model.attribution import Manner, Reading
from onrecord.model.meaning import Meanings
from support.piles import reading_of

SEED = 21
PILES_A_LANGUAGE = 40
NEIGHBOURS = 10
_FEWEST_WORDS = 8
_FORMS = ("whole", "cut", "merged", "reported", "whole")

_REPORTED = {
    "i": "he", "we": "they", "my": "his", "our": "their", "me": "him", "us": "them", "am": "was", "is": "was",
    "are": "were", "will": "would", "can": "could", "may": "might", "has": "had", "have": "had", "do": "did",
    "does": "did", "today": "that day", "tomorrow": "the next day", "yesterday": "the day before", "now": "then",
    "this": "that", "these": "those", "here": "there",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pile:
    """Readings of five outlets, and which sentence each attribution renders."""

    language: str
    readings: tuple[Reading, ...]
    rendered: dict[str, str]


def make_piles(path: Path) -> list[Pile]:
    """Return the piles that the seed makes of the sentences in `path`."""
    texts: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in map(json.loads, lines):
            texts[line["set"], line["src_lang"]].append(line)
    piles: list[Pile] = []
    for key in sorted(texts):
        lines_of = sorted(texts[key], key=lambda line: line["i"])
        targets = [place for place in range(len(lines_of)) if _can_be_target(lines_of, place)]
        rng = random.Random(f"{SEED} {key}")
        chosen = sorted(rng.sample(targets, min(PILES_A_LANGUAGE, len(targets))))
        piles += [_make_pile(key[1], lines_of, place, rng) for place in chosen]
    return piles


def _can_be_target(lines: list[dict[str, Any]], place: int) -> bool:
    versions = sorted(set(lines[place]["versions"].values()))
    long = [version for version in versions if len(version.split()) >= _FEWEST_WORDS]
    return len(long) >= len(_FORMS) and place + 1 < len(lines)


def _make_pile(language: str, lines: list[dict[str, Any]], place: int, rng: random.Random) -> Pile:
    outlets: list[list[tuple[str, Manner, str]]] = [[] for _ in _FORMS]
    versions = sorted({v for v in lines[place]["versions"].values() if len(v.split()) >= _FEWEST_WORDS})
    rng.shuffle(versions)
    for outlet, form, version in zip(outlets, _FORMS, versions, strict=False):
        if form == "reported":
            outlet.append((turn(version), Manner.INDIRECT, "target"))
        elif form == "merged":
            outlet.append((f"{version} {_version(lines[place + 1], rng)}", Manner.DIRECT, "target"))
        else:
            outlet.append((cut(version, rng) if form == "cut" else version, Manner.DIRECT, "target"))
    around = [*range(place - NEIGHBOURS, place), *range(place + 1, place + NEIGHBOURS + 1)]
    for other in around:
        if 0 <= other < len(lines):
            rng.choice(outlets).append((_version(lines[other], rng), Manner.DIRECT, str(other)))
    readings: list[Reading] = []
    rendered: dict[str, str] = {}
    for number, outlet in enumerate(outlets):
        rng.shuffle(outlet)
        paragraphs = [f"{words} " for words, _, _ in outlet]
        spoken = [
            ("Dorran", paragraph, manner)
            for paragraph, (_, manner, _) in zip(paragraphs, outlet, strict=True)
        ]
        reading = reading_of(f"Outlet {number}", paragraphs, speeches=spoken)
        readings.append(reading)
        label = {paragraph: name for paragraph, (_, _, name) in zip(paragraphs, outlet, strict=True)}
        for attribution in reading.attributions:
            rendered[attribution.id] = label[attribution.content[0].of(reading.report.text)]
    return Pile(language, tuple(sorted(readings, key=lambda reading: reading.report.id)), rendered)


def _version(line: dict[str, Any], rng: random.Random) -> str:
    versions: dict[str, str] = line["versions"]
    return rng.choice(sorted(set(versions.values())))


def cut(sentence: str, rng: random.Random) -> str:
    """Return the first or the last part of a sentence, between two and three fifths of its words."""
    words = sentence.split()
    kept = max(4, round(len(words) * rng.uniform(0.4, 0.6)))
    return " ".join(words[:kept] if rng.random() < 1 / 2 else words[-kept:])


def turn(sentence: str) -> str:
    """Turn direct speech into reported speech, as an outlet does that tells it after "he said that".

    >>> turn("We will pay for it today.")
    'they would pay for it that day'
    """
    turned = re.sub(
        r"[^\W\d_]+", lambda match: _REPORTED.get(match[0].lower(), match[0]), sentence.rstrip(" .!")
    )
    return turned[:1].lower() + turned[1:]


def measure_versions(data: Path) -> Outcome | None:
    """Score the links of all piles; None where the data is not there."""
    path = data / "statements" / "wmt21-versions.dev.jsonl.gz"
    if not path.is_file():
        return None
    piles = make_piles(path)
    scores = score_piles(piles, load_meanings())
    figures = {"versions_bcubed": mean(score for _, score in scores)}
    for language in sorted({pile.language for pile in piles}):
        figures[f"versions_bcubed_{language}"] = mean(score for named, score in scores if named == language)
    figures["versions_bcubed_by_words"] = mean(score for _, score in score_piles(piles, None))
    return Outcome(figures=figures, digest=digest_of([path]))


def score_piles(piles: list[Pile], meanings: Meanings | None) -> list[tuple[str, float]]:
    """Return the language of each pile and the BCubed F1 of its links."""
    scores: list[tuple[str, float]] = []
    for pile in piles:
        groups = group_attributions(
            pile.readings,
            entity_of={chain.id: "p1" for reading in pile.readings for chain in reading.chains},
            event_of={reading.report.id: "e1" for reading in pile.readings},
            copies=(),
            meanings=meanings,
        )
        members = [[member.id for member in group] for group in groups]
        scores.append((pile.language, bcubed(pile.rendered, members)[2]))
    return scores


def mean(values: Iterable[float]) -> float:
    """Return the mean to three places."""
    found = list(values)
    return round(sum(found) / len(found), 3)


if __name__ == "__main__":
    outcome = measure_versions(Path(sys.argv[1]))
    for figure, value in outcome.figures.items() if outcome else ():
        print(figure, value)
