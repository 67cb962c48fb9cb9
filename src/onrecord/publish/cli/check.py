"""``onrecord check``: hold a record to what it promises."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - Typer reads the annotations
from typing import Annotated

import typer

from onrecord.publish.cli.ending import Code, ending


@ending
def check(
    file: Annotated[Path, typer.Argument(metavar="FILE.db", help="The record.")],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print what was found as JSON.")] = False,
) -> Code:
    """Check every citation against the stored text, and every index against its table."""
    from onrecord.publish.cli.console import plain, write_json
    from onrecord.publish.cli.lines import line, print_lines
    from onrecord.record.verify import check as check_record

    findings = check_record(file)
    if as_json:
        write_json([{"code": one.code, "about": one.about, "message": one.message} for one in findings])
        return Code.FOUND if findings else Code.FINE
    print_lines(line(plain(f"{one.code} {one.about}: {one.message}"), hanging=2) for one in findings)
    if not findings:
        print_lines([line(plain(f"{file}: every citation stands, every index agrees with its table"))])
    return Code.FOUND if findings else Code.FINE
