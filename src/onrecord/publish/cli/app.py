"""The command ``onrecord``: gathers the commands and says what its exit codes mean."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from onrecord import __version__
from onrecord.publish.cli.add import add
from onrecord.publish.cli.build import build
from onrecord.publish.cli.check import check
from onrecord.publish.cli.copy import copy
from onrecord.publish.cli.correct import correct
from onrecord.publish.cli.corrections import corrections
from onrecord.publish.cli.demo import demo
from onrecord.publish.cli.ending import EPILOG
from onrecord.publish.cli.export import export
from onrecord.publish.cli.mcp import mcp
from onrecord.publish.cli.score import score
from onrecord.publish.cli.search import search
from onrecord.publish.cli.serve import serve
from onrecord.publish.cli.show import show
from onrecord.publish.cli.stored import with_store
from onrecord.publish.cli.watch import watch
from onrecord.publish.cli.why import why

app = typer.Typer(
    name="onrecord",
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    epilog=EPILOG,
    help="Build the record of a news story: who said what, when, in whose words, and which reports merely copy.",
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in (
    build,
    add,
    watch,
    show,
    search,
    serve,
    mcp,
    why,
    correct,
    corrections,
    export,
    check,
    copy,
    score,
    demo,
):
    app.command(epilog=EPILOG)(command)


def _tell_version(asked: bool) -> None:  # noqa: FBT001 - the shape of a Typer callback
    if asked:
        typer.echo(f"onrecord {__version__}")
        raise typer.Exit


@app.callback()
def options(
    *,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_tell_version, is_eager=True, help="Show the version and stop."),
    ] = False,
) -> None:
    """Hold the options of the program itself."""


def run() -> None:
    """Run the command line on the arguments of this process."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # whoever started us closed it: what would go there goes nowhere
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - open to the end
    app(args=with_store(sys.argv[1:]))
