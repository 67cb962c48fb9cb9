"""One file compressed by gzip, bzip2, xz or zstd: what is in it comes through the door under the same place.

A web archive is compressed record by record: where its first is damaged, the second tells what it is.
"""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from onrecord.ingest.limits import HEAD
from onrecord.ingest.unpack import Unpacked
from onrecord.ingest.warc import RECORD_MARK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.ingest.source import Item, Reader, Source


def read_compressed(kind: str) -> Reader:
    """Return the reader of files compressed by `kind`, one of `unpackers.MAGIC`."""

    def read(source: Source) -> Iterator[Item]:
        raw = Unpacked(source.stream, kind, locator=source.locator, budget=source.budget)
        suffix = PurePath(source.name).suffix.lower()
        inside = source.name[: -len(suffix)] if suffix in _SUFFIXES else source.name
        if suffix in _TAPES:
            inside = source.name[: -len(suffix)] + ".tar"
        found = source.inner(raw, locator=source.locator, name=inside, media_type=source.media_type)
        found.stream.begin_at(RECORD_MARK, HEAD)
        yield found if source.listed else found.as_named()

    return read


_SUFFIXES = frozenset({".gz", ".bz2", ".xz", ".zst"})
_TAPES = frozenset({".tgz", ".tbz2", ".txz", ".tzst"})
