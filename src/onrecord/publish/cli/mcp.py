"""``onrecord mcp``: the record as tools of an assistant, over standard input and output."""

from __future__ import annotations

from onrecord.publish.cli.ending import Code, ending
from onrecord.publish.cli.stored import Stored  # noqa: TC001 - Typer reads the annotations


@ending
def mcp(file: Stored) -> Code:
    """Serve a record, read only, to an assistant that speaks the Model Context Protocol on standard input and output."""
    from onrecord import __version__
    from onrecord.publish.assistant.serving import serve
    from onrecord.record import open_record

    with open_record(file) as record:
        serve(record, version=__version__)
    return Code.FINE
