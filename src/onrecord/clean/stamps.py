"""Dates that a page states about itself: "Published: 4 March 2022", "March 4, 2022 | 10:15".

Only a line that holds nothing but the stamp counts, so a date in running text is never taken for the day of publishing.
A day is only believed when it names its year.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from onrecord.clean import shapes
from onrecord.lexicon.calendar import MONTHS, WEEKDAYS
from onrecord.lexicon.given_names import is_given_name
from onrecord.lexicon.months_abroad import DAY_ABROAD, MONTHS_ABROAD
from onrecord.lexicon.outlets import SECTION_WORDS

_MONTH: Final = "|".join(sorted(MONTHS, key=lambda name: (-len(name), name)))
_WEEKDAY: Final = "|".join(sorted(WEEKDAYS, key=lambda name: (-len(name), name)))

_YEAR: Final = re.compile(r"\d{4}")
_DAY_FIRST: Final = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_MONTH})\.?,?\s+(?P<year>\d{{4}})\b",
    re.IGNORECASE,
)
_MONTH_FIRST: Final = re.compile(
    rf"\b(?P<month>{_MONTH})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})\b", re.IGNORECASE
)
_DOTTED: Final = re.compile(r"\b(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})\b")
_DAY_ABROAD: Final = re.compile(DAY_ABROAD, re.IGNORECASE)
_NUMBERS: Final = MONTHS_ABROAD | MONTHS
_PLACED: Final = re.compile(
    rf"(?!(?i:{_MONTH}|{_WEEKDAY})\b)(?P<place>[^\W\d_a-zß-öø-ÿ][\w.’'-]*(?: [\w.’'-]+){{0,3}}?),?\s+"
    r"(?:(?:le|den|am|on|em|a|il)\s+)?(?=\d|[^\W\d_]+\.? \d)"
)
"""The place of a date line: "Berlin, 3. März 2022"."""
_ISO: Final = re.compile(r"\b(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?=\D|$)")

_LABEL: Final = re.compile(
    r"(?:(?:first |last |originally )?(?:published|posted|updated|modified|issued|created|added)|(?:publication |release |publish )?date"
    r"|last update|dated)\b(?: on| at)?",
    re.IGNORECASE,
)
_PUBLISHED: Final = re.compile(
    r"\W*(?:(?:first |originally )?(?:published|posted)|publication date|publish date)\b", re.IGNORECASE
)
_UPDATED: Final = re.compile(
    r"\W*(?:page |this page |story |article )?(?:was )?(?:last )?(?:updated?|modified|reviewed|revised|edited)\b",
    re.IGNORECASE,
)
_REST: Final = re.compile(
    rf"(?:\d{{4}}-\d{{2}}-\d{{2}}t\d{{2}}:\d{{2}}(?::\d{{2}})?(?:\.\d+)?z?|\d{{1,2}}[:.h]\d{{2}}(?::\d{{2}})?(?:\s?[ap]\.?m)?|{_WEEKDAY}|{_MONTH}|\d{{1,2}}(?:st|nd|rd|th)?|\d{{4}}|\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}"
    r"|a\.?m\.?|p\.?m\.?|gmt|utc|cet|cest|edt|est|bst|pst|pdt|et|msk|eet|eest|ist|hrs?|hours|at|on|of|ago|min(?:ute)?s?|read|reading|time"
    r"|z|t|[+-]\d{2}:?\d{2}|\d+\s*(?:views|comments|shares))\b\.?",
    re.IGNORECASE,
)
_FILED: Final = re.compile(
    r"(?:posted|published)\b.{6,40}?\b\d{4}\b\W{0,3}(?:\d{1,2}[:.]\d{2}\W{0,3})?(?:in|by|under)\s",
    re.IGNORECASE,
)
"""A web log's line: "Posted: 4 November 2011 in Harbour, Strike"."""
_FILL: Final = re.compile(r"[\s,.|:;/()\[\]·•—–-]+")
_TELLS: Final = re.compile(
    rf"\d{{1,2}}[:.]\d{{2}}|\d{{4}}|(?:{_MONTH})|min(?:ute)?s?\.? read|(?:{_WEEKDAY})|hours? ago|\d{{1,2}}[./]\d{{1,2}}",
    re.IGNORECASE,
)
_DIGIT: Final = re.compile(r"\d")
_TELLING: Final = (*MONTHS, *WEEKDAYS, "read", "ago")
"""What a stamp without a digit holds one of."""
_LONGEST: Final = 120
"""Characters: a longer line is more than a stamp."""


def is_stamp(text: str) -> bool:
    """Tell whether `text` is nothing but dates, times and words for them.

    >>> is_stamp("Updated: Friday, 4 March 2022, 10:15 GMT"), is_stamp("March 4 was a Friday")
    (True, False)
    """
    if len(text) > _LONGEST or not (_DIGIT.search(text) or shapes.holds_any(text, _TELLING)):
        return False
    if not _TELLS.search(text):
        return False
    if _FILED.match(text) and find_day(text):
        return True
    rest = _REST.sub(" ", _LABEL.sub(" ", _DAY_ABROAD.sub(" ", text)))
    words = _FILL.sub(" ", rest).casefold().split()
    return all(word in SECTION_WORDS for word in words)


def is_date_line(text: str) -> bool:
    """Tell whether `text` is a place and the full day on which was written there, and nothing else.

    >>> is_date_line("Berlin, 3. März 2022"), is_date_line("Vellin, 3 March 2022"), is_date_line("Vellin in 2022")
    (True, True, False)
    """
    found = find_day(text) if len(text) <= _LONGEST else None
    placed = _PLACED.match(text) if found else None
    if not found or not placed or is_given_name(placed["place"].split()[0]):
        return False
    return text[found[2] :].strip(" .") == "" and placed.end() == found[1]


def is_published_stamp(text: str) -> bool:
    """Tell whether a stamp says that it is the day of publishing, wherever it stands ("Published: 4 March 2022")."""
    return bool(_PUBLISHED.match(text))


def is_update_stamp(text: str) -> bool:
    """Tell whether a stamp says that it is the day of a later change ("Updated: 4 March 2022")."""
    return bool(_UPDATED.match(text))


def find_day(text: str) -> tuple[date, int, int] | None:
    """Return the first full day in `text` with the characters (start, end) that state it; none of an update.

    >>> find_day("Published: 4 March 2022")
    (datetime.date(2022, 3, 4), 11, 23)
    """
    if not _YEAR.search(text) or _UPDATED.match(text):
        return None
    patterns = (_DAY_FIRST, _MONTH_FIRST, _ISO, _DOTTED, _DAY_ABROAD)
    matches = [match for pattern in patterns if (match := pattern.search(text))]
    for match in sorted(matches, key=lambda match: match.start()):
        month = match["month"]
        number = int(month) if month.isdigit() else _NUMBERS[month.casefold()]
        try:
            return date(int(match["year"]), number, int(match["day"])), match.start(), match.end()
        except ValueError:
            continue
    return None
