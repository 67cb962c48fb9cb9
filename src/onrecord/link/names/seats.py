"""Of which place the holder of a local office is: "the mayor" of one town is not that of the next.

A flood or a riot happens in several places at once, each with a mayor, a governor or a chief of its own. A report's place is that
of its dateline and the first that its opening names; a holder's the one told with the office ("the mayor of Halden"), or else
that of the report.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from onrecord.lexicon.calendar import MONTHS, WEEKDAYS
from onrecord.lexicon.demonyms import COUNTRY_BY_DEMONYM, country_of
from onrecord.lexicon.descriptions import read_office
from onrecord.lexicon.places import PLACE_NOUNS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

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
_INNER_NAME = re.compile(r"(?<=[a-z,;]\s)[A-ZÀ-ÖØ-Þ][\w-]{2,}")
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


def part_by_place(texts: Mapping[str, str]) -> dict[str, str]:
    """Return the reports of one event with the least of those that are of one place with each; all with one where nothing parts them.

    A bus fell into a ravine on one day in two countries: two datelines, neither report knows of the other's place, and their openings
    have no name in common. A report without dateline is of the place that it names, where it names that of one part alone.

    Args:
        texts: the text of each report id of the event.
    """
    places = {key: find_places(text) for key, text in texts.items() if _DATELINE.search(text[:_OPENING])}
    parts: list[tuple[frozenset[str], frozenset[str]]] = []
    for key in sorted(places):
        joined, named = frozenset({key}), places[key] | _find_names(texts[key])
        apart: list[tuple[frozenset[str], frozenset[str]]] = []
        for members, theirs in parts:
            if named & theirs or _knows(texts, joined, theirs) or _knows(texts, members, named):
                joined, named = joined | members, named | theirs
            else:
                apart.append((members, theirs))
        parts = [*apart, (joined, named)]
    if len(parts) < 2:  # noqa: PLR2004 - several
        return dict.fromkeys(texts, min(texts))
    found = {key: min(members) for members, _ in parts for key in members}
    for key in texts.keys() - found.keys():
        own = [members for members, named in parts if _knows(texts, {key}, named)]
        found[key] = min(own[0]) if len(own) == 1 else key
    return found


def _find_names(text: str) -> frozenset[str]:
    """Return the names in a report's opening, in lower case, of those that open no sentence."""
    found = (match[0].casefold() for match in _INNER_NAME.finditer(text[:_OPENING]))
    return frozenset(name for name in found if name not in _NO_PLACE)


def _knows(texts: Mapping[str, str], report_ids: Iterable[str], places: Iterable[str]) -> bool:
    """Tell whether one of several reports names one of some places."""
    return any(
        re.search(rf"\b{re.escape(place)}\b", texts[key], re.IGNORECASE)
        for key in report_ids
        for place in places
    )
