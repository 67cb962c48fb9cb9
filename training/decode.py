"""From the tagger's numbers to attributions: content spans, cue, source and the links between them. numpy only."""
from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from encode import Pieces

Floats = npt.NDArray[np.float32]
Span = tuple[int, int]  # pieces or code points, end excluded
LINK = 64
CERTAIN, LIKELY = 0.936, 0.72  # levels of the score: fit.py, held-out twentieth of train


@dataclass(frozen=True)
class Settings:
    """Every threshold of the decoder. Chosen on the held-out twentieth of train (see FIGURES.md)."""

    inside: float = 0.5  # content: inside probability where staying in and out cost the same
    edge: float = 1.0  # content: weight of the begin and end logits
    cue_seed: float = 0.5  # a cue holds at least one piece this sure ...
    cue_grow: float = 0.4  # ... and grows over neighbours this sure
    source_seed: float = 0.3
    source_grow: float = 0.3
    cue_power: float = 0.25  # content to cue: link * cue probability ** cue_power
    link: float = 0.2  # a content with no cue linked better than this is dropped
    no_source: float = 0.5  # no source where the pointer to nothing is surer than this and beats every source
    score: float = 0.2  # attributions with a lower score are dropped


@dataclass(frozen=True)
class Window:
    """What the model says of pieces start..end of a report (rows 0 and -1 are [CLS] and [SEP])."""

    start: int
    end: int
    tags: Floats  # (n, 9) logits
    links: Floats  # (n, 4 * LINK)


@dataclass(frozen=True)
class LinkBias:
    """Learned biases of the two pointers by distance in pieces and by paragraphs between."""

    distance: Floats  # (2, 19)
    gap: Floats  # (2, 7)


@dataclass
class Attribution:
    """One attribution, in code points; scores between 0 and 1."""

    content: list[Span]
    cue: Span | None
    source: Span | None
    score: float
    scores: dict[str, float] = field(default_factory=dict)

    @property
    def level(self) -> str:
        return "certain" if self.score >= CERTAIN else "likely" if self.score >= LIKELY else "possible"


