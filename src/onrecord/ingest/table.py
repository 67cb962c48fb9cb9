"""CSV and TSV tables: each row that holds a text or a page is a report, its columns told by their names.

Tables of addresses without texts (Media Cloud's, for one) give no reports; one problem says how many rows there are.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING, Final

from onrecord.ingest.items import capture_item, has_words, read_item
from onrecord.lexicon.members import MEMBERS, as_name
from onrecord.model.problem import Problem
from onrecord.text.encodings import find_encoding, find_mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from onrecord.model.report import Capture

_DELIMITERS: Final = ",;\t|"
_SAMPLE: Final = 65536
_LONGEST_NAME: Final = 40
_FEWEST_KNOWN: Final = 2
_LARGEST_FIELD: Final = 64 * 1024 * 1024
_LOOKED: Final = 5
"""Rows that are looked at to tell a table by its form."""
_SEPARATOR: Final = re.compile(r"sep=[,;|\t]", re.IGNORECASE)
_PLAIN: Final = re.compile(r"[\w.-]+")
_TELLING: Final = frozenset({"text", "html", "title", "url"})


def is_table(payload: bytes, columns: Mapping[str, str] | None = None, *, named: bool = False) -> bool:
    r"""Tell whether `payload` starts with the names of a report's parts, and goes on with rows of which half and more have as many fields.

    Where `columns` gives the user's own names, all of them at the top make a table too; so do other names in a file that is `named` a
    table, and where semicolons or tabs, without a blank behind, part several rows alike: what they hold is told, and not read as words.

    >>> is_table(b"date,title,text\n2024-03-15,Quay,Ahoy\n"), is_table(b"Quay, a title\nAhoy\n")
    (True, False)
    """
    try:
        return _is_table(payload, columns or {}, named=named)
    except csv.Error:
        return False


def _is_table(payload: bytes, columns: Mapping[str, str], *, named: bool) -> bool:
    head = payload[:_SAMPLE]
    text = _without_separator(head[len(find_mark(head)) :].decode(find_encoding(head), "replace"))
    first, _, rest = text.partition("\n")
    for delimiter in _DELIMITERS:
        names = _split(first, delimiter)
        if len(names) > 1 and all(0 < len(name) <= _LONGEST_NAME for name in names):
            asked = {theirs.casefold() for theirs in columns.values()}
            called = asked <= {name.casefold() for name in names}
            known = {_member(name, columns) for name in names} - {None}
            if (columns and called) or (len(known) >= _FEWEST_KNOWN and known & _TELLING):
                # What is called a table, or asked to be one, is one whatever its rows are like: that is told row by row.
                if named or columns or not rest.strip():
                    return True
                rows = csv.reader(io.StringIO(rest, newline=""), delimiter=delimiter)
                looked = [row for row in islice(rows, _LOOKED) if row]
                return 2 * sum(_fits(row, names) for row in looked) >= len(looked)
    return any(
        _is_even(text, delimiter, named=named) for delimiter in (_DELIMITERS if named else _DELIMITERS[1:3])
    )


def _fits(row: Sequence[str], names: Sequence[str]) -> bool:
    """Tell whether a row has as many fields as there are names, empty ones behind the last not counted."""
    return len(row) >= len(names) and not any(field.strip() for field in row[len(names) :])


def _is_even(text: str, delimiter: str, *, named: bool) -> bool:
    """Tell whether the first rows have as many fields as there are names above them, whatever these are."""
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    names = [name.strip() for name in next(rows, list[str]())]
    looked = [row for row in islice(rows, _LOOKED) if row]
    if len(text) >= _SAMPLE // 4 and len(looked) < _LOOKED:
        # The last may break off with what is looked at.
        looked = looked[:-1]
    fewest, columns = (1, 2) if named else (2, 3)
    if not named and f"{delimiter} " in text.partition("\n")[0]:
        return False
    plain = all(0 < len(name) <= _LONGEST_NAME and name[-1] not in ".!?" for name in names)
    return (
        plain
        and columns <= len(names) == len(set(names))
        and len(looked) >= fewest
        and all(len(row) == len(names) for row in looked)
    )


def _without_separator(text: str) -> str:
    """Return a table without a first line that only says what parts its fields ("sep=;")."""
    first, _, rest = text.partition("\n")
    return rest if _SEPARATOR.fullmatch(first.strip()) else text


def _split(line: str, delimiter: str) -> list[str]:
    return [name.strip() for name in next(csv.reader([line.strip("\r")], delimiter=delimiter), list[str]())]


def read_table(
    payload: bytes, locator: str, *, columns: Mapping[str, str] | None = None
) -> Iterator[Capture | Problem]:
    """Yield a capture for every row that holds a text or a page, in order; rows are numbered from 2, below the names.

    `columns` says which column holds which member, where the names known in `items` do not tell.
    """
    text = _without_separator(payload[len(find_mark(payload)) :].decode(find_encoding(payload), "replace"))
    first = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=lambda one: len(_split(first, one)))
    csv.field_size_limit(_LARGEST_FIELD)
    lines = _Lines(text)
    rows = csv.reader(lines, delimiter=delimiter)
    wordless: list[int] = []
    letters: Counter[str] = Counter()
    names: list[str] = []
    number = 0
    try:
        for number, row in enumerate(rows, start=1):
            last = lines.taken()
            if number == 1:
                names = row
                if twice := sorted(
                    name for name, count in Counter(names).items() if count > 1 and name.strip()
                ):
                    yield _named_twice(locator, twice)
            elif fault := _fault_of(row, names, last=last if lines.ended else None, delimiter=delimiter):
                place = f"{locator}#{number}"
                yield Problem(code="ingest.bad-table", message=f"{place} {fault}", path=place)
            elif any(field.strip() for field in row):
                fields = _fields(names, row)
                members = read_item(fields, columns or {})
                if has_words(members):
                    yield capture_item(members, f"{locator}#{number}")
                else:
                    wordless.append(number)
                    letters.update({name: len(value) for name, value in fields.items()})
    except csv.Error as error:
        place = f"{locator}#{number + 1}"
        message = f"{place} is no row of a table ({error}); the rows from here on are left out"
        yield Problem(code="ingest.bad-table", message=message, path=place)
    if wordless:
        yield _without_words(locator, names, wordless, max(letters, key=lambda name: letters[name]))
    elif number <= 1:
        message = f"{locator} holds the names of columns and no rows"
        yield Problem(code="ingest.no-words", message=message, path=locator)


def _fault_of(row: Sequence[str], names: Sequence[str], *, last: str | None, delimiter: str) -> str:
    """Say why a row cannot be told from the next, or its fields from one another; nothing where they can.

    `last` are the lines of the row, where it is the last of the table.
    """
    if last is not None and len(row) < len(names) and not last.endswith(("\n", "\r")):
        return f"breaks off after {len(row)} of {len(names)} fields; it is left out, so get a whole copy"
    if last is not None and _breaks_off(last, delimiter):
        return "breaks off within a field that is quoted; it is left out, so get a whole copy"
    if any(field.strip() for field in row[len(names) :]):
        return f"has {len(row)} fields under {len(names)} columns, so that which is which is not told; it is left out"
    return ""


def _fields(names: Sequence[str], row: Sequence[str]) -> dict[str, str]:
    """Return the fields of a row by their columns; of columns of one name the first that is not empty."""
    fields: dict[str, str] = {}
    for name, value in zip(names, row, strict=False):
        if not fields.get(name, "").strip():
            fields[name] = value
    return fields


def _named_twice(locator: str, names: Sequence[str]) -> Problem:
    shown = ", ".join(names)[:200]
    message = (
        f"{locator}: more than one column is called {shown}; of each row the first that is not empty is read, so give the others "
        "another name if they hold other texts"
    )
    return Problem(code="ingest.bad-table", message=message, path=locator)


class _Lines:
    """The lines of a table, and those that its last row was made of."""

    def __init__(self, text: str) -> None:
        self._lines = io.StringIO(text, newline="")
        self._own: list[str] = []
        self.ended = False

    def __iter__(self) -> Iterator[str]:
        for line in self._lines:
            self._own.append(line)
            yield line
        self.ended = True

    def taken(self) -> str:
        """Return the lines given since this was last asked."""
        taken, self._own = "".join(self._own), []
        return taken


def _breaks_off(row: str, delimiter: str) -> bool:
    """Tell whether a row ends within quotation marks: the end of the table is missing."""
    try:
        list(csv.reader(io.StringIO(row, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        return "unexpected end" in str(error)
    return False


def _member(name: str, columns: Mapping[str, str]) -> str | None:
    key = name.casefold()
    own = next((member for member, theirs in columns.items() if theirs.casefold() == key), None)
    return own or MEMBERS.get(as_name(name))


def _without_words(locator: str, names: Sequence[str], rows: Sequence[int], longest: str) -> Problem:
    shown = ", ".join(names)[:200]
    option = (
        f"--column text={longest}"
        if _PLAIN.fullmatch(longest)
        else f"--column 'text={longest[:_LONGEST_NAME]}'"
    )
    message = (
        f"{locator}: {len(rows)} row(s) hold no text (the first is row {rows[0]}; the columns are {shown}); say which column "
        f"holds it, for instance {option}, or give the pages themselves"
    )
    return Problem(code="ingest.no-words", message=message, path=locator)
