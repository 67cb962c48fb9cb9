"""Fit the table by which rules and tagger are weighed (src/onrecord/attribute/weighing/trust.py).

    PYTHONPATH=tests python training/weigh.py --data DIR [--write]

DIR holds polnear/ (its train.jsonl.gz; only the tenth that `train.held_out` keeps back is used) and, beside it,
tools/score_attributions.py. The marked reports of the project that `own_reports` keeps back are the second source: what
PolNeAR does not mark (speech within speech) is learned from them alone, and what the record does not count (a bare noun)
from PolNeAR alone. A ridge logistic regression; the least chances and the two levels come from
five folds by report: the strict one from the stories, the others from PolNeAR.
"""
from __future__ import annotations

import argparse
import gzip
import hashlib
import importlib.util
import json
import pickle
import re
from collections import defaultdict
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from onrecord.annotate import annotate, load_parser, load_tagger
from onrecord.attribute.bounds.assemble import source_of
from onrecord.attribute.attributions import find_ruled
from onrecord.attribute.weighing.evidence import Relation, describe
from onrecord.attribute.weighing.hybrid import find_cases
from onrecord.attribute.weighing.tagged import has_clause
from onrecord.attribute.frame.view import View
from onrecord.clean import read_report
from onrecord.ingest import read_captures
from onrecord.settings import Settings

from own_reports import read_own_reports

ROOT = Path(__file__).resolve().parents[1]
RIDGE = 5.0
SUREST = 0.32
"""Share of all that is certain: no more, so that what is likely may reach down further."""


@dataclass
class Gold:
    words: list
    contents: list  # (list of sets of words, source spans, required)


