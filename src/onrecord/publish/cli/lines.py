"""Lines for a terminal: they wrap under their own indent, and in a pipe they stay whole.

A line is printed as it is, with no blanks after it, so that what `grep` and `cut` see is what a reader sees.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.text import Text

from onrecord.publish.cli.console import console

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import Console

NARROWEST = 20
"""Columns that words keep at least, however narrow the window and deep the indent."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its words, how far it is indented, and how much further its continuations are."""

    text: Text
    indent: int = 0
    hanging: int = 0


def line(*parts: str | tuple[str, str], indent: int = 0, hanging: int = 0) -> Line:
    """Return a line of `parts`: words, or words with their style."""
    return Line(Text.assemble(*parts), indent, hanging)


def print_lines(lines: Iterable[Line]) -> None:
    """Print `lines` to standard output, wrapped to the window where there is one."""
    out = console()
    # Captured first: a closed pipe is then met by one plain write, and by whoever runs the command.
    with out.capture() as captured:
        for one in lines:
            for part in _wrapped(one, out):
                out.print(part, soft_wrap=True)
    sys.stdout.write(captured.get())


def _wrapped(one: Line, out: Console) -> list[Text]:
    if not out.is_terminal:
        return [Text(" " * one.indent) + one.text]
    width = max(NARROWEST, out.width - one.indent - one.hanging)
    parts: list[Text] = []
    for part in one.text.wrap(out, width):
        part.rstrip()
        parts.append(Text(" " * (one.indent + (one.hanging if parts else 0))) + part)
    return parts
