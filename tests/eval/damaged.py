"""Damaged copies by seed, planted among the reports of labelled sets, and what is true of every pair in that pile.

Kinds: a quarter of a report (`cut`), the same with 15 % of its words replaced, dropped or added to (`edited`), a passage of
it that makes up 30 % of another report (`inside`), another account of the event that credits the report's outlet
(`credited`). Beside them stand what is no copy: two reports that quote one speech, and reports under one notice.

A pair of the pile is a true copy when both print the same words of one report, or of two reports that themselves are copies:
of one labelled event, with 12 words in a row and a tenth of the shorter's runs of five words in common.
"""

import random
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from onrecord.model import ids
from onrecord.model.attribution import Reading
from onrecord.model.report import Block, Credit, Outlet, Report, Zone
from onrecord.model.span import Span
from support.piles import reading_of

SEED = 7
KINDS = ("cut", "edited", "inside")
"""The kinds whose words are copied; `credited` is the fourth."""
_FEWEST_WORDS = 80
_OF_KIND = 200
_QUARTER, _EDITED, _INSIDE = 0.25, 0.15, 0.3
_FEWEST_TOLD = 12
"""Words of a copied passage that stand outside of quotation marks: a quotation alone is no copy."""
_OVERLAP = 8
"""Words of one report that two pieces must both hold."""
_SPEECHES, _SPOKEN = 100, (25, 60)
_NOTICES, _UNDER_NOTICE = 4, 10
_HOUSES, _CREDITED, _CREDITED_ELSEWHERE = 80, 150, 60

Piece = tuple[str, int, int]
"""A report of the labelled sets, and a half-open range of its words."""


@dataclass(frozen=True, slots=True)
class Damaged:
    """A pile with planted copies: `wanted` holds the pairs to be found, by kind; `pieces` what each report is made of."""

    pile: tuple[Reading, ...]
    wanted: Mapping[str, tuple[tuple[str, str], ...]]
    pieces: Mapping[str, tuple[Piece, ...]]
    clusters: Mapping[str, str]


@dataclass(slots=True)
class _Planting:
    rng: random.Random
    words: dict[str, list[str]]
    made: list[Reading] = field(default_factory=list[Reading])
    wanted: dict[str, list[tuple[str, str]]] = field(default_factory=dict[str, list[tuple[str, str]]])
    pieces: dict[str, tuple[Piece, ...]] = field(default_factory=dict[str, tuple[Piece, ...]])

    def add(self, parts: Sequence[tuple[Sequence[str], Piece | None]]) -> str:
        """Add a report made of these words; return its id."""
        text = "".join(word if word[-1].isspace() else f"{word} " for words, _ in parts for word in words)
        made = reading_of("", [part for part in re.split(r"\n+", text) if part.strip()])
        report_id = f"z{self.rng.randrange(16**8):08x}{len(self.made):05}"
        self.made.append(replace(made, report=replace(made.report, id=report_id)))
        self.pieces[report_id] = tuple(piece for _, piece in parts if piece)
        return report_id

    def want(self, kind: str, first: str, second: str) -> None:
        """Note that this pair is to be found."""
        self.wanted.setdefault(kind, []).append(order(first, second))

    def take(self, report_id: str, count: int) -> tuple[list[str], Piece]:
        """Take `count` words of a report, from anywhere in it."""
        words = self.words[report_id]
        count = min(count, len(words))
        starts = list(range(len(words) - count + 1))
        self.rng.shuffle(starts)
        for start in starts:
            taken = words[start : start + count]
            if count_told(taken) >= _FEWEST_TOLD:
                return taken, (report_id, start, start + count)
        return words[:count], (report_id, 0, count)


def count_told(words: Sequence[str]) -> int:
    """Count the words outside of quotation marks, as far as the marks that are left tell."""
    text = "".join(words)
    inside = re.sub(r"[“«\"][^“”«»\"]*(?:[”»\"]|$)|^[^“«]*?[”»]", " ", text)
    return len(re.findall(r"\w+", inside))


def order(first: str, second: str) -> tuple[str, str]:
    """Return the two ids in order."""
    return (first, second) if first < second else (second, first)


