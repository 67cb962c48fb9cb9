"""One plain-text file is one capture: its bytes exactly as they came."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.ingest.source import Source
    from onrecord.model.report import Capture

MEDIA_TYPE = "text/plain"


def read_plain(source: Source) -> Iterator[Capture]:
    """Yield the capture of a text."""
    yield source.capture(source.payload(), MEDIA_TYPE)
