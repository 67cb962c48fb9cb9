"""The places that reports give for what happened: "was arrested in Lund" against "was arrested in Malmo".

The same verb must have them, in sentences that share a name and another telling word. A town and its country are one
place; so may be a quarter and its city, where one report knows both.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.lexicon.calendar import MONTHS, WEEKDAYS
from onrecord.lexicon.cues import CLAUSE_VERBS
from onrecord.lexicon.places import PLACE_NOUNS
from onrecord.link.divergences.fillers import Filler, find_sentences, is_one_scene, read_scene
from onrecord.link.divergences.gatherings import name_one_place
from onrecord.model.moment import Evidence
from onrecord.model.span import Span
from onrecord.text.normalise import normalise
from onrecord.text.rarity import rarity
from onrecord.text.stem import stem
from onrecord.text.tokens import find_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.model.report import Report

_HAPPENED_IN = re.compile(
    r"\b(?P<verb>[a-z]{3,}ed|born|sank|fell|shot|found|died|began|built|took\splace|burnt)\b"
    r"(?:\s[a-z][\w’'-]*){0,2}?\s(?:in|at|near|outside)\s"
    r"(?P<place>[A-Z][^\W\d_]+(?:[ -][A-Z][^\W\d_]+){0,2})\b(?![’'])"
)
_SPEECH = frozenset(stem(verb) for verb in CLAUSE_VERBS)
_NO_TOWNS = frozenset(MONTHS) | frozenset(WEEKDAYS)
_ALIKE = 2
_RARE = 0.85


def find_scenes(report: Report) -> Iterator[Filler]:
    """Find the towns that a report gives for what happened."""
    for sentence in find_sentences(report):
        for match in _HAPPENED_IN.finditer(report.text, *sentence):
            key, words = stem(match["verb"].split()[0]), normalise(match["place"]).split()
            if key in _SPEECH or not _NO_TOWNS.isdisjoint(words) or words[-1] in PLACE_NOUNS:
                continue
            scene = read_scene(report.text, sentence)
            place = Evidence(report_id=report.id, span=Span(*match.span("place")))
            named = (scene.names | _read_opening(sentence.of(report.text))) - {*words, " ".join(words)}
            # What is told of a place is not told by its own name, nor by the day.
            context = scene.context - {stem(word) for word in (*words, *WEEKDAYS)}
            yield Filler(key, frozenset({" ".join(words)}), place, context, named)


def _read_opening(sentence: str) -> frozenset[str]:
    """Return the word that opens a sentence where it is as rare as a name: "Rusk was arrested"."""
    opening = next(find_words(sentence), None)
    return frozenset({opening.key} if opening and rarity(opening.key) >= _RARE else ())


def may_be_one_scene(first: Filler, second: Filler) -> bool:
    """Tell whether two places can be one, or what happened may be two things."""
    if not first.names & second.names or not is_one_scene(first, second, _ALIKE):
        return True
    return name_one_place(first, second)
