"""Tables of facts from outside the pile: CSV with the columns subject, relation, object, from, to and source.

A row that cannot be read is named with its line and left out; the rows after it are read on.
"""

from __future__ import annotations

import csv
import re
from calendar import monthrange
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Final

from onrecord.errors import IngestError
from onrecord.model.fact import Fact
from onrecord.model.ids import fact_id
from onrecord.model.problem import Problem
from onrecord.text.encodings import find_encoding, find_mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

COLUMNS: Final = ("subject", "relation", "object", "from", "to", "source")
STARTER: Final = "starter-facts.csv"
"""The table that comes with the program."""
_DAY: Final = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def read_fact_tables(paths: Sequence[str], *, starter: bool) -> tuple[tuple[Fact, ...], tuple[Problem, ...]]:
    """Return the facts of the tables at `paths`, and of the one that comes with the program if `starter` asks for it.

    The facts are sorted, each there once; the problems say which rows were left out.

    Raises:
        IngestError: when a table cannot be opened.
    """
    found = list(starter_facts()) if starter else []
    problems: list[Problem] = []
    for path in paths:
        for one in read_facts(_bytes_of(path), path):
            if isinstance(one, Problem):
                problems.append(one)
            else:
                found.append(one)
    return tuple(sorted(set(found), key=lambda fact: fact.id)), tuple(problems)


def starter_facts() -> tuple[Fact, ...]:
    """Return the facts that come with the program, in the order of their table."""
    payload = files("onrecord.ingest").joinpath(STARTER).read_bytes()
    return tuple(one for one in read_facts(payload, STARTER) if isinstance(one, Fact))


def read_facts(payload: bytes, locator: str) -> Iterator[Fact | Problem]:
    """Yield a fact for every row of the table at `locator`, a problem for every row that is none.

    Columns may stand in any order, and others beside them; semicolons and tabs are taken where the head has no comma. A day is
    written 2014-10-01; a month or a year alone (2014-10) stands for all of it.
    """
    encoding = find_encoding(payload)
    text = payload[len(find_mark(payload)) :].decode(encoding, "replace").replace("\0", "")
    lines = text.splitlines(keepends=True)
    head = lines[0] if lines else ""
    delimiter = "," if "," in head else next((one for one in ";\t" if one in head), ",")
    rows = csv.reader(lines, delimiter=delimiter)
    try:
        names: list[str] = next(rows, list[str]())
        places = {name.strip().casefold(): place for place, name in enumerate(names)}
        missing = [name for name in COLUMNS if name not in places]
        if missing:
            yield _problem(locator, 1, f"its head lacks {', '.join(missing)}; no row of it is read")
            return
        for row in rows:
            if any(value.strip() for value in row):
                yield _read_row(row, places, locator, rows.line_num)
    except csv.Error as error:
        yield _problem(locator, rows.line_num, f"is no CSV ({error}); the rows from here on are left out")


def _bytes_of(path: str) -> bytes:
    try:
        return Path(path).read_bytes()
    except OSError as error:
        reason = (error.strerror or "it cannot be read").lower()
        raise IngestError(
            f"{path}: {reason}; name a CSV file with the columns {', '.join(COLUMNS)}"
        ) from error


def _read_row(row: Sequence[str], places: Mapping[str, int], locator: str, line: int) -> Fact | Problem:
    values = [_value(row, places[name]) for name in COLUMNS]
    subject, relation, about, first, last, source = values
    fault = _find_fault(subject, relation, (first, last))
    if fault:
        return _problem(locator, line, f"{fault}; this row is left out")
    start, end = _read_day(first, last=False), _read_day(last, last=True)
    if start and end and start > end:
        return _problem(locator, line, f"ends on {last}, before it starts; this row is left out")
    return Fact(
        id=fact_id(*values),
        subject=subject,
        relation=relation.casefold(),
        object=about,
        first=start,
        last=end,
        source=source,
    )


def _value(row: Sequence[str], place: int) -> str:
    value = row[place] if place < len(row) else ""
    return " ".join(value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").split())


def _find_fault(subject: str, relation: str, days: Iterable[str]) -> str | None:
    if not subject or not relation:
        return "names no " + ("subject" if not subject else "relation")
    for day in days:
        if day and _read_day(day, last=False) is None:
            return f"{day!r} is no day such as 2014-10-01, no month and no year"
    return None


def _read_day(written: str, *, last: bool) -> date | None:
    """Return the first (or `last`) day of an ISO day, month or year; None where nothing, or no such day, is written.

    >>> _read_day("2014-10", last=False), _read_day("2014-10", last=True)
    (datetime.date(2014, 10, 1), datetime.date(2014, 10, 31))
    """
    found = _DAY.fullmatch(written)
    if found is None:
        return None
    year = int(found[1])
    month = int(found[2]) if found[2] else 12 if last else 1
    try:
        return date(year, month, int(found[3]) if found[3] else monthrange(year, month)[1] if last else 1)
    except ValueError:
        return None


def _problem(locator: str, line: int, fault: str) -> Problem:
    place = f"{locator}#{line}"
    return Problem(code="ingest.bad-fact", message=f"{place}: {fault}", path=place)