def held_out(name: str) -> bool:
    """As in train.py, which needs torch."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % 10 == 0


def read_all(folder: Path):
    parser, tagger = load_parser(Settings().model), load_tagger()
    for capture in read_captures([str(folder)], stdin=None):
        report, _ = read_report(capture)
        if report is not None:
            yield report, annotate(report, parser, tagger)


def polnear(lines, scorer, cache: Path | None):
    if cache and cache.is_file():
        read = pickle.loads(cache.read_bytes())
    else:
        with TemporaryDirectory() as folder:
            path = Path(folder) / "texts.jsonl"
            path.write_text("".join(json.dumps({"id": x["id"], "text": x["text"]}) + "\n" for x in lines))
            read = {report.external_id: (report, annotations) for report, annotations in read_all(path)}
        if cache:
            cache.write_bytes(pickle.dumps(read))
    for line in lines:
        words = scorer.words(line["text"])
        gold = [([scorer.covered(q["content"], words, True)], q["source"], True) for q in line["quotes"] if q["content"]]
        yield line["id"], *read[line["id"]], Gold(words, gold)


def stories(scorer, cache: Path | None):
    marked = {own.name: own.marked for own in read_own_reports() if own.is_held_back}
    if cache and cache.is_file():
        read = pickle.loads(cache.read_bytes())
    else:
        read = {}
        with TemporaryDirectory() as folder:
            for name, one in marked.items():
                path = Path(folder) / name.replace("/", "--")
                path.write_bytes(one.text.encode())
            for report, annotations in read_all(Path(folder)):
                read[Path(report.paths[0] if report.paths else report.path).name.replace("--", "/")] = report, annotations
        if cache:
            cache.write_bytes(pickle.dumps(read))
    for name, one in marked.items():
        if name not in read:
            continue
        words = scorer.words(one.text)
        gold = [
            ([scorer.covered([(s.start, s.end) for s in spans], words, True) for spans in (a.content, *a.alternatives)],
             [(a.source.start, a.source.end)] if a.source else [], a.required)
            for a in one.attributions
        ]
        yield name, *read[name], Gold(words, gold)


def judge(scorer, gold: Gold, view, draft) -> int | None:
    """1 right, 0 wrong, None where the reading is optional."""
    own = scorer.covered([(s.start, s.end) for s in draft.content], gold.words, True)
    phrase = source_of(view, draft)
    source = [(phrase.start, phrase.end)] if phrase else []
    found = None
    for contents, wanted, required in gold.contents:
        if any(own and 2 * len(own & words) / (len(own) + len(words)) >= 0.8 for words in contents):
            right = not wanted or scorer.same_source(wanted, source, gold.words)
            if right and required:
                return 1
            found = "optional" if not required else found
    return None if found else 0


def rows_of(scorer, read, own: bool):
    rows = []
    for name, report, annotations, gold in read:
        view = View(report, annotations)
        for n, case in enumerate(find_cases(view, find_ruled(view))):
            for option in case:
                right = judge(scorer, gold, view, option.draft)
                features = describe(view, option)
                nested = any(k.endswith(".nested") for k in features)
                bare = not any(k.endswith(".clause") for k in features)
                if right is None or (not own and nested and not right) or (own and bare and not right):
                    continue
                rows.append((name, n, option, features, right))
    return rows


def fit(rows, names):
    x = np.zeros((len(rows), len(names) + 1))
    x[:, 0] = 1
    place = {name: i + 1 for i, name in enumerate(names)}
    for i, row in enumerate(rows):
        for name, value in row[3].items():
            if name in place:
                x[i, place[name]] = value
    y = np.array([row[4] for row in rows], float)
    return x, y


def logistic(x, y, counts):
    w = np.zeros(x.shape[1])
    ridge = np.full(x.shape[1], RIDGE)
    ridge[0] = 1e-3
    for _ in range(40):
        p = 1 / (1 + np.exp(-x @ w))
        w += np.linalg.solve((x.T * (counts * p * (1 - p))) @ x + np.diag(ridge), x.T @ (counts * (y - p)) - ridge * w)
    return w


def likelier(rows, chance, offset: int):
    """Return the index of the likelier option of each case; `offset` is where `rows` begin among all."""
    best = {}
    for i, row in enumerate(rows, offset):
        key = row[0], row[1]
        if key not in best or chance[i] > chance[best[key]]:
            best[key] = i
    return np.array(sorted(best.values()))


def f1_from(p, z, wanted: int):
    """Return by the least chance the F1 of what is kept from there on."""
    return {t: 2 * z[p >= t].sum() / ((p >= t).sum() + wanted) for t in np.arange(0.15, 0.6, 0.01)}


def main() -> None:
    a = argparse.ArgumentParser()
    a.add_argument("--data", type=Path, required=True)
    a.add_argument("--cache", type=Path, help="keep parsed reports here; empty it when a model changes")
    a.add_argument("--own", type=float, default=0.3, help="how much a row of a report of the project counts")
    a.add_argument("--write", action="store_true")
    o = a.parse_args()
    if o.cache:
        o.cache.mkdir(exist_ok=True)
    spec = importlib.util.spec_from_file_location("scorer", o.data.parent / "tools/score_attributions.py")
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    with gzip.open(o.data / "polnear/train.jsonl.gz", "rt", encoding="utf-8") as f:
        lines = [x for x in map(json.loads, f) if held_out(x["id"])]
    rows = rows_of(scorer, polnear(lines, scorer, o.cache and o.cache / "held.pickle"), own=False)
    own = list(stories(scorer, o.cache and o.cache / "stories.pickle"))
    marked = rows_of(scorer, own, own=True)
    print(f"{len(rows)} options in {len(lines)} reports kept back, {sum(r[4] for r in rows)} right; "
          f"{len(marked)} in reports of the project, {sum(r[4] for r in marked)} right")
    wanted = sum(len([q for q in x["quotes"] if q["content"]]) for x in lines)
    every = rows + marked
    names = sorted({name for row in every for name in row[3]})
    x, y = fit(every, names)
    counts = np.array([1.0] * len(rows) + [o.own] * len(marked))
    w = logistic(x, y, counts)
    fold = np.array([int(hashlib.sha256(row[0].encode()).hexdigest(), 16) // 10 % 5 for row in every])
    chance = np.zeros(len(every))
    for k in range(5):
        chance[fold == k] = 1 / (1 + np.exp(-x[fold == k] @ logistic(x[fold != k], y[fold != k], counts[fold != k])))
    p, z = likelier(rows, chance, 0), likelier(marked, chance, len(rows))
    p, z, p_own, z_own = chance[p], y[p], chance[z], y[z]
    wanted_own = sum(required for *_, gold in own for _, _, required in gold.contents)
    f1 = f1_from(p, z, wanted)
    f1_own = f1_from(p_own, z_own, wanted_own)
    strict = min(t for t in f1_own if f1_own[t] >= max(f1_own.values()) - 0.002)
    print(f"strict {strict:.2f}: " + " ".join(f"{t:.2f}:{f1_own[t]:.3f}" for t in list(f1_own)[::4]))
    least = min(t for t in f1 if f1[t] >= max(f1.values()) - 0.008)  # the flat top's low end: nothing is lost by telling more
    print(f"least {least:.2f}: F1 about {f1[least]:.3f}; " + " ".join(f"{t:.2f}:{f1[t]:.3f}" for t in list(f1)[::4]))
    p, z = p[p >= least], z[p >= least]
    order = np.argsort(-p, kind="stable")
    right = np.cumsum(z[order]) / np.arange(1, len(z) + 1)
    certain = p[order[min(np.flatnonzero(right >= 0.95)[-1], round(SUREST * len(p)))]]
    between = [t for t in np.arange(0.3, certain, 0.01) if z[(p >= t) & (p < certain)].mean() >= 0.815]
    likely = min(between)
    for name, low, high in (("certain", certain, 2), ("likely", likely, certain), ("possible", 0, likely)):
        inside = (p >= low) & (p < high)
        print(f"{name} from {low:.3f}: {z[inside].mean():.3f} right, {inside.mean():.3f} of all")
    print("by tenth: " + " ".join(f"{p[q].mean():.2f}:{z[q].mean():.2f}" for q in np.array_split(order, 10)))
    if o.write:
        path = ROOT / "src/onrecord/attribute/weighing/trust.py"
        text = path.read_text()
        table = "".join(f'    "{name}": {round(float(v), 3)},\n' for name, v in zip(names, w[1:], strict=True) if abs(v) >= 0.0005)
        text = re.sub(r"(?s)WEIGHTS: Final\[Mapping\[str, float\]\] = \{.*?\}\n", lambda _: "WEIGHTS: Final[Mapping[str, float]] = {\n" + table + "}\n", text)
        for name, value in (("BIAS", w[0]), ("CERTAIN", certain), ("LIKELY", likely), ("LEAST", least), ("STRICT", strict)):
            text = re.sub(rf"(?m)^{name}: Final = .*$", f"{name}: Final = {round(float(value), 3)}", text)
        path.write_text(text)


if __name__ == "__main__":
    main()
