"""Kinds of values that a record keeps and SQL has no kind for: text of any code points, numbers of any size.

SQLite takes bytes where a column is of text or of numbers; PostgreSQL has numbers of any size, and gets text with a sign for what it
has no form for. In both, text compares by its code points.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from sqlalchemy import BigInteger, Integer, Numeric, Text
from sqlalchemy.types import TypeDecorator

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sqlalchemy.engine import Dialect

_BITS = 64


class Characters(Text):
    """Text that may hold any code point: what UTF-8 has no form for (a lone surrogate) is kept as bytes.

    (`typing.override` would mark the methods of these two types, but comes only with Python 3.12.)
    """

    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> Callable[[str | None], str | bytes | None]:  # type: ignore[explicit-override]
        """Return what makes of a value what the database is given: text where it can, bytes where it must."""
        del dialect
        return _kept_text

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], str | None]:  # type: ignore[explicit-override]
        """Return what makes of either the text that it was."""
        del dialect, coltype
        return _text_of

    def keep_all(self, values: Sequence[str | None]) -> Sequence[str | bytes | None]:
        """Return what the database is given for each of `values`: mostly these, which is told of all at once."""
        try:
            "".join(filter(None, values)).encode("utf-8")
        except UnicodeEncodeError:
            return list(map(_kept_text, values))
        return values


class Whole(Integer):
    """A number as large as a report may write it ("1" and thirty zeros): what 64 bits cannot hold is kept as bytes."""

    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> Callable[[int | None], int | bytes | None]:  # type: ignore[explicit-override]
        """Return what makes of a value what the database is given: a number, or its hexadecimal digits."""
        del dialect
        return _kept_number

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], int | None]:  # type: ignore[explicit-override]
        """Return what makes of either the number that it was."""
        del dialect, coltype
        return _number_of


class _CharactersInPostgreSQL(TypeDecorator[str]):
    """The same where text has no NUL: what cannot stand is written as U+001A (substitute) and its number in four digits."""

    impl = Text
    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> Callable[[str | None], str | None]:  # type: ignore[explicit-override]
        """Return what makes of a value what the database is given."""
        del dialect
        return _signed

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], str | None]:  # type: ignore[explicit-override]
        """Return what makes of that the text that it was."""
        del dialect, coltype
        return _unsigned


class _WholeInPostgreSQL(TypeDecorator[int]):
    """The same where numbers have no bounds."""

    impl = Numeric
    cache_ok = True

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], int | None]:  # type: ignore[explicit-override]
        """Return what makes of a decimal number the whole one that it was."""
        del dialect, coltype
        return _whole


_SUBSTITUTE = "\x1a"
_STRANGE = re.compile("[\x00\x1a\ud800-\udfff]")
_SIGN = re.compile("\x1a([0-9a-f]{4})")

_POSTGRESQL = "postgresql"
TEXT = Text().with_variant(Text(collation="C"), _POSTGRESQL)
"""Text of the program's own making, such as ids. (One value for each type: what it means to a database is worked out once.)"""
CHARACTERS = Characters().with_variant(_CharactersInPostgreSQL(collation="C"), _POSTGRESQL)
"""Text of anybody's making."""
INTEGER = Integer().with_variant(BigInteger(), _POSTGRESQL)
WHOLE = Whole().with_variant(_WholeInPostgreSQL(), _POSTGRESQL)


def _signed(value: str | None) -> str | None:
    return None if value is None else _STRANGE.sub(_sign_of, value)


def _unsigned(value: Any) -> str | None:
    return _SIGN.sub(_letter_of, value) if value and _SUBSTITUTE in value else value


def _whole(value: Any) -> int | None:
    return None if value is None else int(value)


def _sign_of(strange: re.Match[str]) -> str:
    return f"{_SUBSTITUTE}{ord(strange[0]):04x}"


def _letter_of(sign: re.Match[str]) -> str:
    return chr(int(sign[1], 16))


def _kept_text(value: str | None) -> str | bytes | None:
    if value is None:
        return None
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        return value.encode("utf-8", "surrogatepass")
    return value


def _text_of(value: Any) -> str | None:
    return value.decode("utf-8", "surrogatepass") if isinstance(value, bytes) else value


def _kept_number(value: int | None) -> int | bytes | None:
    fits = value is None or value.bit_length() < _BITS
    return value if fits else f"{value:x}".encode()


def _number_of(value: Any) -> int | None:
    return int(value, 16) if isinstance(value, bytes) else value
