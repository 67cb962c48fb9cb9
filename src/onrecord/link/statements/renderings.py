"""Distinct wordings of a pile and every attribution that has them: what is compared when statements are sought."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.link.dates.said import find_month, find_occasion
from onrecord.link.statements.figures import find_figures
from onrecord.link.statements.polarity import is_denied
from onrecord.link.statements.variants import quoted_ranges, text_of
from onrecord.link.statements.wordings import read_wording
from onrecord.model.attribution import Manner
from onrecord.model.report import Zone
from onrecord.model.span import Span
from onrecord.text.normalise import normalise

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from onrecord.link.dates.said import Month, Occasion
    from onrecord.link.statements.wordings import Wording
    from onrecord.model.attribution import Attribution, Reading
    from onrecord.model.report import Report

_SENTENCE_END = re.compile(r"[.!?;]['\"”’»)]*\s+")
_PART_WORDS = 5
"""Words of a sentence that is worth comparing by itself."""

_BEFORE = 120
"""Characters before words in which they are called a joint statement."""
_JOINT = re.compile(
    r"\b(?:joint|common) (?:statement|letter|declaration|appeal|communiqu[eé])\b", re.IGNORECASE
)
_FEW_WORDS = 3
_POINTERS = frozenset(
    ("this", "that", "it", "so", "these", "those", "them", "all", "of", "any", "both", "same", "the", "such", "as")
)  # fmt: skip

_PROMINENT = frozenset({Zone.HEADLINE, Zone.SUBHEADING})

_VERBATIM = frozenset({Manner.DIRECT, Manner.UNMARKED, Manner.CARRIED})


@dataclass(frozen=True, slots=True)
class Rendering:
    """One distinct wording of one speaker at one event, and every attribution that has it."""

    id: str
    speakers: frozenset[str]
    event_id: str
    key: str
    wording: Wording
    text: str = ""
    """The words as the first report gives them."""
    verbatim: bool = False
    """Whether a report gives these as the speaker's own words, all of them."""
    parts: tuple[Wording, ...] = ()
    """The wordings of its sentences, where it has several that say something."""
    figures: frozenset[str] = frozenset()
    """The numbers in the wording."""
    joint: bool = False
    """Whether the first report gives these words as several persons' joint statement."""
    month: Month | None = None
    """When the first report says that these words were said, if by a month or a year."""
    reports: set[str] = field(default_factory=set[str])
    prominent: set[str] = field(default_factory=set[str])
    """The reports that give these words as headline or pull quote."""
    members: list[Attribution] = field(default_factory=list["Attribution"])


def read_renderings(
    readings: Sequence[Reading], entity_of: Mapping[str, str], event_of: Mapping[str, str]
) -> dict[str, Rendering]:
    """Put attributions of one wording, speaker and event into one rendering; unknown speakers' words stay apart.

    What Velik denied ("denied that the quay would close") is not what she said in the same words; and "denied this" is of each
    report by itself.

    Args:
        readings: sorted by report id.
        entity_of: entity id by chain id.
        event_of: event id by report id.

    Returns:
        Renderings by id, sorted.
    """
    by_key: dict[tuple[str, ...], Rendering] = {}
    for reading in readings:
        report = reading.report
        for attribution in reading.attributions:
            text = text_of(attribution, report.text)
            key = normalise(text)
            speakers = frozenset(entity_of[chain] for chain in attribution.speakers if chain in entity_of)
            denied = is_denied(attribution, report.text)
            taken = "denied" if denied else ""
            place = (key, taken, event_of[report.id], *sorted(speakers)) if speakers else (attribution.id,)
            if _points_back(key):
                place = (*place, report.id)
            if place not in by_key:
                by_key[place] = Rendering(
                    attribution.id,
                    speakers,
                    event_of[report.id],
                    key,
                    read_wording(text, _spoken(attribution, text), denied=denied),
                    text,
                    attribution.manner in _VERBATIM,
                    _read_parts(attribution, text),
                    find_figures(text),
                    _is_joint(attribution, report.text),
                    find_month(reading, attribution),
                )
            rendering = by_key[place]
            rendering.members.append(attribution)
            rendering.reports.add(report.id)
            if _is_prominent(attribution, report):
                rendering.prominent.add(report.id)
    occasions = _find_occasions(readings, by_key.values())
    told = [part for found in by_key.values() for part in _by_occasion(found, occasions, readings)]
    return {found.id: found for found in sorted(told, key=lambda found: found.id)}


