"""How many independent sources carry each part of a statement's base wording.

As QUOTUS (Niculae and others, 2015) shows a speech over outlets: the wording stands as text, and each run of it is set the
darker, the more sources have those words. Reports that copy one another are one source.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from onrecord.model.span import Span
from onrecord.publish.page.carriers import copies_by_report, group_sources
from onrecord.publish.page.pieces import GAP, compared, is_comparable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from onrecord.link.copies.copies import Copy
    from onrecord.model.statement import Statement, Variant
    from onrecord.publish.page.pieces import Run
    from onrecord.publish.page.pile import Pile

DARKEST = 5
"""Grades of ink; the last is for this many sources and more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inked:
    """A run of the base wording, `sources` of them carry its words; `grade` is from 1 to `DARKEST`.

    `variants` are the numbers of the variants that have it, the base being 0.
    """

    text: str
    sources: int
    grade: int
    variants: tuple[int, ...]


def ink_of(
    pile: Pile, statement: Statement, copies: Mapping[str, tuple[Copy, ...]] | None = None
) -> tuple[Inked, ...]:
    """Return the ink of a statement with more than one wording and source; of any other there is none.

    `copies` are those of the pile by report, where many statements are told.
    """
    if statement.corroboration.lineages == 1 or len(statement.variants) == 1:
        return ()
    copies = copies_by_report(pile.contents.linked.lineages) if copies is None else copies
    return inked(pile, statement, group_sources(pile, statement, copies))


def inked(pile: Pile, statement: Statement, carriers: Sequence[Sequence[str]]) -> tuple[Inked, ...]:
    """Return the base wording of `statement` in runs; `carriers` are its reports, source by source.

    The runs joined are the base wording, character for character.
    """
    base = statement.variants[0].text
    source_of = {report_id: number for number, group in enumerate(carriers) for report_id in group}
    missing = [_missing(base, variant) for variant in statement.variants]
    having = [
        frozenset(source_of[member.report_id] for member in pile.members_of(variant))
        for variant in statement.variants
    ]
    edges = sorted({0, len(base)}.union(edge for spans in missing for span in spans for edge in span))
    runs: list[Inked] = []
    for start, end in pairwise(edge for edge in edges if edge <= len(base)):
        has = tuple(number for number, spans in enumerate(missing) if not _is_within(spans, start, end))
        sources = len(frozenset[int]().union(*(having[number] for number in has)))
        run = Inked(text=base[start:end], sources=sources, grade=min(DARKEST, max(1, sources)), variants=has)
        runs.append(run)
    return tuple(_joined(runs))


def _missing(base: str, variant: Variant) -> tuple[Span, ...]:
    """Return the ranges of `base` that `variant` does not have; all of it where the two are not compared word by word."""
    if variant.differences and not is_comparable(compared(base, variant)):
        return (Span(0, len(base)),)
    return tuple(one.base for one in variant.differences if one.base)


def _is_within(spans: Iterable[Span], start: int, end: int) -> bool:
    return any(span.start <= start and end <= span.end for span in spans)


def _joined(runs: Iterable[Inked]) -> list[Inked]:
    """Join neighbours that the same variants have; a mark or a blank alone goes with what stands before it."""
    joined: list[Inked] = []
    for run in runs:
        before = joined[-1] if joined else None
        if before and (before.variants == run.variants or not any(map(str.isalnum, run.text))):
            joined[-1] = Inked(
                text=before.text + run.text,
                sources=before.sources,
                grade=before.grade,
                variants=before.variants,
            )
        else:
            joined.append(run)
    return joined


@dataclass(frozen=True, slots=True, kw_only=True)
class InkedPiece:
    """A piece of a wording; `grade` 0 has no ink. `ends` says that other sources follow it."""

    text: str
    grade: int = 0
    sources: int = 0
    ends: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class InkedRun:
    """A run of a wording, quoted or not, in pieces."""

    quoted: bool
    opens: str
    closes: str
    pieces: tuple[InkedPiece, ...]


def over_runs(runs: Sequence[Run], ink: Sequence[Inked]) -> tuple[InkedRun, ...]:
    """Lay `ink` over the quoted and unquoted `runs` of the same wording.

    What stands in place of the one blank between two ranges of a wording (a gap) takes the place of that blank. Where the two
    are not of one length there is no ink.
    """
    lengths = [1 if run.text == GAP else len(run.text) for run in runs]
    wanted = sum(len(one.text) for one in ink)
    grades = list(ink) if sum(lengths) == wanted else []
    ends = list(accumulate(len(one.text) for one in grades))
    inked_runs: list[InkedRun] = []
    start = 0
    for run, length in zip(runs, lengths, strict=True):
        pieces = _pieces(run.text, (start, start + length), grades, ends) if grades else ()
        inked_runs.append(
            InkedRun(
                quoted=run.quoted,
                opens=run.opens,
                closes=run.closes,
                pieces=pieces or (InkedPiece(text=run.text),),
            )
        )
        start += length
    return tuple(inked_runs)


def _pieces(
    text: str, place: tuple[int, int], ink: Sequence[Inked], ends: Sequence[int]
) -> tuple[InkedPiece, ...]:
    """Return the piece, or pieces, of a run at `place` of the wording; a gap, and blanks at an edge, have no ink."""
    if text == GAP:
        return ()
    start, end = place
    number = bisect_right(ends, start)
    pieces: list[InkedPiece] = []
    while start < end:
        stop = min(end, ends[number])
        run, one = text[start - place[0] : stop - place[0]], ink[number]
        inner = run.strip()
        before, after = run[: len(run) - len(run.lstrip())], run[len(run.rstrip()) :] if inner else ""
        pieces += [InkedPiece(text=before)] if before else []
        if inner:
            ends_here = stop == ends[number]
            pieces.append(InkedPiece(text=inner, grade=one.grade, sources=one.sources, ends=ends_here))
        pieces += [InkedPiece(text=after)] if after else []
        start, number = stop, number + 1
    return tuple(pieces)
