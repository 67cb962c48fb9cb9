"""A day as a command takes it."""

from __future__ import annotations

from datetime import date

import typer


def read_day(given: str) -> date:
    """Return the day that `given` names.

    >>> read_day("2024-03-15")
    datetime.date(2024, 3, 15)

    Raises:
        typer.BadParameter: when there is no such day.
    """
    try:
        return date.fromisoformat(given.strip())
    except ValueError:
        raise typer.BadParameter(f"{given!r} is no day; give one such as 2024-03-15") from None
