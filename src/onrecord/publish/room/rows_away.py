"""The rows of a list, to take away: all that the list on a page has, as a table or as lines of JSON."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, cast
from urllib.parse import parse_qsl, urlsplit

from onrecord.errors import RecordError
from onrecord.model.found import Part
from onrecord.model.listing import MOST, Matrix
from onrecord.publish.api.calls import CALLS
from onrecord.publish.api.links import ROOT, with_links
from onrecord.publish.api.parameters import RefusedError, asked_of, read_parameters
from onrecord.publish.export.table import cell_of
from onrecord.publish.room.like import prepare_meanings
from onrecord.publish.room.links import address

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from onrecord.publish.api.calls import Call
    from onrecord.record import Record

    Json = dict[str, Any]

LARGEST = 20_000
"""Rows that a browser takes away at most."""
LIKE = "/statements/{id}/like"
_PARTS: Final = frozenset({"first", "most"})
_CALLS: Final = {call.path: call for call in CALLS if call.paged or call.path in {"/matrix", "/search", LIKE}}


@dataclass(frozen=True, slots=True, kw_only=True)
class RowsForm:
    """One form of a list's rows: its `label` on a button, how its files end, what servers call it, and what it holds."""

    label: str
    suffix: str
    media_type: str
    about: str


_TABLE = "text/csv; charset=utf-8; header=present"
ROWS_FORMS: Final = {
    "rows-csv-safe": RowsForm(
        label="Table (spreadsheet)",
        suffix=".csv",
        media_type=_TABLE,
        about="a row for each, and no cell is run as a formula",
    ),
    "rows-csv": RowsForm(
        label="Table (CSV)", suffix=".csv", media_type=_TABLE, about="the same, words exact"
    ),
    "rows-jsonl": RowsForm(
        label="JSON lines",
        suffix=".jsonl",
        media_type="application/jsonl",
        about="the same as the API has it",
    ),
}
"""The forms by name, in the order in which they are offered."""


def row_files(same: str) -> tuple[tuple[str, str, str], ...]:
    """Return where all rows of the list that the API tells at `same` are taken away: address, words of the button, what it holds."""
    parts = urlsplit(same)
    asked = {name: value for name, value in parse_qsl(parts.query) if name not in _PARTS}
    of = parts.path.removeprefix(f"{ROOT}/")
    if of == "search":
        asked.setdefault("part", Part.STATEMENTS.value)
    if of == "matrix":
        asked = dict(parse_qsl(parts.query))
    return tuple(
        (address(f"/take/{name}", of=of, **asked), form.label, form.about)
        for name, form in ROWS_FORMS.items()
    )


def rows_written(name: str, record: Record, given: Sequence[tuple[str, str]]) -> tuple[bytes, str]:
    """Return the rows that an address asks for in the form `name`, and a name for their file.

    Args:
        name: one of `ROWS_FORMS`.
        record: an open record.
        given: the question of the address: under ``of`` the call of the API, beside it what the call is asked.

    Raises:
        RecordError: when there is no such list, or it is asked for what it has not, or has too many rows.
    """
    of = next((value for one, value in given if one == "of"), "")
    rows = list(read_rows(record, of, [(one, value) for one, value in given if one != "of"]))
    stem = of.strip("/").replace("/", "-")
    if name == "rows-jsonl":
        return b"".join(map(_line, rows)), f"{stem}.jsonl"
    guarded = name == "rows-csv-safe"
    return _table(rows, guarded=guarded), f"{stem}{'-safe' if guarded else ''}.csv"


def read_rows(record: Record, of: str, given: Sequence[tuple[str, str]]) -> Iterator[Json]:
    """Yield all rows of a list of the API, each as the API tells it.

    Raises:
        RecordError: as `rows_written` does.
    """
    call, values = _called(of, given)
    seen = 0
    while True:
        answer = _answer(call, record, {**values, "first": seen} if call.path != "/matrix" else values)
        told = with_links(answer, record.find_places)
        if call.path == "/search":
            told = told[values["part"][0].value]
        rows = told["cells"] if isinstance(answer, Matrix) else told["rows"]
        yield from (_with_names(answer, row) for row in rows)
        seen += len(rows)
        if not rows or call.path in {"/matrix", LIKE} or seen >= told["total"]:
            return
        if told["total"] > LARGEST:
            raise RecordError(
                f"a list of more than {LARGEST:,} rows is taken away with `onrecord export`; a filter narrows it down"
            )


def _called(of: str, given: Sequence[tuple[str, str]]) -> tuple[Call, dict[str, Any]]:
    kind, _, rest = of.strip("/").partition("/")
    wanted, _, like = rest.partition("/")
    call = _CALLS.get(LIKE if (kind, like) == ("statements", "like") else f"/{kind}" if not rest else "")
    if call is None:
        raise RecordError("there is no such list to take away")
    try:
        values = dict(read_parameters(call.parameters, given))
    except RefusedError as error:
        raise RecordError(str(error)) from error
    if call.path == LIKE:
        return call, {**values, "id": wanted}
    if call.path == "/search":
        values["part"] = values.get("part", [Part.STATEMENTS])[:1]
    return call, values if call.path == "/matrix" else {**values, "most": MOST}


def _answer(call: Call, record: Record, values: Mapping[str, Any]) -> Any:
    if call.path != LIKE:
        return call.answer(record, values)
    from onrecord.model.listing import Listed

    asked = {name: value for name, value in values.items() if name not in {"id", "first"}}
    found = record.find_like(values["id"], asked=asked_of(asked), meanings=prepare_meanings())
    return Listed(rows=found, total=len(found), first=0)


def _with_names(answer: object, row: Json) -> Json:
    """Return a cell of the table of speakers by events with what the two are called; any other row as it is."""
    if not isinstance(answer, Matrix):
        return row
    names = {one.id: one.name for one in (*answer.speakers, *answer.events)}
    return {"speaker": names.get(row["speaker_id"]), "event": names.get(row["event_id"]), **row}


def _line(row: Json) -> bytes:
    """Return a row as a line of JSON in UTF-8; half of a surrogate pair, which UTF-8 cannot hold, makes all of it ASCII."""
    try:
        return f"{json.dumps(row, ensure_ascii=False)}\n".encode()
    except UnicodeEncodeError:
        return f"{json.dumps(row)}\n".encode()


def _table(rows: Sequence[Json], *, guarded: bool) -> bytes:
    flat = [dict(_cells("", row)) for row in rows]
    columns = list(dict.fromkeys(name for row in flat for name in row))
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows([cell_of(row.get(name, ""), guarded=guarded) for name in columns] for row in flat)
    # The mark tells spreadsheets that this is UTF-8.
    return text.getvalue().encode("utf-8-sig" if guarded else "utf-8")


def _cells(name: str, value: Any) -> Iterator[tuple[str, str]]:
    """Yield the cells of a value by the names of their columns: members of members under both names, several in one cell."""
    if isinstance(value, dict):
        for member, own in cast("Json", value).items():
            yield from _cells(f"{name}.{member}" if name else member, own)
    elif isinstance(value, list):
        yield name, "; ".join(map(_several, cast("Sequence[Any]", value)))
    elif isinstance(value, bool):
        yield name, "yes" if value else "no"
    else:
        yield name, "" if value is None else str(value)


def _several(value: Any) -> str:
    match value:
        case {"name": str(called)}:
            return called
        case [int(start), int(end)]:
            return f"{start}-{end}"
        case str() | int():
            return str(value)
        case _:
            return json.dumps(value, ensure_ascii=False)
