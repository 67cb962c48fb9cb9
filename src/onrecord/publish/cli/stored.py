"""Where a command finds its record: a file, or a database that a team shares."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from onrecord.errors import IngestError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Stored: TypeAlias = Annotated[
    str,
    typer.Argument(
        metavar="FILE.db",
        help="The record: a file, or the address of a database (postgresql://…), for which --store ADDRESS may stand.",
    ),
]
"""The argument of every command that opens a record."""

OPTION = "--store"
_LAST = {"score"}
"""Commands whose record is not their first argument, but their last."""
_OWN = {"build"}
"""Commands that know the option themselves."""


def with_store(arguments: Sequence[str]) -> list[str]:
    """Return the arguments of the program with what stands behind `--store` as the argument FILE.db of the command.

    >>> with_store(["add", "--jobs", "2", "--store", "postgresql://db.example/news", "new/"])
    ['add', 'postgresql://db.example/news', '--jobs', '2', 'new/']
    """
    command = next((one for one in arguments if not one.startswith("-")), "")
    own = arguments[: list(arguments).index("--")] if "--" in arguments else arguments
    place = next((index for index, one in enumerate(own) if one.partition("=")[0] == OPTION), None)
    if place is None or command in _OWN:
        return list(arguments)
    _, given, store = arguments[place].partition("=")
    taken = 1 if given else 2
    named = [store] if given else list(arguments[place + 1 : place + 2])
    rest = [*arguments[:place], *arguments[place + taken :]]
    if not named or command not in rest:
        return list(arguments)
    if command in _LAST:
        return [*rest, *named]
    behind = rest.index(command) + 1
    return [*rest[:behind], *named, *rest[behind:]]


def refuse_addresses(paths: Iterable[str]) -> None:
    """Refuse to read reports from a record's address.

    Raises:
        IngestError: when one of `paths` is one; what it is, password and all, is not told.
    """
    from onrecord.record.stores.postgresql_address import is_address

    if any(map(is_address, paths)):
        raise IngestError(
            f"the address of a database stands where reports are named; name it first, or with {OPTION}"
        )
