"""Which reports have the same happening as their news. Every report is in exactly one event."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from onrecord.lexicon.calendar import MONTHS, WEEKDAYS
from onrecord.lexicon.demonyms import is_demonym
from onrecord.lexicon.honorifics import is_honorific
from onrecord.lexicon.outlets import OUTLET_NOUNS
from onrecord.lexicon.roles import is_person_role
from onrecord.link.events.grouping import EventGroups, add_reports, days_of, find_hinged
from onrecord.link.events.likeness import MOST_DAYS_APART, is_told_anew
from onrecord.link.groups.groups import cover, group_connected, is_within, pair_key
from onrecord.model.ids import shared_id
from onrecord.model.moment import Evidence
from onrecord.model.report import Zone
from onrecord.model.span import Span
from onrecord.model.statement import Event

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from onrecord.link.events.outline import Outline
    from onrecord.link.groups.groups import DaySpan
    from onrecord.model.moment import Moment
    from onrecord.model.report import Report

_LONGEST_NAME = 120
_SHORTEST_CLAUSE = 40
"""Characters of a lead that may stand for a headline."""

_DATELINE_PLACE = re.compile(r"[^\W\d_][^\n–—(,]{1,60}?(?=\s*(?:[,(–—]|-\s|$))")
_PLACE_IN_LEAD = re.compile(r"\b[Ii]n (?:the )?((?:[A-Z][\w-]+)(?: [A-Z][\w-]+){0,2})(?!’s|'s)\b")
_PLACE_ENDS = re.compile(r"\s*(?:\d|[|/:]|\b(?:at|on|by)\b)")
"""Where the name of a place stops at the latest: "Halden March 4", "Halden | Reuters"."""
_NOT_PLACES = frozenset(
    ["spring", "summer", "autumn", "winter", "published", "posted", "updated", "date", "dated"]
)
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE_END = re.compile(r"[.!?](?=[\s”\"])|\n")
_SHORTENED = re.compile(
    r"[A-Z]|(?:[A-Z]\.)+[A-Z]|Adm|Amb|Apr|Aug|Capt|Col|Cpl|Dec|Dr|Feb|Fr|Gen|Gov|Hon|Jan|Jr|Lt|Maj|Messrs|Mme|Mr|Mrs|Ms|Msgr|Mt|"
    r"Nov|Oct|Ph|Prof|Rep|Rev|Sec|Sen|Sens|Sept|Sep|Sgt|Sr|St|Supt"
)
"""Words that a full stop shortens, before a name or a number."""


def group_reports(
    outlines: Mapping[str, Outline],
    copies: Iterable[tuple[str, str]],
    wished: Iterable[tuple[str, str]] = (),
) -> list[tuple[str, ...]]:
    """Group reports into events.

    Args:
        outlines: by report id.
        copies: pairs of reports of which one copies the other's news; they share an event unless this would put
            reports in it whose days lie too far apart: what is printed again in another year is another day's news.
        wished: such pairs that a person named; they always share an event.

    Returns:
        Sorted groups of sorted report ids.
    """
    return join_groups(add_reports(EventGroups(), outlines), copies, wished)


def join_groups(
    grouped: EventGroups, copies: Iterable[tuple[str, str]], wished: Iterable[tuple[str, str]] = ()
) -> list[tuple[str, ...]]:
    """Join groups of reports by copies and as persons wish; arguments and result as of `group_reports`."""
    outlines = grouped.near.outlines
    joined = [pair_key(group[0], member) for group in grouped.groups for member in group[1:]]
    groups = group_connected(outlines, [*joined, *(pair_key(*pair) for pair in wished)])
    pairs = sorted({pair_key(*pair) for pair in copies})
    anew = [pair for pair in pairs if is_told_anew(outlines[pair[0]], outlines[pair[1]])]
    hinged = find_hinged(pairs, outlines)
    return _join_copies(groups, pairs, [*anew, *hinged], days_of(outlines, outlines))


def _join_copies(
    groups: Sequence[tuple[str, ...]],
    copies: Iterable[tuple[str, str]],
    apart: Collection[tuple[str, str]],
    days: Mapping[str, int],
) -> list[tuple[str, ...]]:
    """Join groups of reports by copies, those nearest in time first and undated ones last.

    None grows too wide in days, and none takes in both of a pair that is `apart`.
    """
    leader = {member: group[0] for group in groups for member in group}
    members = {group[0]: list(group) for group in groups}
    spans: dict[str, DaySpan | None] = {}
    for key, group in members.items():
        dated = [days[member] for member in group if member in days]
        spans[key] = (min(dated), max(dated)) if dated else None

    def gap(pair: tuple[str, str]) -> float:
        first, second = pair
        return abs(days[first] - days[second]) if first in days and second in days else math.inf

    for first, second in sorted(copies, key=lambda pair: (gap(pair), pair)):
        a, b = sorted((leader[first], leader[second]))
        are_apart = any({leader[one], leader[other]} == {a, b} for one, other in apart)
        if a != b and not are_apart and is_within(MOST_DAYS_APART, spans[a], spans[b]):
            members[a] += members.pop(b)
            spans[a] = cover(spans[a], spans.pop(b))
            leader |= dict.fromkeys(members[a], a)
    return sorted(tuple(sorted(group)) for group in members.values())


def name_event(members: Sequence[Report], outlines: Mapping[str, Outline], moment: Moment | None) -> Event:
    """Build the event of these reports, called by a headline or lead of one of them, verbatim."""
    by_id = {report.id: report for report in members}
    _, what = min(
        ((rank, evidence) for report in members for rank, evidence in _names(report, outlines[report.id])),
        key=lambda found: (found[0], found[1]),
    )
    places = [found for report in members if (found := _find_place(report, outlines[report.id]))]
    place = min(places)[1] if places else None
    return Event(
        id=shared_id("e", by_id),
        what=what.span.of(by_id[what.report_id].text),
        where=place.span.of(by_id[place.report_id].text) if place else None,
        date=moment,
        report_ids=tuple(sorted(by_id)),
        evidence=tuple(sorted({what, *([place] if place else [])})),
    )


def _names(report: Report, found: Outline) -> Iterable[tuple[tuple[int, int], Evidence]]:
    """Rank what may name the event: the shortest headline that says enough, then starts of leads."""
    if found.headline:
        text = found.headline.of(report.text)
        rank = 0 if len(text.split()) > 3 and "\n" not in text else 1  # noqa: PLR2004 - "War in Europe" says too little
        yield (rank, len(text)), Evidence(report_id=report.id, span=found.headline)
    else:
        lead = found.lead[0] if found.lead else Span(0, len(report.text))
        yield (2, 0), Evidence(report_id=report.id, span=_first_words(report.text, lead))


def _first_words(text: str, lead: Span) -> Span:
    """Cut the first sentence of the lead at most 120 characters in: before a clause that is not whole, else at a word's end."""
    whole = lead.trimmed(text)
    stop = min(whole.end, whole.start + _LONGEST_NAME)
    ends = (found.start() for found in _SENTENCE_END.finditer(text, whole.start, stop))
    end = next((one for one in ends if not _is_shortened(text, whole.start, one)), None)
    if end is not None:
        return Span(whole.start, end)
    if stop < whole.end:
        comma = text.rfind(", ", whole.start + _SHORTEST_CLAUSE, stop)
        end = comma if comma > 0 else text.rfind(" ", whole.start, stop)
        stop = end if end > whole.start else stop
    return Span(whole.start, stop)