def distance_bucket(d: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    size = np.minimum(np.floor(np.log2(np.abs(d) + 1)), 9).astype(np.int64)
    return np.where(d < 0, 9 - size, 9 + size)


def sigmoid(x: Floats) -> Floats:
    return 1 / (1 + np.exp(-np.clip(x, -30, 30)))


def join_tags(n: int, windows: Sequence[Window]) -> Floats:
    """Probabilities (n, 9); where windows overlap, weighted by the distance to the window's edge."""
    total, weight = np.zeros((n, 9), np.float32), np.zeros((n, 1), np.float32)
    for w in windows:
        size = w.end - w.start
        at = np.arange(size)
        left = at if w.start else np.full(size, size)
        right = size - 1 - at if w.end < n else np.full(size, size)
        edge = np.minimum(left, right) + 1
        f = np.minimum(edge, 48).astype(np.float32)[:, None] ** 2
        total[w.start:w.end] += f * sigmoid(w.tags[1:-1])
        weight[w.start:w.end] += f
    return total / weight


def content_runs(p: Floats, s: Settings) -> list[Span]:
    """Best segmentation (Viterbi) by the begin, inside and end probabilities of content."""
    q = np.clip(p, 1e-4, 1 - 1e-4)
    yes, no = np.log(q), np.log(1 - q)
    bias = math.log((1 - s.inside) / s.inside)
    w = s.edge
    out = (no[:, 1] + w * (no[:, 0] + no[:, 2])).tolist()
    stay = (yes[:, 1] + bias + w * no[:, 0]).tolist()
    begin = (yes[:, 1] + bias + w * yes[:, 0]).tolist()
    close, on = (w * yes[:, 2]).tolist(), (w * no[:, 2]).tolist()
    a, b = 0.0, -1e9  # best score so far: outside, inside (its last piece not yet closed)
    back: list[tuple[int, int]] = []
    for i in range(len(out)):
        closed = b + (close[i - 1] if i else 0.0)
        from_in = closed > a
        best = closed if from_in else a
        cont = b + (on[i - 1] if i else 0.0) + stay[i]
        new = best + begin[i]
        # out comes from: 0 outside, 1 inside; in comes from: 0 outside, 1 inside closed, 2 inside going on
        back.append((1 if from_in else 0, 2 if cont >= new else (1 if from_in else 0)))
        a, b = best + out[i], max(cont, new)
    runs: list[Span] = []
    inside = bool(out) and b + close[-1] > a
    end = len(out)
    for i in range(len(out) - 1, -1, -1):
        if inside:
            came = back[i][1]
            if came != 2:
                runs.append((i, end))
                inside, end = came == 1, i
        elif back[i][0]:
            inside, end = True, i
    return runs[::-1]


def grown(p: Floats, seed: float, grow: float, stops: npt.NDArray[np.bool_]) -> list[Span]:
    """Runs of pieces with p[:, 1] >= grow holding one >= seed; cut where a begin is surer than not; never over stops."""
    ok = (p[:, 1] >= min(grow, seed)) & ~stops
    runs: list[Span] = []
    start = last = -1
    for i in [*np.flatnonzero(ok).tolist(), len(ok) + 1]:
        if start >= 0 and i == last + 1 and p[i, 0] < 0.5:
            last = i
            continue
        if start >= 0 and float(p[start:last + 1, 1].max()) >= seed:
            runs.append((start, last + 1))
        start = last = i
    return runs


class Linker:
    """Pointer probabilities from given pieces to spans, over all windows."""

    def __init__(self, pieces: Pieces, windows: Sequence[Window], bias: LinkBias) -> None:
        self.windows = windows
        self.bias = bias
        self.paragraph = np.asarray(pieces.paragraph)
        self.n = len(pieces)

    def rows(self, w: Window, which: int, pieces: npt.NDArray[np.int64]) -> Floats:
        """Softmax rows (len(pieces), 1 + n): column 0 is "nothing", column 1 + i is piece w.start + i."""
        a, b = 2 * which * LINK, (2 * which + 1) * LINK
        scores = w.links[pieces - w.start + 1, a:b] @ w.links[:, b:b + LINK].T / math.sqrt(LINK)
        at = np.arange(w.end - w.start + 2)
        scores += self.bias.distance[which][distance_bucket(at[None] - (pieces - w.start + 1)[:, None])]
        inner = self.paragraph[w.start:w.end]
        para = np.concatenate([[0], inner - inner[0], [inner[-1] - inner[0]]])
        scores += self.bias.gap[which][np.clip(para[None] - para[pieces - w.start + 1][:, None], -3, 3) + 3]
        scores = np.exp(scores - scores.max(1, keepdims=True))
        return (scores / scores.sum(1, keepdims=True))[:, :-1]

    def table(self, which: int, spans: Sequence[Span], targets: Sequence[Span]) -> tuple[Floats, Floats]:
        """Mean pointer probability (spans, targets), and to nothing (spans,); each pair from its best window."""
        found = np.zeros((len(spans), len(targets)), np.float32)
        margin = np.full((len(spans), len(targets)), -1)
        nothing = np.zeros(len(spans), np.float32)
        best = np.full(len(spans), -1)
        for w in self.windows:
            part = [(k, max(a, w.start), min(b, w.end)) for k, (a, b) in enumerate(spans) if a < w.end and b > w.start]
            if not part:
                continue
            asked = np.concatenate([np.arange(a, b) for _, a, b in part])
            total = np.cumsum(self.rows(w, which, asked), axis=1)
            reach = [(j, a, b) for j, (a, b) in enumerate(targets) if a >= w.start and b <= w.end]
            row = 0
            for k, a, b in part:
                mean = total[row:row + b - a].mean(0)
                row += b - a
                left = 0 if w.start == 0 else 1
                right = 0 if w.end == self.n else 1
                edge = min(a - w.start if left else 999, w.end - b if right else 999) + (b - a)
                if edge > best[k]:
                    best[k], nothing[k] = edge, mean[0]
                for j, c, d in reach:
                    lo, hi = min(a, c), max(b, d)
                    m = min(lo - w.start if left else 999, w.end - hi if right else 999)
                    if m > margin[k, j]:
                        margin[k, j], found[k, j] = m, mean[d - w.start] - mean[c - w.start]
        return found, nothing


def trimmed(text: str, pieces: Pieces, span: Span) -> Span | None:
    a, b = pieces.offsets[span[0]][0], pieces.offsets[span[1] - 1][1]
    while a < b and text[a].isspace():
        a += 1
    while a < b and text[b - 1].isspace():
        b -= 1
    return (a, b) if a < b else None


def has_word(text: str, pieces: Pieces, span: Span) -> bool:
    a, b = pieces.offsets[span[0]][0], pieces.offsets[span[1] - 1][1]
    return any(c.isalnum() for c in text[a:b])


def decode(text: str, pieces: Pieces, windows: Sequence[Window], bias: LinkBias, s: Settings) -> list[Attribution]:
    """The attributions of one report, in the order of their first content."""
    n = len(pieces)
    if not n:
        return []
    p = join_tags(n, windows)
    marks = np.asarray([a == b for a, b in pieces.offsets])
    contents = [r for r in content_runs(p[:, 0:3], s) if has_word(text, pieces, r)]
    cues = grown(p[:, 3:6], s.cue_seed, s.cue_grow, marks)
    sources = grown(p[:, 6:9], s.source_seed, s.source_grow, marks)
    if not contents or not cues:
        return []
    linker = Linker(pieces, windows, bias)
    link, _ = linker.table(0, contents, cues)
    sure = np.asarray([p[a:b, 4].max() for a, b in cues])
    weighed = link * sure[None] ** s.cue_power
    groups: dict[int, list[int]] = {}
    for k, j in enumerate(weighed.argmax(1).tolist()):
        if weighed[k, j] >= s.link:
            groups.setdefault(j, []).append(k)
    chosen = sorted(groups)
    to_source, nothing = linker.table(1, [cues[j] for j in chosen], sources)
    found: list[Attribution] = []
    for row, j in enumerate(chosen):
        spans = [contents[k] for k in groups[j]]
        source: Span | None = None
        source_link, source_sure = float(nothing[row]), 1.0
        if sources:
            weight = to_source[row].copy()
            for m, (a, b) in enumerate(sources):
                if any(a < d and c < b for c, d in spans):
                    weight[m] = 0.0
            m = int(weight.argmax())
            if weight[m] > 0 and not (nothing[row] >= s.no_source and nothing[row] > weight[m]):
                source = trimmed(text, pieces, sources[m])
                source_link = float(weight[m])
                source_sure = float(p[sources[m][0]:sources[m][1], 7].max())
        sizes = [b - a for a, b in spans]
        scores = {
            "inside": float(sum(p[a:b, 1].sum() for a, b in spans)) / sum(sizes),
            "begin": float(min(p[a, 0] for a, _ in spans)),
            "end": float(min(p[b - 1, 2] for _, b in spans)),
            "cue": float(sure[j]),
            "link": float(min(link[k, j] for k in groups[j])),
            "source": source_sure,
            "source_link": source_link,
            "marks": float(sum(pieces.features[i] >= 3 for a, b in spans for i in range(a, b))) / sum(sizes),
        }
        score = estimate(scores)
        content = [t for t in (trimmed(text, pieces, x) for x in spans) if t]
        if content and score >= s.score:
            found.append(Attribution(content, trimmed(text, pieces, cues[j]), source, score, scores))
    return sorted(found, key=lambda x: x.content[0])


# Logistic regression on the partial scores (probabilities as logits, "marks" as it is), fitted on the held-out
# twentieth of train by fit.py (see FIGURES.md).
ESTIMATE: dict[str, float] = {"bias": -2.237, "inside": 0.176, "begin": 0.119, "end": 0.204, "cue": 0.212,
                              "link": 0.121, "source": 0.052, "source_link": 0.173, "marks": 0.292}


def measures(scores: dict[str, float]) -> dict[str, float]:
    """The inputs of the regression."""
    clipped = {k: min(max(v, 0.005), 0.995) for k, v in scores.items()}
    return {k: scores[k] if k == "marks" else math.log(v / (1 - v)) for k, v in clipped.items()}


def estimate(scores: dict[str, float]) -> float:
    """How likely content and source are both right."""
    x = ESTIMATE["bias"] + sum(ESTIMATE[k] * v for k, v in measures(scores).items())
    return 1 / (1 + math.exp(-x))
