"""Bytes become captures: files, folders and standard input, told apart by their content.

Reach for `read_captures`; everything that cannot be read comes back as a `Problem` beside the captures.
"""

from onrecord.ingest.captures import read_captures

__all__ = ["read_captures"]
