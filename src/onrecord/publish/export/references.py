"""Reports as things to cite: what a bibliography holds of each, with a day no more exact than the record knows it."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.publish.page.safe import language_tag, link_to, shown
from onrecord.publish.page.wording import day_words, moment_words

if TYPE_CHECKING:
    from onrecord.model.contents import Contents
    from onrecord.model.moment import Moment
    from onrecord.model.report import Report

NO_DATE = "date not known"
NO_TITLE = "no title"
REPLACED = "characters that this format cannot hold were replaced"
YEAR_ALONE, YEAR_AND_MONTH, WHOLE_DAY = 1, 2, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """One report to cite; None where it is not known. `url` is an ordinary web address or None.

    `day` has the year, the month and the day as far as they are known, and no member where not even the year is. `notes` say
    what the other members could not.
    """

    id: str
    outlet: str | None
    title: str | None
    day: tuple[int, ...]
    url: str | None
    language: str | None
    notes: tuple[str, ...]


def references_of(contents: Contents) -> tuple[Reference, ...]:
    """Return the reports of `contents`, by id, each text on one line and fit for any text file."""
    return tuple(
        _reference(reading.report, published(contents, reading.report)) for reading in contents.readings
    )


def published(contents: Contents, report: Report) -> Moment | None:
    """Return when `report` was published: as linking found it, else as the input gave it."""
    return contents.linked.report_dates.get(report.id) or report.published


def known_day(moment: Moment | None) -> tuple[int, ...]:
    """Return year, month and day of `moment` as far as they are one: a day, a whole month, a whole year, or nothing.

    Several possible days and intervals that are no month and no year have no such form: `date_words` tells them.
    """
    if moment is None or moment.earliest is None or moment.latest is None:
        return ()
    earliest, latest = moment.earliest, moment.latest
    if earliest == latest:
        return earliest.year, earliest.month, earliest.day
    if moment.candidates or earliest.day != 1 or latest.day != monthrange(latest.year, latest.month)[1]:
        return ()
    if (earliest.year, earliest.month) == (latest.year, latest.month):
        return earliest.year, earliest.month
    whole_year = earliest.year == latest.year and (earliest.month, latest.month) == (1, 12)
    return (earliest.year,) if whole_year else ()


def iso_day(day: tuple[int, ...]) -> str:
    """Return a day, a month or a year as ISO 8601 has it.

    >>> iso_day((2021, 3)), iso_day((2021, 3, 4))
    ('2021-03', '2021-03-04')
    """
    return "-".join(f"{number:04}" if place == 0 else f"{number:02}" for place, number in enumerate(day))


def date_words(moment: Moment | None) -> str:
    """Return a day in words without its weekday, no more exact than it is known."""
    if moment is None or not (moment.earliest or moment.latest or moment.candidates):
        return NO_DATE
    if moment.earliest and moment.earliest == moment.latest:
        return day_words(moment.earliest).split(" ", 1)[1]
    return moment_words(moment)


def one_line(text: str) -> str:
    r"""Return `text` on one line, with characters that a text file should not carry made visible.

    >>> one_line("Ferry\n to run\x00")
    'Ferry to run␀'
    """
    return " ".join(shown(text).split())


def _reference(report: Report, moment: Moment | None) -> Reference:
    day = known_day(moment)
    url = link_to(report.url)
    given = [text for text in (report.title, report.outlet and report.outlet.name) if text]
    notes: list[str] = []
    if not day:
        notes.append(NO_DATE if date_words(moment) == NO_DATE else f"published {date_words(moment)}")
    if report.url and not url:
        notes.append(f"address as given: {one_line(report.url)}")
    if any(one_line(text) != text for text in given):
        notes.append(REPLACED)
    return Reference(
        id=report.id,
        outlet=one_line(report.outlet.name) if report.outlet else None,
        title=one_line(report.title) if report.title else None,
        day=day,
        url=url,
        language=language_tag(report.language),
        notes=tuple(notes),
    )
