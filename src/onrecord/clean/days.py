"""A day that an input gives, in whatever form programs and people write one; none that could be read in two ways.

The day is the one that is written, in the time zone it is written in.
"""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, datetime
from typing import Final

from onrecord.clean.stamps import find_day, is_stamp

_CLOCK: Final = r"(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-6]\d(?:[.,]\d+)?)?(?: ?[ap]\.?m\.?)?(?: ?(?:Z|UTC|[A-Z]{3,4}|[+-]\d{2}:?\d{2}))*"
_YEAR_FIRST: Final = re.compile(
    rf"(\d{{4}})([-/.])(\d{{1,2}})\2(\d{{1,2}})(?:(?:[T,]| )+{_CLOCK})?", re.IGNORECASE
)
_COMPACT: Final = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?\d{4}(?:\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?")
_LETTERED: Final = re.compile(
    rf"(?:[A-Z][a-z]+,? )?(?:\d{{1,2}}[ -][A-Z][a-z]+|[A-Z][a-z]+ \d{{1,2}},?)[ -]\d{{4}}(?:,?(?: at)? {_CLOCK})?(?: \([^()]+\))?"
)
"""A time as mails, feeds and browsers write it ("Fri, 15 Mar 2024 10:15:00 +0100")."""
_DASHED: Final = re.compile(r"\d{1,2}-[A-Z][a-z]+-\d{4}")
_LONGEST: Final = 80
"""Characters of a day with its time."""


def read_written_day(written: str) -> date | None:
    """Return the day that `written` is, with or without a time; None if it is none.

    >>> read_written_day("Fri, 15 Mar 2024 23:30:00 -0500"), read_written_day("20240315101500"), read_written_day("03/04/2024")
    (datetime.date(2024, 3, 15), datetime.date(2024, 3, 15), None)
    """
    written = " ".join(written.split())
    if len(written) > _LONGEST:
        return None
    with suppress(ValueError):
        return datetime.fromisoformat(written).date()
    if found := _YEAR_FIRST.fullmatch(written):
        return _day_of(found[1], found[3], found[4])
    if found := _COMPACT.fullmatch(written):
        return _day_of(found[1], found[2], found[3])
    if _LETTERED.fullmatch(written) or is_stamp(written):
        named = find_day(written.replace("-", " ") if _DASHED.match(written) else written)
        return named[0] if named else None
    return None


def _day_of(year: str, month: str, day: str) -> date | None:
    with suppress(ValueError):
        return date(int(year), int(month), int(day))
    return None
