"""The words of a report, and what each is part of: what the reporter tells, or speech.

Speech is found twice, by what is attributed and by the marks alone, since pages lose the one or the other.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from onrecord.model.attribution import Manner
from onrecord.model.report import Zone
from onrecord.text.quoted import find_quoted
from onrecord.text.tokens import find_word_spans, find_written

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy.typing as npt

    from onrecord.model.attribution import Attribution, Reading
    from onrecord.model.report import Report
    from onrecord.text.word_numbers import WordNumbers

_VERBATIM = frozenset({Manner.DIRECT, Manner.UNMARKED, Manner.CARRIED})

_TOLD = frozenset({Zone.HEADLINE, Zone.SUBHEADING, Zone.BODY})

STOCK, SPOKEN, MARKED, OWN = range(4)
"""What a word is part of: what many unlike reports hold, speech that the report attributes, what stands between quotation
marks, or what the reporter tells."""

Stretch = tuple[int, int, int]
"""A range of a report's text, and what its words are part of."""


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """Headline and body of one report as words: their numbers and what each is part of, both of shape (n,).

    `stretches` are the ranges of `text` that the words come from, in order, `counts` how many words each has.
    """

    report_id: str
    text: str
    stretches: tuple[Stretch, ...]
    numbers: npt.NDArray[np.uint64]
    kinds: npt.NDArray[np.int8]
    counts: tuple[int, ...] = ()

    def bounds(self) -> array[int]:
        """Return where each word starts and ends, one after the other."""
        spans = (find_word_spans(self.text, start, end) for start, end, _ in self.stretches)
        return array("q", chain.from_iterable(chain.from_iterable(spans)))

    def breaks(self, bounds: Sequence[int]) -> list[int]:
        """Return the words that start anew after something else: the body under a byline. `bounds` are those of `bounds`."""
        starts = bounds[::2]
        return [
            bisect_left(starts, start)
            for (start, _, _), (_, end, _) in zip(self.stretches[1:], self.stretches, strict=False)
            if start != end
        ]


def read_wording(reading: Reading, numbers: WordNumbers) -> Wording:
    """Return the body of a report as words, with its quoted speech marked.

    Args:
        reading: one reading.
        numbers: gives words their numbers; the same one may serve a whole pile.
    """
    report = reading.report
    stretches = tuple(_find_stretches(report, _find_speech(reading)))
    written = [find_written(report.text, start, end) for start, end, _ in stretches]
    counts = [len(words) for words in written]
    return Wording(
        report.id,
        report.text,
        stretches,
        np.fromiter(map(numbers.__getitem__, chain.from_iterable(written)), np.uint64, sum(counts)),
        np.repeat(np.array([kind for _, _, kind in stretches], dtype=np.int8), counts),
        tuple(counts),
    )


_MOST_AFTER = 6
"""Words up to the end of the sentence behind who said a quotation: "told reporters in Dorn", "said by telephone"."""

_SENTENCE_END = re.compile(r"[.!?]+(?=\s|$)|[\n“”\"]")


def _find_speech(reading: Reading) -> list[Stretch]:
    """Return the ranges of verbatim speech, sorted: what is attributed so with who said it, and what stands between marks."""
    speech = [
        (span.start, span.end, SPOKEN)
        for attribution in reading.attributions
        for span in (attribution.content if attribution.manner in _VERBATIM else attribution.quoted)
    ]
    speech += [
        (*_find_cue(attribution, reading.report.text), SPOKEN)
        for attribution in reading.attributions
        if attribution.manner is Manner.DIRECT and attribution.cue is not None
    ]
    speech.sort()
    text = reading.report.text
    marked = [
        (first, last, MARKED)
        for start, end in find_body(reading.report)
        for first, last in find_quoted(text, start, end)
    ]
    return overlay(speech, marked) if speech else marked


def _find_cue(attribution: Attribution, text: str) -> tuple[int, int]:
    """Return where a report tells who said quoted words: two reporters who heard them must tell that both."""
    spans = [span for span in (attribution.cue, attribution.source) if span is not None]
    start, end = min(spans).start, max(span.end for span in spans)
    content = min(attribution.content)
    if start < content.start:
        return start, min(end, content.start)
    stop = _SENTENCE_END.search(text, end)
    behind = stop.start() if stop else len(text)
    return start, behind if len(text[end:behind].split()) <= _MOST_AFTER else end


def overlay(upper: Sequence[Stretch], lower: Sequence[Stretch]) -> list[Stretch]:
    """Put stretches over others: where they overlap, the upper ones hold. Both are sorted, as is what is returned.

    >>> overlay([(3, 5, SPOKEN)], [(0, 8, MARKED)])
    [(0, 3, 2), (3, 5, 1), (5, 8, 2)]
    """
    laid: list[Stretch] = []
    at = index = 0
    for start, end, kind in upper:
        if end <= at:
            continue
        while index < len(lower) and lower[index][0] < start:
            first, last, below = lower[index]
            if max(first, at) < min(last, start):
                laid.append((max(first, at), min(last, start), below))
            if last > start:
                break
            index += 1
        laid.append((max(start, at), end, kind))
        at = end
    laid += [(max(first, at), last, below) for first, last, below in lower[index:] if last > at]
    return laid


def find_body(report: Report) -> Iterator[tuple[int, int]]:
    """Find the ranges of headline and body: blocks of them that follow each other are one."""
    start = end = -1
    for block in report.blocks:
        if block.zone in _TOLD and not block.repeats:
            start, end = (block.span.start if start < 0 else start), block.span.end
        elif start >= 0:
            yield start, end
            start = -1
    if start >= 0:
        yield start, end


def _find_stretches(report: Report, speech: Sequence[Stretch]) -> Iterator[Stretch]:
    """Cut headline and body where speech starts and ends."""
    index = 0
    for start, end in find_body(report):
        at = start
        while index < len(speech) and speech[index][0] < end:
            first, last, kind = speech[index]
            if last > at:
                if first > at:
                    yield at, first, OWN
                yield max(at, first), min(last, end), kind
                at = min(last, end)
            if last > end:
                break
            index += 1
        if at < end:
            yield at, end, OWN
