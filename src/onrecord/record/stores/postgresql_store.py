"""A record in a schema of a PostgreSQL database, for a team.

It is replaced in one transaction, row for row, so that readers see the old record until the new one is whole and never wait for it.
Who writes holds an advisory lock, which goes with the connection at the latest, however the process ends.
"""

from __future__ import annotations

import hashlib
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy.exc import DBAPIError

from onrecord.errors import BusyError, RecordError
from onrecord.record.rows import schema
from onrecord.record.stores import postgresql_dialect as dialect
from onrecord.record.stores.file import VERSION
from onrecord.record.stores.postgresql_address import without_secrets
from onrecord.record.stores.postgresql_dialect import VERSION_TABLE

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator

    from sqlalchemy import Connection, Engine

    from onrecord.record.stores.faults import Finding
    from onrecord.record.stores.postgresql_address import Address

PATIENCE = 30.0
"""Seconds to wait for another connection that is just about to finish a change."""
ANSWER = 10
"""Seconds within which the server must take a connection, where the address says nothing of it."""
_ENCODING = "UTF8"
_NAMES = (
    "SELECT c.relname FROM pg_namespace n LEFT JOIN pg_class c ON c.relnamespace = n.oid AND c.relkind IN ('r', 'v', 'm', 'p') "
    "WHERE n.nspname = %s"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Standing:
    """What stands in a schema: the names of its tables and views, and the version of the record, if it holds one."""

    names: frozenset[str]
    version: int | None
    encoding: str
    exists: bool


class PostgresStore:
    """The store at an address (`onrecord.record.stores.store` says what each method promises)."""

    def __init__(self, address: Address) -> None:
        self._address = address
        self._schema = address.schema

    def __str__(self) -> str:  # type: ignore[explicit-override]
        return self._address.shown

    def _connect(self, *, to_change: bool) -> Any:
        import psycopg

        connection = None
        timeout = {} if "connect_timeout" in self._address.conninfo else {"connect_timeout": ANSWER}
        try:
            connection = psycopg.connect(
                self._address.conninfo,
                autocommit=True,
                application_name="onrecord",
                client_encoding=_ENCODING,
                **timeout,  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
            )
            connection.execute(f'SET search_path TO "{self._schema}"'.encode())
            connection.execute(f"SET lock_timeout TO {int(PATIENCE * 1000)}".encode())
            connection.execute(
                f"SET default_transaction_read_only TO {'off' if to_change else 'on'}".encode()
            )
        except psycopg.Error as error:
            if connection is not None:
                connection.close()
            raise RecordError(
                f"{self}: the database cannot be reached ({_first_line(error)}); see that the server runs and lets this user in"
            ) from error
        return connection

    def open(self, *, to_change: bool = False) -> Engine:
        """Return an engine whose connections look at the schema of the record."""
        from sqlalchemy import create_engine, pool

        return create_engine(
            "postgresql+psycopg://",
            creator=lambda: self._connect(to_change=to_change),
            poolclass=pool.NullPool,
            isolation_level="AUTOCOMMIT",
            use_native_hstore=False,
        )

    def _look(self) -> _Standing:
        """Return what stands in the schema."""
        import psycopg

        with self._connect(to_change=False) as connection:
            try:
                rows = connection.execute(_NAMES, [self._schema]).fetchall()
                names = {row[0] for row in rows}
                version = None
                if VERSION_TABLE in names:
                    where = f'"{self._schema}".{VERSION_TABLE}'
                    (version,) = connection.execute(f"SELECT version FROM {where}").fetchone()  # noqa: S608
            except psycopg.Error as error:
                raise self.explain(error) from error
            encoding = connection.info.parameter_status("server_encoding")
        return _Standing(
            names=frozenset(names - {None}), version=version, encoding=encoding, exists=bool(rows)
        )

    def is_taken(self) -> bool:
        """Tell whether the schema holds anything."""
        return bool(self._look().names)

    def refuse_unreadable(self) -> None:
        """Refuse a schema without a record, or with one of a newer version."""
        version = self._look().version
        if version is None:
            raise RecordError(
                f"{self}: no onrecord record there; make one with `onrecord build REPORTS -o ADDRESS`"
            )
        if version > VERSION:
            raise RecordError(
                f"{self}: written by a newer onrecord (version {version} of the tables, this one reads {VERSION}); "
                "upgrade onrecord or build the record again"
            )

    def refuse_to_replace(self) -> None:
        """Refuse a schema with tables of another program, and a database that cannot hold any text."""
        standing = self._look()
        if standing.encoding != _ENCODING:
            raise RecordError(
                f"{self}: the database keeps text as {standing.encoding}; choose one whose encoding is {_ENCODING}"
            )
        if standing.names and standing.version is None:
            raise RecordError(
                f"{self}: the schema {self._schema} holds something else, left as it is; choose another with ?schema=NAME"
            )

    def version(self) -> int:
        """Return the version that stands in its own table; 0 where no record is."""
        return self._look().version or 0

    @contextmanager
    def writing_alone(self) -> Generator[None]:
        """Hold an advisory lock, let go of before the connection is: the server may learn of a connection's end a moment late."""
        import psycopg

        key = int.from_bytes(
            hashlib.sha256(f"onrecord {self._schema}".encode()).digest()[:8], "big", signed=True
        )
        with self._connect(to_change=False) as connection:
            (held,) = connection.execute("SELECT pg_try_advisory_lock(%s)", [key]).fetchone()
            if not held:
                raise BusyError(
                    f"{self}: another onrecord is writing to it; wait until that one is done and try again"
                )
            try:
                yield
            finally:
                # Where the server has ended the connection, the lock went with it.
                with suppress(psycopg.OperationalError):
                    connection.execute("SELECT pg_advisory_unlock(%s)", [key])

    @contextmanager
    def replacing(self) -> Generator[Connection]:
        """Empty the tables, or make them, in a transaction that the new rows are put in too."""
        engine = self.open(to_change=True)
        try:
            with engine.connect() as connection:
                dialect.be_durable(connection)
                connection.exec_driver_sql("BEGIN")
                self._make_room(connection)
                yield connection
                dialect.analyze(connection)
                connection.exec_driver_sql("COMMIT")
        except DBAPIError as error:
            raise RecordError(
                f"{self}: cannot be written ({_first_line(error.orig or error)}); what stood there stands"
            ) from error
        finally:
            engine.dispose()

    def _make_room(self, connection: Connection) -> None:
        standing = self._look()
        if standing.version == VERSION:
            connection.exec_driver_sql(f"SELECT version FROM {VERSION_TABLE} FOR UPDATE")  # noqa: S608
            connection.exec_driver_sql("SET CONSTRAINTS ALL DEFERRED")
            dialect.delete_all(connection)
            return
        if standing.names:
            # An older record goes as a whole: its tables are others.
            connection.exec_driver_sql(f'DROP SCHEMA "{self._schema}" CASCADE')
        if standing.names or not standing.exists:
            connection.exec_driver_sql(f'CREATE SCHEMA "{self._schema}"')
        connection.exec_driver_sql(
            f"CREATE TABLE {VERSION_TABLE} (version INTEGER NOT NULL); INSERT INTO {VERSION_TABLE} VALUES ({VERSION})"  # noqa: S608
        )
        dialect.create_tables(connection, schema.metadata.sorted_tables)
        dialect.replace_view(connection)
        connection.exec_driver_sql("SET CONSTRAINTS ALL DEFERRED")

    def back_up(self, version: int) -> str:
        """Copy all tables to the first free schema beside this one."""
        engine = self.open(to_change=True)
        with engine.connect() as connection:
            connection.exec_driver_sql("BEGIN")
            taken = set(connection.exec_driver_sql("SELECT nspname FROM pg_namespace").scalars())
            backup = name = f"{self._schema}_version_{version}"
            number = 1
            while backup in taken:
                number += 1
                backup = f"{name}_{number}"
            connection.exec_driver_sql(f'CREATE SCHEMA "{backup}"')
            for table in connection.dialect.get_table_names(connection, schema=self._schema):
                source, copy = f'"{self._schema}"."{table}"', f'"{backup}"."{table}"'
                connection.exec_driver_sql(
                    f"CREATE TABLE {copy} (LIKE {source} INCLUDING ALL EXCLUDING DEFAULTS)"
                )
                connection.exec_driver_sql(f"INSERT INTO {copy} SELECT * FROM {source}")  # noqa: S608
            connection.exec_driver_sql("COMMIT")
        engine.dispose()
        return backup

    def find_misplaced(self) -> Iterator[Finding]:
        """Yield nothing: a server knows its own files."""
        yield from ()

    @contextmanager
    def checking(self, forward: Callable[[Connection, int], None]) -> Generator[Connection]:
        """Open one snapshot; what brings an older record forward is undone."""
        version = self.version()
        engine = self.open(to_change=version < VERSION)
        try:
            with engine.connect() as connection:
                if version < VERSION:
                    dialect.begin_writing(connection)
                    forward(connection, version)
                else:
                    dialect.begin_reading(connection)
                yield connection
                connection.exec_driver_sql("ROLLBACK")
        except DBAPIError as error:
            if error.connection_invalidated:
                raise self.explain(error.orig or error) from error
            raise
        finally:
            engine.dispose()

    def explain(self, error: BaseException) -> RecordError:
        """Say whether it is the server, the user's rights or the record."""
        import psycopg

        reason = _first_line(error)
        if isinstance(error, psycopg.errors.InsufficientPrivilege):
            return RecordError(f"{self}: not to be read by this user ({reason}); ask its owner to grant it")
        if isinstance(error, psycopg.OperationalError | psycopg.InterfaceError):
            return RecordError(f"{self}: the database does not answer ({reason}); try again once it does")
        return RecordError(f"{self}: damaged ({reason}); build it again from its reports")


def _first_line(error: BaseException) -> str:
    return without_secrets((str(error).splitlines() or [type(error).__name__])[0])
