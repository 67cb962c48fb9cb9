"""How much the news of two reports is alike by the language alone, and whether they may have the same news at all."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from onrecord.lexicon.calendar import MONTHS, WEEKDAYS
from onrecord.lexicon.roles import PERSON_ROLES
from onrecord.link.events.outline import is_number
from onrecord.text.rarity import stem_rarity
from onrecord.text.stem import stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from onrecord.link.events.outline import Outline

Weights = dict[str, float]

TELLING_TERMS = 24
"""Terms of a report by which it is looked up."""

MOST_DAYS_APART: Final = 14
"""Given days between the publishing of two reports of one happening; what is told later is a later happening's news."""

_WEEK_APART = 5
"""Days between the weekdays that two dated reports lead with, and between their dates, from which these are two weeks'."""

_REPRINTED = 0.75
"""Share of the passages of the shorter of two texts that a reprint has at the least."""

NEVER: Final = -math.inf
"""The logits of two reports that cannot be of one event."""

_SHORT, _SHORTEST = 80, 60
"""Words up to which a report tells so little that names alone in common may be chance; and one name and an office."""

_TELLS = 40
"""Words from which on it tells its news in so many that another of one happening has one of them."""

_SEVERAL_NAMED = 2
"""Names of each of two reports from which it says something that they share none."""

SAME_LANGUAGE, _SAME_TAG = 5, 3
"""Function words, of twelve, that two reports in one language share among their most frequent; and if both are said to be in it."""

_OFFICES_AND_DAYS: Final = frozenset(map(stem, (*PERSON_ROLES, *MONTHS, *WEEKDAYS)))

_ENOUGH_IN_TITLE = 3
"""Telling words that two titles share if these alone are to speak for one event: "Town diary" names no happening."""


def telling_terms(weights: Mapping[str, float]) -> list[str]:
    """Return the heaviest terms; ties go to the alphabet."""
    ranked = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
    return [term for term, _ in ranked[:TELLING_TERMS]]


def cosine(first: Mapping[str, float], second: Mapping[str, float]) -> float:
    """Return the inner product of two weightings of length 1.0."""
    if len(first) > len(second):
        first, second = second, first
    return sum([weight * second[term] for term, weight in first.items() if term in second])


@lru_cache(maxsize=1 << 17)
def frozen_weight(term: str) -> float:
    """Weigh a term by the language alone; long numbers tell more than short ones."""
    return min(1.0, 0.4 + len(term) / 5) if term.startswith("#") else max(stem_rarity(term), 0.05)


def frozen_weights(found: Outline) -> Weights:
    """Weigh the terms of a report by the language alone, at length 1.0."""
    return scaled({term: count * frozen_weight(term) for term, count in found.terms.items()})


def scaled(weights: Weights) -> Weights:
    """Return the weights at Euclidean length 1.0; none where there are none."""
    length = math.sqrt(sum(weight * weight for weight in weights.values()))
    return {term: weight / length for term, weight in weights.items()} if length else {}


def may_be_one(first: Outline, second: Outline) -> bool:
    """Tell whether two reports may be of one event at all: near in time, and with common ground."""
    return (
        not _are_apart(first, second)
        and _share_telling(first, second)
        and not _are_slight(first, second)
        and not name_others(first, second)
    )


def tell_of_other_weeks(first: Outline, second: Outline) -> bool:
    """Tell whether two reports, dated about a week apart or more, lead with weekdays that are as far apart.

    "Some 4,000 miners marched in Orsk on Tuesday", of 4 October, and "For the second time in a week miners marched in Orsk on
    Tuesday", of 11 October, share nearly all words, and the weekday: they tell of two marches.
    """
    if first.day is None or second.day is None or abs(first.day - second.day) < _WEEK_APART:
        return False
    days, others = _days_led_with(first.day, first.weekdays), _days_led_with(second.day, second.weekdays)
    if not days or not others:
        return False
    return min(abs(day - other) for day in days for other in others) >= _WEEK_APART


def is_told_anew(first: Outline, second: Outline) -> bool:
    """Tell whether a text was filled with the news of another week or day: each has a number, or passages, the other lacks.

    What is printed again a week later, "on Tuesday" with it, has the numbers it had, and one of the two holds most of the other.
    """
    if tell_of_other_weeks(first, second):
        numbers, others = _numbers(first), _numbers(second)
        return bool(numbers - others and others - numbers) or _have_own_passages(first, second)
    return are_bulletins_of_two_days(first, second) or have_other_results(first, second)


def _have_own_passages(first: Outline, second: Outline) -> bool:
    shared = len(first.phrase_set & second.phrase_set)
    fewest = min(len(first.phrase_set), len(second.phrase_set))
    return bool(fewest) and shared <= _REPRINTED * fewest


