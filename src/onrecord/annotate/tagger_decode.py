"""From the tagger's numbers to who said what: spans of content, cue and source, and a score for each attribution.

The rule: content is the best way to cut the text by the chances of begin, inside and end; cues and sources are runs
of sure pieces; a content belongs to the cue it points at the most, contents of one cue are one attribution, and its
source is where the cue points. Every threshold was chosen on the part of the training set that was kept back (see
docs/models/attribution-tagger-4.md).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from onrecord.annotate.tagger_links import Linker, Pointer
from onrecord.annotate.tagger_pieces import QUOTED
from onrecord.annotate.tagger_spans import EVEN, content_runs, sure_runs
from onrecord.annotate.tagger_windows import join_tags
from onrecord.model.annotation import Reach, TaggedSpeech
from onrecord.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.annotate.tagger_links import Belief, LinkBias, Run
    from onrecord.annotate.tagger_pieces import Pieces
    from onrecord.annotate.tagger_windows import Floats, Window

_CUE_SURE, _CUE_NEAR = 0.4, 0.4
_SOURCE_SURE, _SOURCE_NEAR = 0.3, 0.3
_CUE_POWER: Final = 0.25
"""How much the sureness of a cue itself weighs when a content chooses between cues."""
_LINKED: Final = 0.1
"""A content that points at no cue more than this is dropped."""
_SOURCELESS: Final = 0.5
"""No source where the cue points at nothing more than this, and more than at every source."""
LOWEST: Final = 0.1
"""Attributions with a lower score are dropped."""
_EVEN: Final[Mapping[Reach, float]] = {Reach.USUAL: EVEN, Reach.FAR: 0.2, Reach.NEAR: 0.8}
"""The chance of "inside" at which staying in content and staying out of it cost the same, for each reading."""
_ORDER: Final = tuple(_EVEN)
_ESTIMATE: Final[Mapping[str, float]] = {
    "inside": 0.176,
    "begin": 0.119,
    "end": 0.204,
    "cue": 0.212,
    "link": 0.121,
    "source": 0.052,
    "source_link": 0.173,
    "marks": 0.292,
}
"""Weights of a logistic regression of "content and source are both right" on the parts of the reading."""
_BIAS: Final = -2.237


_Contents = tuple[tuple["Run", float], ...]
"""Runs of content of one cue, each with how far it points at the cue."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """One report while it is decoded: chances (pieces, 9), the runs of cues and sources, what points where, and how sure cues are."""

    text: str
    pieces: Pieces
    chances: Floats
    cues: list[Run]
    sources: list[Run]
    linker: Linker
    sureness: list[float]


def decode(text: str, pieces: Pieces, windows: Sequence[Window], bias: LinkBias) -> tuple[TaggedSpeech, ...]:
    """Return the attributions of one report in the order of their first content.

    Each is read as usual, then with words taken more and less readily for content; of these readings only what differs
    from the usual one is returned.
    """
    if not len(pieces):
        return ()
    chances = join_tags(len(pieces), windows)
    empty = np.asarray([not len(span) for span in pieces.spans])
    cues = sure_runs(chances[:, 3:6], empty, sure=_CUE_SURE, near=_CUE_NEAR)
    sources = sure_runs(chances[:, 6:9], empty, sure=_SOURCE_SURE, near=_SOURCE_NEAR)
    sureness = [float(chances[start:end, 4].max()) for start, end in cues]
    linker = Linker(pieces.paragraphs, windows, bias)
    reading = _Reading(text, pieces, chances, cues, sources, linker, sureness)
    known: dict[Run, Belief] = {}
    groups: list[tuple[Reach, int, _Contents]] = []
    met: set[tuple[int, _Contents]] = set()
    for reach, even in _EVEN.items():
        runs = [run for run in content_runs(chances[:, 0:3], even=even) if _has_word(text, pieces, run)]
        grouped = _grouped(reading, runs, known)
        groups += [(reach, *group) for group in grouped if group not in met]
        met.update(grouped)
    chosen = sorted({cue for _, cue, _ in groups})
    points = reading.linker.find_beliefs(Pointer.TO_SOURCE, [cues[cue] for cue in chosen], sources)
    beliefs = dict(zip(chosen, points, strict=True))
    found = [_attribution(reading, contents, cue, beliefs[cue], reach) for reach, cue, contents in groups]
    kept = [speech for speech in found if speech is not None and speech.score >= LOWEST]
    return tuple(sorted(kept, key=lambda speech: (speech.content, _ORDER.index(speech.reach))))


def _grouped(reading: _Reading, runs: Sequence[Run], known: dict[Run, Belief]) -> list[tuple[int, _Contents]]:
    """Return each cue with the runs of content that belong to it, and how far each of them points at it.

    `known` are the beliefs of runs that were met before; new ones are added.
    """
    new = [run for run in runs if run not in known]
    known |= dict(zip(new, reading.linker.find_beliefs(Pointer.TO_CUE, new, reading.cues), strict=True))
    groups: dict[int, list[tuple[Run, float]]] = {}
    for run in runs:
        cue = _best_cue(reading, known[run])
        if cue is not None:
            groups.setdefault(cue, []).append((run, known[run].to[cue]))
    return [(cue, tuple(groups[cue])) for cue in sorted(groups)]


def _best_cue(reading: _Reading, belief: Belief) -> int | None:
    """Return the cue that a content points at the most, sure cues first; None when it points at none."""
    weighed = {cue: share * reading.sureness[cue] ** _CUE_POWER for cue, share in belief.to.items()}
    best = max(sorted(weighed), key=lambda cue: weighed[cue], default=None)
    return best if best is not None and weighed[best] >= _LINKED else None


def _attribution(
    reading: _Reading, contents: _Contents, cue: int, belief: Belief, reach: Reach
) -> TaggedSpeech | None:
    runs = [run for run, _ in contents]
    source = _best_source(reading, belief, runs)
    chances = reading.chances
    size = sum(end - start for start, end in runs)
    quoted = sum(
        1 for start, end in runs for at in range(start, end) if reading.pieces.features[at] >= QUOTED
    )
    parts = {
        "inside": sum(float(chances[start:end, 1].sum()) for start, end in runs) / size,
        "begin": min(float(chances[start, 0]) for start, _ in runs),
        "end": min(float(chances[end - 1, 2]) for _, end in runs),
        "cue": reading.sureness[cue],
        "link": min(share for _, share in contents),
        "source": 1.0,
        "source_link": belief.nothing,
        "marks": quoted / size,
    }
    if source is not None:
        start, end = reading.sources[source]
        parts["source"] = float(chances[start:end, 7].max())
        parts["source_link"] = belief.to[source]
    content = tuple(part for run in runs for part in _spans(reading, run))
    cue_spans = _spans(reading, reading.cues[cue])
    source_spans = _spans(reading, reading.sources[source]) if source is not None else []
    if not content or not cue_spans:
        return None
    return TaggedSpeech(
        content=content,
        cue=cue_spans[0],
        source=source_spans[0] if source_spans else None,
        score=estimate(parts),
        reach=reach,
    )


def _best_source(reading: _Reading, belief: Belief, contents: Sequence[Run]) -> int | None:
    """Return the source that a cue points at the most, never one inside the content; None where it has none."""
    weighed = {
        source: share
        for source, share in belief.to.items()
        if not any(
            reading.sources[source][0] < end and start < reading.sources[source][1] for start, end in contents
        )
    }
    best = max(sorted(weighed), key=lambda source: weighed[source], default=None)
    if best is None or weighed[best] <= 0 or belief.nothing >= max(_SOURCELESS, weighed[best]):
        return None
    return best


def estimate(parts: Mapping[str, float]) -> float:
    """Return how likely content and source are both right, from the chances that led to them."""
    total = _BIAS
    for name, weight in _ESTIMATE.items():
        part = min(max(parts[name], 0.005), 0.995)
        total += weight * (parts[name] if name == "marks" else math.log(part / (1 - part)))
    return round(1 / (1 + math.exp(-total)), 6)


def _spans(reading: _Reading, run: Run) -> list[Span]:
    """Return the characters of a run of pieces, one span for each paragraph, less white space at the ends."""
    found: list[Span] = []
    at = run[0]
    while at < run[1]:
        paragraph = reading.pieces.paragraphs[at]
        last = at
        while last < run[1] and reading.pieces.paragraphs[last] == paragraph:
            last += 1
        whole = Span(reading.pieces.spans[at].start, reading.pieces.spans[last - 1].end)
        span = whole.trimmed(reading.text)
        if len(span):
            found.append(span)
        at = last
    return found


def _has_word(text: str, pieces: Pieces, run: Run) -> bool:
    whole = Span(pieces.spans[run[0]].start, pieces.spans[run[1] - 1].end)
    return any(char.isalnum() for char in whole.of(text))
