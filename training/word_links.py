"""Train the network that links words: which word of one wording renders which of another.

    python training/word_links.py --data ../shared/data --out build/word-links-1.npz

Needs statements/mtref-aligned.dev.jsonl.gz under --data: pairs of human translations with links made by hand. Fitted on the
lines that the set marks as "train", watched on the others. Seconds an epoch on one core, some minutes to read the pairs.
"""

import argparse
import gzip
import json
import random
from pathlib import Path

import numpy as np
import torch
from torch import nn

from onrecord.annotate.vectors import load_encoder
from onrecord.annotate.word_links import describe_pairs

WIDTH, EPOCHS, BATCH = 16, 14, 8


class Links(nn.Module):
    def __init__(self, described):
        super().__init__()
        self.a = nn.Conv2d(described, WIDTH, 1)
        self.b = nn.Conv2d(WIDTH, WIDTH, 5, padding=2)
        self.c = nn.Conv2d(2 * WIDTH, WIDTH, 3, padding=1)
        self.d = nn.Conv2d(WIDTH, WIDTH, 3, padding=1)
        self.e = nn.Conv2d(WIDTH, 1, 1)
        self.drop = nn.Dropout2d(0.1)

    def forward(self, pairs, inside):
        seen = self.drop(torch.relu(self.a(pairs))) * inside
        near = torch.relu(self.b(seen)) * inside
        best = (near.amax(2, keepdim=True) + near.amax(3, keepdim=True)) / 2
        near = near + torch.relu(self.c(self.drop(torch.cat([near, best - near], 1) * inside)))
        near = near * inside
        near = near + torch.relu(self.d(self.drop(near)))
        return self.e(near)[:, 0]


def read_pairs(path):
    encoder = load_encoder()
    for line in map(json.loads, gzip.open(path, "rt", encoding="utf-8")):
        left, right = line["a"].split(), line["b"].split()
        pairs = describe_pairs(left, right, (encoder.encode_words(left), encoder.encode_words(right)))
        gold = np.zeros(pairs.shape[1:], np.float32)
        for link in line["align"].split():
            gold[tuple(map(int, link.split("-")))] = 1
        yield line["split"] == "train", torch.tensor(pairs), torch.tensor(gold)


def score(net, pairs):
    net.eval()
    right = given = wanted = 0.0
    with torch.no_grad():
        for described, gold in pairs:
            answers = torch.sigmoid(net(described[None], torch.ones(1, 1, *gold.shape))[0]) > 0.6
            right += (answers * gold).sum().item()
            given += answers.sum().item()
            wanted += gold.sum().item()
    net.train()
    return 2 * right / (given + wanted)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    chosen = parser.parse_args()
    torch.manual_seed(0)
    random.seed(0)
    torch.set_num_threads(1)
    read = list(read_pairs(chosen.data / "statements" / "mtref-aligned.dev.jsonl.gz"))
    fitted = sorted(((p, g) for train, p, g in read if train), key=lambda pair: tuple(pair[1].shape))
    watched = [(p, g) for train, p, g in read if not train]
    net = Links(len(fitted[0][0]))
    mean = {name: value.clone() for name, value in net.state_dict().items()}
    optimiser = torch.optim.AdamW(net.parameters(), lr=3e-3, weight_decay=5e-2)
    steps = torch.optim.lr_scheduler.OneCycleLR(optimiser, 4e-3, total_steps=EPOCHS * (len(fitted) // BATCH) + 2)
    for epoch in range(EPOCHS):
        batches = [fitted[start : start + BATCH] for start in range(0, len(fitted) - BATCH + 1, BATCH)]
        random.shuffle(batches)
        for batch in batches:
            rows, columns = (max(gold.shape[side] for _, gold in batch) for side in (0, 1))
            pairs = torch.zeros(BATCH, len(batch[0][0]), rows, columns)
            gold, inside = torch.zeros(BATCH, rows, columns), torch.zeros(BATCH, 1, rows, columns)
            for place, (described, wanted) in enumerate(batch):
                a, b = wanted.shape
                pairs[place, :, :a, :b], gold[place, :a, :b], inside[place, 0, :a, :b] = described, wanted, 1
            loss = nn.functional.binary_cross_entropy_with_logits(
                net(pairs, inside), gold * 0.94 + 0.01, reduction="none"
            )
            loss = (loss * inside[:, 0]).sum() / inside.sum() * 20
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimiser.step()
            steps.step()
            for name, value in net.state_dict().items():
                mean[name].mul_(0.995).add_(value, alpha=0.005)
        kept = {name: value.clone() for name, value in net.state_dict().items()}
        net.load_state_dict(mean)
        print(epoch, round(score(net, watched), 4), flush=True)
        net.load_state_dict(kept)
    np.savez(chosen.out, **{name: value.numpy() for name, value in mean.items()})


if __name__ == "__main__":
    main()
