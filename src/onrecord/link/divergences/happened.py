"""The days that reports give for one thing that happened: "was signed on 4 March" against "was signed on 5 March".

Only days and years are compared that the same verb has in two sentences which share other telling words. Speech is left out: one
person says many things on many days. A weekday and a day of a month contradict each other where both reports give both.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from onrecord.lexicon.calendar import MONTHS, WEEKDAYS
from onrecord.lexicon.cues import CLAUSE_VERBS
from onrecord.link.divergences.fillers import Filler, find_sentences, is_one_scene, read_scene
from onrecord.model.moment import Evidence
from onrecord.model.span import Span
from onrecord.text.stem import stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.model.report import Report

_WEEKDAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DAY = (
    rf"(?P<weekday>{_WEEKDAY})?(?P<joint>,?\s)?(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s(?P<month>{_MONTH})\b"
    rf"|(?P<month2>{_MONTH})\s(?P<day2>\d{{1,2}})\b)?(?:,?\s(?P<year>(?:19|20)\d\d)\b)?"
)
_HAPPENED = re.compile(
    r"\b(?P<verb>[a-z]{3,}ed|died|met|held|sank|fell|struck|hit|left|broke|won|began|shot|took|came|went|burnt|put|effect|force"
    r"|begins?|starts?|opens?|reopens?|closes?|ends?|expires?|resumes?|votes?|meets?|sails?|leaves?|arrives?|launch(?:es)?)\b"
    rf"(?:(?:\s[\w’'-]+){{0,4}}?\son\s(?={_WEEKDAY}|{_MONTH}|\d)|\s(?:early\s|late\s)?(?={_WEEKDAY})){_DAY}"
)
_IN_YEAR = re.compile(
    r"\b(?P<verb>[a-z]{3,}ed|born|built|set up|won|began|met|held)\b(?:\s[a-z][\w’'-]*){0,2}?\sin\s"
    rf"(?:{_MONTH}\s)?(?P<year>(?:19|20)\d\d)\b"
)
_DENIED = re.compile(r"\b(?:no|not|never|nobody|none|without)\b|n[’']t\b", re.IGNORECASE)
"""What did not happen on a day may have happened on any other: "no ship was unloaded on Monday"."""
_FULL_DAY = re.compile(rf"\b(?={_WEEKDAY}){_DAY}")
_SPEECH = frozenset(stem(verb) for verb in CLAUSE_VERBS)
_ALIKE = 3
"""Telling words that the sentences share, the verb and the month among them."""


def find_days(report: Report) -> Iterator[Filler]:
    """Find the days that a report gives for what happened; the values are weekday, month and day, and year."""
    for sentence in find_sentences(report):
        for match in _HAPPENED.finditer(report.text, *sentence):
            key = stem(match["verb"])
            values = _values(match)
            if values and key not in _SPEECH and not _DENIED.search(sentence.of(report.text)):
                start = match.start("weekday") if match["weekday"] else min(_starts(match))
                span = Span(start, match.end()).trimmed(report.text, drop=" ,\n")
                yield _filler(report, sentence, (key, values), span)


def find_years(report: Report) -> Iterator[Filler]:
    """Find the years that a report gives for what happened: "founded in 1987"."""
    for sentence in find_sentences(report):
        for match in _IN_YEAR.finditer(report.text, *sentence):
            key = stem(match["verb"])
            if key not in _SPEECH:
                yield _filler(
                    report,
                    sentence,
                    (f"{key} in", frozenset({f"year {match['year']}"})),
                    Span(*match.span("year")),
                )


def _filler(report: Report, sentence: Span, told: tuple[str, frozenset[str]], span: Span) -> Filler:
    scene = read_scene(report.text, sentence)
    return Filler(*told, Evidence(report_id=report.id, span=span), scene.context, scene.names)


def find_weekdays(report: Report) -> Iterator[Filler]:
    """Find the days that a report gives with their weekday: the key is the day, the value the weekday."""
    for sentence in find_sentences(report):
        for match in _FULL_DAY.finditer(report.text, *sentence):
            values = _values(match)
            days = [value for value in values if value.startswith("day ")]
            if days and match["joint"]:
                weekday = frozenset(value for value in values if value.startswith("weekday "))
                span = Span(*match.span()).trimmed(report.text)
                yield Filler(days[0], weekday, Evidence(report_id=report.id, span=span))


def _starts(match: re.Match[str]) -> list[int]:
    return [match.start(name) for name in ("day", "month2") if match[name]]


def _values(match: re.Match[str]) -> frozenset[str]:
    values: set[str] = set()
    if match["weekday"]:
        values.add(f"weekday {WEEKDAYS[match['weekday'].lower()]}")
    month, day = match["month"] or match["month2"], match["day"] or match["day2"]
    if month:
        values.add(f"day {MONTHS[month.lower()]} {int(day)}")
        if match["year"]:
            values.add(f"year {match['year']}")
    return frozenset(values)


def may_be_one_day(first: Filler, second: Filler) -> bool:
    """Tell whether two days of one happening can be one, or the happenings may be two."""
    if not is_one_scene(first, second, _ALIKE):
        return True
    a, b = _parts(first), _parts(second)
    return all(a[part] == b[part] for part in a.keys() & b.keys())


def _parts(filler: Filler) -> dict[str, str]:
    """Return the known parts of a day; a full date tells its weekday."""
    parts = dict(value.split(" ", 1) for value in filler.values)
    if "day" in parts and "year" in parts:
        month, day = map(int, parts["day"].split())
        try:
            parts["weekday"] = str(date(int(parts["year"]), month, day).weekday())
        except ValueError:
            return {}
    return parts


def never(first: Filler, second: Filler) -> bool:
    """Tell that two values of one key are never both right."""
    del first, second
    return False