def plant(labelled: Iterable[tuple[Reading, str]], *, seed: int = SEED) -> Damaged:
    """Plant copies among labelled reports; the same reports give the same pile."""
    known = sorted(labelled, key=lambda item: item[0].report.id)
    known, credited = _plant_credits(known, random.Random(seed))
    clusters = {reading.report.id: cluster for reading, cluster in known}
    words = {reading.report.id: _words_of(reading.report) for reading, _ in known}
    planting = _Planting(random.Random(seed), words)
    planting.wanted["credited"] = credited
    planting.pieces = {report_id: ((report_id, 0, len(own)),) for report_id, own in words.items()}
    long = [report_id for report_id, own in words.items() if len(own) >= _FEWEST_WORDS]
    planting.rng.shuffle(long)
    for number, origin in enumerate(long[: _OF_KIND * len(KINDS)]):
        _plant_copy(planting, KINDS[number % len(KINDS)], origin, long[-1 - number])
    _plant_speeches(planting, long)
    _plant_notices(planting, long)
    return Damaged(
        (*(reading for reading, _ in known), *planting.made),
        {kind: tuple(pairs) for kind, pairs in planting.wanted.items()},
        planting.pieces,
        clusters,
    )


def _words_of(report: Report) -> list[str]:
    """Return the words of a report, with the space after each, less its credit."""
    end = report.blocks[-1].span.start if report.credits else len(report.text)
    return re.findall(r"\S+\s*", report.text[:end])


def _plant_copy(planting: _Planting, kind: str, origin: str, host: str) -> None:
    words = planting.words
    if kind == "inside":
        inner = round(len(words[host]) * _INSIDE / (1 - _INSIDE))
        passage, piece = planting.take(origin, min(inner, len(words[origin])))
        at = planting.rng.randrange(len(words[host]))
        copy = planting.add(
            [
                (words[host][:at], (host, 0, at)),
                (passage, piece),
                (words[host][at:], (host, at, len(words[host]))),
            ]
        )
    else:
        passage, piece = planting.take(origin, round(len(words[origin]) * _QUARTER))
        copy = planting.add([(_edit(passage, planting.rng) if kind == "edited" else passage, piece)])
    planting.want(kind, origin, copy)


def _edit(words: Sequence[str], rng: random.Random) -> list[str]:
    """Replace, drop or add to 15 % of the words."""
    changed = set(rng.sample(range(len(words)), round(len(words) * _EDITED)))
    edited: list[str] = []
    for place, word in enumerate(words):
        if place not in changed:
            edited.append(word)
            continue
        way, other = rng.randrange(3), rng.choice(words)
        edited += [[other], [], [word, other]][way]
    return edited or list(words)


def _plant_credits(
    known: Sequence[tuple[Reading, str]], rng: random.Random
) -> tuple[list[tuple[Reading, str]], list[tuple[str, str]]]:
    """Give every report a house, and some a line that credits the house of another account of their event.

    Others credit a house that has no report of their event in the pile. No two reports of one event are of one house.
    """
    houses = [f"Courier of Port {number}" for number in range(_HOUSES)]
    clusters: dict[str, list[int]] = {}
    for index, (_, cluster) in enumerate(known):
        clusters.setdefault(cluster, []).append(index)
    house_of: dict[int, str] = {}
    pairs: list[tuple[int, int]] = []
    elsewhere: list[tuple[int, str]] = []
    for members in clusters.values():
        chosen = rng.sample(houses, min(len(members), _HOUSES))
        house_of |= dict(zip(members, chosen, strict=False))
        apart = [
            (a, b) for a in members for b in members if a != b and not _may_share(known[a][0], known[b][0])
        ]
        if apart:
            pairs.append(rng.choice(apart))
        elsewhere.append(
            (rng.choice(members), rng.choice([one for one in houses if one not in chosen] or [""]))
        )
    rng.shuffle(pairs)
    rng.shuffle(elsewhere)
    credits_ = {copy: house_of[origin] for origin, copy in pairs[:_CREDITED] if origin in house_of}
    taken = {index for pair in pairs[:_CREDITED] for index in pair}
    credits_ |= {
        index: house for index, house in elsewhere[:_CREDITED_ELSEWHERE] if house and index not in taken
    }
    made = [
        (_publish(reading, house_of.get(index), credits_.get(index)), cluster)
        for index, (reading, cluster) in enumerate(known)
    ]
    named = [reading.report.id for reading, _ in known]
    return made, [order(named[a], named[b]) for a, b in pairs[:_CREDITED] if a in house_of]


def _may_share(first: Reading, second: Reading) -> bool:
    words = [re.findall(r"\w+", reading.report.text.casefold()) for reading in (first, second)]
    return bool(_runs(words[0], 6) & _runs(words[1], 6))


