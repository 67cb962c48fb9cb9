"""For which time a report says that somebody holds an office: former, newly appointed, since 2019, until 2011.

"The secretary general" of a later report is not whoever held the office before. An office counts as held near the days of the
reports that give it; a report that says "former", or names somebody new in it, ends it. Where no day tells whether a report
was written before that, nobody is meant for sure.
"""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date, timedelta
from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

from onrecord.lexicon.calendar import MONTHS
from onrecord.lexicon.descriptions import is_same_office, read_office
from onrecord.lexicon.offices import FORMER_WORDS
from onrecord.model.annotation import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from onrecord.link.names.chain_sets import ChainSets
    from onrecord.model.annotation import Mention

_FORMER = re.compile(
    rf"^(?:the )?(?:{'|'.join(FORMER_WORDS)}|then|late|ousted|deposed|ex)\b[- ]*", re.IGNORECASE
)
_NEW = re.compile(
    r"^(?:the )?(?:new|newly[- ](?:appointed|elected|installed|named|sworn-in)|appointed|newly)\b[- ]*",
    re.IGNORECASE,
)
_STILL = re.compile(
    r"^(?:the )?(?:outgoing|departing|current|incumbent|sitting|present)\b[- ]*", re.IGNORECASE
)
_FORMER_BEFORE = re.compile(rf"\b(?:{'|'.join(FORMER_WORDS)}|then|ex|late)[- ]$", re.IGNORECASE)
_NEW_BEFORE = re.compile(r"\b(?:new|newly)[- ]$", re.IGNORECASE)
_MONTH = rf"(?:(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})\.? )?"
_TERM = re.compile(
    rf"^,?\s(?:(?:since|from)\s{_MONTH}(?P<first>(?:19|20)\d\d)(?:\s(?:to|until|till|through)\s{_MONTH}(?P<last>(?:19|20)\d\d))?"
    rf"|(?:until|till)\s{_MONTH}(?P<end>(?:19|20)\d\d))\b",
    re.IGNORECASE,
)
_TAKES_OVER = re.compile(
    r"(?:,\s[^,.\n]{1,40})?,?\s(?:(?:has|had|have)\s)?(?:"
    r"(?:(?:take|took|taken|takes)[ ]over|stepped\sin|started|begun|began)(?:\s(?:from|on)\s[^,.;\n]{1,40}?)?\sas"
    r"|(?:succeeded|succeeds|replaced|replaces)\s[^,.;\n]{1,40}?\sas"
    r"|(?:was|been)\s(?:sworn\sin|installed|inaugurated|appointed|named|elected|confirmed)(?:\s(?:on\s\w+|to\ssucceed[^,.;\n]{1,40}?))?(?:\sas)?"
    r"|became|becomes)\s(?:the\s|a\s)?(?:new\s|next\s)?"
    r"(?!(?:and|at|but|by|for|from|in|of|or|over|to|under|with)\b)(?P<office>[^,.;:\n“”\"()]{3,60}?)"
    r"(?=[,.;:\n“”\"()]|$|\s(?:on|after|before|when|while|last|this|at|from|following|to\s(?:replace|succeed)|and|yesterday|today)\b)",
    re.IGNORECASE,
)
"""Behind a name, the office that its bearer comes into: "Ana Velik took over as mayor on Monday"."""
_WITHIN = 64
"""Characters after a mention in which its term is told."""
_YEAR_BEFORE = re.compile(r"\b(?:in|since)\b.*\b(?:19|20)\d\d\b")
"""A year that an office was come into, which is no news: "became mayor in 2003"."""
_TAKEN_WITHIN = 200
"""Characters behind a name in which the office is told that its bearer comes into."""
_NEAR = timedelta(days=730)
"""How far from a report that gives an office to somebody another may lie that means the same holder."""
_SETTLED = timedelta(days=31)
"""How long before the first report of a new holder he may have been in office."""


class _State(Enum):
    HELD = auto()
    NEW = auto()
    FORMER = auto()


class Tenure(NamedTuple):
    """One report's word that somebody holds or held an office; `day` is the report's own, years are those it tells."""

    office: str
    state: _State
    report_id: str
    day: date | None
    first: int | None
    last: int | None


def read_tenure(mention: Mention, text: str, report_id: str, day: date | None) -> Tenure | None:
    """Return what a mention says of an office: "Ana Velik, mayor of Halden from 2003 to 2011"; None where it says nothing.

    Args:
        mention: where a report names somebody.
        text: the report's text.
        report_id: the report's id.
        day: when the report was published, if it is known.
    """
    taken = None if mention.name is None else _TAKES_OVER.match(text[mention.span.end :][:_TAKEN_WITHIN])
    if taken and read_office(taken["office"]).heads and not _YEAR_BEFORE.search(taken["office"]):
        return Tenure(taken["office"], _State.NEW, report_id, day, None, None)
    if not mention.role:
        return None
    office, state = mention.role, _State.HELD
    before = text[max(0, mention.span.start - len("erstwhile ")) : mention.span.start]
    if _FORMER.match(office) or _FORMER_BEFORE.search(before):
        office, state = _FORMER.sub("", office), _State.FORMER
    elif _NEW.match(office) or _NEW_BEFORE.search(before):
        office, state = _NEW.sub("", office), _State.NEW
    else:
        office = _STILL.sub("", office)
    term = _TERM.match(text[mention.span.end : mention.span.end + _WITHIN])
    first, last = (term["first"], term["last"] or term["end"]) if term else (None, None)
    return Tenure(office, state, report_id, day, int(first) if first else None, int(last) if last else None)


