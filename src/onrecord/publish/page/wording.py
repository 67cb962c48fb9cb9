"""The words the program itself uses for days, manners, levels and names: neutral, and the same everywhere.

English only, and never the machine's locale: the same record gives the same page anywhere.
"""

from __future__ import annotations

from calendar import monthrange
from typing import TYPE_CHECKING

from onrecord.model.attribution import Act, Level, Manner
from onrecord.model.correction import RULE_OF_PERSONS
from onrecord.model.moment import Basis
from onrecord.model.report import Zone, first_words
from onrecord.model.statement import Change, Relation

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from onrecord.model.attribution import Judgement
    from onrecord.model.moment import Moment
    from onrecord.model.report import Report

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
UNKNOWN_DAY = "day not known"
UNKNOWN_SPEAKER = "unknown speaker"
UNKNOWN_OUTLET = "outlet not named"
OUTSIDE = "not found in this pile"
LISTED_DAYS = 8
"""More candidate days than this are counted, not listed."""

MANNERS = {
    Manner.DIRECT: "direct: in quotation marks",
    Manner.MIXED: "mixed: partly in quotation marks",
    Manner.INDIRECT: "indirect: reported, not quoted",
    Manner.UNMARKED: "unmarked: verbatim, its quotation marks lost",
    Manner.CARRIED: "carried: goes on from the sentence before",
}
LEVELS = {
    Level.CERTAIN: "certain: decided by form alone",
    Level.LIKELY: "likely: the usual reading of the form",
    Level.POSSIBLE: "possible: another reading is open",
}
LEVEL_OF_PERSONS = "certain: a person's word"
ACTS = {
    Act.ASSERTION: "says",
    Act.REQUEST: "asks for",
    Act.BELIEF: "believes",
    Act.INTENTION: "intends",
}
RELATIONS = {
    Relation.BASE: "base wording",
    Relation.VERBATIM: "same words",
    Relation.CUT: "shorter",
    Relation.EXTENDED: "longer",
    Relation.TRANSLATION: "in another language",
    Relation.PARAPHRASE: "other words",
}
CHANGES = {
    Change.REPLACED: ("→", "in its place"),
    Change.ADDED: ("+", "added"),
    Change.DROPPED: ("−", "dropped"),
}
BASES = {
    Basis.GIVEN: "given",
    Basis.STATED: "stated in the report",
    Basis.DATELINE: "from the dateline",
    Basis.RELATIVE: "counted from another day",
    Basis.CORROBORATED: "from several reports together",
}
ZONES = {
    Zone.HEADLINE: "headline",
    Zone.SUBHEADING: "subheading",
    Zone.DATELINE: "dateline",
    Zone.BYLINE: "byline",
    Zone.CREDIT: "credit",
    Zone.CAPTION: "caption",
    Zone.BODY: "body",
    Zone.SIGNATURE: "signature",
    Zone.FURNITURE: "furniture",
}


