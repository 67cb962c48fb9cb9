"""Names of files, as they are shown and as they tell what is hidden."""

from __future__ import annotations

from typing import Final

_HIDDEN: Final = "__MACOSX"
"""Where macOS puts what it knows of the files in an archive."""


def printable(name: str) -> str:
    r"""Return `name` as text that can be written anywhere; bytes that are no UTF-8 become U+FFFD.

    >>> printable("quay-\udcff")
    'quay-\ufffd'
    """
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def is_hidden(name: str) -> bool:
    """Tell whether a file in an archive is one that a folder's listing would leave out.

    >>> is_hidden("site/.git/config"), is_hidden("../site/index.html")
    (True, False)
    """
    parts = [part for part in name.split("/") if part not in {"", ".", ".."}]
    return any(part.startswith(".") or part == _HIDDEN for part in parts)