def _find_occasions(readings: Sequence[Reading], renderings: Iterable[Rendering]) -> dict[str, Occasion]:
    """Return when words were said that a report gives twice and dates twice, by attribution id."""
    by_id = {reading.report.id: reading for reading in readings}
    return {
        member.id: occasion
        for found in renderings
        if len(found.reports) < len(found.members)
        for member in found.members
        if (occasion := find_occasion(by_id[member.report_id], member)) is not None
    }


def _by_occasion(
    found: Rendering, occasions: Mapping[str, Occasion], readings: Sequence[Reading]
) -> list[Rendering]:
    """Part a rendering that one report dates twice: “It will hold,” he said on 2 March and again on 18 May, on two occasions.

    What is told of no day goes by itself: it may be of either.
    """
    told: dict[str, set[Occasion]] = {}
    for member in found.members:
        if member.id in occasions:
            told.setdefault(member.report_id, set()).add(occasions[member.id])
    if all(len(days) == 1 for days in told.values()):
        return [found]
    reports = {reading.report.id: reading.report for reading in readings}
    parts: dict[Occasion | None, Rendering] = {}
    for member in found.members:
        day = occasions.get(member.id)
        if day not in parts:
            parts[day] = replace(found, id=member.id, reports=set(), prominent=set(), members=[])
        parts[day].members.append(member)
        parts[day].reports.add(member.report_id)
        if _is_prominent(member, reports[member.report_id]):
            parts[day].prominent.add(member.report_id)
    return list(parts.values())


def _is_joint(attribution: Attribution, text: str) -> bool:
    """Tell words of a joint statement: "Velik and Hale said in a joint statement that …"."""
    start = attribution.content[0].start
    before = _SENTENCE_END.split(text[max(0, start - _BEFORE) : start])[-1]
    return _JOINT.search(before) is not None


def _points_back(key: str) -> bool:
    """Tell whether a wording is only a word for what went before: "denied this" in two reports denies two things."""
    words = key.split()
    return len(words) <= _FEW_WORDS and _POINTERS.issuperset(words)


def _read_parts(attribution: Attribution, text: str) -> tuple[Wording, ...]:
    """Return the wordings of the sentences of a wording, and of its ranges on either side of a cue; none of a single one."""
    ends = {end.end() for end in _SENTENCE_END.finditer(text)}
    place = 0
    for span in attribution.content:
        place += len(span) + 1
        ends.add(place)
    bounds = [0, *sorted(end for end in ends if 0 < end < len(text)), len(text)]
    parts = [text[start:end] for start, end in pairwise(bounds)]
    told = [part for part in parts if len(part.split()) >= _PART_WORDS]
    return tuple(read_wording(part, ()) for part in told) if len(parts) > 1 else ()


def _spoken(attribution: Attribution, text: str) -> tuple[Span, ...]:
    """Return the verbatim ranges of a wording: all of it where the page lost its quotation marks."""
    if attribution.manner in _VERBATIM:
        return (Span(0, len(text)),)
    return quoted_ranges(attribution)


def _is_prominent(attribution: Attribution, report: Report) -> bool:
    """Tell whether the words stand in a headline, or as a pull quote over the speaker's name."""
    if report.zone_at(attribution.content[0].start) in _PROMINENT:
        return True
    source = attribution.source
    return source is not None and report.zone_at(source.start) is Zone.SIGNATURE