def tell_tenure(tenure: Tenure) -> str:
    """Return in words for which time a report says that an office is held: "held since 2019", "former".

    >>> tell_tenure(Tenure("mayor", _State.HELD, "r1", None, 2003, 2011))
    'held from 2003 to 2011'
    """
    term = ""
    if tenure.first and tenure.last:
        term = f" from {tenure.first} to {tenure.last}"
    elif tenure.first or tenure.last:
        term = f" since {tenure.first}" if tenure.first else f" until {tenure.last}"
    return tenure.state.name.lower() + term


class Tenures:
    """Who is said to hold which office when, over the pile.

    Args:
        sets: the chains, names of persons already joined.
        texts: the text of each report id.
        days: the day on which each report was published, for those that are known.
    """

    def __init__(self, sets: ChainSets, texts: Mapping[str, str], days: Mapping[str, date]) -> None:
        self._days = days
        self._of: dict[str, list[Tenure]] = defaultdict(list)
        for chain in sets.chains.values():
            if chain.kind is Kind.PERSON and chain.name is not None:
                for mention in chain.mentions:
                    day = days.get(chain.report_id)
                    tenure = read_tenure(mention, texts.get(chain.report_id, ""), chain.report_id, day)
                    if tenure:
                        self._of[sets.root(chain.id)].append(tenure)

    def held_in(self, root: str, report_id: str) -> frozenset[str]:
        """Return the offices that a report says somebody holds, newly or still, without the words that say so."""
        found = self._of.get(root, ())
        return frozenset(
            one.office for one in found if one.report_id == report_id and one.state is not _State.FORMER
        )

    def find_holders(self, roots: Iterable[str], description: str, report_id: str) -> list[str]:
        """Return those of `roots` of whom nothing says that they did not hold the office when a report was written."""
        told = {root: self._told(root, description) for root in roots}
        day = self._days.get(report_id)
        starts = {
            root: min(one.day for one in found if one.state is _State.NEW and one.day)
            for root, found in told.items()
            if any(one.state is _State.NEW and one.day for one in found)
        }
        comers = {
            root
            for root, found in told.items()
            if any(one.state is _State.NEW and one.report_id == report_id for one in found)
        }
        return [
            root
            for root, found in told.items()
            if not _is_over(found, report_id, day)
            and not _is_succeeded(root, found, starts, day)
            and (root in comers or not comers or report_id in {one.report_id for one in found})
        ]

    def _told(self, root: str, description: str) -> list[Tenure]:
        return [one for one in self._of.get(root, ()) if is_same_office(description, one.office, near=True)]


def _is_over(told: list[Tenure], report_id: str, day: date | None) -> bool:
    """Tell whether what reports say of one holder leaves the office to somebody else when this report was written."""
    here = {one.state for one in told if one.report_id == report_id}
    if here:
        return here == {_State.FORMER}
    if any(one.state is _State.FORMER and (day is None or one.day is None or one.day <= day) for one in told):
        return True
    if _is_outside(told, day):
        return True
    known = [one for one in told if one.day is not None and one.state is not _State.FORMER]
    if day is None or not known or len(known) < sum(one.state is not _State.FORMER for one in told):
        return False
    return not any(_covers(one, day) for one in known)


def _is_outside(told: Iterable[Tenure], day: date | None) -> bool:
    """Tell whether the terms that reports tell in years have no place for the day."""
    terms = [one for one in told if one.first or one.last]
    if not terms:
        return False
    if day is None:
        return any(one.last for one in terms)
    return not any((one.first or 0) <= day.year <= (one.last or day.year) for one in terms)


def _covers(tenure: Tenure, day: date) -> bool:
    """Tell whether a report's word on a holder reaches a day: near it, or within a term that it tells."""
    if tenure.day is None:
        return True
    if tenure.first and tenure.first <= day.year and day <= tenure.day:
        return True
    if tenure.state is _State.NEW and day < tenure.day - _SETTLED:
        return False
    return abs(day - tenure.day) <= _NEAR


def _is_succeeded(root: str, told: list[Tenure], starts: Mapping[str, date], day: date | None) -> bool:
    """Tell whether somebody else is new in the office after the last word on this holder, and before this report."""
    held = [one.day for one in told if one.state is not _State.FORMER and one.day]
    if day is None or not held:
        return False
    return any(other != root and max(held) < start <= day for other, start in starts.items())
