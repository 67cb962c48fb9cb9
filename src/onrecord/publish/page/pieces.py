"""Texts cut at the places where something begins or ends: differences of a variant, quoted parts of a wording.

Cutting at every boundary lets ranges nest and overlap freely: each piece carries whatever covers it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.model.statement import Change

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.model.attribution import Attribution
    from onrecord.model.span import Span
    from onrecord.model.statement import Difference, Variant


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of one text. `change` is None where variant and base agree; a dropped piece shows the base's words."""

    text: str
    change: Change | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """A run of a wording. `quoted` says that the report put it between quotation marks.

    `opens` and `closes` are the marks to show around it: none where the wording itself holds them.
    """

    text: str
    quoted: bool = False
    opens: str = ""
    closes: str = ""


CUT = " […]"
"""Stands where a wording is shortened."""
GAP = " […] "
"""Stands where a report's own words interrupt a discontinuous wording."""
MARKS = frozenset("\"“”„‟«»‹›'‘’")
LONGEST = 100
"""Characters of dropped words that are shown whole."""
ALIKE = 0.4
"""The share of a variant's characters that must agree with the base for a comparison to be readable."""


def compared(base: str, variant: Variant) -> tuple[Piece, ...]:
    """Return the text of `variant` with the words of `base` that it drops or replaces in their places.

    A replaced run gives two pieces: the base's words (dropped), then the variant's (replaced).
    """
    text = variant.text
    pieces: list[Piece] = []
    done = base_done = 0
    for difference in variant.differences:
        start, end = _place_in_variant(difference, text, done=done, base_done=base_done)
        if start > done:
            pieces.append(Piece(text[done:start]))
        base_done += start - done
        if difference.base:
            pieces.append(Piece(_brief(difference.base.of(base)), Change.DROPPED))
            base_done = difference.base.end
        if end > start:
            pieces.append(Piece(text[start:end], Change.REPLACED if difference.base else Change.ADDED))
        done = end
    if text[done:]:
        pieces.append(Piece(text[done:]))
    return tuple(_spaced(pieces))