def _is_shortened(text: str, start: int, stop: int) -> bool:
    """Tell whether the full stop at `stop` is one of "Gov.", "Dr.", "Oct." or an initial's, and ends no sentence."""
    word = text[start:stop].rsplit(maxsplit=1)[-1:]
    return text[stop] == "." and _SHORTENED.fullmatch(word[0] if word else "") is not None


def _find_place(report: Report, found: Outline) -> tuple[int, Evidence] | None:
    """Find where it happened: the dateline, else "in Port Carrow" in the lead."""
    for block in report.blocks:
        if block.zone is Zone.DATELINE:
            match = _DATELINE_PLACE.match(report.text, block.span.start, block.span.end)
            place = _place(report.text, Span(*match.span())) if match else None
            if place:
                return 0, Evidence(report_id=report.id, span=place)
    for lead in found.lead:
        for match in _PLACE_IN_LEAD.finditer(report.text, lead.start, lead.end):
            if place := _place(report.text, Span(*match.span(1))):
                return 1, Evidence(report_id=report.id, span=place)
    return None


def _place(text: str, named: Span) -> Span | None:
    """Return the part of `named` that may be a place's name; None for a day ("Tuesday 12 March 2024") or a paper."""
    stop = _PLACE_ENDS.search(text, named.start, named.end)
    end = stop.start() if stop else named.end
    for word in _WORD.finditer(text, named.start, end):
        if _is_day_word(word.group()):
            end = word.start()
            break
    place = Span(named.start, end).trimmed(text)
    words = place.of(text).split()
    if not words or not words[0][0].isupper() or words[-1].casefold() in OUTLET_NOUNS:
        return None
    first = words[0].casefold()
    if is_honorific(words[0]):
        return None
    # "in British waters" names no place; "British Columbia" does.
    alone = len(words) == 1 and (is_person_role(first) or is_demonym(words[0]))
    return None if alone or first in _NOT_PLACES else place


def _is_day_word(word: str) -> bool:
    key = word.casefold()
    return (key in MONTHS or key in WEEKDAYS) and word[0].isupper()
