"""What linking costs in a large pile, and how the cost grows: time, its exponent and peak memory.

The pile is made by seed from the templates and word lists below: stories of several events, events told by several outlets,
speakers who are quoted in full, cut and retold, names that many bear, reprints. Readings are built as they are, so that only
`onrecord.link` is measured.

python -m bench.linking [--reports 20000] [--no-vectors] [--profile]
"""

import argparse
import cProfile
import math
import multiprocessing
import pstats
import random
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from bench.measure import watch_memory
from onrecord.annotate import load_meanings
from onrecord.link import link
from onrecord.model.attribution import Manner, Reading
from onrecord.settings import Settings
from support.piles import Speech, reading_of

_FIRST_DAY = date(2014, 1, 6)
_DAYS = 1000
_SPEECHES = 5
"""Attributions in a report: 20,000 reports hold 100,000."""
_TOLD_BY = (2, 6)
"""How many outlets tell of an event."""
_EVENTS = (2, 7)
"""How many events a story has."""
_REPRINTS, _DATED, _SURNAME_ALONE = 0.08, 0.5, 0.3
_JARGON = 24
"""Words that only one story has."""
_OUTLETS = [f"Courier of Port {number}" for number in range(300)]

_ONSETS_WORDS = """
    b br d dr f fl g gr h j k kl l m n p pr r s sk st t tr v w z
    """
_ONSETS = _ONSETS_WORDS.split()
_VOWELS_WORDS = """
    a e i o u ai ea ou
    """
_VOWELS = _VOWELS_WORDS.split()
_ENDS_WORDS = """
    l n r s t nd rk ms ld ven sen mar tov dal
    """
_ENDS = _ENDS_WORDS.split()
_GIVEN_WORDS = """
    Adla Bero Cind Dovan Elka Farod Gelis Hanno Ilve Jorun Kasim Lenka Marit Nadir Olov Petra Quim Runa Sefa
    Tarik Ulla Vesna Wim Xenia Yorick Zora
    """
_GIVEN = _GIVEN_WORDS.split()
_ROLES_WORDS = """
    mayor minister director secretary engineer judge captain chairwoman doctor inspector
    """
_ROLES = _ROLES_WORDS.split()
_THINGS_WORDS = """
    reservoir harbour cannery railway hospital bridge quarry school tram ferry mill stadium airport tunnel
    orchard archive lighthouse refinery theatre canal depot court market pension vaccine budget treaty strike
    election flood
    """
_THINGS = _THINGS_WORDS.split()
_HAPPENED_WORDS = """
    closed opened burned flooded collapsed struck merged sold approved rejected delayed inspected raided
    reopened evacuated privatised
    """
_HAPPENED = _HAPPENED_WORDS.split()
_SUBJECTS_WORDS = """
    workers residents families farmers pupils patients drivers owners voters taxpayers engineers neighbours
    tenants passengers fishermen nurses
    """
_SUBJECTS = _SUBJECTS_WORDS.split()
_VERBS_WORDS = """
    deserve expect demand lose need remember refuse carry question defend repair finance outlive oppose welcome
    measure
    """
_VERBS = _VERBS_WORDS.split()
_OBJECTS_WORDS = """
    answers wages shelter water repairs honesty insurance timetables contracts records promises inspections
    compensation ballots transport medicine cranes turbines permits pumps
    """
_OBJECTS = _OBJECTS_WORDS.split()
_QUALITIES_WORDS = """
    honest costly overdue reckless cautious shameful temporary generous unlawful careful secret public late
    unsafe remarkable needless
    """
_QUALITIES = _QUALITIES_WORDS.split()
_REASONS = (
    "before {} and {} come",
    "while the {} keeps its {}",
    "because no {} listened to {}",
    "as long as {} and {} last",
    "whatever {} say of {}",
    "since {} lost the {}",
    "if {} or {} agree",
    "without asking {} for {}",
    "until {} leave the {}",
)


@dataclass(frozen=True, slots=True)
class _Event:
    """One happening: where, what and when, who speaks and what they say."""

    place: str
    thing: str
    street: str
    happened: str
    day: date
    figures: tuple[int, int]
    jargon: tuple[str, ...]
    said: tuple[tuple[str, str, str], ...]
    """Name, role, and the words."""


