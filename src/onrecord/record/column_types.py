"""Kinds of values that a record keeps and SQL has no kind for: text of any code points, numbers of any size."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Integer, Text

if TYPE_CHECKING:
    from collections.abc import Callable

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
