"""Run a checkpoint (torch) or model.onnx over dev or the held-out part of train, decode, score.

    PYTHONPATH=tests python evaluate.py --data DIR --model FILE [--part dev|held|own] [--record OUT.json] [--tune]

`own` is what is kept back of the project's reports; what a reading may leave out, or bound otherwise, counts for nothing.
"""
from __future__ import annotations

import argparse
import dataclasses
import gzip
import importlib.util
import itertools
import json
import os
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np

import decode as D
from encode import CLS, SEP, TOKENIZER, encode, windows


def own_lines() -> list[dict[str, Any]]:
    from own_reports import read_own_reports, spans_of
    return [
        {"id": one.name, "publisher": one.name.split("/")[0], "text": one.marked.text,
         "quotes": [
             {"content": spans_of(a.content), "cue": spans_of([a.cue]), "source": spans_of([a.source]), "type": a.manner,
              "required": a.required, "alternatives": [spans_of(spans) for spans in a.alternatives]}
             for a in one.marked.attributions
         ]}
        for one in read_own_reports() if one.is_held_back
    ]


def load(data: Path, part: str) -> list[dict[str, Any]]:
    if part == "own":
        return own_lines()
    with gzip.open(data / ("dev.jsonl.gz" if part == "dev" else "train.jsonl.gz"), "rt", encoding="utf-8") as f:
        lines = [json.loads(line) for line in f]
    if part == "held":
        from train import held_out
        lines = [x for x in lines if held_out(x["id"])]
    return lines


def torch_runner(path: Path):
    import torch
    torch.set_num_threads(1)
    from safetensors.torch import load_file
    from train import Tagger
    m = Tagger()
    m.load_state_dict(load_file(path))
    m.eval()

    def run(ids, features):
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16, enabled=False):
            a, b = m(torch.tensor([ids]), torch.tensor([features]))
        return a[0].numpy(), b[0].numpy()
    return run, D.LinkBias(m.distance.detach().numpy(), m.gap.detach().numpy())


def onnx_runner(path: Path):
    from model import Model
    m = Model(path)
    return m.run, m.bias


def outputs(lines, tokenizer, run):
    found = []
    for line in lines:
        p = encode(line["text"], tokenizer)
        ws = []
        for s, e in windows(p):
            tags, links = run([CLS, *p.ids[s:e], SEP], [0, *p.features[s:e], 0])
            ws.append(D.Window(s, e, tags, links))
        found.append((line, p, ws))
    return found


def scorer():
    spec = importlib.util.spec_from_file_location("score", os.environ.get("SCORER", "../shared/tools/score_attributions.py"))
    m = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(m)
    return m


def dice(a, b) -> float:
    return 2 * len(a & b) / max(1, len(a) + len(b))


class Scorer:
    """The same e2e as score_attributions.py, with the gold prepared once; also returns per-attribution truth."""

    def __init__(self, lines):
        self.m = scorer()
        self.gold, self.open = {}, {}
        self.hit, self.wanted = Counter(), Counter()  # by manner
        for x in lines:
            ws = self.m.words(x["text"])
            marked = [
                ([self.m.covered(spans, ws, True) for spans in (q["content"], *q.get("alternatives", ()))], q)
                for q in x["quotes"] if q["content"]
            ]
            self.gold[x["id"]] = ws, [(bounds, q) for bounds, q in marked if q.get("required", True)]
            self.open[x["id"]] = [words for bounds, q in marked if not q.get("required", True) for words in bounds]

    def __call__(self, system):
        self.hit.clear()
        self.wanted.clear()
        hit = given = wanted = rel = 0
        truth = []
        for name, atts in system.items():
            ws, G = self.gold[name]
            S = [(self.m.covered(a.content, ws, True), a) for a in atts]
            S = [x for x in S if x[0] and not any(dice(x[0], words) >= 0.8 for words in self.open[name])]
            wanted += len(G)
            given += len(S)
            pairs = sorted(((max(dice(a, b) for a in bounds), i, j) for i, (bounds, _) in enumerate(G)
                            for j, (b, _) in enumerate(S) if any(a & b for a in bounds)), reverse=True)
            ug, us = set(), set()
            right = [0] * len(S)
            for _, q in G:
                self.wanted[q.get("type")] += 1
            for f, i, j in pairs:
                if i in ug or j in us:
                    continue
                ug.add(i)
                us.add(j)
                if f >= 0.8:
                    rel += 1
                    src = S[j][1].source
                    q = G[i][1]
                    ok = not q["source"] or self.m.same_source(q["source"], [src] if src else [], ws)
                    hit += ok
                    self.hit[q.get("type")] += ok
                    right[j] = int(ok)
            truth += [(x[1], r) for x, r in zip(S, right)]
        f = lambda h: 200 * h / max(1, given + wanted)
        return f(hit), f(rel), 100 * hit / max(1, given), 100 * hit / wanted, truth