def make_pile(reports: int, seed: int) -> list[Reading]:
    """Return readings of made-up reports; the same seed gives the same pile."""
    dice = random.Random(seed)
    people = [f"{dice.choice(_GIVEN)} {_name(dice)}" for _ in range(reports // 8 + 20)]
    pile: dict[str, Reading] = {}
    while len(pile) < reports:
        for event in _make_story(dice, people):
            last: Reading | None = None
            for _ in range(dice.randint(*_TOLD_BY)):
                last = _tell(event, last, dice)
                pile[last.report.id] = last
    return list(pile.values())[:reports]


def _name(dice: random.Random) -> str:
    parts = [dice.choice(_ONSETS) + dice.choice(_VOWELS) for _ in range(dice.randint(1, 3))]
    return ("".join(parts) + dice.choice(_ENDS)).capitalize()


def _make_story(dice: random.Random, people: list[str]) -> Iterator[_Event]:
    place, thing, day = _name(dice), dice.choice(_THINGS), dice.randrange(_DAYS)
    jargon = [_name(dice).lower() for _ in range(_JARGON)]
    cast = [(name, dice.choice(_ROLES)) for name in dice.sample(people, dice.randint(3, 6))]
    for _ in range(dice.randint(*_EVENTS)):
        day += dice.randint(1, 20)
        yield _Event(
            place=place,
            thing=thing,
            street=_name(dice),
            happened=dice.choice(_HAPPENED),
            day=_FIRST_DAY + timedelta(days=day),
            figures=(dice.randint(11, 999), dice.randint(2, 90)),
            jargon=tuple(jargon),
            said=tuple((*dice.choice(cast), _sentence(jargon, dice)) for _ in range(_SPEECHES + 3)),
        )


def _sentence(jargon: list[str], dice: random.Random) -> str:
    clauses = [
        f"the {dice.choice(jargon)} {dice.choice(_SUBJECTS)} {dice.choice(_VERBS)} {dice.choice(jargon)} "
        f"{dice.choice(_OBJECTS)}"
        for _ in range(dice.randint(1, 3))
    ]
    return f"{' and '.join(clauses)} {_reason(jargon, dice)}"


def _reason(jargon: list[str], dice: random.Random) -> str:
    """Return why or since when, with words of the story's own: unrelated reports share few phrases."""
    return dice.choice(_REASONS).format(dice.choice(jargon), dice.choice(jargon))


def _tell(event: _Event, last: Reading | None, dice: random.Random) -> Reading:
    """Return one outlet's account of an event; now and then a reprint of the one before."""
    outlet = dice.choice(_OUTLETS)
    day = event.day.isoformat() if dice.random() < _DATED else None
    if last is not None and dice.random() < _REPRINTS:
        return _reprint(last, outlet, day)
    weekday = event.day.strftime("%A")
    parts = [
        (
            f"The {event.street} {event.thing} in {event.place} was {event.happened} on {weekday}, {dice.choice(_QUALITIES)} news for "
            f"{event.figures[0]} {dice.choice(_SUBJECTS)}, {_reason(list(event.jargon), dice)}."
        )
    ]
    speeches: list[Speech] = []
    for name, role, words in dice.sample(event.said, _SPEECHES):
        part, speech = _quote(name, role, words, dice)
        parts.append(part)
        speeches.append(speech)
    parts.append(
        f"{event.figures[1]} {dice.choice(_SUBJECTS)} in {event.street} {dice.choice(_VERBS)} {dice.choice(_OBJECTS)} now."
    )
    headline = (
        f"{event.street} {event.thing} {event.happened}, {dice.choice(_SUBJECTS)} {dice.choice(_VERBS)}"
    )
    return reading_of(headline, parts, speeches=speeches, outlet=outlet, day=day)


def _reprint(first: Reading, outlet: str, day: str | None) -> Reading:
    text = first.report.text
    names = {chain.id: chain.name or "" for chain in first.chains}
    return reading_of(
        first.report.title or "",
        [*(block.span.of(text) for block in first.report.blocks[1:]), f"Edited by {outlet}."],
        speeches=[
            (names[one.speakers[0]], one.content[0].of(text), one.manner) for one in first.attributions
        ],
        outlet=outlet,
        day=day,
    )


def _quote(name: str, role: str, words: str, dice: random.Random) -> tuple[str, Speech]:
    """Return a paragraph that gives the words in full, cut or retold, and the speech in it."""
    shown = name.rsplit(maxsplit=1)[-1] if dice.random() < _SURNAME_ALONE else name
    kept = words.split()
    match dice.randrange(4):
        case 0:
            kept = kept[: max(6, len(kept) * 2 // 3)]
        case 1:
            kept = [dice.choice(_QUALITIES) if word in _QUALITIES else word for word in kept]
            told = f"{' '.join(kept)}"
            return f"The {role} {shown} said that {told}.", (shown, told, Manner.INDIRECT)
        case _:
            pass
    told = " ".join(kept)
    return f"“{told},” said {shown}, the {role}.", (shown, told, Manner.DIRECT)


@dataclass(frozen=True, slots=True)
class Linked:
    """What linking a pile cost: seconds by the clock and of processor time, the peak of PSS in MB; and what came of it."""

    wall: float
    processor: float
    peak_mb: float
    attributions: int
    found: str


def link_pile(reports: int, *, vectors: bool, profile: bool = False) -> Linked:
    """Make a pile and link it, in this process."""
    pile = make_pile(reports, seed=1)
    meanings = load_meanings() if vectors else None
    if meanings:
        meanings.prepare()
    profiler = cProfile.Profile()
    wall, processor = time.perf_counter(), time.process_time()
    with watch_memory() as peak:
        if profile:
            profiler.enable()
        linked = link(pile, Settings(vectors=vectors), meanings=meanings)
        profiler.disable()
    wall, processor = time.perf_counter() - wall, time.process_time() - processor
    if profile:
        pstats.Stats(profiler).sort_stats("cumtime").print_stats(60)
    found = (
        f"{len(linked.events)} events, {len(linked.stories)} stories, {len(linked.entities)} entities, "
        f"{len(linked.statements)} statements, {len(linked.lineages)} lineages, {len(linked.divergences)} divergences"
    )
    return Linked(wall, processor, peak[0], sum(len(reading.attributions) for reading in pile), found)


def measure_linking(reports: int, *, vectors: bool = True) -> None:
    """Print what linking costs for a pile and one a tenth its size, and how the cost grows between them.

    Args:
        reports: in the larger pile.
        vectors: whether a model of meaning is asked, as it is by default.
    """
    sizes = (reports // 10, reports)
    # A process of its own each: memory is measured from a clean start.
    with ProcessPoolExecutor(
        1, mp_context=multiprocessing.get_context("spawn"), max_tasks_per_child=1
    ) as pool:
        costs = list(pool.map(partial(link_pile, vectors=vectors), sizes))
    for size, cost in zip(sizes, costs, strict=True):
        print(f"link_{size}_attributions {cost.attributions} ({cost.found})", flush=True)
        print(f"link_{size}_wall {cost.wall:.1f} s", flush=True)
        print(f"link_{size}_processor {cost.processor:.1f} s", flush=True)
        print(f"link_{size}_peak_pss {cost.peak_mb:.0f} MB", flush=True)
    small, large = costs
    exponent = math.log(large.processor / small.processor) / math.log(sizes[1] / sizes[0])
    allowed = math.log(sizes[1] * math.log(sizes[1]) / (sizes[0] * math.log(sizes[0]))) / math.log(
        sizes[1] / sizes[0]
    )
    print(f"link_growth_exponent {exponent:.2f} (n log n: {allowed:.2f})", flush=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=20_000)
    parser.add_argument("--profile", action="store_true", help="link one pile and say where the time goes")
    parser.add_argument(
        "--no-vectors", action="store_true", help="tell statements by words and numbers alone"
    )
    chosen = parser.parse_args()
    if chosen.profile:
        print(link_pile(chosen.reports, vectors=not chosen.no_vectors, profile=True))
    else:
        measure_linking(chosen.reports, vectors=not chosen.no_vectors)
