"""Which report of a lineage the others descend from, where the reports tell it themselves.

A credit tells it: "originally published by the Velm Courier" beside a report signed "By Ada Rusk, Velm Courier". So does
the tag of an agency: "VELM (CPA) –" over a report of no other outlet is the agency's own dispatch, and the newspapers
that print its text without a word have it from there. Given days tell it last, and only where nobody credits a house outside.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from onrecord.link.copies.stated import find_stated
from onrecord.model.moment import Evidence
from onrecord.model.report import Zone
from onrecord.text.normalise import normalise

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.model.report import Credit, Report

Origin = tuple[str | None, list[Evidence]]
"""The report that the others descend from, if any is known, and what tells so."""


def find_origin(
    members: Sequence[str], pairs: Sequence[tuple[str, str]], reports: Mapping[str, Report]
) -> Origin:
    """Find the report that all others descend from.

    Args:
        members: the report ids of one lineage, sorted.
        pairs: those of them that share text.
        reports: by id.
    """
    days = {member: find_day(reports[member]) for member in members}
    for origin, evidence in (_find_credited(pairs, reports), _find_dispatch(members, reports)):
        if origin is not None:
            return (None, []) if _is_printed_before(origin, days, evidence) else (origin, evidence)
    known = sorted((day, member) for member, day in days.items() if day is not None)
    if len(known) < len(members) or known[0][0] == known[1][0]:
        return None, []
    first = known[0][1]
    # Who prints an agency's text a day before the others did not write it.
    return (
        (None, [])
        if any(_credits_outside(reports[member], reports[first]) for member in members)
        else (first, [])
    )


def _is_printed_before(origin: str, days: Mapping[str, int | None], evidence: Sequence[Evidence]) -> bool:
    """Tell whether a report that does not name the credited one was out on an earlier day: it has the text from elsewhere."""
    day, named = days[origin], {place.report_id for place in evidence}
    return day is not None and any(
        other < day for member, other in days.items() if other is not None and member not in named
    )


def is_own_tag(credit: Credit, report: Report) -> bool:
    """Tell whether a credit names the report's own house: its outlet, or the agency of a dispatch of no other outlet."""
    if report.outlet is not None:
        return house_key(credit.outlet) == house_key(report.outlet.name)
    return report.zone_at(credit.span.start) is Zone.DATELINE


def _find_credited(pairs: Sequence[tuple[str, str]], reports: Mapping[str, Report]) -> Origin:
    """Find the one report whose outlet the copies of it credit."""
    credited: set[str] = set()
    evidence: list[Evidence] = []
    for pair in pairs:
        for copier, other in (pair, pair[::-1]):
            for credit in find_stated(reports[copier]):
                if credit.picture or is_own_tag(credit, reports[copier]):
                    continue
                if _is_house(credit.outlet, reports[other]):
                    credited.add(other)
                    evidence.append(Evidence(report_id=copier, span=credit.span))
    return (credited.pop(), evidence) if len(credited) == 1 else (None, [])


def _find_dispatch(members: Sequence[str], reports: Mapping[str, Report]) -> Origin:
    """Find the agency's own dispatch among reports of other outlets that credit nobody else."""
    dispatches: list[tuple[str, Credit]] = []
    for member in members:
        report = reports[member]
        stated = [credit for credit in find_stated(report) if not credit.picture]
        own = [credit for credit in stated if is_own_tag(credit, report)]
        if report.outlet is None and own:
            dispatches.append((member, own[0]))
        elif report.outlet is None or len(stated) > len(own):
            return None, []
    if len(dispatches) != 1:
        return None, []
    member, tag = dispatches[0]
    return member, [Evidence(report_id=member, span=tag.span)]


def _credits_outside(report: Report, first: Report) -> bool:
    """Tell whether a report credits a house that neither itself nor `first` is of."""
    return any(
        not (credit.picture or is_own_tag(credit, report) or _is_house(credit.outlet, first))
        for credit in find_stated(report)
    )


def _is_house(name: str, report: Report) -> bool:
    """Tell whether a report is of the outlet `name`: by its outlet, else by its agency's tag or its byline."""
    key = house_key(name)
    if report.outlet is not None:
        return house_key(report.outlet.name) == key
    stated = [credit for credit in find_stated(report) if not credit.picture]
    # "First published by the Courier" over an agency's dateline: the Courier printed the dispatch, and was printed again.
    own = all(is_own_tag(credit, report) for credit in stated)
    if own and any(house_key(credit.outlet) == key for credit in stated):
        return True
    bylines = (block.span.of(report.text) for block in report.blocks if block.zone is Zone.BYLINE)
    return bool(key) and any(f" {key} " in f" {normalise(line)} " for line in bylines)


@lru_cache(maxsize=1 << 12)
def house_key(name: str) -> str:
    """Return what two spellings of one outlet share: "The Velm Courier" is "Velm Courier"."""
    return normalise(name).removeprefix("the ")


def find_credit(
    members: Sequence[str], origin: str | None, reports: Mapping[str, Report]
) -> tuple[str | None, list[Evidence]]:
    """Find the house that reports credit for their text, and where: that of the report they descend from, else the first by name.

    Args:
        members: the report ids of one lineage.
        origin: the one of them that the others descend from, if it is known.
        reports: by id.
    """
    stated = [
        (credit, member)
        for member in members
        for credit in find_stated(reports[member])
        if not credit.picture
    ]
    if origin is not None:
        direct = [one for one in stated if one[1] != origin and _is_house(one[0].outlet, reports[origin])]
        stated = direct or stated
    if not stated:
        return None, []
    name = min((credit.outlet for credit, _ in stated), key=lambda one: (normalise(one), one))
    house = house_key(name)
    return name, [
        Evidence(report_id=member, span=credit.span)
        for credit, member in stated
        if house_key(credit.outlet) == house
    ]


def find_day(report: Report) -> int | None:
    """Return the ordinal of the day on which a report was published, where it is one."""
    moment = report.published
    if moment is None or moment.earliest is None or moment.earliest != moment.latest:
        return None
    return moment.earliest.toordinal()
