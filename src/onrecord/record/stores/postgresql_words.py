"""Words in PostgreSQL: a table beside each table with words, which finds by words what FTS5 finds by them in SQLite.

FTS5's own tokenizer says what the words are (`onrecord.record.stores.tokens`), so that neither the server's locale nor a dictionary has
a say. `lexemes` is a tsvector of them under a GIN index and narrows a search down; `words` has all of them in their order, and decides:
a tsvector keeps no places beyond 16,383 and no word beyond 2 kB. Where even the words alone are too many for one, it is null, and `words`
alone decides.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    Column,
    Float,
    MetaData,
    Table,
    Text,
    and_,
    bindparam,
    cast,
    func,
    literal,
    literal_column,
    or_,
    select,
)
from sqlalchemy.dialects.postgresql import ARRAY, TSVECTOR

from onrecord.record.rows import schema
from onrecord.record.rows.column_types import INTEGER, TEXT
from onrecord.record.rows.fetch import in_batches
from onrecord.record.stores.tokens import tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sqlalchemy import ColumnElement, Connection, FromClause

LONGEST = 1000
"""Bytes of a word that a tsvector is given."""
MOST = 900_000
"""Bytes of all different words of one row that a tsvector is given (it takes 1 MB)."""
AT_ONCE = 200
"""Rows whose words are told apart at a time."""
_WIDEST = 4
"""Bytes of the widest letter: a word as long as this less than the longest may be another's beginning."""
_K1, _B = 1.2, 0.75
"""The constants of FTS5's ranking, which is BM25 (sqlite.org/fts5.html, the bm25() function)."""


@dataclass(frozen=True, slots=True)
class _Phrase:
    """Tokens that stand side by side, the last of which may go on."""

    tokens: Sequence[str]
    begins: bool

    @property
    def joined(self) -> str:
        """What the words of a row hold if they hold the phrase."""
        whole = _joined(self.tokens)
        return whole[:-1] if self.begins else whole


_metadata = MetaData()
_TABLES = {
    name: Table(
        name,
        _metadata,
        Column("place", INTEGER, primary_key=True, autoincrement=False),
        Column("words", TEXT, nullable=False),
        Column("size", INTEGER, nullable=False),
        Column("lexemes", TSVECTOR),
    )
    for name in schema.WORD_INDEXES
}


def create(connection: Connection, name: str) -> None:
    """Create the table and its indexes."""
    connection.exec_driver_sql(
        f'CREATE TABLE IF NOT EXISTS {name} (place BIGINT PRIMARY KEY, words TEXT COLLATE "C" NOT NULL, '
        "size BIGINT NOT NULL, lexemes TSVECTOR); "
        f"CREATE INDEX IF NOT EXISTS {name}_lexemes ON {name} USING gin (lexemes); "
        f"CREATE INDEX IF NOT EXISTS {name}_without ON {name} (place) WHERE lexemes IS NULL"
    )


def drop(connection: Connection, name: str) -> None:
    """Take the table away."""
    connection.exec_driver_sql(f"DROP TABLE IF EXISTS {name}")


def rebuild(connection: Connection, name: str) -> None:
    """Make its rows again."""
    connection.execute(_TABLES[name].delete())
    table, columns = schema.WORD_INDEXES[name]
    held = [table.c[column] for column in columns]
    places = list(connection.scalars(select(table.c.place).order_by(table.c.place)))
    for start in range(0, len(places), AT_ONCE):
        some = places[start : start + AT_ONCE]
        rows = connection.execute(select(table.c.place, *held).where(table.c.place.in_(some)))
        _put(connection, name, rows.all())


def add(connection: Connection, ids: Sequence[str]) -> None:
    """Take in the words of reports."""
    report = schema.reports.c
    for some in in_batches(ids):
        rows = connection.execute(select(report.place, report.title, report.text).where(report.id.in_(some)))
        _put(connection, "report_words", rows.all())


def forget(connection: Connection, ids: Sequence[str]) -> None:
    """Let go of the words of reports."""
    words, report = _TABLES["report_words"], schema.reports.c
    for some in in_batches(ids):
        places = select(report.place).where(report.id.in_(some))
        connection.execute(words.delete().where(words.c.place.in_(places)))


def is_in_step(connection: Connection, name: str) -> bool:
    """Tell the words of every row apart again, and compare."""
    if not connection.dialect.has_table(connection, name):
        return False
    table, columns = schema.WORD_INDEXES[name]
    words = _TABLES[name].c
    held = [table.c[column] for column in columns]
    kept = {
        row.place: (row.words, row.size, row.lexemes)
        for row in connection.execute(
            select(
                words.place, words.words, words.size, func.tsvector_to_array(words.lexemes).label("lexemes")
            )
        )
    }
    expected: dict[int, tuple[str, int, list[str] | None]] = {}
    rows = connection.execute(select(table.c.place, *held)).all()
    for start in range(0, len(rows), AT_ONCE):
        for row in _rows_of(rows[start : start + AT_ONCE]):
            expected[row["place"]] = (row["words"], row["size"], row["lexemes"])
    return kept == expected


