"""Which attribution of a record is which of a hand-made reading, and whom its entities stand for."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from onrecord.publish.export.gold import Gold, GoldAttribution

ENOUGH = 0.8
"""The token F1 from which two contents are the same."""
EXCUSED = 0.5
"""The share of an attribution's words that must lie in an optional one for it not to be extra."""

_TOKEN = re.compile(r"\w+")
_NO_LETTERS = re.compile(r"\W+")
_SHOWN = 90


def find_tokens(text: str, ranges: Iterable[Iterable[int]]) -> frozenset[int]:
    """Return where the words in `ranges` of `text` start (a range's own cut starts a word)."""
    return frozenset(
        start + found.start() for start, end in ranges for found in _TOKEN.finditer(text[start:end])
    )


def overlap(one: frozenset[int], other: frozenset[int]) -> float:
    """Return the F1 of two sets of tokens, from 0 to 1."""
    shared = len(one & other)
    return 2 * shared / (len(one) + len(other)) if shared else 0.0


def fold(name: str | None) -> str:
    """Return a name as it is compared: no case, no marks, no leading article."""
    return _NO_LETTERS.sub(" ", (name or "").casefold()).strip().removeprefix("the ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pile:
    """A record in its JSON form, by the names that a reading uses for reports."""

    reports: Mapping[str, Mapping[str, Any]]
    attributions_by_report: Mapping[str, tuple[Mapping[str, Any], ...]]
    attributions: Mapping[str, Mapping[str, Any]]
    names: Mapping[str, tuple[str, ...]]
    events: tuple[tuple[str, ...], ...]

    @classmethod
    def of(cls, record_json: Mapping[str, Any]) -> Self:
        """Arrange a record by external ids, or by file names where the input gave no ids."""
        key = {
            report["id"]: report.get("external_id") or PurePath(report["path"]).name
            for report in record_json["reports"]
        }
        by_report: defaultdict[str, list[Mapping[str, Any]]] = defaultdict(list)
        for attribution in record_json["attributions"]:
            by_report[key[attribution["report"]]].append(attribution)
        return cls(
            reports={key[report["id"]]: report for report in record_json["reports"]},
            attributions_by_report={name: tuple(several) for name, several in by_report.items()},
            attributions={attribution["id"]: attribution for attribution in record_json["attributions"]},
            names={
                speaker["id"]: (speaker["name"], *speaker["aliases"]) for speaker in record_json["speakers"]
            },
            events=tuple(
                tuple(key[report_id] for report_id in event["reports"] if report_id in key)
                for event in record_json["events"]
            ),
        )

    def attribution(self, attribution_id: str) -> Mapping[str, Any]:
        """Return the record's attribution of that id."""
        return self.attributions[attribution_id]

    def credited(self, attribution_id: str) -> str:
        """Return the names of those whom an attribution credits, for people to read."""
        speakers = self.attributions[attribution_id]["speakers"]
        return "; ".join(" / ".join(self.names.get(speaker, (speaker,))) for speaker in speakers)

    def contents_of(self, report: str) -> tuple[str, ...]:
        """Return the exact characters of every range that was read as speech in a report."""
        text: str = self.reports[report]["text"]
        return tuple(
            text[start:end]
            for attribution in self.attributions_by_report.get(report, ())
            for start, end in attribution["content"]
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """Both sides compared: `matched` gives the record's attribution id for the gold's, best overlaps first."""

    matched: Mapping[str, str]
    required: tuple[GoldAttribution, ...]
    found: tuple[GoldAttribution, ...]
    extra: tuple[tuple[str, str, str], ...]
    """Report, id and first characters of each attribution that the gold knows nothing of."""
    missing: tuple[str, ...]
    """Reports of the gold that the record does not have."""


def match_attributions(gold: Gold, pile: Pile) -> Sides:
    """Match the attributions of the two, report by report."""
    matched: dict[str, str] = {}
    extra: list[tuple[str, str, str]] = []
    by_report: defaultdict[str, list[GoldAttribution]] = defaultdict(list)
    for one in gold.attributions:
        by_report[one.report].append(one)
    for name in sorted(by_report):
        if name in pile.reports:
            extra += _match_report(name, by_report[name], pile, matched)
    required = tuple(one for one in gold.attributions if one.required)
    return Sides(
        matched=matched,
        required=required,
        found=tuple(one for one in required if one.id in matched),
        extra=tuple(extra),
        missing=tuple(sorted(set(by_report) - set(pile.reports))),
    )


def _match_report(
    name: str, wanted: list[GoldAttribution], pile: Pile, matched: dict[str, str]
) -> list[tuple[str, str, str]]:
    """Add to `matched` what belongs together in one report, and return what is extra there."""
    text: str = pile.reports[name]["text"]
    given = pile.attributions_by_report.get(name, ())
    ways = {one.id: [find_tokens(text, way) for way in one.ways] for one in wanted}
    tokens = {one["id"]: find_tokens(text, one["content"]) for one in given}
    candidates = sorted(
        (
            (max(overlap(way, tokens[own["id"]]) for way in ways[one.id]), one.required, one.id, own["id"])
            for one in wanted
            for own in given
        ),
        reverse=True,
    )
    used: set[str] = set()
    for near, _, gold_id, own_id in candidates:
        if near >= ENOUGH and gold_id not in matched and own_id not in used:
            matched[gold_id] = own_id
            used.add(own_id)
    optional = [way for one in wanted if not one.required for way in ways[one.id]]
    return [
        (name, own["id"], _first_characters(text, own))
        for own in given
        if own["id"] not in used and not _is_excused(tokens[own["id"]], optional)
    ]


def _is_excused(tokens: frozenset[int], optional: Iterable[frozenset[int]]) -> bool:
    return any(len(tokens & way) >= EXCUSED * max(1, len(tokens)) for way in optional)


def _first_characters(text: str, attribution: Mapping[str, Any]) -> str:
    content = attribution["content"]
    return text[content[0][0] : content[-1][1]][:_SHOWN] if content else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speakers:
    """The attributions found, parted by whether their speaker is right."""

    right: tuple[GoldAttribution, ...]
    unknown: tuple[GoldAttribution, ...]
    wrong: tuple[GoldAttribution, ...]


def resolve_speakers(gold: Gold, pile: Pile, sides: Sides) -> Speakers:
    """Decide whom each entity of the record stands for, then which attributions found name the right one."""
    stands_for = _resolve_entities(gold, pile, sides)
    right: list[GoldAttribution] = []
    unknown: list[GoldAttribution] = []
    wrong: list[GoldAttribution] = []
    for one in sides.found:
        credited = pile.attribution(sides.matched[one.id])["speakers"]
        named = any(stands_for.get(entity) == one.speaker for entity in credited)
        if named or not (one.speaker or credited):
            right.append(one)
        elif credited:
            wrong.append(one)
        else:
            unknown.append(one)
    return Speakers(right=tuple(right), unknown=tuple(unknown), wrong=tuple(wrong))


def _resolve_entities(gold: Gold, pile: Pile, sides: Sides) -> Mapping[str, str | None]:
    """The gold speaker that each entity is found for most; among equals, one alone before several, then the one found first."""
    by_id = {one.id: one for one in gold.attributions}
    votes: defaultdict[str, Counter[str | None]] = defaultdict(Counter)
    for gold_id, own_id in sides.matched.items():
        speaker = by_id[gold_id].speaker
        accepted = {fold(name) for name in gold.accept.get(speaker or "", ())}
        for entity in dict.fromkeys(pile.attribution(own_id)["speakers"]):
            names = {fold(name) for name in pile.names.get(entity, ())}
            for wanted in (speaker or "").split(";"):
                if fold(wanted) in names or accepted & names:
                    votes[entity][speaker] += 1
    return {
        entity: max(counted, key=lambda speaker: (counted[speaker], ";" not in (speaker or "")))
        for entity, counted in votes.items()
    }
