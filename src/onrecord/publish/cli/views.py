"""How each side of a record looks in a terminal: lines that wrap, never tables wider than the window."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from rich.text import Text

from onrecord.model.statement import Change
from onrecord.publish.cli.console import plain
from onrecord.publish.cli.lines import Line, line
from onrecord.publish.page.divergences import divergent_facts
from onrecord.publish.page.pieces import cut_text, run_text
from onrecord.publish.page.statements import Wording, entry, wording
from onrecord.publish.page.wording import (
    BASES,
    CHANGES,
    UNKNOWN_SPEAKER,
    count,
    listing,
    moment_words,
    outlet_words,
    title_words,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from onrecord.model.attribution import Attribution
    from onrecord.model.report import Report
    from onrecord.model.statement import Statement
    from onrecord.publish.cli.asked import Answer
    from onrecord.publish.page.pieces import Piece

LONGEST = 240
"""Characters of a statement shown in a list."""
BRIEF = 100
"""Characters of a statement shown under its event."""
INDENT = 4
_INSIDE = re.compile(r"#\d+\Z")
STYLES = {Change.ADDED: "green underline", Change.REPLACED: "yellow underline", Change.DROPPED: "red strike"}


def _under(*parts: str | tuple[str, str], indent: int = INDENT) -> Line:
    return line(*parts, indent=indent, hanging=2)


def _head(*parts: str | tuple[str, str]) -> Line:
    return line(*parts, hanging=INDENT)


def _nothing(answer: Answer, what: str) -> list[Line]:
    return [line((f"No {what} fits." if answer.asked.leaves_out else f"This record holds no {what}.", "dim"))]


def statements(answer: Answer) -> list[Line]:
    """List the statements asked for, best corroborated first."""
    lines = [one for statement in answer.statements for one in _statement_lines(answer, statement)]
    return lines or _nothing(answer, "statement")


def _statement_lines(answer: Answer, statement: Statement) -> list[Line]:
    shown = entry(answer.pile, statement)
    base = shown.wordings[0]
    event = answer.pile.numbers.get(statement.event_id or "", "no event")
    wordings = count(len(shown.wordings), "wording")
    return [
        _head(
            (shown.number, "bold"),
            "  ",
            (plain(shown.speakers), "bold"),
            f"  {shown.when}, {event}  ",
            (statement.id, "dim"),
        ),
        _under((credit_text(base), "dim"), plain(cut_text(base.runs, LONGEST))),
        _under((f"{base.quotation}; {shown.carried}; {wordings}", "dim")),
    ]


def credit_text(told: Wording) -> str:
    """Return the words that credit a wording as they stand before it (``denied: ``); of direct speech none."""
    return f"{plain(told.credit)}: " if told.credit else ""


def statement(answer: Answer, one: Statement) -> list[Line]:
    """Show one statement: each wording, its differences from the base, and where it stands."""
    shown = entry(answer.pile, one)
    event = (
        f"{answer.pile.numbers[shown.event.id]} {plain(shown.event.what)}" if shown.event else "no one event"
    )
    lines = [
        _head((shown.number, "bold"), "  ", (plain(shown.speakers), "bold"), "  ", (one.id, "dim")),
        _under(f"{shown.when}, {event}"),
        _under(shown.carried),
        *(_under((plain(sentence), "dim")) for sentence in shown.counting),
    ]
    for told in shown.wordings:
        lines += [
            line(),
            line((f"{told.relation}, {told.quotation}", "bold"), indent=2),
            Line(_wording_text(told), INDENT, 2),
        ]
        if told.told:
            lines.append(_under((plain(told.told), "italic")))
        lines += [_standing(answer, standing.attribution) for standing in told.standings]
    return lines


def _wording_text(told: Wording) -> Text:
    text = Text(credit_text(told), style="dim")
    if not told.pieces:
        return Text.assemble(text, plain(run_text(told.runs)))
    text = Text.assemble(text)
    for piece in told.pieces:
        text.append_text(_piece_text(piece))
    return text


def _piece_text(piece: Piece) -> Text:
    # Guarded by a bar on either side, since a piece keeps the white space at its edges.
    words = plain(f"|{piece.text}|")[1:-1]
    if piece.change is None:
        return Text(words)
    opening, closing = ("[", "]") if piece.change is Change.DROPPED else ("{", "}")
    return Text(f"{opening}{CHANGES[piece.change][0]}{words}{closing}", style=STYLES[piece.change])


def _standing(answer: Answer, member: Attribution) -> Line:
    report = answer.pile.readings_by_id[member.report_id].report
    places = ", ".join(f"{span.start}-{span.end}" for span in member.content)
    cue = answer.pile.cue_words(member)
    return _under(
        plain(outlet_words(report)),
        (f"  {member.manner.value}, {member.judgement.level.value}{cue and '; ' + plain(cue)}  ", "dim"),
        plain(_place_of(report, member)),
        (f"  characters {places}", "dim"),
        indent=INDENT + 2,
    )


def _place_of(report: Report, member: Attribution) -> str:
    """Return path and line; only the path where the report is itself one line of a file."""
    path = report.paths[0] if report.paths else report.id
    if _INSIDE.search(path):
        return path
    return f"{path}:{report.text.count(chr(10), 0, member.content[0].start) + 1}"


def speakers(answer: Answer) -> list[Line]:
    """List the speakers asked for with how much each said."""
    said = Counter(entity_id for one in answer.statements for entity_id in one.speaker_ids)
    unknown = sum(not one.speaker_ids for one in answer.statements)
    lines: list[Line] = []
    for entity in sorted(answer.speakers, key=lambda one: (-said[one.id], one.name, one.id)):
        if not said[entity.id]:
            continue
        number = count(said[entity.id], "statement")
        lines.append(
            _head((plain(entity.name), "bold"), f"  {number}  ", (f"{entity.kind.value}  {entity.id}", "dim"))
        )
        if entity.roles:
            lines.append(_under(plain(listing([role.title for role in entity.roles]))))
        if entity.aliases:
            lines.append(_under((plain("also: " + "; ".join(entity.aliases)), "dim")))
        lines += [_under((plain(reason), "dim")) for reason in entity.merges]
    if unknown:
        lines.append(line((UNKNOWN_SPEAKER, "bold"), f"  {count(unknown, 'statement')}"))
    return lines or _nothing(answer, "speaker")


def events(answer: Answer) -> list[Line]:
    """List the events asked for with what their days rest on."""
    lines: list[Line] = []
    for event in answer.events:
        number = answer.pile.numbers[event.id]
        lines += [
            _head((number, "bold"), "  ", (plain(event.what), "bold"), "  ", (event.id, "dim")),
            _under(f"{moment_words(event.date)}; {plain(event.where or 'place not told')}"),
        ]
        if event.date:
            lines.append(_under((plain(f"{BASES[event.date.basis]}: {event.date.why}"), "dim")))
        for report_id in event.report_ids:
            report = answer.pile.readings_by_id[report_id].report
            title = f"{answer.pile.numbers[report_id]} {outlet_words(report)}: {title_words(report)}"
            lines.append(_under(plain(title)))
    return lines or _nothing(answer, "event")


def timeline(answer: Answer) -> list[Line]:
    """List the events asked for in order of time, and after them those whose day is not known."""
    lines: list[Line] = []
    for event in answer.events:
        number = answer.pile.numbers[event.id]
        lines.append(
            _head((moment_words(event.date), "bold"), "  ", plain(event.what), (f"  {number}", "dim"))
        )
        said = [one for one in answer.statements if one.event_id == event.id]
        lines += [_said_line(answer, one, moment_words(event.date)) for one in said]
    return lines or _nothing(answer, "event")


def _said_line(answer: Answer, one: Statement, happened: str) -> Line:
    """Tell what was said at an event; its own day, where that is known and another than the event's."""
    when = moment_words(one.said)
    base = wording(answer.pile, one.variants[0], one.variants[0].text)
    credit = f" — {credit_text(base)}" if base.credit else ": "
    return _under(
        (answer.pile.numbers[one.id], "dim"),
        f"  {plain(answer.pile.speaker_words(one.speaker_ids))}{credit}{plain(cut_text(base.runs, BRIEF))}",
        (f"  {when}" if one.said and when != happened else "", "dim"),
    )


