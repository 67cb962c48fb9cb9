"""Fit the score of an attribution (decode.ESTIMATE) on the held-out twentieth of train; check it on dev.

    python fit.py --data DIR --model model.onnx [--set inside=.5 ...]

Prints the coefficients, and for the two level thresholds (chosen on held-out train, five folds by report) the precision
and share on held-out train and on dev.
"""
from __future__ import annotations

import argparse
import dataclasses
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

import decode as D
from encode import TOKENIZER
from evaluate import Scorer, load, onnx_runner, outputs, read_all


def logistic(x: np.ndarray, y: np.ndarray, ridge: float = 3.0) -> np.ndarray:
    w = np.zeros(x.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ w))
        r = np.full(x.shape[1], ridge)
        r[0] = 0
        w += np.linalg.solve((x.T * (p * (1 - p))) @ x + np.diag(r), x.T @ (y - p) - r * w)
    return w


def main() -> None:
    a = argparse.ArgumentParser()
    a.add_argument("--data", type=Path, required=True)
    a.add_argument("--model", type=Path, required=True)
    a.add_argument("--set", nargs="*", default=[])
    o = a.parse_args()
    tok = Tokenizer.from_file(str(TOKENIZER))
    run, bias = onnx_runner(o.model)
    s = dataclasses.replace(D.Settings(), **{k: float(v) for k, v in (x.split("=") for x in o.set)}, score=0.0)
    data = {}
    shipped: dict[str, list[tuple[str, int]]] = {"held": [], "dev": []}
    for part in ("held", "dev"):
        lines = load(o.data, part)
        system = read_all(outputs(lines, tok, run), bias, s)
        score = Scorer(lines)
        rows, right, report = [], [], []
        for n, (name, atts) in enumerate(system.items()):
            for att, ok in score({name: atts})[4]:
                rows.append([1.0, *D.measures(att.scores).values()])
                right.append(ok)
                report.append(n)
                shipped[part].append((att.level, ok))
                names = ["bias", *att.scores]
        data[part] = np.array(rows), np.array(right), np.array(report)
    x, y, r = data["held"]
    w = logistic(x, y)
    print("ESTIMATE", {k: round(float(v), 3) for k, v in zip(names, w, strict=True)})
    fold = np.zeros(len(y))
    for k in range(5):
        fold[r % 5 == k] = x[r % 5 == k] @ logistic(x[r % 5 != k], y[r % 5 != k])
    fold = 1 / (1 + np.exp(-fold))
    order = np.argsort(-fold)
    precision = np.cumsum(y[order]) / np.arange(1, len(y) + 1)
    certain = fold[order[np.flatnonzero(precision >= 0.965)[-1]]] if (precision[40:] >= 0.965).any() else 0.97
    between = [t for t in np.arange(0.3, certain, 0.01) if y[(fold >= t) & (fold < certain)].mean() >= 0.85]
    likely = min(between) if between else certain
    print(f"thresholds: certain {certain:.3f} likely {likely:.3f}")
    for part, p in (("held", fold), ("dev", 1 / (1 + np.exp(-data["dev"][0] @ w)))):
        z = data[part][1]
        c, li = p >= certain, (p >= likely) & (p < certain)
        print(f"{part}: {len(z)} attributions, right {z.mean():.3f}; certain {z[c].mean():.3f} right, {c.mean():.3f} of "
              f"all; likely {z[li].mean():.3f} right, with certain {(c | li).mean():.3f} of all; "
              f"Brier {((p - z) ** 2).mean():.3f}; mean {p.mean():.3f}")
        print("  by tenth of the score: " + " ".join(
            f"{p[q].mean():.2f}:{z[q].mean():.2f}" for q in np.array_split(np.argsort(p), 10)))
    for part, pairs in shipped.items():
        for level in ("certain", "likely", "possible"):
            ok = [r for x, r in pairs if x == level]
            print(f"shipped levels, {part}, {level}: {np.mean(ok):.3f} right, {len(ok) / len(pairs):.3f} of all")


if __name__ == "__main__":
    main()