def read_all(outs, bias, s):
    return {line["id"]: D.decode(line["text"], p, ws, bias, s) for line, p, ws in outs}


def record(lines, system):
    return {"reports": [{"id": x["id"], "external_id": x["id"], "text": x["text"]} for x in lines],
            "attributions": [{"report": n, "content": a.content, "cue": a.cue, "source": a.source, "score": a.score, "level": a.level}
                             for n, atts in system.items() for a in atts]}


GRID = {
    "inside": [.3, .35, .4, .45, .5, .55, .6], "edge": [.1, .2, .35, .5, .75, 1.0],
    "cue_seed": [.15, .2, .25, .3, .35, .4, .5], "cue_grow": [.15, .2, .3, .4, .5],
    "source_seed": [.1, .15, .2, .3, .4, .5], "source_grow": [.15, .2, .3, .4, .5],
    "cue_power": [0, .25, .5, 1.0], "link": [.02, .05, .1, .2, .3, .4], "no_source": [.3, .5, .7, .9],
    "score": [0., .1, .15, .2, .25, .3, .35, .4],
}


def tune(outs, bias, score, s):
    best = score(read_all(outs, bias, s))[0]
    for rnd in range(2):
        for k, values in GRID.items():
            for v in values:
                t = dataclasses.replace(s, **{k: v})
                f = score(read_all(outs, bias, t))[0]
                if f > best + 1e-9:
                    best, s = f, t
        print("tune round", rnd, f"{best:.2f}", s, flush=True)
    return s


def main():
    a = argparse.ArgumentParser()
    a.add_argument("--data", type=Path, default=Path("../shared/data/polnear"))
    a.add_argument("--model", type=Path, required=True)
    a.add_argument("--part", default="dev")
    a.add_argument("--record", type=Path)
    a.add_argument("--tune", action="store_true")
    a.add_argument("--set", nargs="*", default=[])
    o = a.parse_args()
    from tokenizers import Tokenizer
    tok = Tokenizer.from_file(str(TOKENIZER))
    lines = load(o.data, o.part)
    run, bias = (onnx_runner if o.model.suffix == ".onnx" else torch_runner)(o.model)
    t = time.process_time()
    outs = outputs(lines, tok, run)
    t1 = time.process_time()
    s = dataclasses.replace(D.Settings(), **{k: float(v) for k, v in (x.split("=") for x in o.set)})
    system = read_all(outs, bias, s)
    t2 = time.process_time()
    score = Scorer(lines)
    e, r, p, rec, truth = score(system)
    print(f"{o.part} e2e F {e:.2f} P {p:.1f} R {rec:.1f} relaxed F {r:.2f}; model {t1 - t:.1f} s decode {t2 - t1:.2f} s")
    print("recall by manner: " + ", ".join(f"{k} {100 * score.hit[k] / score.wanted[k]:.1f}" for k in sorted(score.wanted)))
    for publisher in sorted({line["publisher"] for line in lines}):
        part = {line["id"]: system[line["id"]] for line in lines if line["publisher"] == publisher}
        e, r, p, rec, _ = score(part)
        print(f"{publisher}: {len(part)} reports, e2e F {e:.1f} P {p:.1f} R {rec:.1f} relaxed F {r:.1f}")
    if o.tune:
        s = tune(outs, bias, score, s)
        system = read_all(outs, bias, s)
    if o.record:
        o.record.write_text(json.dumps(record(lines, system)))


if __name__ == "__main__":
    main()
