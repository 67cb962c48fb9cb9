"""One web page is one capture: its bytes exactly as they came."""

from __future__ import annotations

from onrecord.model import ids
from onrecord.model.report import Capture

MEDIA_TYPE = "text/html"


def read_page(payload: bytes, locator: str) -> Capture:
    """Return the capture of a web page found at `locator`."""
    return Capture(id=ids.report_id(payload), payload=payload, media_type=MEDIA_TYPE, locator=locator)
