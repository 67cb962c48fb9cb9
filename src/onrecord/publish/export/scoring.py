"""How near a record comes to a hand-made reading of the same reports.

Definitions:

- Reports are matched by external id, else by file name.
- A gold attribution is *found* when an attribution of the record in the same report overlaps its content with a
  token F1 of at least `ENOUGH`, in any of the bounds the gold allows. Each is used once, best overlaps first.
- What the gold does not require neither helps nor hurts: an attribution left over is *extra* unless half of its
  words lie in one optional gold attribution.
- A speaker is right when the gold's name is among those of the record's entity, and that entity does not stand for
  somebody else: one found for two gold speakers counts for the one it is found for most.
- Statements and events are compared as pairs; pairs that may be the same count neither way.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING, Any

from onrecord.publish.export.gold import Gold, GoldDate, read_gold
from onrecord.publish.export.matching import Pile, Sides, match_attributions, resolve_speakers

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

FURNITURE_SHOWN = 60
"""Characters of a line of furniture that are looked for in what was read as speech."""

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rates:
    """Precision, recall and their harmonic mean, each from 0 to 1."""

    precision: float
    recall: float
    f1: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One gain or loss: what kind, and the ids, names and words that say which."""

    kind: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """The figures, each by its name in their order, and the cases behind those that are not perfect."""

    figures: Mapping[str, str]
    cases: tuple[Case, ...]


def score(gold: Mapping[str, Any], record_json: Mapping[str, Any]) -> Scores:
    """Compare `record_json` (as `record_as_json` gives it) with the reading `gold` (parsed JSON).

    Raises:
        ScoreError: when the gold lacks a member or one is malformed; the message names it.
    """
    reading = read_gold(gold)
    pile = Pile.of(record_json)
    sides = match_attributions(reading, pile)
    speakers = resolve_speakers(reading, pile, sides)
    statements = _compare_statements(reading, pile, sides)
    required, found = sides.required, sides.found
    misread = [one for one in found if pile.attribution(sides.matched[one.id])["manner"] != one.manner]
    rates = _rates(len(found), len(required), len(found) + len(sides.extra))
    end_to_end = _rates(len(speakers.right), len(required), len(found) + len(sides.extra))
    figures = {
        "reports_missing": str(len(sides.missing)),
        "attributions_required": str(len(required)),
        "found": str(len(found)),
        "extra": str(len(sides.extra)),
        "precision": _decimal(rates.precision),
        "recall": _decimal(rates.recall),
        "f1": _decimal(rates.f1),
        "speaker_accuracy_on_found": _share(len(speakers.right), len(found)),
        "speaker_unknown": str(len(speakers.unknown)),
        "speaker_wrong": str(len(speakers.wrong)),
        "end_to_end_f1": _decimal(end_to_end.f1),
        "manner_accuracy_on_found": _share(len(found) - len(misread), len(found)),
        "statement_pair_precision": _decimal(statements.rates.precision),
        "statement_pair_recall": _decimal(statements.rates.recall),
        "statement_pair_f1": _decimal(statements.rates.f1),
        "not_same_joined": str(len(statements.joined)),
        "event_pair_f1": _decimal(_compare_events(reading, pile).f1),
        "dates_right": f"{sum(_is_dated(pile, day) for day in reading.dates)}/{len(reading.dates)}",
        "furniture_read_as_speech": str(_count_furniture(reading, pile)),
    }
    cases = (
        *(Case(kind="missing_report", words=(name,)) for name in sides.missing),
        *(
            Case(kind="missed", words=(one.id, one.text[:100]))
            for one in required
            if one.id not in sides.matched
        ),
        *(Case(kind="extra", words=words) for words in sides.extra),
        *(
            Case(
                kind="wrong_speaker", words=(one.id, one.speaker or "", pile.credited(sides.matched[one.id]))
            )
            for one in speakers.wrong
        ),
        *(Case(kind="unknown_speaker", words=(one.id, one.speaker or "")) for one in speakers.unknown),
        *(
            Case(
                kind="manner",
                words=(one.id, one.manner, str(pile.attribution(sides.matched[one.id])["manner"])),
            )
            for one in misread
        ),
        *(Case(kind="statement_not_joined", words=pair) for pair in statements.apart),
        *(Case(kind="statement_wrongly_joined", words=pair) for pair in statements.wrong),
    )
    return Scores(figures=figures, cases=cases)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Statements:
    rates: Rates
    joined: frozenset[Pair]
    apart: tuple[Pair, ...]
    wrong: tuple[Pair, ...]


def _compare_statements(gold: Gold, pile: Pile, sides: Sides) -> _Statements:
    wanted = _pairs(gold.same_statement)
    groups: dict[str, list[str]] = {}
    for gold_id, own_id in sides.matched.items():
        if statement := pile.attribution(own_id)["statement"]:
            groups.setdefault(statement, []).append(gold_id)
    together = _pairs(groups.values())
    given = together - (_pairs(gold.may_be_same) - wanted)
    joined = _pairs(gold.not_same) & together
    return _Statements(
        rates=_rates(len(wanted & given), len(wanted), len(given)),
        joined=joined,
        apart=tuple(sorted(wanted - given)),
        wrong=tuple(sorted((given - wanted) | joined)),
    )


def _compare_events(gold: Gold, pile: Pile) -> Rates:
    wanted = _pairs(gold.events)
    given = _pairs(pile.events)
    known = {name for names in gold.events for name in names}
    return _rates(len(wanted & given), len(wanted), len([pair for pair in given if known.issuperset(pair)]))


def _pairs(groups: Iterable[Iterable[str]]) -> frozenset[Pair]:
    return frozenset(pair for group in groups for pair in combinations(sorted(set(group)), 2))


def _is_dated(pile: Pile, wanted: GoldDate) -> bool:
    """A date is right when the day is among its days and it leaves few enough open; an open end never is."""
    given = pile.reports.get(wanted.report, {}).get("date")
    if not given:
        return False
    if given.get("candidates"):
        return wanted.day.isoformat() in given["candidates"] and len(given["candidates"]) <= wanted.max_days
    if not given.get("from") or not given.get("to"):
        return False
    first, last = date.fromisoformat(given["from"]), date.fromisoformat(given["to"])
    return first <= wanted.day <= last and (last - first).days < wanted.max_days


def _count_furniture(gold: Gold, pile: Pile) -> int:
    return sum(
        any(line.strip()[:FURNITURE_SHOWN] in words for words in pile.contents_of(name))
        for name, lines in gold.furniture.items()
        if name in pile.reports
        for line in lines
    )


def _rates(found: int, wanted: int, given: int) -> Rates:
    recall = found / wanted if wanted else 1.0
    precision = found / given if given else float(not wanted)
    both = precision + recall
    return Rates(precision=precision, recall=recall, f1=2 * precision * recall / both if both else 0.0)


def _share(part: int, whole: int) -> str:
    return _decimal(part / whole if whole else 0)


def _decimal(value: float) -> str:
    return f"{value:.3f}"