def count(number: int, singular: str, plural: str | None = None) -> str:
    """Return a number with its noun.

    >>> count(1, "report"), count(1200, "story", "stories")
    ('1 report', '1,200 stories')
    """
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def listing(items: Sequence[str], last: str = "and") -> str:
    """Return `items` as a list in a sentence.

    >>> listing(["a", "b", "c"], "or")
    'a, b or c'
    """
    if len(items) < 2:  # noqa: PLR2004 - a pair needs a conjunction
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def day_words(day: date) -> str:
    """Return a day with its weekday: Friday 4 March 2022."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def level_words(judgement: Judgement) -> str:
    """Say how sure a reading is, and what makes it so."""
    if judgement.rule.startswith(RULE_OF_PERSONS):
        return LEVEL_OF_PERSONS
    return LEVELS[judgement.level]


def moment_words(moment: Moment | None) -> str:
    """Return when something was, no more precise than it is known."""
    if moment is None or not (moment.earliest or moment.latest or moment.candidates):
        return UNKNOWN_DAY
    if moment.candidates:
        return _candidate_words(moment.candidates)
    earliest, latest = moment.earliest, moment.latest
    if earliest and latest:
        return day_words(earliest) if earliest == latest else _interval_words(earliest, latest)
    if earliest:
        return f"on or after {day_words(earliest)}"
    return f"on or before {day_words(latest)}" if latest else UNKNOWN_DAY


def _candidate_words(days: Sequence[date]) -> str:
    if len(days) == 1:
        return day_words(days[0])
    if len(days) > LISTED_DAYS:
        return f"one of {len(days)} days between {day_words(days[0])} and {day_words(days[-1])}"
    return _same_day_words(days) or listing([day_words(day) for day in days], "or")


def _same_day_words(days: Sequence[date]) -> str | None:
    """Return days that come again in each of several years: 6 or 7 March of 2009 or 2015."""
    by_year: dict[int, list[date]] = {}
    for day in days:
        by_year.setdefault(day.year, []).append(day)
    if (
        len(by_year) == 1
        or len({tuple((day.month, day.day) for day in some) for some in by_year.values()}) > 1
    ):
        return None
    first = next(iter(by_year.values()))
    one_month = len({day.month for day in first}) == 1
    named = [str(day.day) if one_month else f"{day.day} {MONTHS[day.month - 1]}" for day in first]
    month = f" {MONTHS[first[0].month - 1]}" if one_month else ""
    weekday = f"{WEEKDAYS[days[0].weekday()]} " if len({day.weekday() for day in days}) == 1 else ""
    return f"{weekday}{listing(named, 'or')}{month} of {listing([str(year) for year in by_year], 'or')}"


def _interval_words(earliest: date, latest: date) -> str:
    ends_with_month = latest.day == monthrange(latest.year, latest.month)[1]
    if earliest.day == 1 and ends_with_month:
        if (earliest.year, earliest.month) == (latest.year, latest.month):
            return f"some day in {MONTHS[earliest.month - 1]} {earliest.year}"
        if (earliest.month, latest.month) == (1, 12):
            years = str(earliest.year) if earliest.year == latest.year else f"{earliest.year}–{latest.year}"
            return f"some day in {years}"
    return f"between {day_words(earliest)} and {day_words(latest)}"


def said_words(said: Moment | None, event: Moment | None) -> str:
    """Return when something was said; of what has no day of its own, apart, the day of its event where that is known."""
    words, happened = moment_words(said), moment_words(event)
    if words != UNKNOWN_DAY or happened == UNKNOWN_DAY:
        return words
    return f"{words}; reported with the event of {happened}"


def days_words(first: date | None, last: date | None, *, events: int, known: int | None) -> str:
    """Return from when to when those of so many events were whose day is `known` (None: not counted), and that others are not.

    >>> days_words(None, None, events=3, known=0)
    'day not known'
    """
    if first is None or last is None:
        return UNKNOWN_DAY
    days = day_words(first) if first == last else f"{day_words(first)} to {day_words(last)}"
    if events in {1, known}:
        return days
    if known is None:
        return f"{days}, as far as days are known"
    number, have = ("one", "has") if known == 1 else (f"{known:,}", "have")
    return f"{number} of {events:,} events {have} a known day: {days}"


def precision_words(moment: Moment | None) -> str:
    """Return in a word or two how precisely a day is known."""
    if moment is None or not (moment.earliest or moment.latest or moment.candidates):
        return UNKNOWN_DAY
    if moment.candidates and len(moment.candidates) > 1:
        return f"one of {len(moment.candidates)} days"
    if not (moment.earliest and moment.latest):
        return "open at one end"
    days = (moment.latest - moment.earliest).days + 1
    return "day known" if days == 1 else f"within {days:,} days"


def outlet_words(report: Report) -> str:
    """Return who published `report`, or that this is not known."""
    return report.outlet.name if report.outlet else UNKNOWN_OUTLET


def title_words(report: Report) -> str:
    """Return the title of `report`, else the first words of its text; never the place it was found at."""
    return report.title or first_words(report.text)


def short_title_words(report: Report) -> str:
    """Return the title of `report`, else the first words of its text: enough to name it in passing."""
    return title_words(report)