def _publish(reading: Reading, house: str | None, credited: str | None) -> Reading:
    """Give a report its house, and a credit line at its end."""
    report = reading.report
    outlet = Outlet(id=ids.outlet_id(house), name=house) if house else None
    if not credited:
        return replace(reading, report=replace(report, outlet=outlet))
    line = f"\n\nThis article was originally published by {credited}."
    start = len(report.text) + len(line) - len(credited) - 1
    return replace(
        reading,
        report=replace(
            report,
            text=report.text + line,
            outlet=outlet,
            blocks=(
                *report.blocks,
                Block(span=Span(len(report.text) + 2, len(report.text) + len(line)), zone=Zone.CREDIT),
            ),
            credits=(Credit(outlet=credited, span=Span(start, start + len(credited))),),
        ),
    )


def _vocabulary(planting: _Planting, long: Sequence[str]) -> list[str]:
    """Return the words of the first two hundred reports, sorted."""
    texts = ("".join(planting.words[report_id]) for report_id in long[:200])
    return sorted({word for text in texts for word in re.findall(r"[^\W\d_]+", text)})


def _plant_speeches(planting: _Planting, long: Sequence[str]) -> None:
    """Put one invented speech between quotation marks into two reports each, with the same words about who said it."""
    rng = planting.rng
    vocabulary = _vocabulary(planting, long)
    for number in range(_SPEECHES):
        said = " ".join(rng.choice(vocabulary) for _ in range(rng.randint(*_SPOKEN)))
        opening, closing = rng.choice([("“", "”"), ('"', '"'), ("«", "»")])
        told = f"{opening}{said},{closing} Minister {rng.choice(vocabulary).title()} told reporters on Monday.\n\n"
        for host in (long[-1 - 2 * number], long[-2 - 2 * number]):
            own = planting.words[host]
            at = rng.randrange(len(own))
            planting.add(
                [
                    (own[:at], (host, 0, at)),
                    ([told], None),
                    (own[at:], (host, at, len(own))),
                ]
            )


def _plant_notices(planting: _Planting, long: Sequence[str]) -> None:
    """Put one notice under ten reports each that have nothing else in common."""
    rng = planting.rng
    vocabulary = _vocabulary(planting, long)
    for number in range(_NOTICES):
        notice = " ".join(rng.choice(vocabulary) for _ in range(30)).capitalize() + ".\n\n"
        for host in long[number * _UNDER_NOTICE : (number + 1) * _UNDER_NOTICE]:
            own = planting.words[host]
            half = len(own) // 2
            planting.add([(own[half:], (host, half, len(own))), ([notice], None)])


class Truth:
    """Tells true copies from false ones, without looking at what found them."""

    def __init__(self, damaged: Damaged, labelled: Iterable[Reading]) -> None:
        self._damaged = damaged
        self._words = {
            reading.report.id: re.findall(r"\w+", reading.report.text.casefold()) for reading in labelled
        }
        self._known: dict[tuple[str, str], bool] = {}
        self._credited = set(damaged.wanted["credited"])

    def is_copy(self, first: str, second: str) -> bool:
        """Tell whether two reports of the pile print the same text, or one is another account that credits the other."""
        return order(first, second) in self._credited or any(
            _overlap(left, right) if left[0] == right[0] else self._are_copies(left[0], right[0])
            for left in self._damaged.pieces[first]
            for right in self._damaged.pieces[second]
        )

    def _are_copies(self, first: str, second: str) -> bool:
        pair = order(first, second)
        if pair not in self._known:
            same_event = self._damaged.clusters[first] == self._damaged.clusters[second]
            self._known[pair] = same_event and _share_text(self._words[first], self._words[second])
        return self._known[pair]


def _overlap(left: Piece, right: Piece) -> bool:
    return min(left[2], right[2]) - max(left[1], right[1]) >= _OVERLAP


def _share_text(first: Sequence[str], second: Sequence[str]) -> bool:
    left, right = _runs(first, 5), _runs(second, 5)
    shared = len(left & right)
    return shared >= 0.1 * min(len(left), len(right)) and bool(_runs(first, 12) & _runs(second, 12))


def _runs(words: Sequence[str], size: int) -> set[tuple[str, ...]]:
    return {tuple(words[start : start + size]) for start in range(len(words) - size + 1)}
