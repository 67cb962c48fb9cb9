"""How a command ends: exit codes, and every error as one sentence on standard error.

A traceback tells a user nothing about what to do next; it is shown only when ``ONRECORD_DEBUG`` is set.
"""

from __future__ import annotations

import errno
import functools
import os
import sys
from enum import IntEnum
from typing import TYPE_CHECKING, ParamSpec

import typer

from onrecord.errors import OnRecordError

if TYPE_CHECKING:
    from collections.abc import Callable

P = ParamSpec("P")


class Code(IntEnum):
    """What a command's exit code says (docs/commands.md)."""

    FINE = 0
    FOUND = 1
    """`check` found something off, or `score` a figure below its floor."""
    REFUSED = 2
    """Nothing readable, or wrong use: the sentence on standard error says what to do."""
    PARTLY = 3
    """The record was made, but some inputs, or lines of corrections, could not be read."""
    FAULT = 70
    """A fault in onrecord itself."""
    INTERRUPTED = 130


EPILOG = (
    "Exit codes: 0 fine; 1 check found something, or a score is below its floor; 2 nothing readable or wrong use; "
    "3 the record was made but some inputs could not be read; 70 a fault in onrecord; 130 interrupted."
)


def ending(command: Callable[P, Code]) -> Callable[P, None]:
    """Run `command` so that whatever it meets ends in an exit code and, if need be, one sentence."""

    @functools.wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        raise typer.Exit(_code_of(lambda: command(*args, **kwargs)))

    return run


def _code_of(command: Callable[[], Code]) -> Code:
    try:
        code = command()
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader of our output has seen enough.
        _drop_output()
        return Code.FINE
    except (typer.BadParameter, typer.Exit):
        raise  # Typer's own: it prints how the command is used
    except KeyboardInterrupt:
        complain("interrupted; nothing was written")
        return Code.INTERRUPTED
    except OnRecordError as error:
        complain(str(error))
        return Code.REFUSED
    except (OSError, MemoryError) as error:
        _drop_output()
        complain(reason_of(error))
        return Code.REFUSED
    except Exception as error:
        if os.environ.get("ONRECORD_DEBUG"):
            raise
        complain(
            f"a fault in onrecord ({type(error).__name__}: {error}); please report it. "
            "Set ONRECORD_DEBUG=1 to see where it arose"
        )
        return Code.FAULT
    return code


def _drop_output() -> None:
    """Send what is left in the buffer nowhere, so that closing it cannot fail a second time."""
    try:
        sys.stdout.flush()
    except (OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def reason_of(error: OSError | MemoryError) -> str:
    """Say in a sentence what the system refused, and the way out."""
    if isinstance(error, MemoryError):
        return "there is not enough memory; give fewer reports at a time, or a smaller --jobs"
    name = f"{os.fsdecode(error.filename)!r}" if isinstance(error.filename, str | bytes) else "a file"
    match error.errno:
        case errno.ENOENT:
            return f"{name} does not exist; check the path"
        case errno.EACCES | errno.EPERM:
            return f"{name} may not be read or written; check its permissions"
        case errno.EISDIR:
            return f"{name} is a folder; name a file"
        case errno.ENOSPC | errno.EDQUOT:
            return "the disk is full; make room, or choose another place with -o"
        case _:
            return f"{name}: {error.strerror or error}"


def complain(message: str) -> None:
    """Write one sentence to standard error, without the password of any database."""
    from onrecord.publish.cli.console import plain
    from onrecord.record.stores.postgresql_address import without_secrets

    message = without_secrets(message)
    sys.stderr.write(
        f"onrecord: {plain(message)}.\n" if not message.endswith(".") else f"onrecord: {plain(message)}\n"
    )
