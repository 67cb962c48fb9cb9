"""Numbers as reports write them, and whether two of them can be one: "nearly 2,000" and "1,940", "at least 12" and "15".

Reports round, and say so or not. A round number agrees with what rounds to it within a twentieth, one marked as about
within a sixth, one told as a bound with what lies up to half as much again on its open side.
"""

from __future__ import annotations

import re
from decimal import Decimal

from onrecord.lexicon.calendar import NUMBERS

ABOUT, LEAST, MOST = "about", "least", "most"
"""Marks of a number that is told as approximate, as a lower or as an upper bound."""

_MARKS = {
    LEAST: "at least|no fewer than|no less than|not less than|more than|over|upwards of|as many as|as much as|above",
    MOST: "up to|at most|no more than|fewer than|less than|under|below|a maximum of",
    ABOUT: "about|around|nearly|almost|some|roughly|approximately|an estimated|close to|just over|just under|or so",
}
_MARK_OF = {words: mark for mark, listed in _MARKS.items() for words in listed.split("|")}
BEFORE = rf"(?P<mark>\b(?:{'|'.join(sorted(_MARK_OF, key=len, reverse=True))})\s+)?"
"""Pattern of the words that may mark the number after them."""

_SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
    "m": 1_000_000,
    "bn": 1_000_000_000,
}
_TENS = {"fifty": 50, "seventy": 70, "eighty": 80, "ninety": 90}
_SPELLED = {word: value for word, value in NUMBERS.items() if value is not None} | _TENS
_UNITS = "one|two|three|four|five|six|seven|eight|nine"
_PLAIN = "|".join(sorted((word for word, value in _SPELLED.items() if value > 1), key=len, reverse=True))
_LARGE = "hundred|thousand|million|billion|trillion"
NUMERAL = (
    rf"(?P<number>(?:(?<![\w.,:/-])(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,12}})(?:\.\d{{1,6}})?(?![\d.,]*\d)"
    rf"(?:(?:\s|-)(?:{_LARGE})\b|\s?(?:m|bn)\b)?)"
    rf"|\b(?:(?:{_PLAIN})(?:-(?:{_UNITS}))?(?:\s(?:{_LARGE}))?|an?\s(?:{_LARGE})|half\sa\s(?:million|billion))\b)"
)
"""Pattern of a number in digits or words, above one; its group is `number`."""

_ANY = re.compile(rf"\d|\b(?=[aefhnst])(?:{_PLAIN}|an?\s(?:{_LARGE})|half)\b")
_PARTS = re.compile(r"(?P<digits>[\d.,]*\d)?(?P<rest>.*)", re.DOTALL)
_ROUND_BY, _ABOUT_BY, _BOUND_BY = Decimal("1.05"), Decimal("1.16"), Decimal("1.5")
_ROUND_ZEROS = 2
_FAR = 2


def has_numeral(text: str, start: int, end: int) -> bool:
    """Tell whether a number may stand in ``text[start:end]``: asked first, since few sentences have one."""
    # Without case in the pattern, and by first letters, since it is asked of every sentence.
    return _ANY.search(text[start:end].lower()) is not None


def read_numeral(written: str) -> Decimal:
    """Return the value of what `NUMERAL` found.

    >>> [str(read_numeral(one)) for one in ("1,200", "forty-six", "two thousand", "half a million")]
    ['1200', '46', '2000', '500000']
    """
    parts = _PARTS.fullmatch(written)
    digits, rest = (parts["digits"], parts["rest"]) if parts else (None, written)
    value = Decimal(digits.replace(",", "")) if digits else Decimal(0)
    words = re.findall(r"[a-z]+", rest.lower())
    if words[:2] == ["half", "a"]:
        value, words = Decimal("0.5"), words[2:]
    for word in words:
        if word in _SCALES:
            value *= _SCALES[word]
        else:
            value += _SPELLED.get(word, 0)
    return _plain(value)


def _plain(value: Decimal) -> Decimal:
    """Return the value without zeros behind its point, so that equal values are written alike."""
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


def read_mark(written: str | None) -> frozenset[str]:
    """Return the mark that words before a number set, if any.

    >>> sorted(read_mark("More than "))
    ['least']
    """
    mark = _MARK_OF.get(" ".join((written or "").lower().split()))
    return frozenset({mark} if mark else ())


_OPENS_RANGE = re.compile(
    r"(?:\b(?:between|from)\s|(?:\d|illion)(?:\s(?:to|and|or)\s|\s?[-–]\s?)|\()[$€£¥]?$", re.IGNORECASE
)
_GOES_ON = re.compile(
    r"(?:\s(?:thousand|million|billion|trillion))?(?:\s?[-–]\s?|\s(?:to|and|or)\s)[$€£¥]?\d", re.IGNORECASE
)


def is_in_range(text: str, match: re.Match[str]) -> bool:
    """Tell whether a number that was found is an end of a range, or a sum that stands in brackets behind another.

    >>> text = "It costs $140-150 million."
    >>> found = re.search("(?P<number>140)", text)
    >>> found is not None and is_in_range(text, found)
    True
    """
    start, end = match.span("number")
    return bool(_OPENS_RANGE.search(text, max(0, start - 12), start)) or bool(_GOES_ON.match(text, end))


def may_be_one(first: frozenset[str], second: frozenset[str]) -> bool:
    """Tell whether two numbers can be one; each is its digits and its marks.

    >>> may_be_one(frozenset({"2000"}), frozenset({"1940"})), may_be_one(frozenset({"12", LEAST}), frozenset({"15"}))
    (True, True)
    """
    (a, a_marks), (b, b_marks) = _split(first), _split(second)
    if a == b:
        return True
    low, high = sorted((a, b))
    if ABOUT in a_marks | b_marks and high <= low * _ABOUT_BY:
        return True
    below, above = (a_marks, b_marks) if a < b else (b_marks, a_marks)
    if (LEAST in below or MOST in above) and high <= low * _BOUND_BY:
        return True
    return high <= low * _ROUND_BY and high - low <= max(_grain(a), _grain(b)) / 2


def are_far_apart(first: frozenset[str], second: frozenset[str]) -> bool:
    """Tell whether one number is more than twice the other: then they mostly count two things, a whole and a part of it.

    Swapped digits ("2.4" and "4.2", "14" and "41") are a slip however far apart.

    >>> are_far_apart(frozenset({"14"}), frozenset({"31"})), are_far_apart(frozenset({"14"}), frozenset({"41"}))
    (True, False)
    """
    (a, _), (b, _) = _split(first), _split(second)
    low, high = sorted((a, b))
    return high > low * _FAR and sorted(str(a)) != sorted(str(b))


def _split(number: frozenset[str]) -> tuple[Decimal, frozenset[str]]:
    marks = number & {ABOUT, LEAST, MOST}
    (digits,) = number - marks
    return Decimal(digits), marks


def _grain(value: Decimal) -> Decimal:
    """Return how fine a number is told: 1,200 by hundreds, 2.4 by tenths, 340 and 12 to the unit."""
    if value != value.to_integral_value():
        exponent = value.normalize().as_tuple().exponent
        return Decimal(10) ** int(exponent)
    digits = str(int(value))
    zeros = len(digits) - len(digits.rstrip("0"))
    return Decimal(10) ** zeros if zeros >= _ROUND_ZEROS else Decimal(1)