def have_other_results(first: Outline, second: Outline) -> bool:
    """Tell whether two reports lead with results of two sides, each with another, told of other days.

    "Halden beat Rovers 2-1 on Saturday" and "Halden lost 0-3 to Rovers on Wednesday" are two matches.
    """
    if not first.results or not second.results or not first.results.isdisjoint(second.results):
        return False
    if first.day is None or second.day is None:
        return False
    days, others = _days_led_with(first.day, first.weekdays), _days_led_with(second.day, second.weekdays)
    return bool(days and others) and days.isdisjoint(others)


def are_bulletins_of_two_days(first: Outline, second: Outline) -> bool:
    """Tell whether two reports, not of one day, open with one sentence in which only numbers and the weekday are others.

    "The harbour office counted 112 trawlers on Monday." and "The harbour office counted 134 trawlers on Tuesday." are two days'
    news. An update of one happening is not told in the mould of what it updates; and two outlets whose numbers differ
    do not differ in the weekday too.
    """
    if (first.day is not None and first.day == second.day) or len(first.opening) != len(second.opening):
        return False
    weekdays = numbers = False
    for one, other in zip(first.opening, second.opening, strict=True):
        if one == other:
            continue
        if one in WEEKDAYS and other in WEEKDAYS:
            weekdays = True
        elif is_number(one) and is_number(other):
            numbers = True
        else:
            return False
    return weekdays and numbers


def _are_slight(first: Outline, second: Outline) -> bool:
    """Tell whether two reports are so short that a name, an office and a weekday in common make no event of them.

    A note on a baker named Hale who has no liking for a mayor and one on a minister named Hale and another mayor are two; and so
    are a report on a forest and one on a canal, in both of which Nils Roe of the Tree League speaks.
    """
    longest = max(first.words, second.words)
    if longest > _SHORT:
        return False
    shared = first.terms.keys() & second.terms.keys()
    rest = shared - _OFFICES_AND_DAYS
    names = first.names | second.names
    if min(first.words, second.words) >= _TELLS and rest <= names and are_in_one_language(first, second):
        return True
    if longest > _SHORTEST:
        return False
    return rest < shared and len(rest) <= 1 and rest <= names


def name_others(first: Outline, second: Outline) -> bool:
    """Tell whether two reports in one language name several each, and none of those whom the other does: offices are no names.

    "A bus fell into a ravine near Tarna, Vellin, on Saturday" and one of the same words from Osk, Sorrel, tell of two buses.
    """
    if not are_in_one_language(first, second):
        return False
    names, others = first.naming - _OFFICES_AND_DAYS, second.naming - _OFFICES_AND_DAYS
    if min(len(names), len(others)) < _SEVERAL_NAMED:
        return False
    # What begins a sentence is no name for sure, and may be one.
    return not any(map(second.terms.__contains__, names)) and not any(map(first.terms.__contains__, others))


def are_in_one_language(first: Outline, second: Outline) -> bool:
    """Tell whether two reports are in one language, told by their tags, or by the function words that both use most."""
    shared = len(first.function_words & second.function_words)
    known = first.language and second.language
    return first.language == second.language and shared >= _SAME_TAG if known else shared >= SAME_LANGUAGE


def are_two(first: Outline, second: Outline) -> bool:
    """Tell whether two reports in one language that each tell their news at some length cannot have the same.

    A week in brief has a passage of a report on a library and one of a report on three heifers: these are two events still.
    Being slight is no such reason: it says how little is known of both. Nor does it matter how long texts are of which
    one is the other told anew.
    """
    if is_told_anew(first, second):
        return True
    if min(first.words, second.words) < _TELLS or not are_in_one_language(first, second):
        return False
    if _are_apart(first, second) or not _share_telling(first, second):
        return True
    return len(first.telling & second.telling) <= 1 and name_others(first, second)


def _are_apart(first: Outline, second: Outline) -> bool:
    """Tell whether the days that two reports give and name are those of two happenings."""
    day, other = first.day, second.day
    if day is not None and other is not None:
        between = abs(day - other)
        if between > MOST_DAYS_APART or (between >= _WEEK_APART and tell_of_other_weeks(first, second)):
            return True
    # Most reports have neither: asked before, since very many pairs are.
    return bool(first.opening and are_bulletins_of_two_days(first, second)) or bool(
        first.results and have_other_results(first, second)
    )


def _days_led_with(given: int, weekdays: Iterable[int]) -> set[int]:
    """Return the last day of each weekday up to the given one, as ordinals."""
    return {given - (given - 1 - weekday) % 7 for weekday in weekdays}


def _share_telling(first: Outline, second: Outline) -> bool:
    """Tell whether two reports share a name, a number or a telling word, not in a title such as "Short note" alone.

    A report of a boat that capsized and one of a rhubarb fair may share "brought", "early" and a weekday, but no news.
    """
    shared = first.telling & second.telling
    if len(shared) >= _ENOUGH_IN_TITLE:
        return True
    shared |= first.naming & second.naming
    if len(shared) >= _ENOUGH_IN_TITLE:
        return True
    return any(not shared.isdisjoint(one.told or one.terms) for one in (first, second))


def _numbers(found: Outline) -> set[str]:
    return {term for term in found.terms if term.startswith("#")}
