"""One plain-text file is one capture: its bytes exactly as they came."""

from __future__ import annotations

from onrecord.model import ids
from onrecord.model.report import Capture

MEDIA_TYPE = "text/plain"


def read_plain(payload: bytes, locator: str) -> Capture:
    """Return the capture of a text file found at `locator`."""
    return Capture(id=ids.report_id(payload), payload=payload, media_type=MEDIA_TYPE, locator=locator)
