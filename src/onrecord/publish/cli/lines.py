"""Lines for a terminal: they wrap under their own indent, and in a pipe they stay whole.

A line is printed as it is, with no blanks after it, so that what `grep` and `cut` see is what a reader sees.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.text import Text

from onrecord.publish.cli.console import console

if TYPE_CHECKING:
    from collections.abc import Iterable

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
    for one in lines:
        if not out.is_terminal:
            out.print(Text(" " * one.indent) + one.text, soft_wrap=True)
            continue
        width = max(NARROWEST, out.width - one.indent - one.hanging)
        for number, part in enumerate(one.text.wrap(out, width)):
            part.rstrip()
            lead = one.indent + (one.hanging if number else 0)
            out.print(Text(" " * lead) + part, soft_wrap=True)
