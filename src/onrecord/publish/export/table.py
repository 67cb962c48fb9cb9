"""A record as a table: one row for each attribution, as RFC 4180 has it (commas, CRLF, doubled quotation marks).

Words stand exactly as in the report. A spreadsheet takes a cell that starts with = + - or @ for a formula, which a
report can be made to contain; `guarded` puts an apostrophe before such cells and shows control characters by signs, and so changes what they say. The last column names
the columns whose cells are not exactly the record's: those, and cells with half a surrogate pair, which UTF-8 cannot hold.
"""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Any

from onrecord.publish.export.markup import carried

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import TextIO

Row = dict[str, str]

COLUMNS = (
    "attribution",
    "statement",
    "event",
    "report",
    "outlet",
    "path",
    "date_from",
    "date_to",
    "date_basis",
    "published_from",
    "published_to",
    "published_basis",
    "speaker_ids",
    "speakers",
    "manner",
    "act",
    "level",
    "content",
    "quoted",
    "source",
    "cue",
    "reports",
    "lineages",
    "changed",
)
"""The columns, in order; docs/record-format.md says what each holds."""

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def rows_of(record_json: Mapping[str, Any]) -> Iterator[Row]:
    """Yield a row for each attribution of `record_json` (as `record_as_json` gives it), in its order, less the last column."""
    reports = {report["id"]: report for report in record_json["reports"]}
    statements = {statement["id"]: statement for statement in record_json["statements"]}
    names = {speaker["id"]: speaker["name"] for speaker in record_json["speakers"]}
    for attribution in record_json["attributions"]:
        report = reports[attribution["report"]]
        statement = statements.get(attribution["statement"], {})
        corroboration = statement.get("corroboration", {"reports": "", "lineages": ""})
        text = report["text"]
        yield {
            "attribution": attribution["id"],
            "statement": attribution["statement"] or "",
            "event": statement.get("event") or "",
            "report": report["id"],
            "outlet": report["outlet"]["name"] if report["outlet"] else "",
            "path": report["path"],
            **_date("date", statement.get("date")),
            **_date("published", report["date"]),
            "speaker_ids": "; ".join(attribution["speakers"]),
            "speakers": "; ".join(names[speaker] for speaker in attribution["speakers"]),
            "manner": attribution["manner"],
            "act": attribution["act"],
            "level": attribution["judgement"]["level"],
            "content": " ".join(text[start:end] for start, end in attribution["content"]),
            "quoted": _quoted(attribution),
            "source": _words(text, attribution["source"]),
            "cue": _words(text, attribution["cue"]),
            "reports": str(corroboration["reports"]),
            "lineages": str(corroboration["lineages"]),
        }


def write_csv(record_json: Mapping[str, Any], file: TextIO, *, guarded: bool = False) -> None:
    """Write the table of `record_json` to `file`, which must be opened with ``newline=""``.

    Args:
        record_json: a record, as `record_as_json` gives it.
        file: a text file in UTF-8; what UTF-8 has no form for is written as U+FFFD.
        guarded: put an apostrophe before every cell that a spreadsheet would take for a formula.
    """
    writer = csv.writer(file)
    writer.writerow(COLUMNS)
    for row in rows_of(record_json):
        cells = {column: cell_of(words, guarded=guarded) for column, words in row.items()}
        changed = [column for column in COLUMNS[:-1] if cells[column] != row[column]]
        writer.writerow([*(cells[column] for column in COLUMNS[:-1]), "; ".join(changed)])


def cell_of(words: str, *, guarded: bool) -> str:
    """Return what a cell of a table has of `words`: in UTF-8, and `guarded` so that no spreadsheet takes it for a formula."""
    whole = words.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    if not guarded:
        return whole
    seen = carried(whole)
    return f"'{seen}" if seen.startswith(_FORMULA_STARTS) else seen


def _date(name: str, date: Mapping[str, Any] | None) -> Row:
    told = date or {}
    return {
        f"{name}_from": told.get("from") or "",
        f"{name}_to": told.get("to") or "",
        f"{name}_basis": told.get("basis") or "",
    }


def _quoted(attribution: Mapping[str, Any]) -> str:
    """All, part or none of the content stands between quotation marks."""
    if not attribution["quoted"]:
        return "no"
    return "yes" if attribution["quoted"] == attribution["content"] else "partly"


def _words(text: str, span: list[int] | None) -> str:
    return "" if span is None else text[span[0] : span[1]]
