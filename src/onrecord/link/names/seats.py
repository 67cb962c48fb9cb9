"""Of which place the holder of a local office is: "the mayor" of one town is not that of the next.

A flood or a riot happens in several places at once, each with a mayor, a governor or a chief of its own. A report's place is that
of its dateline and the first that its opening names; a holder's the one told with the office ("the mayor of Halden"), or else
that of the report.
"""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.lexicon.calendar import MONTHS, WEEKDAYS
from onrecord.lexicon.demonyms import COUNTRY_BY_DEMONYM, country_of
from onrecord.lexicon.descriptions import read_office
from onrecord.lexicon.places import PLACE_NOUNS

_LOCAL_WORDS = """
    alderman bishop burgomaster commandant coroner governor headmaster headmistress headteacher magistrate marshal master mayor
    mayoress postmaster principal sheriff stationmaster superintendent vicar warden
    """
_LOCAL = frozenset(_LOCAL_WORDS.split())
"""Nouns of offices that each town, parish, prison or school has a holder of."""
_CHIEFS = frozenset({"fire", "police", "village"})
"""What a chief may be of that each town has."""
_AT_LARGE = frozenset({"bank", "central", "reserve", "state"})
"""Words with an office that is of no town."""
_NAME = (
    r"[A-ZÀ-ÖØ-Þ][\w'’-]+(?:\s(?:(?:de|del|di|da|do|la|le|sur|upon|am|an\sder)\s)?[A-ZÀ-ÖØ-Þ][\w'’-]+){0,3}"
)
_DATELINE = re.compile(
    r"^[ \t]*(?P<place>[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ .'’-]+?)(?=,|\s\(|\s[-–—])[^\n]{0,60}?\s?[-–—]{1,2}\s",
    re.MULTILINE,
)
_TOWNS = r"(?:town|city|village|port|borough|parish|suburb|district|resort|island|municipality)"
_NAMED = re.compile(
    rf"\b(?:(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Oo]ver|[Aa]cross|[Aa]round|[Oo]ff)\s|{_TOWNS}\sof\s"
    rf"|(?:cut\soff|flooded|hit|hits|struck|swept|engulfed|devastated|isolated|rocked|reached|submerged|battered)\s)"
    rf"(?:the\s(?:\w+\s)?{_TOWNS}\sof\s)?(?P<place>{_NAME})"
)
_OPENING = 500
"""Characters at the top of a report that say where it is of."""
_OF = re.compile(rf"\b(?:of|in|at|for)\s(?P<place>{_NAME})")
_NO_PLACE = frozenset({*MONTHS, *WEEKDAYS})
_COUNTRIES = frozenset(COUNTRY_BY_DEMONYM.values())


@lru_cache(maxsize=4096)
def find_places(text: str) -> frozenset[str]:
    """Return the place of a report's dateline and the first one that its opening names, in lower case.

    >>> sorted(find_places("HALDEN, May 2 - A wave hit Port Breck on Monday and went on to Nesse."))
    ['halden', 'port breck']
    """
    opening = text[:_OPENING]
    dateline = _DATELINE.search(opening)
    found = {dateline["place"].casefold().strip()} if dateline else set[str]()
    named = (match["place"] for match in _NAMED.finditer(opening, dateline.end() if dateline else 0))
    first = next(filter(_is_town, named), None)
    return frozenset(found | ({first.casefold()} if first else set()))


def _is_town(place: str) -> bool:
    words = place.casefold().split()
    if re.sub(r"['’]s$", "", words[0]) in _NO_PLACE or words[-1] in PLACE_NOUNS:
        return False
    return not country_of(place) and place.casefold() not in _COUNTRIES


def find_office_places(role: str) -> frozenset[str]:
    """Return the place that is told with an office, in lower case.

    >>> sorted(find_office_places("mayor of Port Breck")), sorted(find_office_places("Halden mayor")), sorted(find_office_places("mayor"))
    (['port breck'], ['halden'], [])
    """
    told = _OF.search(role)
    if told:
        return frozenset({told["place"].casefold()})
    before = re.match(rf"(?P<place>{_NAME})(?:['’]s)?\s[a-z]", role)
    return (
        frozenset({before["place"].casefold().removesuffix("'s").removesuffix("’s")})
        if before
        else frozenset()
    )


def is_elsewhere(description: str, text: str, held: frozenset[str]) -> bool:
    """Tell whether a report means the holder of a local office in another place than those of a holder.

    Args:
        description: what the report calls somebody.
        text: the report's text.
        held: the places of which somebody is known to hold that office.
    """
    if not held or not _is_local(description):
        return False
    own = find_office_places(description) or find_places(text)
    return bool(own) and not any(_is_same(one, other) for one in own for other in held)


def _is_local(description: str) -> bool:
    office = read_office(description)
    told = office.marks | office.points
    if told & _AT_LARGE:
        return False
    return bool(office.heads & _LOCAL) or ("chief" in office.heads and bool(told & _CHIEFS))


def _is_same(one: str, other: str) -> bool:
    """Tell whether two names may be of one place: "Halden" and "Old Halden"."""
    ours, theirs = set(one.split()), set(other.split())
    return ours <= theirs or theirs <= ours
