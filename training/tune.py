"""Train on from a checkpoint of train.py, with the marked reports of the project among those of PolNeAR.

    PYTHONPATH=tests nice -n 19 python training/tune.py --data DIR --from last.safetensors --out DIR [--steps N]

A reading may leave out what is marked optional, and may choose other bounds: the marks of such pieces cost nothing.
What is kept lies between the checkpoint and what was learned (Wortsman et al., "Robust fine-tuning of zero-shot models",
CVPR 2022): it reads both kinds of text better than either end reads the other's.
"""
from __future__ import annotations

import argparse
import gzip
import json
import random
import time
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional as F

import train
from encode import KINDS, PAD, TOKENIZER
from own_reports import OwnReport, read_own_reports, spans_of
from train import Report, Tagger, batches, held_out, masked, optimiser_of, pieces_in

WARM = 30


class WeighedReport(Report):
    """A report that says of each piece and kind whether its marks count."""

    counts: Tensor

    def window(self, start: int, end: int, plain: bool) -> dict[str, Tensor]:
        return super().window(start, end, plain) | {"counts": F.pad(self.counts[start:end], (0, 0, 1, 1), value=1.0)}


class PolnearReport(WeighedReport):
    def __init__(self, line: dict, tokenizer: Tokenizer) -> None:
        super().__init__(line, tokenizer)
        self.counts = torch.ones(len(self.pieces), len(KINDS))


class ProjectReport(WeighedReport):
    def __init__(self, own: OwnReport, tokenizer: Tokenizer) -> None:
        marks = own.marked.attributions
        quotes = [
            {"content": spans_of(a.content), "cue": spans_of([a.cue]), "source": spans_of([a.source])}
            for a in marks if a.required
        ]
        super().__init__({"text": own.marked.text, "quotes": quotes}, tokenizer)
        self.counts = torch.ones(len(self.pieces), len(KINDS))
        for a in marks:
            if not a.required:
                for kind, spans in enumerate((a.content, [a.cue], [a.source])):
                    self.leave_open(kind, spans_of(spans))
            for spans in a.alternatives:
                self.leave_open(0, spans_of(spans))

    def leave_open(self, kind: int, spans: list[list[int]]) -> None:
        for found in pieces_in(self.pieces, spans):
            for i in found:
                if not self.tags[i, 3 * kind + 1]:
                    self.counts[i, kind] = 0.0


def loss_of(model: Tagger, batch: dict[str, Tensor], weight: float) -> tuple[Tensor, Tensor]:
    """As train.loss_of, but for what does not count."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        tags, links = model(masked(batch["ids"]), batch["features"])
    pad = batch["ids"] == PAD
    bce = F.binary_cross_entropy_with_logits(tags, batch["tags"], reduction="none")
    bce = (bce * batch["counts"].repeat_interleave(3, dim=-1)).sum(-1)[~pad].mean()
    scores = model.link_logits(links, batch["paragraph"], pad)
    link = F.cross_entropy(scores[0].flatten(0, 1), batch["to_cue"].flatten())
    link = link + F.cross_entropy(scores[1].flatten(0, 1), batch["to_source"].flatten())
    return bce + weight * torch.nan_to_num(link), bce.detach()


def main() -> None:
    a = argparse.ArgumentParser()
    a.add_argument("--data", type=Path, required=True)
    a.add_argument("--from", type=Path, required=True, dest="checkpoint")
    a.add_argument("--tokenizer", type=Path, default=TOKENIZER)
    a.add_argument("--out", type=Path, required=True)
    a.add_argument("--steps", type=int, default=1600)
    a.add_argument("--batch", type=int, default=6)
    a.add_argument("--lr", type=float, default=1e-4)
    a.add_argument("--lr-head", type=float, default=6e-4)
    a.add_argument("--times", type=int, default=3, help="how often a report of the project stands among the others")
    a.add_argument("--share", type=float, default=0.6, help="how far to go from the checkpoint to what was learned")
    a.add_argument("--seed", type=int, default=17)
    a.add_argument("--leave", nargs="*", default=[], help="folders of reports not to train on (for trials)")
    o = a.parse_args()
    begun = time.time()
    torch.manual_seed(o.seed)
    rng = random.Random(o.seed)
    train.PADDING["counts"] = 1.0
    tokenizer = Tokenizer.from_file(str(o.tokenizer))
    with gzip.open(o.data / "train.jsonl.gz", "rt", encoding="utf-8") as f:
        lines = [json.loads(line) for line in f]
    reports: list[Report] = [PolnearReport(line, tokenizer) for line in lines if not held_out(line["id"])]
    own = [
        ProjectReport(one, tokenizer)
        for one in read_own_reports()
        if not one.is_held_back and one.name.split("/")[0] not in o.leave
    ]
    print(f"{len(reports)} reports of PolNeAR, {len(own)} of the project with {sum(len(r.pieces) for r in own)} pieces",
          flush=True)
    model = Tagger()
    model.load_state_dict(load_file(o.checkpoint))
    opt = optimiser_of(model, o.lr, o.lr_head)
    peak = [g["lr"] for g in opt.param_groups]
    o.out.mkdir(parents=True, exist_ok=True)
    step, mean = 0, 0.0
    model.train()
    for epoch, batch in batches(reports + own * o.times, rng, o.batch):
        scale = min(1.0, (step + 1) / WARM) * max(0.0, 1 - step / o.steps)
        for g, lr in zip(opt.param_groups, peak, strict=True):
            g["lr"] = lr * scale
        loss, bce = loss_of(model, batch, 0.15)
        opt.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        opt.step()
        step += 1
        mean += float(bce)
        if step % 50 == 0:
            print(f"step {step} of {o.steps} epoch {epoch} bce {mean / 50:.4f} {time.time() - begun:.0f} s", flush=True)
            mean = 0.0
        if step == o.steps:
            break
    before = load_file(o.checkpoint)
    save_file({name: before[name] * (1 - o.share) + learned * o.share for name, learned in model.state_dict().items()},
              o.out / "tuned.safetensors")
    print(f"done: {step} steps, {time.time() - begun:.0f} s, seed {o.seed}", flush=True)


if __name__ == "__main__":
    main()
