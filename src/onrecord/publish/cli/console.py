"""Where output goes, and what may be printed.

Text from reports could carry control characters that steer a terminal, or bidirectional controls that turn a line
around: all of it passes through `plain` before it is printed.
"""

from __future__ import annotations

import re
import sys
from io import TextIOWrapper
from typing import TYPE_CHECKING

from onrecord.publish.page.safe import SHOWN

if TYPE_CHECKING:
    from rich.console import Console

_BIDI = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_NAMED = {code: f"‹U+{code:04X}›" for code in (*_BIDI, 0x2028, 0x2029)}
_TERMINAL = {**SHOWN, **_NAMED}
_WHITE = re.compile(r"\s+")


def plain(text: str) -> str:
    r"""Return `text` on one line, its control and direction characters made visible.

    >>> plain("red \x1b[31m and\nturned \u202e")
    'red ␛[31m and turned ‹U+202E›'
    """
    return _WHITE.sub(" ", text.translate(_NAMED)).translate(_TERMINAL)


def console(*, err: bool = False) -> Console:
    """Return the console for output, or (`err`) for progress.

    Colour follows NO_COLOR and whether a terminal is there; what the terminal cannot encode is escaped.
    """
    from rich.console import Console

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    return Console(stderr=err, markup=False, highlight=False, emoji=False)


def write_json(value: object) -> None:
    """Write `value` to standard output as JSON, in UTF-8 whatever the terminal's encoding."""
    from onrecord.publish.export.record_json import to_text

    write_bytes(to_text(value, indent=2).encode("utf-8") + b"\n")


def write_bytes(payload: bytes) -> None:
    """Write `payload` to standard output as it is."""
    sys.stdout.flush()
    sys.stdout.buffer.write(payload)
    sys.stdout.buffer.flush()
