"""Who met, who ruled and where: the bodies and places that reports give to one gathering.

"A meeting at the level of finance ministers" and "the [bloc's energy] ministers" name different people for one table.
Unqualified names agree with everything ("the ministers"), and so do bodies that share a word ("Harbour Board", "Velm
Harbour Board").
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.lexicon.demonyms import COUNTRY_BY_DEMONYM
from onrecord.lexicon.places import PLACE_NOUNS
from onrecord.link.divergences.fillers import Filler, find_sentences
from onrecord.model.moment import Evidence
from onrecord.model.span import Span
from onrecord.text.normalise import normalise

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.model.report import Report

_SAME = {"defense": "defence", "external": "foreign", "home": "interior", "economics": "economy"}
_PORTFOLIO = (
    r"(?:foreign|external|defen[cs]e|finance|interior|home|justice|health|energy|environment|agriculture|farm|trade|"
    r"economy|economics|education|transport|culture|labou?r|climate|fisheries)"
)
_MINISTERS = re.compile(
    rf"(?P<opened>\[[^\[\]\n]{{0,60}}?)?\b(?P<names>{_PORTFOLIO}(?:(?:,? and |, ?|/){_PORTFOLIO}){{0,3}})"
    r"(?P<closed>\])?\s{1,3}ministers\b",
    re.IGNORECASE,
)
_NOUN = r"(?:meeting|session|summit|talks|conference|gathering|sitting)"
_BEFORE_MINISTERS = re.compile(
    rf"\b{_NOUN}s?\b[^.;\n]{{0,60}}?\b(?:of|with|between|among|by)\b[^.;,\n]{{0,40}}$", re.IGNORECASE
)
_BEHIND_MINISTERS = re.compile(
    rf"(?:[’']s?)?\s(?:{_NOUN}\b|(?:(?:are|were|is|was|have|had|who)\s)?(?:met|meet|meeting|gather\w*|conven\w+)\b)",
    re.IGNORECASE,
)

_SPECIAL = r"(?:special|extraordinary|emergency|urgent)"
_SPECIAL_GATHERING = rf"{_SPECIAL}\s(?:meeting|session|sitting)\b"
_ORGAN = (
    r"(?P<organ>(?:[^\W\d_][\w’'-]*\s){1,3}?(?:board|council|committee|commission|cabinet|senate|panel|tribunal|"
    r"assembly|authority))\b"
)
_ORGAN_MET = re.compile(
    rf"\b(?:the|its|their)\s{_ORGAN}\s(?:(?:has|had|was|is|are|were)\s)?(?:met|meets?|meeting|sat|sits|sitting|gathered|"
    rf"convened|held|holds|holding)\b[^.;,\n]{{0,40}}?{_SPECIAL_GATHERING}",
    re.IGNORECASE,
)
_MEETING_OF_ORGAN = re.compile(
    rf"\b{_SPECIAL_GATHERING}\s(?:of|by)\s(?:the|its|their)\s{_ORGAN}", re.IGNORECASE
)
_IDLE_WORDS = """
    the a an of and its their city town municipal local county district regional national state federal general full
    joint special new whole governing own
    """
_IDLE = frozenset(_IDLE_WORDS.split())

_COURT = re.compile(
    r"\b(?P<level>supreme|high|appeals?|district|constitutional|county|crown|magistrates’?|labou?r|administrative|"
    r"cassation)\scourt\s(?:(?:has|had)\s)?(?:ruled|upheld|overturned|quashed|rejected|dismissed|sentenced|convicted|"
    r"acquitted|cleared)\b",
    re.IGNORECASE,
)

_MET_IN = re.compile(
    r"\b(?P<kind>met|meeting|meetings|summit|session|conference|talks)\s(?:[a-z][\w’'-]*\s){0,2}?in\s"
    r"(?P<place>[A-Z][^\W\d_]+(?:[ -][A-Z][^\W\d_]+){0,2})\b(?![’'])"
)
_ONE_KIND = {"met": "meeting", "meetings": "meeting"}
_COUNTRIES = frozenset(normalise(country) for country in COUNTRY_BY_DEMONYM.values())
_NO_TOWN_WORDS = """
    january february march april may june july august september october november december spring summer autumn winter
    monday tuesday wednesday thursday friday saturday sunday hall house palace hotel square street centre center room
    building church parliament
    """
_NO_TOWNS = frozenset(_NO_TOWN_WORDS.split())


def find_bodies(report: Report) -> Iterator[Filler]:
    """Find the bodies that a report names as the members of the event's gathering, or as the court that ruled."""
    for sentence in find_sentences(report):
        yield from _find_ministers(report, sentence)
        for pattern in (_ORGAN_MET, _MEETING_OF_ORGAN):
            for match in pattern.finditer(report.text, *sentence):
                yield from _organ(report, match)
        for match in _COURT.finditer(report.text, *sentence):
            level = match["level"].lower().rstrip("s’")
            yield _filler(report, "court", {level}, Span(match.start(), match.end("level") + len(" court")))


def _find_ministers(report: Report, sentence: Span) -> Iterator[Filler]:
    for match in _MINISTERS.finditer(report.text, *sentence):
        inserted = match["opened"] is not None and match["closed"] is not None
        if not inserted and not (
            _BEFORE_MINISTERS.search(report.text, sentence.start, match.start("names"))
            or _BEHIND_MINISTERS.match(report.text, match.end(), sentence.end)
        ):
            continue
        names: list[str] = re.findall(_PORTFOLIO, match["names"].lower())
        start = match.start() if inserted else match.start("names")
        yield _filler(
            report, "ministers", {_SAME.get(name, name) for name in names}, Span(start, match.end())
        )


def _organ(report: Report, match: re.Match[str]) -> Iterator[Filler]:
    *before, _ = match["organ"].split()
    telling = {normalise(word) for word in before} - _IDLE
    # What "NATO" and "North Atlantic" share cannot be told from their letters.
    if telling and not any(word.isupper() for word in before):
        yield _filler(report, "special gathering", telling, Span(*match.span("organ")))


def find_places(report: Report) -> Iterator[Filler]:
    """Find the towns in which a report has the event's gathering: "the talks in Velm"."""
    for sentence in find_sentences(report):
        for match in _MET_IN.finditer(report.text, *sentence):
            words = normalise(match["place"]).split()
            if _NO_TOWNS.isdisjoint(words) and words[-1] not in PLACE_NOUNS:
                kind = match["kind"]
                place = Span(*match.span("place"))
                yield _filler(report, _ONE_KIND.get(kind, kind), {normalise(match["place"])}, place)


def share_members(first: Filler, second: Filler) -> bool:
    """Tell whether two names of a body have a telling word in common."""
    return bool(first.values & second.values)


def name_one_place(first: Filler, second: Filler) -> bool:
    """Tell whether two places may be one: a town and its country, or one that has the other's words."""
    (a,), (b,) = first.values, second.values
    return (a in _COUNTRIES) != (b in _COUNTRIES) or a in b or b in a


def _filler(report: Report, key: str, values: set[str], span: Span) -> Filler:
    return Filler(key, frozenset(values), Evidence(report_id=report.id, span=span))
