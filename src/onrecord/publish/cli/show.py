"""``onrecord show``: a record in the terminal, as a whole, from one side, or one statement of it."""

from __future__ import annotations

from datetime import date  # noqa: TC003 - Typer reads the annotations
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.model.attribution import Level, Manner
from onrecord.publish.cli.day import read_day
from onrecord.publish.cli.ending import Code, ending
from onrecord.publish.cli.stored import Stored  # noqa: TC001 - Typer reads the annotations

if TYPE_CHECKING:
    from onrecord.publish.cli.asked import Asked
    from onrecord.record import Record


class View(StrEnum):
    """The sides from which a record can be seen."""

    SUMMARY = "summary"
    EVENTS = "events"
    STATEMENTS = "statements"
    STATEMENT = "statement"
    SPEAKERS = "speakers"
    TIMELINE = "timeline"
    REPORTS = "reports"
    DIVERGENCES = "divergences"
    PROBLEMS = "problems"


@ending
def show(  # noqa: PLR0913 - one parameter for each filter
    file: Stored,
    view: Annotated[View, typer.Argument(help="What to show.", show_default=True)] = View.SUMMARY,
    statement_id: Annotated[
        str | None,
        typer.Argument(metavar="[ID]", help="With `statement`: its id, the start of it, or its number (S3)."),
    ] = None,
    *,
    speaker: Annotated[str | None, typer.Option(help="Part of a name or alias, or an id.")] = None,
    outlet: Annotated[str | None, typer.Option(help="Part of an outlet's name, or its id.")] = None,
    since: Annotated[date | None, typer.Option(parser=read_day, metavar="DAY", help="First day.")] = None,
    until: Annotated[date | None, typer.Option(parser=read_day, metavar="DAY", help="Last day.")] = None,
    manner: Annotated[Manner | None, typer.Option(help="How a report gives the words.")] = None,
    event: Annotated[
        str | None, typer.Option(metavar="ID", help="An event's id, or its number (E1).")
    ] = None,
    level: Annotated[
        Level, typer.Option(help="Only what is read at this level or surer; possible is everything.")
    ] = Level.POSSIBLE,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> Code:
    """Show a record; filters narrow statements, and with them events, speakers and reports."""
    from onrecord.publish.cli.asked import Asked
    from onrecord.publish.cli.limited import open_limited

    asked = Asked(
        speaker=speaker,
        outlet=outlet,
        since=since,
        until=until,
        manner=manner,
        event=event,
        level=level,
    )
    _refuse_misuse(view, statement_id, asked)
    with open_limited(file, level) as record:
        return _show(record, view, asked, statement_id=statement_id, as_json=as_json)


def _refuse_misuse(view: View, statement_id: str | None, asked: Asked) -> None:
    if view is View.STATEMENT and not statement_id:
        raise typer.BadParameter("which statement? Give its id: `onrecord show FILE statements` lists them")
    if view is not View.STATEMENT and statement_id:
        raise typer.BadParameter(f"{view.value} takes no id; filter with --speaker, --event and so on")
    if asked.narrows and view in {View.SUMMARY, View.STATEMENT, View.DIVERGENCES, View.PROBLEMS}:
        raise typer.BadParameter(
            f"filters do not apply to {view.value}; they narrow statements, events, speakers, timeline and reports"
        )


def _show(record: Record, view: View, asked: Asked, *, statement_id: str | None, as_json: bool) -> Code:
    from onrecord.publish.cli.console import write_json
    from onrecord.publish.cli.lines import print_lines
    from onrecord.publish.cli.overview import overview, overview_as_json

    if view is View.SUMMARY:
        if as_json:
            write_json(overview_as_json(record))
        else:
            print_lines(overview(record))
        return Code.FINE
    from onrecord.publish.cli import shown_json, views
    from onrecord.publish.cli.asked import find_answer

    answer = find_answer(record, asked)
    if view is View.STATEMENT:
        statement = answer.statement(statement_id or "")
        if as_json:
            write_json(shown_json.statement(answer, statement))
        else:
            print_lines(views.statement(answer, statement))
        return Code.FINE
    if as_json:
        write_json(shown_json.SHOWN[view.value](answer))
    else:
        print_lines(views.VIEWS[view.value](answer))
    return Code.FINE
