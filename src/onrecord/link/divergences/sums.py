"""Sums, shares, terms, ages and magnitudes: numbers that reports give with a unit rather than for a noun.

"Fined Marr Shipping €2.4 million over the spill" and "must pay a fine of 4.2 million euros for the spill" give one sum
differently; sums in two currencies are never compared, since one may be the other exchanged.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.link.divergences.fillers import (
    Filler,
    Scene,
    find_sentences,
    is_one_scene,
    read_scene,
    tell_apart,
)
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
from onrecord.text.normalise import normalise
from onrecord.text.stem import stem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from onrecord.model.report import Report

_SYMBOLS = {"$": "dollar", "€": "euro", "£": "pound", "¥": "yen"}
_CURRENCY_WORDS = """
    crown crowns dinar dinars dirham dirhams dollar dollars euro euros forint forints franc francs hryvnia hryvnias krona
    kronor krone kroner lira liras peso pesos pound pounds rand real reais rouble roubles ruble rubles rupee rupees
    rupiah shekel shekels won yen yuan zloty zlotys
    """
CURRENCIES = frozenset(_CURRENCY_WORDS.split())
"""Words for money, in one number and in several."""

_WORDS = "|".join(sorted(CURRENCIES, key=lambda word: (-len(word), word)))
_MONEY = re.compile(
    rf"{BEFORE}(?P<symbol>[$€£¥])\s?(?P<number>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d{{1,12}}(?:\.\d{{1,6}})?)"
    r"(?P<scale>\s?(?:thousand|million|billion|trillion|m|bn)\b)?",
    re.IGNORECASE,
)
_MONEY_IN_WORDS = re.compile(rf"{BEFORE}{NUMERAL}\s(?P<unit>{_WORDS})\b", re.IGNORECASE)
_SHARE = re.compile(rf"{BEFORE}{NUMERAL}\s?(?:%|percent\b|per\scent\b)(?!\spoints?)", re.IGNORECASE)
_OF = re.compile(r"\sof\s(?:the\s|all\s|its\s|their\s|those\s)?(?P<whole>[A-Za-z][\w’'-]*)")
_TERM = re.compile(
    rf"\b(?:sentenced|jailed|imprisoned)\b[^.;,]{{0,40}}?\b(?:to|for)\s{BEFORE}{NUMERAL}\s(?P<unit>year|month)s?\b"
    rf"|\b(?:prison|jail)\s(?:term|sentence)\sof\s{BEFORE.replace('mark', 'mark2')}{NUMERAL.replace('number', 'number2')}"
    r"\s(?P<unit2>year|month)s?\b"
    rf"|{NUMERAL.replace('number', 'number3')}[\s-](?P<unit3>year|month)[\s-](?:prison|jail)\s(?:term|sentence)\b",
    re.IGNORECASE,
)
_NOT_PASSED = re.compile(
    r"\b(?:ask\w*|sought|seek\w*|demand\w*|fac(?:es?|ed|ing)|could|may|might|maximum|if|suspended|reduced)\b",
    re.IGNORECASE,
)
_MAGNITUDE = re.compile(
    rf"\bmagnitude[\s-](?:of\s)?{NUMERAL}|{NUMERAL.replace('number', 'number2')}[\s-]magnitude\b",
    re.IGNORECASE,
)
_AFTERSHOCK = re.compile(r"\b(?:aftershock|foreshock|tremor)", re.IGNORECASE)
_NAME = r"[A-Z][^\W\d_]+(?:[-’'][A-Z]?[^\W\d_]+)*"
_AGE = re.compile(
    rf"(?P<name>{_NAME}(?:\s{_NAME}){{0,3}}),\s(?:aged\s)?(?P<age>\d{{1,3}})(?=[,.;])"
    rf"|\b(?P<age2>\d{{1,3}})-year-old\s(?:[a-z-]+\s){{0,3}}?(?P<name2>{_NAME}(?:\s{_NAME}){{0,3}})"
)
_IDLE = frozenset({"million", "billion", "thousand", "percent", "per", "cent"})
_ALIKE, _TERM_ALIKE, _OLDEST = 3, 1, 120
_MONTHS = {"year": 12, "month": 1}
_TERM_KEY, _MAGNITUDE_KEY, _AGE_KEY = "#term", "#magnitude", "#age "


def find_sums(report: Report) -> Iterator[Filler]:
    """Find the sums of money, shares, terms of prison, magnitudes and ages that a report gives."""
    for sentence in find_sentences(report):
        words = sentence.of(report.text)
        if has_numeral(report.text, *sentence):
            scene = read_scene(report.text, sentence)
            scene = scene._replace(context=scene.context - _IDLE - CURRENCIES)
            for signs, find in _FINDERS:
                if any(sign in words for sign in signs):
                    yield from find(report, sentence, scene)


def _find_money(report: Report, sentence: Span, scene: Scene) -> Iterator[Filler]:
    for match in _MONEY.finditer(report.text, *sentence):
        if is_in_range(report.text, match):
            continue
        number = match["number"] + (f" {match['scale'].strip()}" if match["scale"] else "")
        key = f"#money {_SYMBOLS[match['symbol']]}"
        key = tell_apart(key, sentence.of(report.text), report.text[match.end() : sentence.end])
        yield _filler(report, match, key, number, scene)
    for match in _MONEY_IN_WORDS.finditer(report.text, *sentence):
        if is_in_range(report.text, match):
            continue
        key = f"#money {match['unit'].lower().rstrip('s')}"
        key = tell_apart(key, sentence.of(report.text), report.text[match.end() : sentence.end])
        yield _filler(report, match, key, match["number"], scene)


def _find_shares(report: Report, sentence: Span, scene: Scene) -> Iterator[Filler]:
    for match in _SHARE.finditer(report.text, *sentence):
        if is_in_range(report.text, match):
            continue
        after = report.text[match.end() : sentence.end]
        whole = _OF.match(after)
        key = f"#percent of {stem(whole['whole'].lower())}" if whole else "#percent"
        yield _filler(report, match, tell_apart(key, sentence.of(report.text), after), match["number"], scene)


def _find_terms(report: Report, sentence: Span, scene: Scene) -> Iterator[Filler]:
    if _NOT_PASSED.search(sentence.of(report.text)):
        return
    for match in _TERM.finditer(report.text, *sentence):
        number = match["number"] or match["number2"] or match["number3"]
        unit = (match["unit"] or match["unit2"] or match["unit3"]).lower()
        months = read_numeral(number) * _MONTHS[unit]
        start = max(match.start(name) for name in ("number", "number2", "number3"))
        end = max(match.end(name) for name in ("unit", "unit2", "unit3"))
        place = Evidence(report_id=report.id, span=Span(start, end))
        yield Filler(_TERM_KEY, frozenset({str(months)}), place, *scene)


def _find_magnitudes(report: Report, sentence: Span, scene: Scene) -> Iterator[Filler]:
    if _AFTERSHOCK.search(sentence.of(report.text)):
        return
    for match in _MAGNITUDE.finditer(report.text, *sentence):
        value = str(read_numeral(match["number"] or match["number2"]))
        place = Evidence(report_id=report.id, span=Span(*match.span()))
        yield Filler(_MAGNITUDE_KEY, frozenset({value}), place, *scene)


def _find_ages(report: Report, sentence: Span, scene: Scene) -> Iterator[Filler]:
    for match in _AGE.finditer(report.text, *sentence):
        names = normalise(match["name"] or match["name2"]).split()
        age = match["age"] or match["age2"]
        if len(names) == 1 and match["name"]:
            names = _find_whole_name(report.text[: match.start()], match["name"])
        if int(age) > _OLDEST or not names:
            continue
        place = Evidence(report_id=report.id, span=Span(*match.span()))
        yield Filler(_AGE_KEY + names[-1], frozenset({age}), place, scene.context, frozenset(names))


def _find_whole_name(before: str, surname: str) -> list[str]:
    """Return the words of the last whole name of a surname; none where there is none: "Roe, 31" may be anybody's brother."""
    whole = None
    for match in re.finditer(rf"(?:{_NAME}\s){{1,3}}{re.escape(surname)}\b", before):
        whole = match
    return normalise(whole.group()).split() if whole is not None else []


