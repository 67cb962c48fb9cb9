"""How many reports carry a statement, and how many of them are independent of each other.

A wording inside a copied passage counts with the text it was copied from, and reports that credit one agency count
once. Ten papers that print one dispatch are one voice.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from onrecord.link.copies.origins import house_key
from onrecord.link.groups.groups import group_connected
from onrecord.model.statement import Corroboration

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from onrecord.link.copies.copies import Copy
    from onrecord.model.attribution import Attribution
    from onrecord.model.report import Report


def corroborate(
    attributions: Iterable[Attribution],
    reports: Mapping[str, Report],
    copies: Mapping[str, tuple[Copy, ...]],
) -> Corroboration:
    """Count the reports and the independent lineages that carry these attributions; arguments as of `group_carriers`."""
    groups = group_carriers(attributions, reports, copies)
    return Corroboration(reports=sum(map(len, groups)), lineages=len(groups))


def group_carriers(
    attributions: Iterable[Attribution],
    reports: Mapping[str, Report],
    copies: Mapping[str, tuple[Copy, ...]],
) -> tuple[tuple[str, ...], ...]:
    """Return the ids of the reports that carry these attributions, those together that count as one source.

    Args:
        attributions: all of one statement.
        reports: by id.
        copies: the copies that each report is part of, by report id.
    """
    carried = sorted(attributions, key=attrgetter("id"))
    carriers = sorted({attribution.report_id for attribution in carried})
    if len(carriers) == 1:
        return (tuple(carriers),)
    shared = {
        copy.pair
        for attribution in carried
        for copy in copies.get(attribution.report_id, ())
        if copy.first in carriers and copy.second in carriers and _is_copied(attribution, copy)
    }
    first_with: dict[str, str] = {}
    for report_id in carriers:
        for origin in _origins(reports[report_id]):
            shared.add((first_with.setdefault(origin, report_id), report_id))
    return tuple(group_connected(carriers, sorted(pair for pair in shared if pair[0] != pair[1])))


def _is_copied(attribution: Attribution, copy: Copy) -> bool:
    side = 0 if attribution.report_id == copy.first else 1
    return any(span.overlaps(passage[side]) for passage in copy.passages for span in attribution.content)


def _origins(report: Report) -> Iterable[str]:
    """Return whose text a report is: the outlets it credits, else the outlet that published it."""
    credited = [house_key(credit.outlet) for credit in report.credits if not credit.picture]
    own = [house_key(report.outlet.name)] if report.outlet else []
    return credited or own
