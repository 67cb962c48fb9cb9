"""What a record asks of a database beyond the SQL that SQLite and PostgreSQL have in common.

Everything else is written once, in SQLAlchemy's terms over the tables of `schema`. So that a query runs on both: order by what no
row lacks (the one puts what is missing first, the other last), name what a grouped or distinct query is ordered by, join texts
with ``func.aggregate_strings``, look for words with `onrecord.record.stores.word_index.matching`, and take the items of a JSON list
from `items_of`. Text compares by code points on both.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from sqlalchemy import Text
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import GenericFunction

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sqlalchemy import Connection, Table


class Dangling(NamedTuple):
    """A row of `table` at `place` that names something that is not among the rows of `parent`."""

    table: str
    place: int
    parent: str


class Dialect(Protocol):
    """What the two modules `sqlite_dialect` and `postgresql_dialect` give. A connection begins no transaction by itself."""

    def begin_reading(self, connection: Connection) -> None:
        """Begin a transaction whose queries all see one state of the record."""
        ...

    def begin_writing(self, connection: Connection) -> None:
        """Begin a transaction that no other writer's runs beside; names of rows are looked at when it ends."""
        ...

    def is_within(self, connection: Connection) -> bool:
        """Tell whether a transaction is going on."""
        ...

    def read_layout(self, connection: Connection) -> str:
        """Return what is another once a record that says the same was built anew over itself: its rows may stand at other places."""
        ...

    def be_durable(self, connection: Connection) -> None:
        """Let what is committed on `connection` outlive a power cut, and keep no reader waiting."""
        ...

    def create_tables(self, connection: Connection, tables: Iterable[Table]) -> None:
        """Create `tables` with their indexes, in an order that is always the same."""
        ...

    def replace_view(self, connection: Connection) -> None:
        """Create the view `said`, in place of an older one if there is."""
        ...

    def insert(self, connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
        """Put `rows`, which have the same members, into `table` in their order."""
        ...

    def write_version(self, connection: Connection, version: int) -> None:
        """Keep which version of the tables the record has."""
        ...

    def remake_indexes(self, connection: Connection) -> None:
        """Make every index again that is not of words."""
        ...

    def find_damage(self, connection: Connection) -> Iterator[str]:
        """Yield what the database itself finds broken, a sentence each."""
        ...

    def find_dangling(self, connection: Connection) -> Iterator[Dangling]:
        """Yield the rows that name what is not there."""
        ...


class WordIndex(Protocol):
    """What the two modules `sqlite_words` and `postgresql_words` give: an index of the words of a table, by its name."""

    def create(self, connection: Connection, name: str) -> None:
        """Create the index, empty; nothing is done where it stands already."""
        ...

    def drop(self, connection: Connection, name: str) -> None:
        """Take the index away, if it is there."""
        ...

    def rebuild(self, connection: Connection, name: str) -> None:
        """Make the index again from its table."""
        ...

    def add(self, connection: Connection, ids: Sequence[str]) -> None:
        """Take in the words of reports that have just been put."""
        ...

    def forget(self, connection: Connection, ids: Sequence[str]) -> None:
        """Let go of the words of reports that are about to be taken out."""
        ...

    def is_in_step(self, connection: Connection, name: str) -> bool:
        """Tell whether the index has the words that its table has."""
        ...

    def matching(self, name: str, words: Sequence[str], *, begins: bool = False) -> Any:
        """Return what can be joined to the table: `place` of each row that holds all `words`, and `rank`, the best least.

        Where `begins` is set, the last word may go on.
        """
        ...

    def asking(
        self, name: str, words: Sequence[str], *, begins: bool = False
    ) -> tuple[Any, Mapping[str, Any]]:
        """Return the same, made once if words can be left open, and the values to be given with it."""
        ...


class items_of(GenericFunction[str]):  # noqa: N801 - it reads as the SQL function that it stands for
    """The items of a JSON list of texts that a column keeps, as a table: ``items_of(column).table_valued("value")``."""

    type = Text()
    inherit_cache = True
    _register = False


@compiles(items_of, "sqlite")
def _items_in_sqlite(element: Any, compiler: Any, **kw: Any) -> str:
    return f"json_each({compiler.process(element.clauses, **kw)})"


@compiles(items_of, "postgresql")
def _items_in_postgresql(element: Any, compiler: Any, **kw: Any) -> str:
    return f"jsonb_array_elements_text(CAST({compiler.process(element.clauses, **kw)} AS JSONB))"
