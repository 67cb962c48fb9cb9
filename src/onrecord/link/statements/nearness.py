"""How near the renderings of one event are: by their words, by their numbers and by what they mean.

A likeness alone joins too much: sentences of one speech share its subject. So what counts besides is how far a pair
stands out against what else each of the two might render in the other's reports, and two quotations given as the
speaker's own words must share more than a quotation and its retelling: "the dam will hold" and "it won't give way" are
one statement when a report tells the second, hardly when both are quoted.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from onrecord.link.dates.said import are_two_months
from onrecord.link.groups.candidates import find_candidates
from onrecord.link.statements.figures import relate_figures
from onrecord.link.statements.polarity import is_opposite
from onrecord.link.statements.wordings import relate_parts, relate_wordings, weigh_wordings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.link.groups.groups import Scores
    from onrecord.link.statements.renderings import Rendering
    from onrecord.link.statements.wordings import Features
    from onrecord.model.meaning import Meanings

PART: Final = 0.9
"""What two wordings have in common that share a sentence, of what the sentences have."""

MEANING: Final = 0.25
"""What meaning counts for against words."""

_OPEN: Final = (0.1, 0.9)
"""Likenesses of words between which meaning is asked; what shares next to nothing, or all, needs no model."""

_STANDING_OUT: Final = 0.2
"""What standing out counts: the lead of a pair over the best rival of either side."""
_MOST_LEAD: Final = 0.25

_BOTH_QUOTED: Final = 0.2
"""What is taken where both are given as the speaker's own words."""

_OPPOSED: Final = -5.0
"""What two wordings score of which one takes back what the other says, or that are told of two months: no average with others brings them together."""

_LIKELY: Final = 0.15
"""Nearness from which it is worth asking whether two wordings say the opposite."""

_TELLING_TERMS = 40

_PART_END = re.compile(
    r"(?<=[.!?;:])\s+|,\s+(?=(?:and|but|so|because|which|that|while|or|if|as)\b)|\s[–—]\s", re.IGNORECASE
)
_PART_WORDS = 4
"""Words of a part that is worth comparing by itself."""
_MARKS = re.compile(r"[\"“”„«»]|(?<!\w)[‘']|[’'](?!\w)")


def score_renderings(renderings: Mapping[str, Rendering], meanings: Meanings | None) -> Scores:
    """Score the pairs of renderings that share an event, a speaker and a telling term.

    Args:
        renderings: by id.
        meanings: what tells how near two texts are in meaning; None to go by words and numbers alone.

    Returns:
        From about -0.2 to 1.5 for each pair.
    """
    by_event: dict[str, list[str]] = {}
    for rendering in renderings.values():
        by_event.setdefault(rendering.event_id, []).append(rendering.id)
    scores: Scores = {}
    for ids in by_event.values():
        scores |= _score_event({key: renderings[key] for key in ids}, meanings)
    return scores | {
        (a, b): scores[a, b]
        + _STANDING_OUT * max(-_MOST_LEAD, min(_MOST_LEAD, lead))
        - (_BOTH_QUOTED if renderings[a].verbatim and renderings[b].verbatim else 0.0)
        for (a, b), lead in _find_leads(renderings, scores).items()
    }


def _score_event(renderings: Mapping[str, Rendering], meanings: Meanings | None) -> Scores:
    features, parts = weigh_wordings(
        {key: found.wording for key, found in renderings.items()},
        {key: found.parts for key, found in renderings.items()},
    )
    candidates = find_candidates({key: _lookup_terms(renderings[key], features[key]) for key in features})
    words: Scores = {}
    for a, b in sorted(candidates):
        score = relate_wordings(features[a], features[b])
        if parts[a] or parts[b]:
            alike = relate_parts(parts[a] or (features[a],), parts[b] or (features[b],))
            score = max(score, PART * alike)
        words[a, b] = min(1.0, score)
    meant = _relate_meanings(renderings, words, meanings) if meanings is not None else {}
    scores = {
        (a, b): relate_figures(
            (1.0 - MEANING) * score + MEANING * meant[a, b] if (a, b) in meant else score,
            renderings[a].figures,
            renderings[b].figures,
        )
        for (a, b), score in words.items()
    }
    return {
        (a, b): _OPPOSED
        if score >= _LIKELY
        and (
            is_opposite(renderings[a].wording, renderings[b].wording)
            or are_two_months(renderings[a].month, renderings[b].month)
        )
        else score
        for (a, b), score in scores.items()
    }


def _lookup_terms(rendering: Rendering, features: Features) -> list[tuple[str, str]]:
    weights = features.terms
    telling = sorted(weights, key=lambda term: (-weights[term], term))[:_TELLING_TERMS]
    telling += [f"#{figure}" for figure in sorted(rendering.figures)]
    return [(speaker, term) for speaker in sorted(rendering.speakers) for term in telling]


def _find_leads(renderings: Mapping[str, Rendering], scores: Scores) -> Scores:
    """Return for each pair from different reports how far its score is above that of the best rival of either side.

    A rival of "a" is what else "a" might render in a report of the other; where the other stands in several
    reports, the one with the weakest rival counts.
    """
    best: dict[tuple[str, str], list[tuple[float, str]]] = {}
    for (a, b), score in scores.items():
        for one, other in ((a, b), (b, a)):
            for report in renderings[other].reports - renderings[one].reports:
                best.setdefault((one, report), []).append((-score, other))
    leading = {key: sorted(found)[:2] for key, found in best.items()}
    leads: Scores = {}
    for (a, b), score in scores.items():
        rival = 0.0
        for one, other in ((a, b), (b, a)):
            reports = renderings[other].reports - renderings[one].reports
            rivals = [
                next((-negative for negative, found in leading[one, report] if found != other), 0.0)
                for report in reports
            ]
            rival = max(rival, min(rivals, default=0.0))
        if not renderings[a].reports & renderings[b].reports:
            leads[a, b] = score - rival
    return leads


def _relate_meanings(renderings: Mapping[str, Rendering], words: Scores, meanings: Meanings) -> Scores:
    """Return how near the open pairs of an event are in meaning, from 0.0 to 1.0."""
    asked = [
        (a, b)
        for (a, b), score in words.items()
        if _OPEN[0] <= score < _OPEN[1] and not renderings[a].reports & renderings[b].reports
    ]
    ids = sorted({key for pair in asked for key in pair})
    places = {key: place for place, key in enumerate(ids)}
    answers = meanings.relate(
        [find_parts(renderings[key].text) for key in ids], [(places[a], places[b]) for a, b in asked]
    )
    return {pair: max(0, answer) / 100 for pair, answer in zip(asked, answers, strict=True)}


def find_parts(text: str) -> tuple[str, ...]:
    """Return a wording without quotation marks, and after it its sentences and clauses, if it has several.

    >>> find_parts("The dam will hold; “nobody needs to move.”")
    ('The dam will hold; nobody needs to move.', 'The dam will hold', 'nobody needs to move.')
    """
    plain = " ".join(_MARKS.sub(" ", text).split())
    parts = [part.strip(" ,;:") for part in _PART_END.split(plain)]
    parts = [part for part in parts if len(part.split()) >= _PART_WORDS]
    return (plain, *parts) if len(parts) > 1 else (plain,)
