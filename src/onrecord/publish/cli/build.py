"""``onrecord build``: a pile of reports becomes a record."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from pathlib import Path  # noqa: TC003 - Typer reads the annotations
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.publish.cli.ending import Code, ending
from onrecord.publish.cli.stored import refuse_addresses

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.record import Record
    from onrecord.settings import Settings


@ending
def build(  # noqa: PLR0913 - one parameter for each option of the command
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH", help="Files, folders of them, or - for standard input.")
    ],
    *,
    output: Annotated[
        str,
        typer.Option(
            "-o",
            "--output",
            "--store",
            metavar="FILE.db",
            help="The record to write: a file, or the address of a database (postgresql://…).",
            show_default=False,
        ),
    ],
    jobs: Annotated[
        int | None,
        typer.Option("--jobs", min=1, metavar="N", help="Processes to read with. Default: the cores."),
    ] = None,
    years: Annotated[
        str,
        typer.Option(
            "--years", metavar="FIRST-LAST", help="Where to place a day whose year no report gives."
        ),
    ] = "2000-2030",
    model: Annotated[
        str | None,
        typer.Option("--model", metavar="NAME", help="The spaCy pipeline, by package name or path."),
    ] = None,
    tagger: Annotated[
        bool,
        typer.Option("--tagger/--no-tagger", help="Read with the trained tagger beside the rules."),
    ] = True,
    wide: Annotated[
        bool,
        typer.Option(
            "--wide/--narrow", help="Also take what is held of a thing only named, or leave it out."
        ),
    ] = True,
    vectors: Annotated[
        bool,
        typer.Option("--vectors/--no-vectors", help="Compare what sentences mean, beside their words."),
    ] = True,
    facts: Annotated[
        list[Path] | None,
        typer.Option(
            "--facts",
            metavar="FILE.csv",
            exists=True,
            dir_okay=False,
            help="A table of facts that days may rest on: subject, relation, object, from, to, source.",
        ),
    ] = None,
    starter_facts: Annotated[
        bool,
        typer.Option("--starter-facts/--no-facts", help="Know who held which high office when."),
    ] = True,
    apart: Annotated[
        list[str] | None,
        typer.Option(
            "--apart",
            metavar="NAME|NAME",
            help="Two names that are two people or bodies, though they look like one.",
        ),
    ] = None,
    column: Annotated[
        list[str] | None,
        typer.Option(
            "--column",
            metavar="MEMBER=NAME",
            help="What a table or list calls a member of a report: text=Volltext, date=Datum.",
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the summary as JSON.")] = False,
) -> Code:
    """Read every report under PATH and write the record of the pile."""
    refuse_addresses(paths)
    settings = settings_of(years, model, tagger=tagger, wide=wide)
    settings = replace(
        settings,
        vectors=vectors,
        starter_facts=starter_facts,
        facts=tuple(str(path) for path in facts or ()),
        apart=tuple(_read_pair(pair) for pair in apart or ()),
        columns=tuple(columns_of(column).items()),
    )
    return build_and_tell(paths, output, settings=settings, jobs=jobs, as_json=as_json)


def settings_of(years: str, model: str | None, *, tagger: bool = True, wide: bool = True) -> Settings:
    """Return the settings that the options ask for.

    Raises:
        typer.BadParameter: when `years` is no range of years.
    """
    from onrecord.settings import Settings

    found = re.fullmatch(r"(\d{1,4})-(\d{1,4})", years)
    if found is None:
        raise typer.BadParameter(f"{years!r} is not of the form 2000-2030", param_hint="--years")
    first, last = int(found[1]), int(found[2])
    try:
        settings = Settings(years=(first, last), tagger=tagger, wide=wide)
        return replace(settings, model=model) if model else settings
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--years") from None


def columns_of(pairs: Sequence[str] | None) -> dict[str, str]:
    """Return the user's name for each member of a report.

    Raises:
        typer.BadParameter: when one of `pairs` is not of the form text=NAME.
    """
    from onrecord.ingest import read_columns

    try:
        return read_columns(pairs or ())
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--column") from None


def _read_pair(pair: str) -> tuple[str, str]:
    first, bar, second = (part.strip() for part in pair.partition("|"))
    if not (first and bar and second) or first == second or set(first + second) & set("|;"):
        raise typer.BadParameter(
            f"{pair!r} is not of the form 'Ana Velik|Ana Velik-Roe'", param_hint="--apart"
        )
    return first, second


def build_and_tell(
    paths: Sequence[str], output: str | Path, *, settings: Settings, jobs: int | None, as_json: bool
) -> Code:
    """Build the record of `paths` at `output`, print its summary, and say whether every input could be read."""
    from onrecord.pipeline import build as build_record
    from onrecord.publish.cli.progress import Bar

    with Bar() as bar:
        record = build_record(
            paths, output, settings=settings, jobs=jobs, progress=bar.show, stdin=sys.stdin.buffer
        )
    with record:
        return tell(record, as_json=as_json)


def tell(record: Record, *, as_json: bool) -> Code:
    """Print the summary of `record`; return `Code.PARTLY` when some inputs gave no report."""
    from onrecord.publish.cli.console import write_json
    from onrecord.publish.cli.lines import print_lines
    from onrecord.publish.cli.overview import overview, overview_as_json

    if as_json:
        write_json(overview_as_json(record))
    else:
        print_lines(overview(record))
    unread = [problem for problem in record.problems() if problem.report_id is None and problem.path]
    return Code.PARTLY if unread else Code.FINE
