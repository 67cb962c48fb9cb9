"""``onrecord demo``: the record of the sample pile, and its page."""

from __future__ import annotations

from contextlib import chdir
from importlib.resources import as_file, files
from pathlib import Path
from typing import Annotated

import typer

from onrecord.publish.cli.ending import Code, ending


@ending
def demo(
    *,
    output: Annotated[
        Path,
        typer.Option(
            "-o", "--output", metavar="DIR", help="The folder to write into; made if it is missing."
        ),
    ] = Path("demo"),
) -> Code:
    """Build the record of the sample pile and say where its page lies."""
    from onrecord.publish.cli.build import build_and_tell
    from onrecord.publish.cli.console import plain
    from onrecord.publish.cli.export import Format, exported, write_whole
    from onrecord.publish.cli.lines import line, print_lines
    from onrecord.record import open_record
    from onrecord.settings import Settings

    output.mkdir(parents=True, exist_ok=True)
    folder = output.resolve()
    record, page = folder / "record.db", folder / "report.html"
    # Read from within, so that the record names no folder of this machine and is the same on every one.
    with as_file(files("onrecord").joinpath("sample")) as sample, chdir(sample):
        code = build_and_tell(["reports"], record, settings=Settings(), jobs=None, as_json=False)
    with open_record(record) as opened:
        write_whole(page, exported(opened.contents(), Format.HTML))
    print_lines(
        [
            line(),
            line(plain(f"The record: {record}")),
            line(plain(f"Its page, to open in a browser: {page}")),
        ]
    )
    return code
