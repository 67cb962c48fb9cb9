"""What the pages look like, as one digest: the templates, style sheets and scripts they are made of."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2] / "src" / "onrecord" / "publish"
PICTURES = ("stories", "event", "statement", "speaker", "who-said-what", "report")
"""The pages of the room that README and docs show."""


def look_digest() -> str:
    """Return the digest of all that makes the look of the page and of the room."""
    folders = (SOURCE / "page" / "templates", SOURCE / "room" / "templates", SOURCE / "room" / "static")
    found = sorted(path for folder in folders for path in folder.iterdir() if path.is_file())
    digest = sha256()
    for path in found:
        digest.update(path.name.encode() + b"\x00" + path.read_bytes() + b"\x00")
    return digest.hexdigest()
