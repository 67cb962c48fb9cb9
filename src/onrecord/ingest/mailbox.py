"""Where the mails of a mailbox begin: at a line "From …" behind an empty line and over headers, outside the parts of a mail.

A mail may quote another with all its headers, and a text may begin a line with the word; neither parts it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from onrecord.ingest.detect import ADDRESSED, MAILBOX, OF_MAIL
from onrecord.ingest.limits import LARGEST

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from onrecord.ingest.streams import Stream

_NEXT: Final = b"\nFrom "
_HEAD: Final = re.compile(
    rb"From [^\r\n]*\r?\n((?:[A-Za-z][A-Za-z0-9-]{0,60}:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n){0,50}){1,100})"
)
_NAME: Final = re.compile(rb"^([A-Za-z][A-Za-z0-9-]{0,60}):", re.MULTILINE)
_BOUNDARY: Final = re.compile(
    rb"^content-type:[ \t]*multipart/[^\r\n]*(?:\r?\n[ \t][^\r\n]*){0,50}?\bboundary=(?:\"([^\"\r\n]{1,200})\"|([^\s;\"]{1,200}))",
    re.IGNORECASE | re.MULTILINE,
)
_KNOWN: Final = OF_MAIL | ADDRESSED | {b"content-type"}
_TOP: Final = 64 * 1024
"""Bytes of a mail in which its head is looked for."""
_AHEAD: Final = 256 * 1024
"""Bytes behind a line "From …" in which the part that it may stand in goes on to the next."""


def part_mails(stream: Stream, largest: int = LARGEST) -> Iterator[bytes]:
    """Yield the mails of a mailbox, each up to a byte more than `largest`."""
    whole, parts, behind = bytearray(), _Parts(), b""
    unclosed = b""
    while stream.peek(1) or stream.read(1):
        piece = stream.read_until(_NEXT, largest + 1)
        stream.skip(1)
        head = _find_head(piece, behind) if whole else None
        if whole and head is not None and not parts.go_on(piece, head, stream):
            yield bytes(whole.removesuffix(b"\r"))
            whole = bytearray()
            unclosed = parts.unclosed or unclosed
        if whole:
            whole += b"\n"
        else:
            parts = _Parts(_find_boundary(piece))
        whole += piece[: max(0, largest + 1 - len(whole))]
        parts.pass_over(piece)
        # The end of what is longer than it may be is not known.
        behind = piece[-2:] if len(piece) <= largest else b"\n"
    if whole:
        yield without_cut_line(bytes(whole), [unclosed])


def without_cut_line(written: bytes, boundaries: Iterable[bytes] | None = None) -> bytes:
    """Return a mail less the line at which it ends, if that is the beginning of a line that parts a mail: "--=-pa".

    Args:
        written: as it stands in its file.
        boundaries: those of the mails around it; those that it states itself if not given.
    """
    start = written.rfind(b"\n") + 1
    if not written.startswith(b"-", start):
        return written
    last = written[start:]
    if boundaries is None:
        boundaries = (found[1] or found[2] for found in _BOUNDARY.finditer(written))
    lines = (b"--" + boundary for boundary in boundaries if boundary)
    return written[:start] if any(line != last and line.startswith(last) for line in lines) else written


class _Parts:
    """The parts of the mail that is read, as far as the line between them is stated at its top."""

    def __init__(self, boundary: bytes = b"") -> None:
        self._boundary = boundary
        self._line = b"\n--" + boundary
        self._open = bool(boundary)
        self._next = 0
        """The place in the stream at which another part is known to begin."""

    @property
    def unclosed(self) -> bytes:
        """What the line between parts says, while more of them are to come; nothing where none are."""
        return self._boundary if self._open else b""

    def pass_over(self, piece: bytes) -> None:
        """Take in more of the mail: its parts may end there."""
        if self._open and self._line + b"--" in piece:
            self._open = False

    def go_on(self, piece: bytes, head: bytes, stream: Stream) -> bool:
        """Tell whether parts of the mail come in `piece`, which begins with `head`, or behind it."""
        if not self._open or _boundary_of(head) == self._boundary:
            return False
        if self._line in piece or stream.taken < self._next:
            return True
        place = stream.peek(_AHEAD).find(self._line)
        self._next = stream.taken + place if place >= 0 else 0
        return place >= 0


def _find_head(piece: bytes, behind: bytes) -> bytes | None:
    """Return the headers over which a mail begins; None where none does."""
    if not behind.endswith((b"\n", b"\n\r")):
        return None
    head = _HEAD.match(piece, 0, _TOP)
    if head is None:
        return None
    known = {name.lower() for name in _NAME.findall(head[1])} & _KNOWN
    return head[1] if len(known) > (0 if MAILBOX.match(piece) else 1) else None


def _find_boundary(piece: bytes) -> bytes:
    head = _HEAD.match(piece, 0, _TOP)
    return _boundary_of(head[1]) if head is not None else b""


def _boundary_of(head: bytes) -> bytes:
    found = _BOUNDARY.search(head)
    return (found[1] or found[2]) if found is not None else b""
