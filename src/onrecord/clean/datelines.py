"""The dateline at the start of a paragraph: where, and perhaps when and by which agency, before a dash.

"PORT HALDEN, June 3 (CPA) — The council …"; "Vellin – No ship …". The dateline becomes a block of its own and the body
starts after the dash.
"""

from __future__ import annotations

import re
from typing import Final

from onrecord.lexicon.calendar import MONTHS
from onrecord.lexicon.months_abroad import DAY_ABROAD
from onrecord.model.span import Span

_MONTH: Final = "|".join(sorted((name.capitalize() for name in MONTHS), key=lambda name: (-len(name), name)))
_WORD: Final = r"[^\W\d_a-zß-öø-ÿ][\w.’'-]*"
_PLACE: Final = rf"{_WORD}(?: (?:de|da|di|del|la|el|al|of|the|am|an der|upon|on|and|{_WORD})){{0,3}}"
_WHEN: Final = rf"(?:(?:{_MONTH})\.? \d{{1,2}}|\d{{1,2}} (?:{_MONTH})\.?)(?:,? \d{{4}})?|(?i:{DAY_ABROAD})|[A-Z][a-z]+day"
_DATELINE: Final = re.compile(
    rf"(?P<place>{_PLACE}(?:, (?!{_MONTH}\b){_WORD}(?: {_WORD}){{0,2}})?)"
    rf"(?P<when>,? (?:{_WHEN}))?"
    r"(?P<agency>,? ?[(\[][A-Z][^()\[\]]{1,40}[)\]])?"
    r"(?P<dash> ?(?:—|–|--|-(?= )|―) ?|(?<=[)\]]) ?-|: (?=[A-ZÀ-Þ“\"]))"
)
_TURN: Final = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ .’'-]{2,40}: ")
_AGENCY_ONLY: Final = re.compile(r"(?P<agency>[(\[][A-Z][^()\[\]]{1,40}[)\]]) ?(?P<dash>—|–|--|-|―) ?")
_WORDS_OF_NOT_PLACES = "analysis breaking comment exclusive explainer live opinion update updated video watch"
_NOT_PLACES: Final = frozenset(_WORDS_OF_NOT_PLACES.split())
_LONGEST: Final = 90
"""Characters of a dateline."""


def is_turn(text: str) -> bool:
    """Tell whether a line starts as a speaker's turn in a transcript does ("DUNSTAN PELL: Then who will?")."""
    return bool(_TURN.match(text))


def find_dateline(text: str) -> tuple[Span, int] | None:
    """Return the dateline at the start of a paragraph, its dash included, and where the body starts, or None.

    >>> find_dateline("PORT HALDEN (CPA) – The council met.")
    (Span(start=0, end=19), 20)
    """
    head = text[:_LONGEST]
    match = _AGENCY_ONLY.match(head) or _DATELINE.match(head)
    if not match or not text[match.end() :].strip():
        return None
    if "place" in match.re.groupindex and not _is_plain(match, text):
        return None
    return Span(0, len(match.group().rstrip())), match.end()


def _is_plain(match: re.Match[str], text: str) -> bool:
    place, dash = match["place"], match["dash"].strip()
    if match["when"] or match["agency"]:
        return True
    # A hyphen inside a compound ("Anti-war groups") is no dash, and a colon stands after many names.
    if dash == ":":
        # "NEW DELHI: The council …"; a transcript's "TOLLIVER: We will …" looks the same with one word.
        return place.isupper() and len(place.split()) > 1 and "," not in place
    if place.casefold() in _NOT_PLACES:
        return False
    if not match["dash"].startswith(" ") and not (place.isupper() and match["dash"].endswith(" ")):
        return False
    after = text[match.end() : match.end() + 1]
    if not (after.isupper() or after in "“\"‘'«0123456789"):
        return False
    if place.isupper():
        return True
    # "Ana Velik – a docker – said": a second dash soon after makes it a bracketing pair of dashes.
    sentence = text[match.end() :].split(". ", 1)[0]
    return len(place.split()) <= 4 and not re.search(r"\s[—–-]\s", sentence)  # noqa: PLR2004


def read_agency(dateline: str) -> str | None:
    """Return the agency that a dateline names in brackets ("CPA"), or None."""
    match = re.search(r"[(\[](?P<agency>[^()\[\]]+)[)\]]", dateline)
    return match["agency"].strip() if match else None
