"""The dates that a report prints, as marks of the time it is about: read from the plain text, without solving anything.

Two reports whose first lines have "7 July" and "July 8" are of one happening more likely than not; one that goes no further
than 2008 and one that names 2012 are of two. What day each was written is another question (`onrecord.link.dates.dates`).
"""

from __future__ import annotations

import re

from onrecord.lexicon.calendar import MONTHS

_MONTH = rf"(?:{'|'.join(sorted(MONTHS, key=lambda name: (-len(name), name)))})\b\.?"
_DAY = r"(?:\d{1,2})(?:st|nd|rd|th)?\b"
_DATE = re.compile(
    rf"\b(?P<month>{_MONTH})\s?(?P<day>{_DAY})|\b(?P<day2>{_DAY}),?\s(?:of\s)?(?P<month2>{_MONTH})",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<![\d.,:/-])(?:19[5-9]|20[0-9])\d(?!\d|[.,:]\d)")
_LONGEST_MONTH = 31


def find_latest_year(text: str) -> int | None:
    """Return the latest year that a text names, of 1950 to 2099; None where it names none.

    >>> find_latest_year("The mill, built in 1961, closed in 2008 with 2,010 debts.")
    2008
    """
    return max(map(int, _YEAR.findall(text)), default=None)


def find_year_days(text: str) -> frozenset[int]:
    """Return the days that a text names with their month, numbered through the year at 31 a month.

    >>> sorted(find_year_days("Halden, 2 Jan. - It shut on February 1st"))
    [2, 32]
    """
    days: set[int] = set()
    for match in _DATE.finditer(text):
        # Letters of other alphabets may match without being one: "ſept" folds to a month, "aprİl" does not.
        month = MONTHS.get((match["month"] or match["month2"]).rstrip(".").casefold())
        day = int(re.sub(r"\D", "", match["day"] or match["day2"]))
        if month and 1 <= day <= _LONGEST_MONTH:
            days.add(_LONGEST_MONTH * (month - 1) + day)
    return frozenset(days)
