"""Addresses of records in PostgreSQL, as libpq reads them, and what may be shown of them: never a password.

``postgresql://USER@HOST:PORT/DATABASE?schema=NAME``: the schema, `onrecord` where none is named, holds one record.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, quote, urlencode

from onrecord.errors import RecordError

if TYPE_CHECKING:
    from collections.abc import Mapping

SCHEMES = ("postgresql://", "postgres://")
SCHEMA = "onrecord"
"""Where a record stands if the address names no schema."""
_NAME = re.compile(r"[a-z_][a-z0-9_]{0,40}")
_TAKEN_FOR_PATH = re.compile(r"^(postgres(?:ql)?):/(?=[^/?]*/)", re.IGNORECASE)
_SECRET = re.compile(r"(postgres(?:ql)?:/{1,2}[^\s/@:]*):[^\s/]*@", re.IGNORECASE)
_SECRET_OPTION = re.compile(r"([?&](?:ssl)?password=)[^&\s]*", re.IGNORECASE)
_MISSING = "a record in PostgreSQL needs psycopg; install it with `pip install 'onrecord[postgresql]'`"


@dataclass(frozen=True, slots=True)
class Address:
    """What libpq connects by, the schema in which the record stands, and what is shown of both."""

    conninfo: str = field(repr=False)
    schema: str
    shown: str


def is_address(place: str | os.PathLike[str]) -> bool:
    """Tell whether `place` is written as the address of a database."""
    return written_address(place).lower().startswith(SCHEMES)


def written_address(place: str | os.PathLike[str]) -> str:
    """Return `place` as it was written: an address that somebody took for a path lost a slash by it."""
    text = os.fspath(place)
    return text if isinstance(place, str) else _TAKEN_FOR_PATH.sub(r"\1://", text)


def without_secrets(text: str) -> str:
    """Return `text` with the passwords of addresses in it left out.

    >>> without_secrets("cannot read postgresql://ana:tide@db.example/news?password=x")
    'cannot read postgresql://ana:…@db.example/news?password=…'
    """
    return _SECRET_OPTION.sub(r"\1…", _SECRET.sub(r"\1:…@", text))


def read_address(written: str) -> Address:
    """Return the address that is written so.

    Raises:
        RecordError: when it is none, or psycopg is missing; what is said of it holds no password.
    """
    try:
        from psycopg import ProgrammingError
        from psycopg.conninfo import conninfo_to_dict
    except ImportError as error:
        raise RecordError(_MISSING) from error
    scheme, _, rest = written.partition("://")
    bare, _, query = f"{scheme.lower()}://{rest}".partition("?")
    options = parse_qsl(query, keep_blank_values=True)
    schema = next((value for name, value in options if name == "schema"), SCHEMA)
    others = urlencode([(name, value) for name, value in options if name != "schema"], quote_via=quote)
    conninfo = f"{bare}?{others}" if others else bare
    if not _NAME.fullmatch(schema) or schema.startswith("pg_"):
        raise RecordError(
            f"{without_secrets(schema)!r} is no name of a schema; use up to 40 small letters, digits and _"
        )
    try:
        parts = conninfo_to_dict(conninfo)
    except ProgrammingError:
        # Neither libpq's words nor the address: both hold the password.
        raise RecordError(
            "the address of the database cannot be read; write postgresql://USER@HOST:PORT/DATABASE?schema=NAME, with "
            "%-signs for what is no letter or digit"
        ) from None
    return Address(conninfo=conninfo, schema=schema, shown=_shown(parts, schema))


def _shown(parts: Mapping[str, Any], schema: str) -> str:
    user = f"{parts['user']}@" if parts.get("user") else ""
    place = quote(str(parts.get("host") or ""), safe=",:")
    port = f":{parts['port']}" if parts.get("port") else ""
    named = "" if schema == SCHEMA else f"?schema={schema}"
    return f"postgresql://{user}{place}{port}/{parts.get('dbname') or ''}{named}"