def reports(answer: Answer) -> list[Line]:
    """List the reports asked for."""
    lines: list[Line] = []
    for reading in answer.reports:
        report = reading.report
        number = answer.pile.numbers[report.id]
        day = answer.pile.contents.linked.report_dates.get(report.id) or report.published
        event = answer.pile.event_by_report.get(report.id)
        happening = answer.pile.numbers[event.id] if event else "no event"
        attributions = count(len(reading.attributions), "attribution")
        lines += [
            _head((number, "bold"), "  ", (plain(outlet_words(report)), "bold"), "  ", (report.id, "dim")),
            _under(plain(title_words(report))),
            _under(f"{moment_words(day)}; {happening}; {attributions}"),
            _under((plain("; ".join(report.paths)), "dim")),
        ]
    return lines or _nothing(answer, "report")


def divergences(answer: Answer) -> list[Line]:
    """List all divergences, both sides in their sentences."""
    lines: list[Line] = []
    told = answer.pile.contents.linked.divergences
    for divergence, shown in zip(told, divergent_facts(answer.pile), strict=True):
        lines.append(_head((shown.slot, "bold"), "  ", (divergence.id, "dim")))
        for side in shown.sides:
            words = plain(f"{side.before}[{side.filler}]{side.after}")
            lines.append(_under(words, (f"  {side.citation.number} {plain(side.citation.outlet)}", "dim")))
    return lines or _nothing(answer, "divergence")


def problems(answer: Answer) -> list[Line]:
    """List all problems."""
    lines: list[Line] = []
    for problem in answer.problems:
        reading = answer.pile.readings_by_id.get(problem.report_id or "")
        where = problem.path or (reading.report.paths[0] if reading and reading.report.paths else "the pile")
        lines.append(_head((plain(where), "bold"), "  ", plain(problem.message), "  ", (problem.code, "dim")))
    return lines or _nothing(answer, "problem")


VIEWS: Mapping[str, Callable[[Answer], list[Line]]] = {
    "statements": statements,
    "events": events,
    "timeline": timeline,
    "speakers": speakers,
    "reports": reports,
    "divergences": divergences,
    "problems": problems,
}
