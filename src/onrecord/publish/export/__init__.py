"""A record in the forms that other programs read, and how near it comes to a reading made by hand."""

from onrecord.publish.export.lines import write_jsonl
from onrecord.publish.export.record_json import record_as_json, write_json
from onrecord.publish.export.schema_file import read_schema
from onrecord.publish.export.scoring import Case, Scores, score
from onrecord.publish.export.table import write_csv

__all__ = [
    "Case",
    "Scores",
    "read_schema",
    "record_as_json",
    "score",
    "write_csv",
    "write_json",
    "write_jsonl",
]
