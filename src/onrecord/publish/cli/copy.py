"""``onrecord copy``: a record goes from one store to another."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.publish.cli.ending import Code, ending


@ending
def copy(
    source: Annotated[
        str, typer.Argument(metavar="FROM", help="The record: a file, or the address of a database.")
    ],
    target: Annotated[
        str, typer.Argument(metavar="TO", help="Where the copy shall stand: a file, or such an address.")
    ],
    *,
    replace: Annotated[
        bool, typer.Option("--replace", help="Let the copy take the place of a record that stands there.")
    ] = False,
) -> Code:
    """Copy a record between files and databases, whole or not at all."""
    from onrecord.publish.cli.console import plain
    from onrecord.record import copy_record
    from onrecord.record.stores.postgresql_address import without_secrets

    reports = copy_record(source, target, replace=replace)
    typer.echo(plain(f"{without_secrets(target)}: {reports:,} reports, as they were sealed"))
    return Code.FINE
