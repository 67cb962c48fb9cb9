"""Lines and phrases in which an outlet plainly names itself; never a guess.

A masthead stands alone at the top ("ESTUARY HERALD | Local", "THE MARSH POST"), or a notice names whose page it is:
"© 2024 Haldenpost", "Join our verified KXN Telegram channel", "Follow The Harbour Gazette on …".
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from onrecord.clean import shapes
from onrecord.clean.stamps import find_day
from onrecord.lexicon.calendar import WEEKDAYS
from onrecord.lexicon.outlets import AGENCIES, OUTLET_NOUNS, PAPER_NOUNS, PAPER_PARTS
from onrecord.model.report import Zone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.clean.lines import Line

_NAME_WORD: Final = r"(?:[A-ZÀ-Þ0-9А-ЯІЇЄ][\w’'&.-]*|of|the|and|de|la|del|&)"
_NAME: Final = rf"(?:The |the )?[A-ZÀ-ÞА-ЯІЇЄ][\w’'&.-]*(?: {_NAME_WORD}){{0,5}}"
_BAR: Final = re.compile(r"(?<!\s)\s+(?:[|•·»–—]|::?)\s+")
_TOP_WORDS: Final = 6
"""Words of the longest name of an outlet."""

_SHORT: Final = 3
_DATED_WORDS: Final = _TOP_WORDS + 5
"""Words of a name with the day of an edition beside it."""
_AROUND: Final = " \t,.|•·–—-()"
_WEEKDAY_BESIDE: Final = re.compile(
    rf"[\s,|•·–—-]*\b(?:{shapes.any_of(WEEKDAYS)})\b\.?[\s,|•·–—-]*$|^[\s,|•·–—-]*\b(?:{shapes.any_of(WEEKDAYS)})\b",
    re.IGNORECASE,
)
_YEARS: Final = re.compile(r"(?: \d{4}(?:\s*[-–]\s*\d{4})?)+$")
_PLATFORM: Final = r"(?:Telegram|WhatsApp|Twitter|Facebook|Instagram|YouTube|TikTok|Viber|Google News|X|LinkedIn|Bluesky|Threads|newsletter|Newsletter|app|App|podcast|channel)"
_PHRASES: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:©|\([Cc]\)|[Cc]opyright)\s*(?:©|\([Cc]\))?\s*(?:by\s+)?(?:\d{{4}}(?:\s*[-–]\s*\d{{4}})?,?\s+)?(?:by\s+)?(?P<name>{_NAME})",
        rf"(?:[Jj]oin|[Ff]ollow|[Ss]ubscribe to|[Ss]ign up (?:for|to)|[Rr]eaders of|[Gg]et|[Dd]ownload)\s+(?:(?:our|the|brand|new|free|verified|official|brand-new|all|daily|weekly)\s+)*(?P<name>{_NAME}?)\s+(?:(?:daily|free|official|weekly)\s+)?{_PLATFORM}\b",
        rf"(?:[Ff]ollow|[Jj]oin|[Ll]ike|[Ss]ubscribe to)\s+(?P<name>{_NAME}?)\s+on\s",
        rf"[Tt]he\s+(?P<name>{_NAME}?)\s+(?:daily\s+|free\s+|weekly\s+)?(?:newsletter|app)\b",
        rf"(?:edition|version) of (?P<name>{_NAME})",
    )
)
_WORDS_OF_NOT_NAMES = (
    "all rights reserved us our on the telegram whatsapp twitter facebook instagram youtube google news x "
    "linkedin bluesky threads newsletter channel getty images daily weekly this it him her them me you "
    "free"
)
_NOT_NAMES: Final = frozenset(_WORDS_OF_NOT_NAMES.split())


def is_masthead(line: Line) -> bool:
    """Tell whether `line`, standing at the top, is nothing but the name of an outlet and its section."""
    return read_masthead(line) is not None


def read_masthead(line: Line) -> str | None:
    """Return the outlet that `line` names as a masthead, or None.

    A line of name and section apart by a bar, a whole line in capitals or after "The" that ends in a word such as Post or
    Herald, or two or three words that end in one that names little but papers or open with where and when one is read
    ("Southern Mail"). "Minister Attacks The Post" is none.
    """
    parts = _BAR.split(line.text)
    if len(parts) > 1:
        return _read_barred(parts)
    words = line.words
    if not 2 <= len(words) <= _TOP_WORDS or words[-1].casefold() not in OUTLET_NOUNS:  # noqa: PLR2004
        return None
    plain = all(word[:1].isupper() and re.fullmatch(r"[\w’'&.-]+", word) for word in words)
    article = [word.casefold() for word in words].count("the")
    inner_article = article > (words[0].casefold() == "the")
    if not plain or inner_article or len(words) > _TOP_WORDS:
        return None
    if words[0].casefold() == "the" or line.text.isupper():
        return line.text
    told = words[-1].casefold() in PAPER_NOUNS or words[0].casefold() in PAPER_PARTS
    return line.text if len(words) <= _SHORT and told else None


def read_dated_masthead(line: Line) -> str | None:
    """Return the outlet that `line` names beside the day of its edition, or None.

    "The Harwell Courier, 13 March 2024"; "Friday 4 March 2022 | ESTUARY HERALD".
    """
    found = find_day(line.text) if len(line.words) <= _DATED_WORDS else None
    if found is None:
        return None
    _, start, end = found
    before, after = (
        _WEEKDAY_BESIDE.sub("", part).strip(_AROUND) for part in (line.text[:start], line.text[end:])
    )
    name = before or after
    if bool(before) == bool(after):
        return None
    return read_masthead(replace(line, text=name, words=tuple(name.split())))


def _read_barred(parts: Sequence[str]) -> str | None:
    name = parts[0].strip()
    if len(name.split()) > _TOP_WORDS or not re.fullmatch(_NAME, name):
        return None
    words = name.casefold().split()
    rest = " ".join(parts[1:])
    if shapes.is_section(name):
        return None
    if words[-1] in OUTLET_NOUNS or words[0] in OUTLET_NOUNS:
        return name
    sectioned = shapes.is_section(rest) or any(word in rest.casefold() for word in ("edition", "translat"))
    while len(name.split()) > 1 and shapes.is_section(name.split()[-1]):
        name = name.rpartition(" ")[0]
    return name if sectioned else None


def find_outlet(lines: Sequence[Line], zones: Sequence[Zone | None], body: int) -> str | None:
    """Return the outlet that the masthead or a notice of the page names, or None.

    A masthead counts before the first body line (index `body`); a notice counts anywhere. Where both name somebody the
    masthead's spelling is taken.
    """
    for number, line in enumerate(lines[:body]):
        if zones[number] is Zone.FURNITURE and (name := read_masthead(line)):
            return _spelled(name, lines)
        if zones[number] is Zone.DATELINE and (name := read_dated_masthead(line)):
            return _spelled(name, lines)
    for number, line in enumerate(lines):
        if zones[number] is Zone.FURNITURE and (name := read_notice(line.text)):
            return name
    for number, line in enumerate(lines[:body]):
        if zones[number] is Zone.HEADLINE and (name := split_headline(" ".join(line.words))[1]):
            return name
    return None


def split_headline(headline: str) -> tuple[str, str | None]:
    """Return a headline without the outlet that a page's title ends in, and that outlet.

    >>> split_headline("Old Quay to close | The Harbour Gazette")
    ('Old Quay to close', 'The Harbour Gazette')
    """
    rest, bar, name = headline.rpartition(" | ")
    words = name.casefold().split()
    if bar and len(words) <= _TOP_WORDS and words[-1:] and words[-1] in OUTLET_NOUNS:
        return rest, name
    return headline, None


def read_notice(text: str) -> str | None:
    """Return the outlet whose page a notice says it is, or None.

    >>> read_notice("© Haldenpost 2024. All rights reserved."), read_notice("Follow us on Telegram")
    ('Haldenpost', None)
    """
    for pattern in _PHRASES:
        match = pattern.search(text)
        if not match:
            continue
        name = _YEARS.sub("", re.split(r"\. |\.$", match["name"])[0]).strip(" .&")
        if (
            name
            and not all(word.casefold() in _NOT_NAMES for word in name.split())
            and _is_outlet(name, match)
        ):
            return name
    return None


def _is_outlet(name: str, match: re.Match[str]) -> bool:
    """Tell a page's own name from a writer's ("Follow Ana Velik on X") and a newsletter's ("our Morning Tide newsletter")."""
    words = [word.casefold() for word in name.split()]
    if name.startswith("the "):
        # "Follow the Beacon": a paper's short name for itself is not its name.
        return False
    if words[0] == "the" or words[-1] in OUTLET_NOUNS or words[0] in OUTLET_NOUNS:
        return True
    if re.search(r"\b(?:newsletter|podcast|app)\b", match.group(), re.IGNORECASE):
        return False
    return len(words) == 1 or match.group().startswith(("©", "(", "C", "c", "edition", "version"))


def _spelled(name: str, lines: Sequence[Line]) -> str:
    """Return a masthead in capitals as the page spells it elsewhere, or in title case."""
    if not name.isupper():
        return name
    for line in lines:
        match = re.search(rf"\b{re.escape(name)}\b", line.text, re.IGNORECASE)
        if match and not match.group().isupper():
            return match.group()
    return " ".join(
        word if word in AGENCIES or not set(word) & set("AEIOUY") else word.capitalize()
        for word in name.split()
    )
