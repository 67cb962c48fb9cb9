"""Two wordings of one statement of which one has a "not" that the other lacks, and nothing else in its place.

"We will reopen the mine" and "We will not reopen the mine" cannot both have been said. Translations turn sentences
round ("without conditions", "unconditionally"), so only a bare negation between words that stay the same counts.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.lexicon.cues import NEGATIONS
from onrecord.link.divergences.fillers import diverge
from onrecord.link.statements.bare_words import bare_words
from onrecord.link.statements.polarity import is_denied
from onrecord.model.moment import Evidence
from onrecord.model.statement import Slot
from onrecord.text.tokens import find_word_parts

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from onrecord.model.attribution import Attribution
    from onrecord.model.report import Report
    from onrecord.model.span import Span
    from onrecord.model.statement import Difference, Divergence, Statement, Variant

_NEGATIONS = frozenset({"not", "never", "no"})
_MAY_NEGATE = re.compile(rf"\b(?:{'|'.join(sorted(NEGATIONS))})\b|n['’]t", re.IGNORECASE)
"""What a wording that negates holds."""
_SUPPORT = frozenset({"do", "does", "did"})
_TURNING = _NEGATIONS | {"none", "nobody", "nothing", "neither", "nor", "without", "cannot", "hardly"}


def find_negations(
    statements: Iterable[Statement],
    attributions: Mapping[str, Attribution],
    reports: Mapping[str, Report],
) -> Iterator[Divergence]:
    """Find the statements that two reports give once with a negation and once without."""
    for statement in statements:
        base = statement.variants[0]
        for variant in statement.variants[1:]:
            first = attributions[base.attribution_ids[0]]
            second = attributions[variant.attribution_ids[0]]
            if first.report_id != second.report_id and is_turned(base, variant):
                yield diverge(Slot.NEGATION, (_place(first), _place(second)), reports)


def find_contradictions(
    statements: Iterable[Statement],
    attributions: Mapping[str, Attribution],
    reports: Mapping[str, Report],
) -> Iterator[Divergence]:
    """Find two statements of one speaker at one event that come to the same but for a negation, in two reports.

    What one report gives both ways was said both ways. Each pair of wordings is told once, however many reports copy it.
    """
    by_speakers: dict[tuple[str, tuple[str, ...]], list[Variant]] = {}
    for statement in statements:
        if statement.speaker_ids and statement.event_id:
            by_speakers.setdefault((statement.event_id, statement.speaker_ids), []).extend(statement.variants)
    for variants in by_speakers.values():
        members = [attributions[key] for variant in variants for key in variant.attribution_ids]
        if len({one.report_id for one in members}) > 1:
            denied = {one.id for one in members if is_denied(one, reports[one.report_id].text)}
            # A word such as "not" or a cue such as "denied" there has to be.
            if denied or any(_MAY_NEGATE.search(variant.text) for variant in variants):
                yield from _contradict(variants, denied, attributions, reports)


def _contradict(
    variants: Iterable[Variant],
    denied: Collection[str],
    attributions: Mapping[str, Attribution],
    reports: Mapping[str, Report],
) -> Iterator[Divergence]:
    """Find those of the wordings of one speaker at one event that come to the same but for a negation, or for being `denied`."""
    told: dict[tuple[str, ...], dict[bool, list[Attribution]]] = {}
    for variant in variants:
        words, negated = bare_words(tuple(word.key for word in find_word_parts(variant.text)))
        for key in variant.attribution_ids if words else ():
            told.setdefault(words, {}).setdefault(negated != (key in denied), []).append(attributions[key])
    for sides in told.values():
        held = [{one.report_id for one in members} for members in sides.values()]
        if len(held) > 1 and held[0].isdisjoint(held[1]):
            first, second = (min(members, key=_place) for members in sides.values())
            yield diverge(Slot.NEGATION, (_place(first), _place(second)), reports)


def is_turned(base: Variant, variant: Variant) -> bool:
    """Tell whether a bare negation is all that one wording has where the other has none."""
    # Differences first: they are short, and few of them hold a negation.
    if not any(_is_negation(difference, base.text, variant.text) for difference in variant.differences):
        return False
    return _count(base.text) % 2 != _count(variant.text) % 2


def _is_negation(difference: Difference, base: str, variant: str) -> bool:
    first, second = _words(difference.base, base), _words(difference.variant, variant)
    negated = [bool(_NEGATIONS.intersection(words)) for words in (first, second)]
    if negated[0] == negated[1]:
        return False
    bare = [[word for word in words if word not in _NEGATIONS | _SUPPORT] for words in (first, second)]
    return bare[0] == bare[1]


def _words(span: Span | None, text: str) -> list[str]:
    return [word.key for word in find_word_parts(span.of(text))] if span else []


def _count(text: str) -> int:
    return sum(word.key in _TURNING for word in find_word_parts(text))


def _place(attribution: Attribution) -> Evidence:
    return Evidence(report_id=attribution.report_id, span=attribution.content[0])
