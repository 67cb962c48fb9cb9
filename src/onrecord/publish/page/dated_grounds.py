"""Why something has the day it has: what the day rests on, the days that fit, and the times that were read beside."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from onrecord.publish.page.grounds import NEAREST, Candidate, Ground, place_of, places_of
from onrecord.publish.page.wording import BASES, LISTED_DAYS, UNKNOWN_DAY, count, day_words, moment_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.model.moment import Moment
    from onrecord.publish.page.pile import Pile

_NOTHING = "Nothing in the reports or the facts narrows the day."
_UNSURE = "The reports name times, but by none of them is it sure which day this was."


def date_ground(pile: Pile, owner: str, what: str, moment: Moment | None, reports: Iterable[str]) -> Ground:
    """Tell why `owner` has the day it has.

    Args:
        pile: the record.
        owner: the id of what is dated.
        what: what the day is of: "said", "published", "happened".
        moment: the day; None where it is not known.
        reports: ids of the reports whose time expressions could tell it.
    """
    if moment is None:
        others = _other_times(pile, reports, frozenset())
        return Ground(
            id=owner,
            kind="date",
            what=f"{what}: {UNKNOWN_DAY}",
            rule="date.unknown",
            because=(_UNSURE if others else _NOTHING,),
            candidates=others,
        )
    used = frozenset((one.report_id, one.span.start) for one in moment.evidence)
    days = moment.candidates or ()
    fitting = tuple(
        Candidate(what=day_words(day), why_not="fits as well; nothing tells which")
        for day in (days[:LISTED_DAYS] if len(days) > 1 else ())
    )
    more = len(days) - LISTED_DAYS
    if more > 0:
        fitting += (
            Candidate(
                what=f"{count(more, 'day')} more, the last {day_words(max(days))}",
                why_not=f"{'fits' if more == 1 else 'fit'} as well; nothing tells which",
            ),
        )
    return Ground(
        id=owner,
        kind="date",
        what=f"{what}: {moment_words(moment)}",
        rule=f"date.{moment.basis.value}",
        because=(f"{BASES[moment.basis].capitalize()}: {moment.why}", *_facts(pile, moment)),
        places=places_of(pile, moment.evidence),
        candidates=(*fitting, *_other_times(pile, reports, used)),
    )


def _facts(pile: Pile, moment: Moment) -> tuple[str, ...]:
    """Tell each fact from outside that a day rests on."""
    known = {fact.id: fact for fact in pile.contents.made_with.facts}
    told: list[str] = []
    for key in moment.facts:
        if fact := known.get(key):
            first, last = (day.isoformat() if day else "…" for day in (fact.first, fact.last))
            told.append(
                f"Fact: {fact.subject}, {fact.relation}, {fact.object}, {first} to {last} ({fact.source})."
            )
    return tuple(told)


def _other_times(
    pile: Pile, reports: Iterable[str], used: frozenset[tuple[str, int]]
) -> tuple[Candidate, ...]:
    """Return the time expressions of the reports on which the day does not rest, in reading order."""
    found = (
        Candidate(
            what=place.exact,
            why_not="read as a time, but the day does not rest on it",
            places=(place,),
        )
        for report_id in sorted(reports)
        if report_id in pile.readings_by_id
        for timex in pile.readings_by_id[report_id].timexes
        if (report_id, timex.span.start) not in used
        and (place := place_of(pile, report_id, timex.span, "time"))
    )
    return tuple(islice(found, NEAREST))
