"""Train the attribution tagger. torch is needed here only.

    nice -n 19 python train.py --data DIR --base DIR_WITH_model.safetensors --out DIR [--steps N]

Encoder: all-MiniLM-L6-v2 (6 layers, 384 wide). The second embedding table carries case and quotation-mark features.
Heads: nine logits per word piece (begin, inside, end for content, cue, source), and two pointers: from every piece
of a content to the first piece of its cue, from every piece of a cue to the first piece of its source.
"""
from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import math
import random
import time
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file, save_file
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional as F

from encode import CLS, KINDS, PAD, SEP, TOKENIZER, WINDOW, Pieces, encode

BASE_SHA = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
WIDTH, HEADS, LAYERS, INNER, LINK, FEATURES = 384, 12, 6, 1536, 64, 6
MASK = 103
OVERLAP = 48  # in training; reading needs less
CURVED, STRAIGHT_MARK = (1523, 1524), 1000  # “ ” "
DISTANCES, GAPS = 19, 7  # buckets of signed log distance and of signed number of paragraph ends


def distance_bucket(d: Tensor) -> Tensor:
    size = (d.abs().float() + 1).log2().floor().clamp(max=9).long()
    return torch.where(d < 0, 9 - size, 9 + size)


class Layer(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(0.1)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        b, n, _ = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        a = F.scaled_dot_product_attention(q, k, v, attn_mask=mask.to(q.dtype))
        x = self.norm1(x + self.drop(self.out(a.transpose(1, 2).reshape(b, n, WIDTH))))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Tagger(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(30522, WIDTH)
        self.positions = nn.Embedding(512, WIDTH)
        self.features = nn.Embedding(FEATURES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.tags = nn.Linear(WIDTH, 9)
        self.links = nn.Linear(WIDTH, 4 * LINK)  # content query, cue key, cue query, source key
        self.distance = nn.Parameter(torch.zeros(2, DISTANCES))
        self.gap = nn.Parameter(torch.zeros(2, GAPS))

    def forward(self, ids: Tensor, features: Tensor) -> tuple[Tensor, Tensor]:
        x = self.words(ids) + self.positions.weight[: ids.shape[1]] + self.features(features)
        x = self.drop(self.norm(x))
        mask = torch.zeros(ids.shape).masked_fill(ids == PAD, -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, mask)
        return self.tags(x).float(), self.links(x).float()

    def link_logits(self, links: Tensor, paragraph: Tensor, pad: Tensor) -> Tensor:
        """(2, batch, from, to)"""
        n = links.shape[1]
        a, b, c, d = links.split(LINK, dim=-1)
        scores = torch.stack([a @ b.transpose(1, 2), c @ d.transpose(1, 2)]) / math.sqrt(LINK)
        at = torch.arange(n)
        scores = scores + self.distance[:, distance_bucket(at[None, :] - at[:, None])][:, None]
        gap = (paragraph[:, None, :] - paragraph[:, :, None]).clamp(-3, 3) + 3
        scores = scores + self.gap[:, gap]
        return scores.masked_fill(pad[None, :, None, :], -1e4)


def load_base(model: Tagger, path: Path) -> None:
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    if digest != BASE_SHA:
        raise SystemExit(f"{path}: sha256 {digest} is not that of all-MiniLM-L6-v2")
    w = load_file(path)
    e = "embeddings."
    state = {
        "words.weight": w[e + "word_embeddings.weight"],
        "positions.weight": w[e + "position_embeddings.weight"],
        "norm.weight": w[e + "LayerNorm.weight"],
        "norm.bias": w[e + "LayerNorm.bias"],
        "features.weight": w[e + "token_type_embeddings.weight"][:1].repeat(FEATURES, 1)
        + 0.002 * torch.randn(FEATURES, WIDTH),
    }
    for i in range(LAYERS):
        p, t = f"encoder.layer.{i}.", f"layers.{i}."
        for part in ("weight", "bias"):
            state[t + "qkv." + part] = torch.cat([w[f"{p}attention.self.{x}.{part}"] for x in ("query", "key", "value")])
            state[t + "out." + part] = w[f"{p}attention.output.dense.{part}"]
            state[t + "norm1." + part] = w[f"{p}attention.output.LayerNorm.{part}"]
            state[t + "up." + part] = w[f"{p}intermediate.dense.{part}"]
            state[t + "down." + part] = w[f"{p}output.dense.{part}"]
            state[t + "norm2." + part] = w[f"{p}output.LayerNorm.{part}"]
    missing, unexpected = model.load_state_dict(state, strict=False)
    assert not unexpected and all(m.split(".")[0] in ("tags", "links", "distance", "gap") for m in missing), missing


def pieces_in(pieces: Pieces, spans: list[list[int]]) -> list[list[int]]:
    found = [[i for i, (s, e) in enumerate(pieces.offsets) if s < b and e > a] for a, b in spans]
    return [f for f in found if f]


class Report:
    """One report with its labels: tags (n, 9), and for each piece the piece it points to (-1: none, -100: no loss)."""

    def __init__(self, line: dict[str, Any], tokenizer: Tokenizer) -> None:
        self.pieces = encode(line["text"], tokenizer)
        n = len(self.pieces)
        self.tags = torch.zeros(n, 9)
        self.to_cue = torch.full((n,), -100)
        self.to_source = torch.full((n,), -100)
        for q in line["quotes"]:
            found = {k: pieces_in(self.pieces, q[k]) for k in KINDS}
            for k, kind in enumerate(KINDS):
                for span in found[kind]:
                    self.tags[span[0], 3 * k] = 1
                    self.tags[span, 3 * k + 1] = 1
                    self.tags[span[-1], 3 * k + 2] = 1
            for span in found["content"]:
                self.to_cue[span] = found["cue"][0][0] if found["cue"] else -1
            for span in found["cue"]:
                self.to_source[span] = found["source"][0][0] if found["source"] else -1

    def window(self, start: int, end: int, plain: bool) -> dict[str, Tensor]:
        p = self.pieces
        n = end - start

        def pointer(target: Tensor, outside: int) -> Tensor:
            t = target[start:end]
            inside = (t >= start) & (t < end)
            t = torch.where(inside, t - start + 1, torch.where(t == -1, 0, torch.where(t < 0, -100, outside)))
            return F.pad(t, (1, 1), value=-100)

        first = p.paragraph[start]
        paragraph = [0] + [x - first for x in p.paragraph[start:end]]
        return {
            "ids": torch.tensor([CLS, *p.ids[start:end], SEP]),
            "features": torch.tensor([0] * (n + 2) if plain else [0, *p.features[start:end], 0]),
            "paragraph": torch.tensor([*paragraph, paragraph[-1]]),
            "tags": F.pad(self.tags[start:end], (0, 0, 1, 1)),
            "to_cue": pointer(self.to_cue, 0),
            "to_source": pointer(self.to_source, -100),
        }


PADDING = {"ids": PAD, "features": 0, "paragraph": 0, "tags": 0, "to_cue": -100, "to_source": -100}


def batches(reports: list[Report], rng: random.Random, size: int):
    """Endless batches of about size full windows; a new shift of the windows in every epoch."""
    epoch = 0
    while True:
        epoch += 1
        ranges: list[tuple[int, int, int]] = []
        room, stride = WINDOW - 2, WINDOW - 2 - OVERLAP
        for r, report in enumerate(reports):
            n = len(report.pieces)
            first = rng.randrange(stride) if n > room else 0
            starts = ([0] if first > 24 else []) + list(range(first if first > 24 or n <= room else 0, n, stride))
            for k, s in enumerate(starts):
                e = min(n, s + room) if k or len(starts) == 1 else min(n, max(s + room // 2, starts[1] + OVERLAP))
                if e - s > OVERLAP or len(starts) == 1:
                    ranges.append((r, s, e))
        rng.shuffle(ranges)
        chunk = 40 * size
        grouped: list[list[tuple[int, int, int]]] = []
        for c in range(0, len(ranges), chunk):
            part = sorted(ranges[c:c + chunk], key=lambda x: x[2] - x[1])
            group: list[tuple[int, int, int]] = []
            for x in part:
                if group and (len(group) + 1) * (x[2] - x[1] + 2) > size * WINDOW:
                    grouped.append(group)
                    group = []
                group.append(x)
            grouped.append(group)
        rng.shuffle(grouped)
        for group in grouped:
            rows = [reports[r].window(s, e, rng.random() < 0.04) for r, s, e in group]
            yield epoch, {k: nn.utils.rnn.pad_sequence([row[k] for row in rows], True, v) for k, v in PADDING.items()}


def masked(ids: Tensor) -> Tensor:
    """In half of the windows 8 % of the pieces are hidden, against learning the reports by heart;
    in some, curved marks are made straight."""
    hide = (torch.rand(ids.shape) < 0.08) & (torch.rand(len(ids), 1) < 0.5) & (ids > SEP)
    straight = (torch.rand(len(ids), 1) < 0.15) & ((ids == CURVED[0]) | (ids == CURVED[1]))
    return ids.masked_fill(hide, MASK).masked_fill(straight, STRAIGHT_MARK)


def loss_of(model: Tagger, batch: dict[str, Tensor], weight: float) -> tuple[Tensor, Tensor]:
    with torch.autocast("cpu", dtype=torch.bfloat16):
        tags, links = model(masked(batch["ids"]), batch["features"])
    pad = batch["ids"] == PAD
    bce = F.binary_cross_entropy_with_logits(tags, batch["tags"], reduction="none").sum(-1)[~pad].mean()
    scores = model.link_logits(links, batch["paragraph"], pad)
    link = F.cross_entropy(scores[0].flatten(0, 1), batch["to_cue"].flatten())
    link = link + F.cross_entropy(scores[1].flatten(0, 1), batch["to_source"].flatten())
    return bce + weight * torch.nan_to_num(link), bce.detach()


def held_out(name: str) -> bool:
    """One report of train in ten is kept for thresholds and calibration."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % 10 == 0


def optimiser_of(model: Tagger, lr: float, lr_head: float) -> torch.optim.AdamW:
    """The heads learn faster than the encoder; vectors and biases do not decay."""
    fast = {"tags", "links", "distance", "gap", "features"}
    groups = {"head": [], "plain": [], "decay": []}
    for name, p in model.named_parameters():
        groups["head" if name.split(".")[0] in fast else "decay" if p.ndim > 1 else "plain"].append(p)
    return torch.optim.AdamW([
        {"params": groups["head"], "lr": lr_head, "weight_decay": 0.0},
        {"params": groups["plain"], "lr": lr, "weight_decay": 0.0},
        {"params": groups["decay"], "lr": lr, "weight_decay": 0.01},
    ], fused=True)


def main() -> None:
    a = argparse.ArgumentParser()
    a.add_argument("--data", type=Path, required=True)
    a.add_argument("--base", type=Path, required=True)
    a.add_argument("--tokenizer", type=Path, default=TOKENIZER)
    a.add_argument("--out", type=Path, required=True)
    a.add_argument("--steps", type=int, default=3200)
    a.add_argument("--batch", type=int, default=6)
    a.add_argument("--lr", type=float, default=1.2e-4)
    a.add_argument("--seed", type=int, default=17)
    a.add_argument("--lr-head", type=float, default=1e-3)
    a.add_argument("--try-steps", type=int, default=0, help="stop after so many steps (timing)")
    o = a.parse_args()
    begun = time.time()
    torch.manual_seed(o.seed)
    rng = random.Random(o.seed)
    tokenizer = Tokenizer.from_file(str(o.tokenizer))
    with gzip.open(o.data / "train.jsonl.gz", "rt", encoding="utf-8") as f:
        lines = [json.loads(line) for line in f]
    reports = [Report(line, tokenizer) for line in lines if not held_out(line["id"])]
    print(f"{len(reports)} of {len(lines)} reports, {sum(len(r.pieces) for r in reports)} pieces, "
          f"{time.time() - begun:.0f} s", flush=True)
    model = Tagger()
    load_base(model, o.base / "model.safetensors")
    opt = optimiser_of(model, o.lr, o.lr_head)
    peak = [g["lr"] for g in opt.param_groups]
    o.out.mkdir(parents=True, exist_ok=True)
    warm, step, mean = 60, 0, 0.0
    loop = time.time()
    model.train()
    for epoch, batch in batches(reports, rng, o.batch):
        done = step / o.steps
        scale = min(1.0, (step + 1) / warm) * max(0.0, 1 - done)
        for g, lr in zip(opt.param_groups, peak, strict=True):
            g["lr"] = lr * scale
        loss, bce = loss_of(model, batch, 0.15)
        opt.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        opt.step()
        step += 1
        mean += float(bce)
        every = 5 if o.try_steps else 50
        if step % every == 0:
            print(f"step {step} ({100 * done:.0f} %) epoch {epoch} bce {mean / every:.4f} loss {loss.item():.4f} "
                  f"{(time.time() - loop) / step:.3f} s/step {time.time() - begun:.0f} s", flush=True)
            mean = 0.0
        if o.try_steps and step >= o.try_steps:
            return
        if step % 200 == 0 or step == o.steps:
            save_file(model.state_dict(), o.out / "last.safetensors.part")
            (o.out / "last.safetensors.part").rename(o.out / "last.safetensors")
        if step == o.steps:
            break
    print(f"done: {step} steps, epoch {epoch}, {time.time() - begun:.0f} s, seed {o.seed}", flush=True)


if __name__ == "__main__":
    main()