def _put(connection: Connection, name: str, rows: Sequence[Any]) -> None:
    table = _TABLES[name]
    values = list(_rows_of(rows))
    if values:
        lexemes = func.array_to_tsvector(bindparam("lexemes", type_=ARRAY(Text)))
        connection.execute(table.insert().values(lexemes=lexemes), values)


def _rows_of(rows: Sequence[Any]) -> Iterator[dict[str, Any]]:
    """Yield what is kept of each row, of which the first value is its place and each other one a text."""
    texts: list[str] = [text or "" for row in rows for text in row[1:]]
    several = tokens_of(texts)
    width = len(rows[0]) - 1 if rows else 1
    for number, row in enumerate(rows):
        own = several[number * width : (number + 1) * width]
        tokens = [token for part in own for token in part]
        yield {
            "place": row[0],
            "words": "\n".join(_joined(part) for part in own),
            "size": len(tokens),
            "lexemes": _lexemes_of(tokens),
        }


def _joined(tokens: Sequence[str]) -> str:
    """Return tokens such that some of them stand side by side if, joined too, they are a part of it."""
    return "".join(f" {token} " for token in tokens)


def _lexemes_of(tokens: Sequence[str]) -> list[str] | None:
    different = sorted({_cut(token) for token in tokens}, key=lambda token: (token.encode(), token))
    return different if sum(len(token.encode()) + 4 for token in different) <= MOST else None


def _cut(token: str) -> str:
    return token.encode()[:LONGEST].decode("utf-8", "ignore")


def matching(name: str, words: Sequence[str], *, begins: bool = False) -> Any:
    """Return the places of what matches. A word of several tokens asks for them side by side, one of none for nothing."""
    table = _TABLES[name]
    several = list(tokens_of(words))
    phrases = [
        _Phrase(tokens, begins and place == len(several) - 1)
        for place, tokens in enumerate(several)
        if tokens
    ]
    if not phrases:
        return (
            select(table.c.place, literal(0.0, Float).label("rank")).where(literal_column("false")).subquery()
        )
    rows, average = _measure(table)
    fit: Any = sum(_rank(table, tokens, rows, average) for tokens in phrases)
    return (
        select(table.c.place, (-fit).label("rank"))
        .where(and_(*(_has(table, phrase) for phrase in phrases)))
        .subquery()
    )


def asking(name: str, words: Sequence[str], *, begins: bool = False) -> tuple[Any, Mapping[str, Any]]:
    """Return the same, which leaves nothing open: how it is asked depends on the words."""
    return matching(name, words, begins=begins), {}


def _has(table: FromClause, phrase: _Phrase) -> ColumnElement[bool]:
    lexemes = ["'" + _cut(token).replace("\\", "\\\\").replace("'", "''") + "'" for token in phrase.tokens]
    wanted = " & ".join(lexemes) + ":*" * phrase.begins
    narrowed = table.c.lexemes.op("@@")(literal_column(_quoted(wanted) + "::tsquery"))
    exact = func.strpos(table.c.words, literal(phrase.joined, TEXT)) > 0
    if len(phrase.tokens) == 1 and len(phrase.tokens[0].encode()) < LONGEST - _WIDEST:
        return or_(narrowed, and_(table.c.lexemes.is_(None), exact))
    return and_(or_(narrowed, table.c.lexemes.is_(None)), exact)


def _quoted(text: str) -> str:
    # Tokens are letters and digits of any script, and marks: nothing of them is SQL's, or the driver's "%".
    return "'" + text.replace("'", "''") + "'"


def _measure(table: Table) -> tuple[Any, Any]:
    rows = select(cast(func.count(), Float)).select_from(table).scalar_subquery()
    return rows, select(cast(func.avg(table.c.size), Float)).scalar_subquery()


def _rank(table: Table, phrase: _Phrase, rows: Any, average: Any) -> Any:
    """Return how much one phrase speaks for a row, as FTS5 reckons it."""
    joined = literal(phrase.joined, TEXT)
    left = func.length(func.replace(table.c.words, joined, ""))
    times = cast(func.length(table.c.words) - left, Float) / float(len(phrase.joined))
    other = table.alias()
    hits = select(cast(func.count(), Float)).select_from(other).where(_has(other, phrase)).scalar_subquery()
    rarity = func.greatest(func.ln((rows - hits + 0.5) / (hits + 0.5)), literal(1e-6, Float))
    weight = times + _K1 * (1 - _B + _B * cast(table.c.size, Float) / average)
    return rarity * (times * (_K1 + 1.0)) / weight
