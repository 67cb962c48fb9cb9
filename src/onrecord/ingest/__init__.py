"""Bytes become captures: files, folders and standard input, told apart by their content.

Reach for `read_captures`; everything that cannot be read comes back as a `Problem` beside the captures. `read_fact_tables`
reads what is known from outside the pile.
"""

from onrecord.ingest.captures import read_bytes, read_captures
from onrecord.ingest.door import READABLE
from onrecord.ingest.facts import read_fact_tables
from onrecord.ingest.items import read_columns

__all__ = ["READABLE", "read_bytes", "read_captures", "read_columns", "read_fact_tables"]
