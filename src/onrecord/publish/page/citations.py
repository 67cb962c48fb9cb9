"""Where something stands: a link to the place in a report, with the report's exact characters.

A citation shows the exact words and nothing but those, between quotation marks only what the report itself quotes.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.model.moment import Evidence
from onrecord.model.span import Span
from onrecord.publish.page.marked import anchor_of, attribution_anchor
from onrecord.publish.page.pieces import Run, runs_of
from onrecord.publish.page.safe import direction, language_tag
from onrecord.publish.page.wording import outlet_words, short_title_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from onrecord.model.attribution import Attribution, Reading
    from onrecord.model.contents import Contents
    from onrecord.model.report import Report
    from onrecord.publish.page.pile import Pile

LONGEST = 160
"""Characters of a passage that are shown; of a longer one, whole words up to this many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A place in a report. `exact` are its characters, all of them unless `shortened`.

    `spans` is more than one range where words are discontinuous; `exact` is then the first. `runs` are `exact` with what the
    report quotes told apart.
    """

    anchor: str
    report_id: str
    spans: tuple[Span, ...]
    number: str
    outlet: str
    title: str
    exact: str
    runs: tuple[Run, ...]
    shortened: bool
    language: str | None
    direction: str


def citation(pile: Pile, evidence: Evidence) -> Citation | None:
    """Return the citation of `evidence`, or None when its report is not in the pile."""
    reading = pile.readings_by_id.get(evidence.report_id)
    if reading is None:
        return None
    quoted = quoted_in(reading, evidence.span)
    return _citation(
        pile, reading.report, (evidence.span,), quoted, anchor=anchor_of(evidence.report_id, evidence.span)
    )


def quoted_in(reading: Reading, span: Span) -> tuple[Span, ...]:
    """Return what a report quotes of itself within `span`, in order."""
    quoted = {part for one in reading.attributions for part in one.quoted if part.overlaps(span)}
    return tuple(sorted(quoted))


def citations(pile: Pile, evidence: Iterable[Evidence]) -> tuple[Citation, ...]:
    """Return the citations of `evidence`, each place once."""
    found = (citation(pile, one) for one in dict.fromkeys(evidence))
    return tuple(one for one in found if one)


def standing(pile: Pile, attribution: Attribution) -> Citation:
    """Return where `attribution` stands."""
    report = pile.readings_by_id[attribution.report_id].report
    return _citation(
        pile, report, attribution.content, attribution.quoted, anchor=attribution_anchor(attribution)
    )


def parts_of(pile: Pile, attribution: Attribution) -> tuple[Citation, ...]:
    """Return each part of the content of `attribution`, whole: for whoever shall say of all of it whether it is right."""
    report = pile.readings_by_id[attribution.report_id].report
    anchor = attribution_anchor(attribution)
    return tuple(
        _citation(pile, report, (span,), attribution.quoted, anchor=anchor, longest=len(span))
        for span in attribution.content
    )


def _citation(
    pile: Pile,
    report: Report,
    spans: tuple[Span, ...],
    quoted: Iterable[Span],
    *,
    anchor: str,
    longest: int = LONGEST,
) -> Citation:
    exact = spans[0].of(report.text)
    short = shortened(exact, longest)
    return Citation(
        anchor=anchor,
        report_id=report.id,
        spans=spans,
        number=pile.numbers[report.id],
        outlet=outlet_words(report),
        title=short_title_words(report),
        exact=short,
        runs=tuple(runs_of(Span(spans[0].start, spans[0].start + len(short)), quoted, report.text)),
        shortened=short != exact,
        language=language_tag(report.language),
        direction=direction(report.language),
    )


def shortened(text: str, longest: int = LONGEST) -> str:
    """Return the first whole words of `text`, at most `longest` characters.

    >>> shortened("The ferry will run", 12)
    'The ferry'
    """
    if len(text) <= longest:
        return text
    cut = text[: longest + 1]
    at_word = cut.rsplit(None, 1)[0] if any(character.isspace() for character in cut) else ""
    return at_word or cut[:longest]


def cited_spans(contents: Contents) -> Mapping[str, tuple[Span, ...]]:
    """Return, by report, every place that anything but an attribution cites."""
    linked = contents.linked
    cited: dict[str, set[Span]] = defaultdict(set)
    moments = [event.date for event in linked.events]
    moments += [statement.said for statement in linked.statements]
    moments += list(linked.report_dates.values())
    evidence = [one for moment in moments if moment for one in moment.evidence]
    evidence += [one for event in linked.events for one in event.evidence]
    evidence += [one for entity in linked.entities for role in entity.roles for one in role.evidence]
    evidence += [one for divergence in linked.divergences for one in divergence.between]
    for lineage in linked.lineages:
        evidence += lineage.evidence
        for passage in lineage.passages:
            evidence += [one for one in (passage.source, passage.copy) if one]
    problems = [*linked.problems, *(problem for reading in contents.readings for problem in reading.problems)]
    evidence += [
        Evidence(report_id=problem.report_id, span=problem.span)
        for problem in problems
        if problem.report_id and problem.span
    ]
    for one in evidence:
        cited[one.report_id].add(one.span)
    return {report_id: tuple(sorted(spans)) for report_id, spans in cited.items()}
