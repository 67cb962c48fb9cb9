"""``onrecord search``: words in a record, with what was found marked in its place, or statements like one."""

from __future__ import annotations

import re
from datetime import date  # noqa: TC003 - Typer reads the annotations
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.model.attribution import Level, Manner  # noqa: TC001 - Typer reads the annotations
from onrecord.model.found import Part
from onrecord.model.listing import LARGEST_PLACE, MOST, Asked, Order
from onrecord.publish.cli.day import read_day
from onrecord.publish.cli.ending import Code, ending
from onrecord.publish.cli.stored import Stored  # noqa: TC001 - Typer reads the annotations

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.record import Record

USUAL = 10
"""Hits of each kind that are shown where nothing is said."""


@ending
def search(  # noqa: PLR0913 - one parameter for each filter
    file: Stored,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="WORDS...", help='Any words; "…" within quotation marks must follow one another.'
        ),
    ] = None,
    *,
    like: Annotated[
        str | None,
        typer.Option(metavar="ID", help="Instead: statements like this one, by its id or number (S2)."),
    ] = None,
    part: Annotated[
        list[Part] | None, typer.Option("--in", help="Where to look; everywhere by default.")
    ] = None,
    speaker: Annotated[str | None, typer.Option(help="Part of a name or alias, or an id.")] = None,
    outlet: Annotated[str | None, typer.Option(help="Part of an outlet's name, or its id.")] = None,
    since: Annotated[date | None, typer.Option(parser=read_day, metavar="DAY", help="First day.")] = None,
    until: Annotated[date | None, typer.Option(parser=read_day, metavar="DAY", help="Last day.")] = None,
    manner: Annotated[Manner | None, typer.Option(help="How a report gives the words.")] = None,
    level: Annotated[Level | None, typer.Option(help="Read at this level or surer.")] = None,
    event: Annotated[str | None, typer.Option(metavar="ID", help="An event's id.")] = None,
    story: Annotated[str | None, typer.Option(metavar="ID", help="A story's id.")] = None,
    independent: Annotated[
        int, typer.Option(min=0, max=LARGEST_PLACE, help="Carried by so many independent sources at least.")
    ] = 0,
    sort: Annotated[Order, typer.Option(help="By what hits stand in order.")] = Order.RELEVANCE,
    first: Annotated[int, typer.Option(min=0, max=LARGEST_PLACE, help="How many hits to pass over.")] = 0,
    most: Annotated[int, typer.Option(min=1, max=MOST, help="How many of each kind to show.")] = USUAL,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> Code:
    """Search what was said, reports and names of speakers."""
    from onrecord.record import open_record

    if (like is None) == (not words):
        raise typer.BadParameter("give words to look for, or --like and the id of a statement")
    asked = Asked(
        words=" ".join(words or ()),
        speaker=speaker,
        outlet=outlet,
        since=since,
        until=until,
        manner=manner,
        level=level,
        event=event,
        story=story,
        independent=independent,
        order=sort,
        first=first,
        most=most,
    )
    with open_record(file) as record:
        if like is not None:
            return _show_like(record, like, asked, as_json=as_json)
        return _show_found(record, asked, part or tuple(Part), as_json=as_json)


def _show_found(record: Record, asked: Asked, parts: Sequence[Part], *, as_json: bool) -> Code:
    from onrecord.model.plain import to_plain
    from onrecord.publish.cli.console import write_json
    from onrecord.publish.cli.found import found_lines
    from onrecord.publish.cli.lines import print_lines

    hits = record.find(asked, parts=parts)
    if as_json:
        write_json(to_plain(hits))
    else:
        bare = [hit.id for hit in hits.reports.rows if not hit.title]
        names = {key: title or "no title" for key, (_, title) in record.titles(bare).items()}
        print_lines(found_lines(hits, parts, names))
    return Code.FINE


def _by_number(record: Record, wanted: str) -> str:
    """Return the id of the statement of this number, as other commands give it; what is no number is an id itself."""
    from onrecord.publish.page.pile import pile_of

    if not re.fullmatch(r"(?i)[RES][0-9]{1,9}", wanted):
        return wanted
    pile = pile_of(record.contents())
    for statement in pile.statements:
        if pile.numbers[statement.id] == wanted.upper():
            return statement.id
    pile.refuse_number(wanted)
    return wanted


def _show_like(record: Record, statement_id: str, asked: Asked, *, as_json: bool) -> Code:
    from onrecord.annotate import load_meanings
    from onrecord.model.plain import to_plain
    from onrecord.publish.cli.console import write_json
    from onrecord.publish.cli.found import alike_lines
    from onrecord.publish.cli.lines import print_lines

    with_vectors = record.made_with().settings.get("vectors") == "true"
    meanings = load_meanings() if with_vectors else None
    found = record.find_like(_by_number(record, statement_id), asked=asked, meanings=meanings)
    if as_json:
        write_json(to_plain(found))
    else:
        print_lines(alike_lines(found))
    return Code.FINE