def _brief(words: str) -> str:
    """Return the first and last words of a long passage: the base stands in full beside every variant."""
    if len(words) <= LONGEST:
        return words
    lead, trail = words[: LONGEST // 2].rsplit(None, 1)[0], words[-LONGEST // 4 :].split(None, 1)[-1]
    return f"{lead}{GAP}{trail}"


def _place_in_variant(difference: Difference, text: str, *, done: int, base_done: int) -> tuple[int, int]:
    """Return the range of `difference` in the variant; for dropped words an empty one, at a word's edge."""
    if difference.variant:
        start = min(len(text), max(done, difference.variant.start))
        return start, min(len(text), max(start, difference.variant.end))
    ahead = difference.base.start - base_done if difference.base else 0
    start = min(len(text), max(done, done + ahead))
    while done < start < len(text) and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    return start, start


def _spaced(pieces: Sequence[Piece]) -> list[Piece]:
    """Put a space between two pieces that would run together only because one of them is the base's."""
    spaced: list[Piece] = []
    for piece in pieces:
        before = spaced[-1].text[-1:] if spaced else " "
        seam = piece.change is not None or (spaced and spaced[-1].change is not None)
        if seam and before.isalnum() and piece.text[:1].isalnum():
            spaced.append(Piece(" "))
        spaced.append(piece)
    return spaced


def is_comparable(pieces: Sequence[Piece]) -> bool:
    """Tell whether enough of a variant agrees with the base for differences to be shown word by word."""
    own = sum(len(piece.text) for piece in pieces if piece.change is not Change.DROPPED)
    alike = sum(len(piece.text) for piece in pieces if piece.change is None)
    return alike >= ALIKE * own


def text_of(attribution: Attribution, report_text: str) -> str:
    """Return the content of `attribution`, its ranges joined by a space."""
    return " ".join(span.of(report_text) for span in attribution.content)


def quoted_runs(text: str, attribution: Attribution, report_text: str) -> tuple[Run, ...]:
    """Cut the wording `text` of `attribution` into quoted and unquoted runs, with gaps where it is discontinuous.

    Should `text` not be the attribution's own (a variant may stand for several), nothing counts as quoted.
    """
    if text_of(attribution, report_text) != text:
        return (Run(text),)
    runs: list[Run] = []
    before: Span | None = None
    for span in attribution.content:
        if before is not None:
            between = report_text[before.end : span.start]
            runs.append(Run(GAP if any(map(str.isalnum, between)) else " "))
        runs += runs_of(span, attribution.quoted, report_text)
        before = span
    return tuple(runs)


def run_text(runs: Iterable[Run]) -> str:
    """Join `runs`, those that the report quotes between quotation marks."""
    return "".join(f"{run.opens}{run.text}{run.closes}" for run in runs)


def cut_text(runs: Sequence[Run], longest: int) -> str:
    """Join `runs` like `run_text`, only the first whole words, about `longest` characters; a mark that was opened is closed.

    >>> cut_text([Run("the ferry is "), Run("back for good", quoted=True, opens="“", closes="”")], 20)
    'the ferry is “back” […]'
    """
    shown: list[str] = []
    left = longest
    for place, run in enumerate(runs):
        if len(run.text) > left:
            short = _first_words(run.text, left)
            closes = run.closes or (_closing_after(runs, place) if run.quoted else "")
            shown.append(f"{run.opens}{short}{closes}" if short else "")
            return "".join(shown).rstrip() + CUT
        shown.append(f"{run.opens}{run.text}{run.closes}")
        left -= len(run.text)
    return "".join(shown)


def _first_words(text: str, longest: int) -> str:
    """Return the first whole words of `text`; of a word that is too long by itself none."""
    cut = text[: longest + 1]
    return cut.rsplit(None, 1)[0] if longest > 0 and any(map(str.isspace, cut.lstrip())) else ""


def _closing_after(runs: Sequence[Run], place: int) -> str:
    """Return the mark with which the run behind `place` begins: the wording itself holds it there."""
    found = _CLOSING.match(runs[place + 1].text) if place + 1 < len(runs) else None
    return found[1] if found else ""


_CLOSING = re.compile(f"[.,;:!?…]{{0,3}}([{''.join(sorted(MARKS))}])")
"""The mark that closes what is quoted may stand behind a point: ``“gone,” and then``."""
_CLOSERS = {'"': '"', "'": "'", "‘": "’", "’": "’", "«": "»", "»": "«", "‹": "›", "„": "“"}
_OPENERS = {'"': '"', "'": "'", "’": "‘", "»": "«", "«": "»", "›": "‹"}


def closing_at(text: str, end: int) -> str:
    """Return the mark that closes words ending at `end` of `text`, a point before it or none; empty where there is none."""
    found = _CLOSING.match(text, end)
    return found[1] if found else ""


def closer_of(opening: str) -> str:
    """Return the mark that closes what `opening` opens: a page must not close a straight mark by a curly one."""
    return _CLOSERS.get(opening, "”")


def opener_of(closing: str) -> str:
    """Return the mark that opens what `closing` closes."""
    return _OPENERS.get(closing, "“")


def runs_of(span: Span, quoted: Iterable[Span], text: str) -> list[Run]:
    """Cut `span` of a report's `text` at the edges of what the report quotes: only these runs are shown between marks."""
    runs: list[Run] = []
    done = span.start
    for part in sorted(quoted):
        start, end = max(done, part.start), min(span.end, part.end)
        if start >= end:
            continue
        if start > done:
            runs.append(Run(text[done:start]))
        has_opening = start > span.start and text[start - 1] in MARKS
        closing = _CLOSING.match(text, end, span.end)
        runs.append(
            Run(
                text[start:end],
                quoted=True,
                opens="" if has_opening else opener_of(closing[1] if closing else ""),
                closes="" if closing else closer_of(text[start - 1] if has_opening else ""),
            )
        )
        done = end
    if done < span.end:
        runs.append(Run(text[done : span.end]))
    return runs
