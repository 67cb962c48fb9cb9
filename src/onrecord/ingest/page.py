"""One web page is one capture: its bytes exactly as they came."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.ingest.source import Source
    from onrecord.model.report import Capture

MEDIA_TYPE = "text/html"


def read_page(source: Source) -> Iterator[Capture]:
    """Yield the capture of a web page."""
    yield source.capture(source.payload(), MEDIA_TYPE)
