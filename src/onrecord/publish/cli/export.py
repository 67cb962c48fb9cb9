"""``onrecord export``: a record, or a part of it, in the forms that other programs, and people, read."""

from __future__ import annotations

import os
import tempfile
from dataclasses import replace
from datetime import date  # noqa: TC003 - Typer reads the annotations
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.errors import RecordError
from onrecord.model.attribution import Level, Manner
from onrecord.publish.cli.day import read_day
from onrecord.publish.cli.ending import Code, ending
from onrecord.publish.cli.stored import Stored  # noqa: TC001 - Typer reads the annotations

if TYPE_CHECKING:
    from onrecord.model.contents import Contents
    from onrecord.publish.export.chosen import Chosen
    from onrecord.record import Record


class Format(StrEnum):
    """What a record can be exported as: the names of `onrecord.publish.export.formats`."""

    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    CSV_SAFE = "csv-safe"
    HTML = "html"
    PARQUET = "parquet"
    BRIEF_HTML = "brief-html"
    BRIEF_MD = "brief-md"
    BRIEF_DOCX = "brief-docx"
    JSONLD = "jsonld"
    WEBANNO = "webanno"
    TEI = "tei"
    CSL = "csl"
    BIBTEX = "bibtex"
    RIS = "ris"
    FTM = "ftm"


class Table(StrEnum):
    """The tables of a record."""

    REPORTS = "reports"
    SPEAKERS = "speakers"
    ATTRIBUTIONS = "attributions"
    STATEMENTS = "statements"
    EVENTS = "events"


_PART = "Only this {}: its id, the start of it{}."


@ending
def export(  # noqa: PLR0913 - one parameter for each option
    file: Stored,
    *,
    form: Annotated[
        Format,
        typer.Option(
            "--format", help="The form to write; docs/exports.md tells of each.", show_default=False
        ),
    ],
    output: Annotated[
        str, typer.Option("-o", "--output", metavar="PATH", help="Where to write; - is standard output.")
    ] = "-",
    statement: Annotated[
        str | None, typer.Option(metavar="ID", help=_PART.format("statement", ", or its number (S3)"))
    ] = None,
    event: Annotated[
        str | None, typer.Option(metavar="ID", help=_PART.format("event", ", or its number (E1)"))
    ] = None,
    story: Annotated[str | None, typer.Option(metavar="ID", help=_PART.format("story", ""))] = None,
    speaker: Annotated[
        str | None, typer.Option(metavar="ID", help=_PART.format("speaker", ", or a whole name"))
    ] = None,
    outlet: Annotated[str | None, typer.Option(help="Only what this outlet carries, as in `show`.")] = None,
    since: Annotated[date | None, typer.Option(parser=read_day, metavar="DAY", help="First day.")] = None,
    until: Annotated[date | None, typer.Option(parser=read_day, metavar="DAY", help="Last day.")] = None,
    manner: Annotated[Manner | None, typer.Option(help="How a report gives the words.")] = None,
    table: Annotated[Table, typer.Option(help="parquet: which table.")] = Table.ATTRIBUTIONS,
    texts: Annotated[
        bool,
        typer.Option(
            "--texts",
            help="With the full texts of reports, where the form has a place for them; they belong to their outlets.",
        ),
    ] = False,
    guarded: Annotated[
        bool, typer.Option("--guarded", help="With csv the same as --format csv-safe.")
    ] = False,
    level: Annotated[
        Level, typer.Option(help="Only what is read at this level or surer; possible is everything.")
    ] = Level.POSSIBLE,
) -> Code:
    """Write the record, or a part of it, in another form."""
    from onrecord.publish.cli.console import write_bytes
    from onrecord.record import is_record, open_record

    target = Path(output)
    if output != "-" and target.is_file() and is_record(target):
        raise RecordError(f"{output}: a record, left as it is; choose another name for the export")
    wanted = {"statement": statement, "event": event, "story": story, "speaker": speaker}
    with open_record(file) as record, record.at_one_moment():
        among = found_by(
            record,
            outlet=outlet,
            since=since,
            until=until,
            manner=manner,
        )
        contents = at_level(record.contents(), level)
    choice = replace(chosen(contents, wanted, texts=texts, table=table), among=among)
    payload = exported(contents, form, choice=choice, guarded=guarded)
    if output == "-":
        write_bytes(payload)
    else:
        write_whole(target, payload)
    return Code.FINE


def found_by(
    record: Record, *, outlet: str | None, since: date | None, until: date | None, manner: Manner | None
) -> frozenset[str] | None:
    """Return the ids of the statements that fit these filters, which are those of ``show``; None where none is given."""
    if not any((outlet, since, until, manner)):
        return None
    found = record.statements(outlet=outlet, since=since, until=until, manner=manner)
    return frozenset(one.id for one in found)


def chosen(
    contents: Contents, wanted: dict[str, str | None], *, texts: bool = False, table: str = "attributions"
) -> Chosen:
    """Return what is asked for: of the parts of `wanted`, by name, at most one may be given.

    Raises:
        RecordError: when the record has no such part, or several that fit.
        typer.BadParameter: when several parts are asked for.
    """
    from onrecord.publish.export.chosen import Part, find_chosen

    given = {Part(name): value for name, value in wanted.items() if value is not None}
    if len(given) > 1:
        raise typer.BadParameter(f"one part at a time: {' or '.join(f'--{part.value}' for part in given)}")
    for part, value in given.items():
        return find_chosen(contents, part, value, texts=texts, table=table)
    return find_chosen(contents, Part.RECORD, texts=texts, table=table)


def at_level(contents: Contents, level: Level) -> Contents:
    """Return `contents` down to `level`."""
    if level is Level.POSSIBLE:
        return contents
    from onrecord.publish.export.limits import at_least

    return at_least(contents, level)


def exported(
    contents: Contents,
    form: Format,
    *,
    choice: Chosen | None = None,
    guarded: bool = False,
    level: Level = Level.POSSIBLE,
) -> bytes:
    """Return `contents`, down to `level` and narrowed to `choice`, as the bytes of a file of that form.

    `guarded` is for CSV that a spreadsheet opens.

    Raises:
        RecordError: when the form cannot be of that part, or needs what is not installed.
    """
    from onrecord.publish.export.chosen import Chosen
    from onrecord.publish.export.formats import written

    name = Format.CSV_SAFE if guarded and form is Format.CSV else form
    return written(name.value, at_level(contents, level), choice or Chosen())


def write_whole(path: Path, payload: bytes) -> None:
    """Write `payload` to `path` wholly or not at all: a full disk must not leave half a file.

    A device or a pipe is written to as it is, never replaced by a file; a link keeps leading where it leads.

    Raises:
        RecordError: when the folder is not there.
    """
    if path.exists() and not path.is_file():
        path.write_bytes(payload)
        return
    path = path.resolve()
    if not path.parent.is_dir():
        raise RecordError(f"{path}: the folder {path.parent} is not there; make it first")
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(payload)
        Path(name).chmod(0o666 & ~_mask())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
