"""Bytes become captures: files, folders and standard input, told apart by their content.

Reach for `read_captures`; everything that cannot be read comes back as a `Problem` beside the captures. `read_fact_tables`
reads what is known from outside the pile.
"""

from onrecord.ingest.captures import read_bytes, read_captures
from onrecord.ingest.door import READABLE
from onrecord.ingest.entries import is_watchable, read_entries
from onrecord.ingest.facts import read_fact_tables
from onrecord.ingest.items import capture_item, has_words, read_columns

__all__ = [
    "READABLE",
    "capture_item",
    "has_words",
    "is_watchable",
    "read_bytes",
    "read_captures",
    "read_columns",
    "read_entries",
    "read_fact_tables",
]
