"""Fit the table by which a speaker worked out for a pronoun or a description is judged (src/onrecord/attribute/speakers/surety.py).

    PYTHONPATH=tests python training/vouch.py [--write]

Learned from training/reports alone: on the tuned stories the rules look too good. A ridge logistic regression; what it
prints was told by a table fitted without the folder that it judges, so that it holds for desks not trained on. A speaker is
right who shares the last name, or every word of a name, with the marked one, wrong who shares no word with it, and else left
out.
"""
from __future__ import annotations

import argparse
import pickle
import re
import unicodedata
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from onrecord.annotate import annotate, load_parser, load_tagger
from onrecord.attribute.bounds import assemble
from onrecord.attribute.speakers.antecedents import Speakers
from onrecord.attribute.attributions import find_drafts, in_order
from onrecord.attribute.speakers.surety import LEAST
from onrecord.attribute.frame.view import View
from onrecord.clean import read_report
from onrecord.ingest import read_captures
from onrecord.settings import Settings
from support.marked import read_marked_file

ROOT = Path(__file__).resolve().parents[1]
TABLE = ROOT / "src/onrecord/attribute/speakers/surety.py"
RIDGE = 4.0
ALIKE = 0.6
"""Overlap (F1 of characters) from which an attribution is a marked one."""
LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "ß": "ss", "’": "'"})
SPELT = str.maketrans({"ü": "ue", "ö": "oe", "ä": "ae", "å": "aa"})
SMALL = frozenset("the of and for a de la van von al bin".split())


def annotated(cache: Path | None):
    """Yield folder, marked report, report and annotations of every report to train on."""
    if cache and cache.is_file():
        read = pickle.loads(cache.read_bytes())
    else:
        parser, tagger, read = load_parser(Settings().model), load_tagger(), {}
        for path in sorted((ROOT / "training/reports").glob("*/*.txt")):
            with TemporaryDirectory() as folder:
                (Path(folder) / path.name).write_bytes(read_marked_file(path).text.encode())
                for capture in read_captures([folder], stdin=None):
                    report, _ = read_report(capture)
                    if report is not None:
                        read[f"{path.parent.name}/{path.name}"] = report, annotate(report, parser, tagger)
        if cache:
            cache.write_bytes(pickle.dumps(read))
    for name, (report, annotations) in read.items():
        yield name.split("/")[0], read_marked_file(ROOT / "training/reports" / name), report, annotations


def words_of(name: str) -> set[str]:
    folded = set()
    for one in (name.casefold(), name.casefold().translate(SPELT)):
        plain = unicodedata.normalize("NFKD", one.translate(LETTERS))
        folded |= set(re.findall(r"\w+", "".join(c for c in plain if not unicodedata.combining(c))))
    capitals = "".join(word[0] for word in re.findall(r"\w+", name) if word[0].isupper()).casefold()
    return {word for word in folded if word not in SMALL and len(word) > 1} | {capitals}


def judge(chain, speakers, everybody) -> int | None:
    """1 right, 0 wrong, None where names do not tell."""
    if len(speakers) != 1:
        return None if speakers else 0
    if speakers[0].casefold() in {name.casefold() for name in chain.names}:
        return 1
    own, marked = words_of(chain.name), words_of(speakers[0])
    last = words_of(re.findall(r"\w+", chain.name)[-1])
    namesakes = [one for one in everybody if one != speakers[0] and words_of(one) & last]
    if namesakes:
        return 0 if chain.name.casefold() in {one.casefold() for one in namesakes} else None
    if last & marked or words_of(speakers[0].split()[-1]) & own or any(words_of(name) <= marked for name in chain.names):
        return 1
    return None if own & marked else 0


def overlap(marked, found) -> float:
    a, b = ({at for span in spans for at in range(span.start, span.end)} for spans in (marked, found))
    return 2 * len(a & b) / max(1, len(a) + len(b))


def rows_of(folder, marked, report, annotations):
    """Yield folder, features (None where a name was said) and whether the speaker is right, by named speaker found."""
    view = View(report, annotations)
    drafts = [bounded for draft in find_drafts(view) if (bounded := assemble.bounded(view, draft))]
    drafts = assemble.without_doubles(drafts)
    speakers = Speakers(view, drafts)
    resolved = {index: speakers.resolve(drafts[index]) for index in in_order(drafts)}
    everybody = sorted({speaker for one in marked.attributions for speaker in one.speakers})
    for index, draft in enumerate(drafts):
        chain = speakers.chains[resolved[index][0]] if len(resolved[index]) == 1 else None
        near = [
            (overlap(content, draft.content), -int(one.id), one.speakers)
            for one in marked.attributions
            for content in (one.content, *one.alternatives)
        ]
        best = max(near, default=(0.0, 0, ()))
        if chain is None or chain.name is None or best[0] < ALIKE:
            continue
        right = judge(chain, best[2], everybody)
        if right is not None:
            yield folder, speakers.worked_out(draft, resolved[index]), right


def logistic(x, y):
    w = np.zeros(x.shape[1])
    ridge = np.full(x.shape[1], RIDGE)
    ridge[0] = 1e-3
    for _ in range(40):
        p = 1 / (1 + np.exp(-x @ w))
        w += np.linalg.solve((x.T * (p * (1 - p))) @ x + np.diag(ridge), x.T @ (y - p) - ridge * w)
    return w


def main() -> None:
    a = argparse.ArgumentParser()
    a.add_argument("--cache", type=Path, help="keep parsed reports here; empty it when a model changes")
    a.add_argument("--write", action="store_true")
    o = a.parse_args()
    every = [row for one in annotated(o.cache) for row in rows_of(*one)]
    rows = [row for row in every if row[1] is not None]
    names = sorted({name for _, features, _ in rows for name in features})
    x = np.array([[1.0, *(features.get(name, 0.0) for name in names)] for _, features, _ in rows])
    y = np.array([right for *_, right in rows], float)
    folders = np.array([folder for folder, *_ in rows])
    chance = np.zeros(len(rows))
    for folder in sorted(set(folders)):
        out = folders == folder
        chance[out] = 1 / (1 + np.exp(-x[out] @ logistic(x[~out], y[~out])))
    right = sum(row[2] for row in every)
    print(f"{len(every)} speakers, {right} right; {len(rows)} worked out, {int((y == 0).sum())} of them wrong")
    for least in sorted({*np.arange(0.4, 0.9, 0.05).round(2), LEAST}):
        gone, lost = ((chance < least) & (y == 0)).sum(), ((chance < least) & (y == 1)).sum()
        print(f"{least:.2f}: {gone} wrong left out ({gone / (y == 0).sum():.3f}), {lost} right ({lost / right:.4f} of all)")
    for family in "ptmu":
        inside = np.array([f"kind.{family}" in features for _, features, _ in rows])
        print(f"{family}: {inside.sum()} worked out, {int((y[inside] == 0).sum())} wrong")
    if o.write:
        w = logistic(x, y)
        table = "".join(f'    "{name}": {round(float(v), 3)},\n' for name, v in zip(names, w[1:], strict=True) if abs(v) >= 0.0005)
        text = TABLE.read_text()
        text = re.sub(r"(?s)(WEIGHTS: .*? = \{\n).*?\}\n", lambda found: found[1] + table + "}\n", text, count=1)
        TABLE.write_text(re.sub(r"(?m)^BIAS: Final = .*$", f"BIAS: Final = {round(float(w[0]), 3)}", text))


if __name__ == "__main__":
    main()
