"""The numbers that a report gives, each for a noun: "340 jobs", "six hundred protesters".

People are counted as what the sentence has them be: marchers, dead, injured; else only where two sentences share
other telling words ("212 people from the old yard"). Rounded and approximate numbers ("nearly 1,000") agree with
everything that they could round.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.lexicon.calendar import MONTHS
from onrecord.lexicon.demonyms import is_demonym
from onrecord.link.divergences.fillers import Filler, find_sentences, is_one_scene, read_scene, tell_apart
from onrecord.link.divergences.sums import CURRENCIES
from onrecord.link.statements.numerals import (
    BEFORE,
    NUMERAL,
    are_far_apart,
    has_numeral,
    is_in_range,
    may_be_one,
    read_mark,
    read_numeral,
)
from onrecord.model.moment import Evidence
from onrecord.model.span import Span
from onrecord.text.rarity import rarity
from onrecord.text.stem import stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.model.report import Report

_COUNT = re.compile(
    rf"(?<![$€£¥]){BEFORE}{NUMERAL}(?![:/%-])\s+(?P<noun>[a-z][a-z’'-]{{2,}})(?!\w)"
    r"(?:\s(?P<head>[a-z][a-z’'-]{2,})(?!\w))?"
    r"(?!(?<=minutes)\s(?:to|past|before|after)\b)",
    re.IGNORECASE,
)
_NUMBER_OF = re.compile(
    rf"\bnumber\sof\s(?P<noun>[a-z][a-z’'-]{{2,}})\s(?:at|was|is|as)\s{BEFORE}{NUMERAL}", re.IGNORECASE
)
_HARMING = re.compile(
    rf"\b(?P<noun>killing|injuring|wounding|arresting)\s{BEFORE}{NUMERAL}(?=\s?(?:[.,;:)]|$)|\sand\b)",
    re.IGNORECASE,
)
"""Those who came to harm, without a word for them: "a ferry sank, killing twelve"."""

_PEOPLE = frozenset({"people", "persons", "residents", "men", "women"})
_CROWD = frozenset({"marchers", "protesters", "protestors", "demonstrators"})
_HARMED = frozenset({"killed", "dead", "injured", "wounded", "hurt"})
_PEOPLE_KEY, _CROWD_KEY = "#people", "#marchers"
"""Who counts a crowd counts it his own way: police and organisers differ by more than slips do. A few in it are no crowd."""
_ROLES = (
    (_CROWD_KEY, re.compile(r"\b(?:march|protest|demonstrat|rall(?:y|ied))", re.IGNORECASE)),
    ("#dead", re.compile(r"\b(?:kill(?:s|ed)|dead|died|dying|death toll)\b", re.IGNORECASE)),
    ("#injured", re.compile(r"\b(?:injur(?:ed|es)|wound(?:ed|s)|hurt)\b", re.IGNORECASE)),
    ("#arrested", re.compile(r"\b(?:arrest(?:s|ed)|detained|taken into custody)\b", re.IGNORECASE)),
)
_ROLE_OF = {"killing": "#dead", "injuring": "#injured", "wounding": "#injured", "arresting": "#arrested"}
_ROLE_KEYS = frozenset(key for key, _ in _ROLES)
_MEASURES = frozenset(
    stem(unit)
    for units in (
        "second minute hour metre meter mile kilometre kilometer block foot feet point",
        "yard mph gmt degree percent dollar euro pound tonne ton kilo game time",
    )
    for unit in units.split()
)
_NO_NOUN_WORDS = """
    million billion trillion hundred thousand dozen nautical square per percent
    day days week weeks month months year years season seasons ago
    """
_NO_NOUNS = frozenset(_NO_NOUN_WORDS.split())
"""Words that are counted for nothing; days and weeks grow from one report to the next."""
_SOME_MORE = frozenset({"other", "others", "more", "additional", "further"})
"""Words after a number that count some beside others, as many as the report has told of or not."""
_PLURALS = (
    "s",
    "men",
    "people",
    "children",
    "persons",
    "dead",
    "injured",
    "killed",
    "wounded",
    "hurt",
    "police",
    "crew",
)
"""How words end that stand for more than one; what else follows a number belongs to the word behind it: "five pirate boats"."""
_ALIKE, _FEW_ALIKE = 2, 3
"""Telling words that the sentences of two counts must share; small numbers, lengths and times are many in one report."""
_FEW_DIGITS = 2

_YEARS = range(1900, 2100)


def find_counts(report: Report) -> Iterator[Filler]:
    """Find the counts of a report; the values hold the number, and a mark where it is approximate."""
    for sentence in find_sentences(report):
        for pattern in (_COUNT, _NUMBER_OF, _HARMING) if has_numeral(report.text, *sentence) else ():
            for match in pattern.finditer(report.text, *sentence):
                group = _noun_group(match)
                noun = match[group]
                if pattern is _HARMING:
                    key: str | None = _ROLE_OF[noun.lower()]
                else:
                    key = None if noun in CURRENCIES else _key(noun, sentence.of(report.text))
                if (
                    key is None
                    or match["noun"] in _SOME_MORE
                    or _is_year(match["number"])
                    or is_in_range(report.text, match)
                ):
                    continue
                start = min(match.start(name) for name in ("mark", "number", group) if match[name])
                span = Span(start, max(match.end("number"), match.end(group)))
                values = read_mark(match["mark"]) | {str(read_numeral(match["number"]))}
                place = Evidence(report_id=report.id, span=span)
                if key not in _ROLE_KEYS:
                    key = tell_apart(key, sentence.of(report.text), report.text[span.end : sentence.end])
                yield Filler(key, values, place, *read_scene(report.text, sentence))


def _noun_group(match: re.Match[str]) -> str:
    """Return the group of the word that is counted: the one after the number, or the one after that."""
    parts = match.groupdict()
    return "head" if not match["noun"].endswith(_PLURALS) and parts.get("head") else "noun"


def _key(noun: str, sentence: str) -> str | None:
    """Return what is counted; None for a word that is no noun. Two roles in one sentence cannot be told apart."""
    if noun in _CROWD | _PEOPLE | _HARMED:
        roles = [role for role, pattern in _ROLES if pattern.search(sentence)]
        if noun in _CROWD and len(roles) > 1:
            # Who marches is a marcher whatever is done to him: "46 demonstrators were arrested".
            roles = [role for role in roles if role != _CROWD_KEY]
        return roles[0] if len(roles) == 1 else _PEOPLE_KEY if not roles else None
    if (
        noun in _NO_NOUNS
        or noun in MONTHS
        or is_demonym(noun)
        or not (noun.islower() and noun.endswith(_PLURALS))
    ):
        return None
    return stem(noun) if rarity(noun) > 0 else None


def _is_year(number: str) -> bool:
    """Tell whether digits look like a year, or like the end of a torn number ("1, 000")."""
    return number.isdigit() and (int(number) in _YEARS or number.startswith("0"))


def count_alike(first: Filler, second: Filler) -> bool:
    """Tell whether two counts can both be right, or may not be of the same people."""
    few = any(len(value) <= _FEW_DIGITS and value.isdigit() for value in first.values | second.values)
    wanted = _FEW_ALIKE if few or first.key in _MEASURES else _ALIKE
    if first.key in _ROLE_KEYS:
        wanted = 0
    if first.key == _CROWD_KEY:
        if few:
            return True
    elif are_far_apart(first.values, second.values):
        return True
    return not is_one_scene(first, second, wanted) or may_be_one(first.values, second.values)
