import random

import pytest

from onrecord.link.events import grouping
from onrecord.link.events.grouping import EventGroups, add_reports
from onrecord.link.events.likeness import MOST_DAYS_APART, NEVER, may_be_one
from onrecord.link.events.outline import Outline, outline
from support.piles import reading_of

PLACES = ("Velm", "Oxley", "Tarn", "Halden", "Skerry", "Brodna", "Arle", "Keld")
NEWS = (
    ("cannery", "fire", "roof", "forty workers fled", "the brigade blamed an oven"),
    ("reservoir", "vote", "dam", "councillors chose to drain it", "the mayor called it overdue"),
    ("ferry", "sinking", "quay", "the crew was saved", "a storm had been forecast"),
)


def generated(seed: int, count: int) -> dict[str, Outline]:
    """Return reports of a few made-up events, some of them look-alikes in another place."""
    dice = random.Random(seed)
    pile: dict[str, Outline] = {}
    while len(pile) < count:
        place, (thing, event, part, *sentences) = dice.choice(PLACES), dice.choice(NEWS)
        dice.shuffle(sentences)
        text = f"In {place} there was a {event} at the {thing}: {', and '.join(sentences)}. The {part} in {place} is shut."
        found = outline(
            reading_of(
                f"{place} {thing} {dice.choice(('shut', 'lost', 'in the news'))} {dice.randint(1, 40)}",
                [text, f"It was the {dice.randint(1, 9)} such case since {dice.randint(1990, 2014)}."],
                day=dice.choice([None, f"2014-0{dice.randint(2, 4)}-{dice.randint(1, 28):02}"]),
            )
        )
        pile[found.report_id] = found
    return pile


@pytest.mark.parametrize("seed", range(4))
def test_pieces_in_any_order_give_the_same_groups_as_all_at_once(seed: int) -> None:
    pile = generated(seed, 60)
    whole = add_reports(EventGroups(), pile)
    assert 1 < len(whole.groups) < len(pile)
    dice = random.Random(seed)
    ids = sorted(pile)
    dice.shuffle(ids)
    grown = EventGroups()
    while ids:
        count = dice.choice([1, 1, 2, 7, 25])
        grown = add_reports(grown, {key: pile[key] for key in ids[:count]})
        del ids[:count]
    assert grown.groups == whole.groups
    assert grown.links == whole.links


def test_two_reports_that_are_near_are_asked_once_whether_they_may_be_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[frozenset[str]] = []

    def ask(first: Outline, second: Outline) -> bool:
        asked.append(frozenset({first.report_id, second.report_id}))
        return may_be_one(first, second)

    monkeypatch.setattr(grouping, "may_be_one", ask)
    pile = generated(6, 60)
    grown = EventGroups()
    for count in (40, 55, 60):
        grown = add_reports(grown, {key: pile[key] for key in sorted(pile)[:count]})
    never = {
        frozenset({key, other})
        for key, found in grown.links.items()
        for other, points in found.items()
        if points == NEVER
    }
    assert 0 < len(never) < len(asked)
    assert never == {pair for pair in asked if not may_be_one(*(pile[key] for key in sorted(pair)))}
    assert len(set(asked)) == len(asked)


def test_adding_leaves_what_was_grouped_as_it_was() -> None:
    pile = generated(7, 40)
    first = {key: pile[key] for key in sorted(pile)[:30]}
    known = add_reports(EventGroups(), first)
    before = known.groups
    add_reports(known, pile)
    assert known.groups == before


def test_no_group_holds_given_days_more_than_two_weeks_apart() -> None:
    pile = generated(5, 60)
    for group in add_reports(EventGroups(), pile).groups:
        days = [day for key in group if (day := pile[key].day) is not None]
        assert max(days, default=0) - min(days, default=0) <= MOST_DAYS_APART


def test_every_report_is_in_one_group() -> None:
    pile = generated(3, 60)
    groups = add_reports(EventGroups(), pile).groups
    assert sorted(key for group in groups for key in group) == sorted(pile)


def test_nothing_has_no_groups() -> None:
    assert add_reports(EventGroups(), {}).groups == []
