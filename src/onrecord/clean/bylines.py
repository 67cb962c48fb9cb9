"""Lines that name who wrote, edited or gathered a report.

"By Ana Velik, Staff Writer"; "Ana Velik | Tuesday"; "(Reporting by Ana Velik; editing by Tom Reed)"; "Ana Velik
contributed reporting from Vellin." — but not "By Friday the strike had ended."
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from onrecord.clean import shapes
from onrecord.clean.stamps import find_day, is_stamp
from onrecord.lexicon.calendar import MONTHS, WEEKDAYS

if TYPE_CHECKING:
    from onrecord.clean.lines import Line

_BY: Final = re.compile(
    r"(?:by|words\s*:|written by|text by|reported by|words by|story by|analysis by|author\s*:|reporter\s*:|from our|from)\s+(?=\S)",
    re.IGNORECASE,
)
_WORDS_OF_WRITER_WORDS = (
    "analysis analyst chief city columnist contributing contributor correspondent correspondents desk "
    "diplomatic editor europe foreign former freelance journalist local national news newsroom political "
    "producer reporter reporters senior special staff text words writer writers"
)
_WRITER_WORDS: Final = frozenset(_WORDS_OF_WRITER_WORDS.split())
_WORDS_OF_SMALL_WORDS = "a an and at by for from in of on our own the their to with agencies agency wire"
_SMALL_WORDS: Final = frozenset(_WORDS_OF_SMALL_WORDS.split())
_REPORTING: Final = re.compile(
    r"[(\[—–-]*\s*(?:additional |further |with )?(?:reporting|editing|writing|compiled|translated|edited|photography|video)"
    r"(?: and (?:reporting|editing|writing|produced))? (?:by|from)\b",
    re.IGNORECASE,
)
_CONTRIBUTED: Final = re.compile(
    r"(?P<who>[A-ZÀ-Þ][^.!?]{3,120}?) (?:contributed(?: (?:reporting|research|to|for|from)\b|\.?$)|reported from\b|assisted (?:in|with) (?:the )?reporting\b)"
)
_WORDS_OF_OFFICES = "columnist correspondent correspondents desk editor journalist producer reporter reporters staff writer writers"
_OFFICES: Final = frozenset(_WORDS_OF_OFFICES.split())
_TIMED: Final = re.compile(r"\d{1,2}[:.]\d{2}\s+")
_BIO: Final = re.compile(
    r"(?P<name>[^,.;:]{4,50}?)(?:, [^,.]{2,60},)? (?:(?:is|was) (?:an? |the )?(?:[\w’'&.-]+ ){0,7}?"
    r"(?:reporter|correspondent|columnist|editor|journalist|writer|co-host|contributor|author)\b|(?:covers|writes|reports) (?:about|for|on|from)\b)"
)
_LONGEST: Final = 16
"""Words of a byline."""
_LONGEST_OFFICE: Final = 4
_LONGEST_NOTE: Final = 60


def is_byline(line: Line) -> bool:
    """Tell whether `line` by itself names who wrote or gathered the report."""
    text = line.text.strip("*_() ")
    if len(line.words) > _LONGEST_NOTE:
        return False
    if _REPORTING.match(line.text.strip("*_ ")) or _is_contribution(text):
        return not shapes.is_quoted(text)
    if len(line.words) > _LONGEST or shapes.is_quoted(text):
        return False
    match = _BY.match(text)
    return (
        _is_writer(text[match.end() :], says_by=not text.casefold().startswith("from"))
        if match
        else _is_barred(text)
    )


def is_writer_line(line: Line) -> bool:
    """Tell whether a line beside a headline names its writers with no "By" ("Ana Velik, Staff Writer", "Tidewire Staff")."""
    found = find_day(line.text)
    text = (line.text[: found[1]] + line.text[found[2] :]).strip(" ,|–—-") if found else line.text
    words = text.replace(",", " ").split()
    if 0 < len(words) <= _LONGEST_OFFICE and words[-1].casefold() in _OFFICES:
        return True
    name, _, rest = text.partition(",")
    if len(line.words) > _LONGEST or not rest:
        return _is_names(text)
    return _is_names(name) and (
        _is_names(rest) or any(word.casefold() in _WRITER_WORDS for word in rest.split())
    )


def has_office(line: Line) -> bool:
    """Tell whether a short line names a writer's office ("Diplomatic correspondent, Vellin")."""
    words = line.text.casefold().replace(",", " ").split()
    return len(words) <= 2 * _LONGEST_OFFICE and not _OFFICES.isdisjoint(words)


def is_bio(line: Line) -> bool:
    """Tell whether a line after the last paragraph says who the writer is ("Ana Velik is a reporter for …")."""
    match = _BIO.match(line.text)
    return bool(match and _is_names(match["name"])) and len(line.words) <= _LONGEST_NOTE


def _is_contribution(text: str) -> bool:
    """Tell "Ana Velik contributed reporting" from "Lost trade contributed to the decline"."""
    match = _CONTRIBUTED.match(text)
    if not match:
        return False
    words = [word.strip(",") for word in match["who"].split()]
    joined = all(word[:1].isupper() or word in _SMALL_WORDS or word in _WRITER_WORDS for word in words)
    return joined and len(words) > 1 and words[0].casefold() not in _SMALL_WORDS - {"the"}


def _is_writer(rest: str, *, says_by: bool) -> bool:
    """Tell whether the words after "By" are names, offices and what joins them."""
    words = re.findall(r"[^\W\d_][\w’'.-]*", rest)
    folded = [word.casefold().rstrip(".") for word in words]
    if any(word in _WRITER_WORDS for word in folded):
        return all(
            word[0].isupper() or known in _WRITER_WORDS | _SMALL_WORDS
            for word, known in zip(words, folded, strict=True)
        )
    if not says_by or not words or folded[0] in WEEKDAYS or folded[0] in MONTHS:
        return False
    return words[0][0].isupper() and all(
        word[0].isupper() or known in _SMALL_WORDS for word, known in zip(words, folded, strict=True)
    )


def _is_barred(text: str) -> bool:
    """Tell whether a name stands before a bar and a date or an office ("Ana Velik | Tuesday"), or after a time."""
    if timed := _TIMED.match(text):
        return _is_names(text[timed.end() :])
    name, bar, rest = text.partition("|")
    if not bar or not _is_names(name):
        return False
    return is_stamp(rest) or any(word.casefold() in _WRITER_WORDS for word in rest.split())


def _is_names(text: str) -> bool:
    return all(shapes.is_name(name.strip()) for name in re.split(r",| and | & |;", text.strip()))