def _filler(report: Report, match: re.Match[str], key: str, number: str, scene: Scene) -> Filler:
    values = read_mark(match["mark"]) | {str(read_numeral(number))}
    start = match.start("mark") if match["mark"] else match.start()
    return Filler(key, values, Evidence(report_id=report.id, span=Span(start, match.end())), *scene)


_MONEY_SIGNS = tuple(sorted({*_SYMBOLS, *(word[:4] for word in CURRENCIES)}))
_FINDERS: tuple[tuple[tuple[str, ...], Callable[[Report, Span, Scene], Iterator[Filler]]], ...] = (
    (_MONEY_SIGNS, _find_money),
    (("%", "per", "Per"), _find_shares),
    (("rison", "jail", "sentenced"), _find_terms),
    (("agnitude",), _find_magnitudes),
    ((",", "-year-old"), _find_ages),
)
"""What finds a kind of sum, and what must stand in a sentence that has one: asked first, since few have."""


def sum_alike(first: Filler, second: Filler) -> bool:
    """Tell whether two sums can both be right, or may be of two things; people grow a year older between two reports."""
    if first.key.startswith(_AGE_KEY):
        one_person = first.names <= second.names or second.names <= first.names
        (a,), (b,) = first.values, second.values
        return not one_person or abs(int(a) - int(b)) <= 1
    wanted = _TERM_ALIKE if first.key in {_TERM_KEY, _MAGNITUDE_KEY} else _ALIKE
    if are_far_apart(first.values, second.values):
        return True
    return not is_one_scene(first, second, wanted) or may_be_one(first.values, second.values)
