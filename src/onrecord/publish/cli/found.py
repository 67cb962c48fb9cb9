"""How hits of a search look in a terminal: what was looked for stands between brackets, in bold where there is any."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from rich.text import Text

from onrecord.model.found import Likeness, Part
from onrecord.publish.cli.console import plain
from onrecord.publish.cli.lines import Line, line
from onrecord.publish.page.wording import UNKNOWN_OUTLET, UNKNOWN_SPEAKER, count, listing, moment_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from onrecord.model.found import Alike, HitList, Hits, ReportHit, SpeakerHit, StatementHit
    from onrecord.model.listing import Named, StatementRow
    from onrecord.model.moment import Evidence
    from onrecord.model.span import Span

Hit = TypeVar("Hit")

INDENT = 4
LIKENESSES = {
    Likeness.SAME: "",
    Likeness.BEGINS: "",
    Likeness.SPELLED: ", spelled otherwise",
    Likeness.NEAR: ", a name like it: perhaps not meant",
}


def found_lines(hits: Hits, parts: Sequence[Part], names: Mapping[str, str] | None = None) -> list[Line]:
    """Return what was found in `parts`, or what was looked for where that is nowhere.

    `names` are what reports without a title go by, by their ids.
    """
    if not hits.sought:
        return [line("There is no word in what was asked: only letters and digits are looked for.")]
    lines: list[Line] = []
    tell: Mapping[Part, Callable[[], list[Line]]] = {
        Part.STATEMENTS: lambda: _part("Statements", hits.statements, _statement),
        Part.REPORTS: lambda: _part("Reports", hits.reports, lambda hit: _report(hit, names or {})),
        Part.SPEAKERS: lambda: _part("Speakers", hits.speakers, _speaker),
    }
    for part in Part:
        if part in parts:
            lines += tell[part]()
    if not lines:
        lines += [line(f"Nothing holds {_sought(hits)}.")]
    lines += [
        line(f"“{plain(one.text)}” by itself: {_held(one.held_by)}", indent=INDENT)
        for one in hits.sought
        if one.held_by is not None and len(hits.sought) > 1
    ]
    lines += [line(f"Did you mean: {plain(one.text)}") for one in hits.suggestions]
    if hits.unread:
        lines.append(
            line(f"{count(hits.unread, 'word')} of the question, behind the first, were not looked for.")
        )
    return lines


def _sought(hits: Hits) -> str:
    words = listing([f"“{plain(one.text)}”" for one in hits.sought])
    return words if len(hits.sought) == 1 else f"all of {words}"


def _held(number: int) -> str:
    return "nothing" if number == 0 else f"{number:,} wordings and reports"


def _part(name: str, found: HitList[Hit], tell: Callable[[Hit], Iterable[Line]]) -> list[Line]:
    if not found.total:
        return []
    total = f"more than {found.total:,}" if found.more else f"{found.total:,}"
    shown = f", shown from {found.first + 1:,}" if found.first else ""
    return [line((f"{name} ({total}{shown})", "bold")), *(one for hit in found.rows for one in tell(hit))]


def _statement(hit: StatementHit) -> list[Line]:
    return [
        _head(hit.row),
        Line(_credited(hit.credit, hit.text, hit.marks), INDENT, 2),
        _source(
            replace(hit.row, cue=hit.cue, manners=(hit.manner,) if hit.manner else hit.row.manners),
            hit.outlet,
            hit.title,
            hit.places[0] if hit.places else hit.place,
        ),
    ]


def _credited(credit: str, text: str, marks: Iterable[Span]) -> Text:
    """Return a wording behind the words that credit it: what was denied must not read as an assertion."""
    return Text.assemble((f"{plain(credit)}: " if credit else "", "dim"), marked(text, marks))


def _head(row: StatementRow) -> Line:
    speakers = listing([plain(one.name) for one in row.speakers]) or UNKNOWN_SPEAKER
    carried = f"{count(row.reports, 'report')}, {count(row.lineages, 'independent source')}"
    return line(
        (speakers, "bold"), f"  {moment_words(row.said)}; {carried}  ", (row.id, "dim"), hanging=INDENT
    )


def _source(row: StatementRow, outlet: Named | None, title: str | None, place: Evidence) -> Line:
    named = plain(outlet.name) if outlet else UNKNOWN_OUTLET
    told = f", {plain(title)}" if title else ""
    cite = f"{place.report_id}#c={place.span.start}-{place.span.end}"
    cue = f"; cue: {plain(' '.join(row.cue.split()))}" if row.cue else ""
    manners = ", ".join(manner.value for manner in row.manners)
    return line((f"{manners}{cue}  {named}{told}  {cite}", "dim"), indent=INDENT, hanging=2)


def _report(hit: ReportHit, names: Mapping[str, str]) -> list[Line]:
    outlet = plain(hit.outlet.name) if hit.outlet else UNKNOWN_OUTLET
    title = marked(hit.title, hit.title_marks) if hit.title else Text(plain(names.get(hit.id, "no title")))
    head = Text.assemble(title, f"  {outlet}, {moment_words(hit.published)}  ", (hit.id, "dim"))
    lines = [Line(head, 0, INDENT)]
    for one in hit.excerpts:
        place = f"  #c={one.span.start}-{one.span.end}"
        lines.append(Line(Text.assemble(marked(one.text, one.marks), (place, "dim")), INDENT, 2))
    if hit.others:
        lines.append(line((f"and {count(hit.others, 'other place')}", "dim"), indent=INDENT))
    return lines


def _speaker(hit: SpeakerHit) -> list[Line]:
    alias = "" if hit.name == hit.called else f" ({plain(hit.called)})"
    told = f"{alias}{LIKENESSES[hit.likeness]}  {count(hit.statements, 'statement')}  "
    return [Line(Text.assemble(marked(hit.name, hit.marks), told, (hit.id, "dim")), 0, INDENT)]


def alike_lines(found: Sequence[Alike]) -> list[Line]:
    """Return statements like another, each with the words that both have."""
    if not found:
        return [line("No other statement shares enough telling words with it.")]
    lines: list[Line] = []
    for one in found:
        lines += [
            _head(one.row),
            Line(_credited(one.row.credit, one.row.text, one.marks), INDENT, 2),
            line((f"in common: {', '.join(one.words)}", "dim"), indent=INDENT),
            _source(one.row, one.outlet, one.title, one.row.place),
        ]
    return lines


def marked(text: str, marks: Iterable[Span]) -> Text:
    """Return `text` with brackets around its marks.

    >>> from onrecord.model.span import Span
    >>> marked("the fares", [Span(4, 9)]).plain
    'the [fares]'
    """
    shown = Text()
    done = 0
    for mark in marks:
        shown.append(plain(text[done : mark.start]))
        shown.append(f"[{plain(mark.of(text))}]", "bold")
        done = mark.end
    shown.append(plain(text[done:]))
    return shown
