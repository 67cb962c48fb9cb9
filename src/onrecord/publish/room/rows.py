"""Rows of lists as templates show them: wordings with their quoted parts between marks, and with what was found marked."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.publish.page.citations import shortened
from onrecord.publish.page.pieces import MARKS, closer_of, closing_at, opener_of
from onrecord.publish.page.wording import listing, moment_words
from onrecord.publish.room.links import Addresses

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.model.attribution import Manner
    from onrecord.model.found import Alike, StatementHit
    from onrecord.model.listing import StatementRow
    from onrecord.model.span import Span

LONGEST = 420
"""Characters of a wording that a list shows; its own page has the whole."""


@dataclass(frozen=True, slots=True)
class Run:
    """A run of a wording: the marks to show around it, and whether it was looked for."""

    text: str
    opens: str = ""
    closes: str = ""
    found: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementShown:
    """One statement of a list: the `row` it is told from, its wording in `runs`, and what is said of it.

    `credit` are the words that stand before the wording, which alone would read as an assertion: denied.
    """

    row: StatementRow
    runs: tuple[Run, ...]
    about: tuple[str, ...]
    credit: str
    when: str
    place: str


def marked_runs(text: str, quoted: Iterable[Span] = (), found: Iterable[Span] = ()) -> tuple[Run, ...]:
    """Cut `text`, shortened where it is long, at the edges of what is quoted and of what was found.

    Quotation marks are put around a quoted part where the text itself has none there.
    """
    short = shortened(text, LONGEST)
    quoted = sorted(span for span in quoted if span.start < min(span.end, len(short)))
    found = sorted(span for span in found if span.start < min(span.end, len(short)))
    edges = {edge for span in (*quoted, *found) for edge in (span.start, min(span.end, len(short)))}
    cuts = sorted({0, len(short), *edges})
    runs = [
        Run(
            short[start:end],
            opens=_opening(text, quoted, start),
            closes=_closing(text, quoted, min(end, len(short)), len(short)),
            found=any(one.start <= start and end <= one.end for one in found),
        )
        for start, end in pairwise(cuts)
    ]
    return (*runs, Run(" […]")) if short != text else tuple(runs)


def _opening(text: str, quoted: Sequence[Span], edge: int) -> str:
    """Return the mark to show where a quoted part opens: none where the text has it, else the fellow of its closing one."""
    part = next((one for one in quoted if one.start == edge), None)
    if part is None or text[edge - 1 : edge] in MARKS:
        return ""
    return opener_of(closing_at(text, part.end))


def _closing(text: str, quoted: Sequence[Span], edge: int, end: int) -> str:
    """Return the mark to show where a quoted part closes, of the same pair as the one before its words."""
    part = next((one for one in quoted if min(one.end, end) == edge), None)
    if part is None or (part.end <= end and closing_at(text, edge)):
        return ""
    before = text[part.start - 1 : part.start]
    return closer_of(before if before in MARKS else opener_of(closing_at(text, part.end)))


def shown_statements(rows: Iterable[StatementRow]) -> list[StatementShown]:
    """Return the rows of a list of statements as it shows them."""
    to = Addresses()
    return [
        StatementShown(
            row=row,
            runs=marked_runs(row.text, row.quoted),
            about=_about(row),
            credit=row.credit,
            when=moment_words(row.said),
            place=to.spans(row.place.report_id, row.content or (row.place.span,)),
        )
        for row in rows
    ]


def shown_hits(hits: Iterable[StatementHit]) -> list[StatementShown]:
    """Return statements found, with what was looked for marked in the wording that holds it."""
    to = Addresses()
    return [
        StatementShown(
            row=hit.row,
            runs=marked_runs(hit.text, hit.quoted, hit.marks),
            about=_about(hit.row) if hit.manner is None else _about_another(hit.row, hit.manner),
            credit=hit.credit,
            when=moment_words(hit.row.said),
            place=to.spans(
                hit.place.report_id, [place.span for place in hit.places] or hit.content or [hit.place.span]
            ),
        )
        for hit in hits
    ]


def shown_alike(found: Iterable[Alike]) -> list[StatementShown]:
    """Return statements like another, with the words that both have marked."""
    to = Addresses()
    shown: list[StatementShown] = []
    for one in found:
        nearness = [f"nearness of meaning {one.meaning} of 100"] if one.meaning is not None else []
        words = [f"shares {listing([f'“{word}”' for word in one.words[:5]])}"] if one.words else []
        shown.append(
            StatementShown(
                row=one.row,
                runs=marked_runs(one.row.text, one.row.quoted, one.marks),
                about=(*words, *nearness, *(() if one.same_story else ("of another story",))),
                credit=one.row.credit,
                when=moment_words(one.row.said),
                place=to.spans(one.row.place.report_id, one.row.content or (one.row.place.span,)),
            )
        )
    return shown


def _about(row: StatementRow) -> tuple[str, ...]:
    manners = ", ".join(manner.value for manner in row.manners)
    several = (f"{row.variants} wordings",) if row.variants > 1 else ()
    return (manners, *several)


def _about_another(row: StatementRow, manner: Manner) -> tuple[str, ...]:
    """Return what is said of a wording beside the base."""
    return manner.value, f"one of {row.variants} wordings, not the fullest"
