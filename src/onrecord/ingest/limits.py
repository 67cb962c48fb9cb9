"""How much of an input is read: every limit, and the account of what one place has used of them.

The account is kept for each place that a user names (one file, or standard input) and never over several, so that what is read
of a file does not depend on the others.
"""

from __future__ import annotations

from typing import Final

from onrecord.errors import SetAside

MIB: Final = 1024**2

LARGEST: Final = 64 * MIB
"""Bytes of one report, one JSON lines file or one member of an archive."""
TREE: Final = 16 * MIB
"""Bytes of a document that is taken apart whole (JSON, XML), which takes many times its size."""
DEPTH: Final = 10
"""Containers within containers, a compressed file counting as one."""
ENTRIES: Final = 100_000
"""Members of all archives and mails within one place."""
RECORDS: Final = 500_000
"""Records of all web archives within one place, those that are left out too."""
PIECES: Final = 1_000_000
"""Compressed pieces one after another in one file: in a web archive each record is one."""
UNPACKED: Final = 2048 * MIB
"""Bytes that may come out of all that is compressed within one place."""
RATIO: Final = 100
"""Bytes that may come out of one byte, beyond the first `GRACE`."""
GRACE: Final = MIB
KEPT: Final = 512 * MIB
"""Bytes of all captures of one place, which are held in memory together."""
ITEM: Final = 2048
"""Bytes that a capture or a problem counts for beside its payload."""
HEAD: Final = 64 * 1024
"""Bytes from which the kind of a payload is told."""
HEADERS: Final = MIB
"""Bytes of the headers of one record of a web archive."""
HEADER: Final = 2048
"""Bytes of one header of a mail; what is beyond is left out."""
TAR_HEADER: Final = 2048
"""Bytes of one header of a tar archive: a name or its attributes."""
TAR_HEADERS: Final = 128 * MIB
"""Bytes of all headers of one tar archive."""
MAIL_LINES: Final = 2_000_000
"""Lines of one mail."""
MAIL_PARTS: Final = 2000
"""Parts of one mail that hold others."""
WORK: Final = 100_000_000
"""Steps that reading one place may take where its size does not bound them: a line of a mail is one for each boundary that it is
compared with, a line of headers `LINE_WORK`, a chunk of a reply `CHUNK_WORK`."""
LINE_WORK: Final = 5
CHUNK_WORK: Final = 200
DIRECTORY: Final = 64 * MIB
"""Bytes of the directory of one zip archive."""


class Budget:
    """What one place has used of the limits that hold for all of it; going beyond raises `SetAside` for the place."""

    def __init__(self, place: str) -> None:
        self.place = place
        self._entries = 0
        self._records = 0
        self._unpacked = 0
        self._kept = 0
        self._work = 0

    def count_entry(self) -> None:
        """Count one member of an archive or a mail."""
        self._entries += 1
        if self._entries > ENTRIES:
            raise SetAside(
                "ingest.too-many",
                f"holds more than {ENTRIES:,} files; what comes after them is not read, so split it",
                self.place,
            )

    def count_record(self) -> None:
        """Count one record of a web archive."""
        self._records += 1
        if self._records > RECORDS:
            raise SetAside(
                "ingest.too-many",
                f"holds more than {RECORDS:,} records; what comes after them is not read, so split it",
                self.place,
            )

    def count_unpacked(self, size: int) -> None:
        """Count `size` bytes that came out of something compressed."""
        self._unpacked += size
        if self._unpacked > UNPACKED:
            raise SetAside(
                "ingest.unpacks-too-far",
                f"unpacks to more than {UNPACKED // MIB:,} MB; what comes after them is not read, so split it",
                self.place,
            )

    def count_kept(self, size: int) -> None:
        """Count a capture of `size` bytes, or a problem."""
        self._kept += size + ITEM
        if self._kept > KEPT:
            raise SetAside(
                "ingest.too-large",
                f"holds more than {KEPT // MIB:,} MB of reports; what comes after them is not read, so split it",
                self.place,
            )

    def count_work(self, steps: int) -> None:
        """Count `steps` of work that the size of an input does not bound."""
        self._work += steps
        if self._work > WORK:
            raise SetAside(
                "ingest.too-many",
                "is cut into more pieces than any file in use; the rest is not read, so take it apart",
                self.place,
            )
