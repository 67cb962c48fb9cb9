"""The numbers that a report gives, each for a noun: "340 jobs", "six hundred protesters".

People are counted as what the sentence has them be: marchers, dead, injured; else only where two sentences share
other telling words ("212 people from the old yard"). Rounded and approximate numbers ("nearly 1,000") agree with
everything that they could round.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.lexicon.calendar import MONTHS, NUMBERS
from onrecord.lexicon.demonyms import is_demonym
from onrecord.link.fillers import Filler, find_sentences, read_context
from onrecord.model.moment import Evidence
from onrecord.model.span import Span
from onrecord.text.rarity import rarity
from onrecord.text.stem import stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.model.report import Report

_SCALES = {"hundred": 100, "thousand": 1000}
_SPELLED = {
    word: value for word, value in NUMBERS.items() if value is not None and (value > 1 or word == "a")
}
_ABOUT = (
    r"(?P<about>\b(?:about|around|nearly|almost|over|some|roughly|approximately|at least|more than|less than|"
    r"up to|as many as|fewer than|under|an estimated|close to)\s+)?"
)
_NUMBER = (
    r"(?P<number>(?<![\w.,$€£:/-])(?:\d{1,3}(?:,\d{3})+|\d+)(?![\d.,]*\d|[:/%-]|\w)"
    rf"|\b(?:{'|'.join(sorted(_SPELLED))})\s(?:hundred|thousand)\b)"
)
_COUNT = re.compile(_ABOUT + _NUMBER + r"\s+(?P<noun>[a-z][a-z’'-]{2,})(?!\w)", re.IGNORECASE)
_NUMBER_OF = re.compile(
    rf"\bnumber\sof\s(?P<noun>[a-z][a-z’'-]{{2,}})\s(?:at|was|is|as)\s{_ABOUT}{_NUMBER}", re.IGNORECASE
)

_PEOPLE = frozenset({"people", "persons", "residents", "men", "women"})
_CROWD = frozenset({"marchers", "protesters", "protestors", "demonstrators"})
_HARMED = frozenset({"killed", "dead", "injured", "wounded"})
_ROLES = (
    ("#marchers", re.compile(r"\b(?:march|protest|demonstrat|rall(?:y|ied))", re.IGNORECASE)),
    ("#dead", re.compile(r"\b(?:killed|dead|died|dying)\b", re.IGNORECASE)),
    ("#injured", re.compile(r"\b(?:injured|wounded|hurt)\b", re.IGNORECASE)),
)
_ROLE_KEYS = frozenset(key for key, _ in _ROLES)
_ABOUT_MARK, _PEOPLE_KEY = "about", "#people"
_MEASURES = frozenset(
    stem(unit)
    for units in (
        "second minute hour day week month year metre meter mile kilometre kilometer block foot feet point",
        "yard mph gmt degree percent dollar euro pound tonne ton kilo season game",
    )
    for unit in units.split()
)
_NO_NOUNS = frozenset(
    {"million", "billion", "trillion", "hundred", "thousand", "dozen", "nautical", "square"}
)
_ALIKE, _MEASURED_ALIKE = 2, 3
"""Telling words that the sentences of two counts must share; lengths and times measure many things in one report."""

_YEARS = range(1900, 2100)

_ROUNDED = 1.15


def find_counts(report: Report) -> Iterator[Filler]:
    """Find the counts of a report; the values hold the number, and a mark where it is approximate."""
    for sentence in find_sentences(report):
        context: frozenset[str] | None = None
        for pattern in (_COUNT, _NUMBER_OF):
            for match in pattern.finditer(report.text, *sentence):
                key = _key(match["noun"].lower(), sentence.of(report.text))
                if key is None or _is_year(match["number"]):
                    continue
                context = read_context(report.text, sentence) if context is None else context
                marks = {_ABOUT_MARK} if match["about"] else set[str]()
                start = min(match.start(name) for name in ("about", "number", "noun") if match[name])
                span = Span(start, max(match.end("number"), match.end("noun")))
                values = frozenset({str(_value(match["number"])), *marks})
                yield Filler(key, values, Evidence(report_id=report.id, span=span), context)


def _key(noun: str, sentence: str) -> str | None:
    """Return what is counted; None for a word that is no noun. Two roles in one sentence cannot be told apart."""
    if noun in _CROWD | _PEOPLE | _HARMED:
        roles = [role for role, pattern in _ROLES if pattern.search(sentence)]
        return roles[0] if len(roles) == 1 else _PEOPLE_KEY if not roles else None
    if noun in _NO_NOUNS or noun in MONTHS or is_demonym(noun) or noun.endswith(("ly", "ed", "ing", "ish")):
        return None
    return stem(noun) if rarity(noun) > 0 else None


def _is_year(number: str) -> bool:
    """Tell whether digits look like a year, or like the end of a torn number ("1, 000")."""
    return number.isdigit() and (int(number) in _YEARS or number.startswith("0"))


def _value(number: str) -> int:
    if number[0].isdigit():
        return int(number.replace(",", ""))
    word, scale = number.lower().split()
    return _SPELLED[word] * _SCALES[scale]


def count_alike(first: Filler, second: Filler) -> bool:
    """Tell whether two counts can both be right, or may not be of the same people."""
    wanted = 0 if first.key in _ROLE_KEYS else _MEASURED_ALIKE if first.key in _MEASURES else _ALIKE
    if len(first.context & second.context) < wanted:
        return True
    low, high = sorted(int(*(filler.values - {_ABOUT_MARK})) for filler in (first, second))
    about = _ABOUT_MARK in first.values | second.values
    return low == high or (about and low * _ROUNDED >= high)
