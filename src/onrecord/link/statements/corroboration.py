"""How many reports carry a statement, and how many of them are independent of each other.

A wording inside a copied passage counts with the text it was copied from, and reports that credit one agency count
once. Ten papers that print one dispatch are one voice.

A passage is found by the reporters' own words, and so may end before a quotation that was copied with it. Where two reports
share copied text and have the same words of a speaker, nothing shows that either heard them for itself: they count once. What
a report has in words of its own, or the other has not at all, counts as its own. Reports that say to have the words from one
house (“told the Elm News”) count once, with that house. Where a credit or a person alone tells that
a report is another's copy, both count once in whatever both have.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING

from onrecord.link.copies.origins import house_key
from onrecord.link.copies.stated import find_stated
from onrecord.link.groups.groups import group_connected
from onrecord.link.statements.passing import find_passing
from onrecord.link.statements.variants import text_of
from onrecord.model.statement import Corroboration
from onrecord.text.normalise import normalise

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from onrecord.link.copies.copies import Copy
    from onrecord.model.attribution import Attribution
    from onrecord.model.report import Report
    from onrecord.model.span import Span


def find_origins(report: Report) -> tuple[str, ...]:
    """Return whose text a report is, as compared: the houses it credits, else the outlet that published it."""
    credited = tuple(house_key(credit.outlet) for credit in find_stated(report) if not credit.picture)
    return credited or ((house_key(report.outlet.name),) if report.outlet else ())


def corroborate(
    attributions: Iterable[Attribution],
    reports: Mapping[str, Report],
    copies: Mapping[str, tuple[Copy, ...]],
    origins: Callable[[Report], tuple[str, ...]] = find_origins,
) -> Corroboration:
    """Count the reports and the independent lineages that carry these attributions; arguments as of `group_carriers`."""
    groups = group_carriers(attributions, reports, copies, origins)
    return Corroboration(reports=sum(map(len, groups)), lineages=len(groups))


def group_carriers(
    attributions: Iterable[Attribution],
    reports: Mapping[str, Report],
    copies: Mapping[str, tuple[Copy, ...]],
    origins: Callable[[Report], tuple[str, ...]] = find_origins,
) -> tuple[tuple[str, ...], ...]:
    """Return the ids of the reports that carry these attributions, those together that count as one source.

    Args:
        attributions: all of one statement.
        reports: by id.
        copies: the copies that each report is part of, by report id.
        origins: `find_origins`, or what remembers its answers.
    """
    carried = sorted(attributions, key=attrgetter("id"))
    found = {attribution.report_id for attribution in carried}
    carriers = sorted(found)
    if len(carriers) == 1:
        return (tuple(carriers),)
    between = {
        copy.pair: copy
        for report_id in carriers
        for copy in copies.get(report_id, ())
        if copy.first in found and copy.second in found
    }
    members = {key: [one for one in carried if one.report_id == key] for pair in between for key in pair}

    @cache
    def wordings(key: str) -> frozenset[str]:
        return read_wordings(members[key], reports)

    shared = {
        pair
        for pair, copy in between.items()
        if not copy.passages
        or any(_is_copied(one, copy) for key in pair for one in members[key])
        or has_same_words(wordings(pair[0]), wordings(pair[1]))
    }
    first_with: dict[str, str] = {}
    for report_id in carriers:
        for origin in origins(reports[report_id]):
            shared.add((first_with.setdefault(origin, report_id), report_id))
    shared |= {
        (first, other)
        for house in find_passed_on(carried, reports).values()
        for first, other in pairwise(sorted(house))
    }
    return tuple(group_connected(carriers, sorted(pair for pair in shared if pair[0] != pair[1])))


def find_passed_on(
    attributions: Iterable[Attribution], reports: Mapping[str, Report]
) -> dict[str, dict[str, Span | None]]:
    """Return the reports that have the words of one statement from one house, with those of that house; by `house_key`.

    Of each report it is told where it names the house; None of the house's own.

    Args:
        attributions: all of the statement.
        reports: by id.
    """
    carried = tuple(attributions)
    own = {
        one.report_id: house_key(outlet.name)
        for one in carried
        if (outlet := reports[one.report_id].outlet) is not None
    }
    outlets = frozenset(own.values())
    told: dict[str, dict[str, Span | None]] = {}
    for one in carried:
        for house, span in find_passing(one, reports[one.report_id].text, outlets):
            told.setdefault(house, {}).setdefault(one.report_id, span)
    for report_id, house in own.items():
        if house in told:
            told[house].setdefault(report_id, None)
    return {house: found for house, found in sorted(told.items()) if len(found) > 1}


def read_wordings(members: Iterable[Attribution], reports: Mapping[str, Report]) -> frozenset[str]:
    """Return what `has_same_words` compares of attributions of one report; `reports` are by id."""
    return frozenset(f" {normalise(text_of(one, reports[one.report_id].text))} " for one in members)


def has_same_words(ours: Iterable[str], theirs: Iterable[str]) -> bool:
    """Tell whether a wording of one report is that of another, or a run of its words; marks and case are ignored.

    Args:
        ours: the wordings of one statement in one report, of `read_wordings`.
        theirs: those of the same statement in the other.
    """
    others = tuple(theirs)
    return any(one in other or other in one for one in ours for other in others)


def _is_copied(attribution: Attribution, copy: Copy) -> bool:
    side = 0 if attribution.report_id == copy.first else 1
    return any(span.overlaps(passage[side]) for passage in copy.passages for span in attribution.content)
