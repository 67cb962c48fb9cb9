"""``onrecord export``: a record in the forms that other programs, and people, read."""

from __future__ import annotations

import io
import os
import tempfile
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.errors import RecordError
from onrecord.model.attribution import Level
from onrecord.publish.cli.ending import Code, ending

if TYPE_CHECKING:
    from onrecord.model.contents import Contents


class Format(StrEnum):
    """What a record can be exported as."""

    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    HTML = "html"


@ending
def export(
    file: Annotated[Path, typer.Argument(metavar="FILE.db", help="The record.")],
    *,
    form: Annotated[
        Format,
        typer.Option(
            "--format",
            help="json: the whole record. jsonl: one item a line. csv: one attribution a row. html: the page.",
            show_default=False,
        ),
    ],
    output: Annotated[
        str, typer.Option("-o", "--output", metavar="PATH", help="Where to write; - is standard output.")
    ] = "-",
    guarded: Annotated[
        bool,
        typer.Option("--guarded", help="csv: put ' before cells that a spreadsheet would run as formulas."),
    ] = False,
    level: Annotated[
        Level, typer.Option(help="Only what is read at this level or surer; possible is everything.")
    ] = Level.POSSIBLE,
) -> Code:
    """Write the record in another form."""
    from onrecord.publish.cli.console import write_bytes
    from onrecord.record import is_record, open_record

    target = Path(output)
    if output != "-" and target.is_file() and is_record(target):
        raise RecordError(f"{output}: a record, left as it is; choose another name for the export")
    with open_record(file) as record:
        payload = exported(record.contents(), form, guarded=guarded, level=level)
    if output == "-":
        write_bytes(payload)
    else:
        write_whole(target, payload)
    return Code.FINE


def exported(
    contents: Contents, form: Format, *, guarded: bool = False, level: Level = Level.POSSIBLE
) -> bytes:
    """Return `contents`, down to `level`, as the bytes of a file of that form.

    `guarded` is for CSV that a spreadsheet opens.
    """
    if level is not Level.POSSIBLE:
        from onrecord.publish.export.limits import at_least

        contents = at_least(contents, level)
    if form is Format.HTML:
        from onrecord.publish.page import render_page

        return render_page(contents).encode("utf-8")
    from onrecord.publish.export.lines import write_jsonl
    from onrecord.publish.export.record_json import record_as_json, write_json
    from onrecord.publish.export.table import write_csv

    text = io.StringIO(newline="")
    value = record_as_json(contents)
    match form:
        case Format.JSON:
            write_json(value, text)
        case Format.JSONL:
            write_jsonl(value, text)
        case Format.CSV:
            write_csv(value, text, guarded=guarded)
    return text.getvalue().encode("utf-8")


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
