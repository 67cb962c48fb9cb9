from itertools import permutations

import pytest

from bench.linking import make_pile
from onrecord.link.events.bulk_likeness import relate_to_many
from onrecord.link.events.held_terms import HeldTerms
from onrecord.link.events.likeness import cosine, frozen_weights
from onrecord.link.events.outline import Outline, outline
from onrecord.link.events.profiles import profile_within
from onrecord.model.attribution import Reading
from support.piles import reading_of

NONE = outline(reading_of("", [""]))
OUTLINES = {found.report_id: found for found in (*map(outline, make_pile(12, seed=5)), NONE)}
LONG = " ".join(f"The keeper of lock {number} spoke of silt and sluices at Oxley." for number in range(40))


def language(first: Outline, second: Outline) -> float:
    return cosine(frozen_weights(first), frozen_weights(second))


def score(first: Reading, second: Reading, crowd: float = 0.0) -> float:
    a, b = outline(first), outline(second)
    held = HeldTerms([a, b])
    near = [held[a.report_id], held[b.report_id]]
    one, other = (profile_within(held[found.report_id], near, crowd, held) for found in (a, b))
    (there,) = relate_to_many(one, [other], [language(a, b)], held)
    (back,) = relate_to_many(other, [one], [language(a, b)], held)
    assert there == back
    return there


def report(weekday: str, day: str | None = None, more: str = "") -> Reading:
    return reading_of(
        "Tarn dam",
        [f"Pim Dorran opened the Tarn dam on {weekday}, a {weekday} of rain in Oxley.{more}"],
        day=day,
    )


def test_both_ways_and_in_any_company_a_pair_is_as_likely_to_the_last_digit() -> None:
    held = HeldTerms(OUTLINES.values())
    near = [held[key] for key in OUTLINES]
    profiles = {key: profile_within(held[key], near, 0.1, held) for key in OUTLINES}
    told = {
        key: dict(
            zip(
                others := [other for other in profiles if other != key],
                relate_to_many(
                    own,
                    [profiles[other] for other in others],
                    [language(OUTLINES[key], OUTLINES[other]) for other in others],
                    held,
                ),
                strict=True,
            )
        )
        for key, own in profiles.items()
    }
    for key, other in permutations(profiles, 2):
        alike = [language(OUTLINES[key], OUTLINES[other])]
        (alone,) = relate_to_many(profiles[key], [profiles[other]], alike, held)
        assert alone == told[key][other] == told[other][key]


def test_what_else_is_numbered_changes_nothing() -> None:
    first, second = outline(report("Friday")), outline(report("Monday"))
    told = set[float]()
    for others in ([], list(OUTLINES.values())):
        held = HeldTerms([*others, second, first])
        near = [held[first.report_id], held[second.report_id]]
        profiles = [profile_within(one, near, 0.3, held) for one in near]
        told.update(relate_to_many(profiles[0], profiles[1:], [0.5], held))
    assert len(told) == 1


def test_more_words_in_common_speak_for_one_event() -> None:
    first = reading_of("", ["Pim Dorran opened the Tarn dam in Oxley."])
    near = reading_of("", ["Pim Dorran opened the sluices in Oxley."])
    far = reading_of("", ["A cannery in Oxley stood still."])
    assert score(first, near) > score(first, far)


def test_nothing_is_set_against_nobody() -> None:
    held = HeldTerms(OUTLINES.values())
    own = profile_within(held[NONE.report_id], [held[NONE.report_id]], 0.0, held)
    assert relate_to_many(own, [], [], held) == []


def test_the_same_weekday_speaks_for_one_event() -> None:
    undated = reading_of("Dam of Tarn", ["Pim Dorran opened the Tarn dam in Oxley on market day."])
    same = reading_of("Dam of Tarn", ["Pim Dorran opened the Tarn dam in Oxley on Friday."])
    assert score(report("Friday"), same) > score(report("Friday"), undated)


def test_another_weekday_speaks_against_it_in_a_pile_of_one_story_only() -> None:
    same = reading_of("Dam of Tarn", ["Pim Dorran opened the Tarn dam in Oxley on Friday."])
    other = reading_of("Dam of Tarn", ["Pim Dorran opened the Tarn dam in Oxley on Monday."])
    alone = score(report("Friday"), same) - score(report("Friday"), other)
    in_a_crowd = score(report("Friday"), same, 0.5) - score(report("Friday"), other, 0.5)
    assert in_a_crowd > alone + 1.0


def test_given_days_apart_lower_a_likeness() -> None:
    same = reading_of("Tarn", ["Pim Dorran opened the Tarn dam."], day="2014-03-07")
    near = reading_of("Tarn", ["Pim Dorran opened the Tarn dam."], day="2014-03-08")
    far = reading_of("Tarn", ["Pim Dorran opened the Tarn dam."], day="2014-03-20")
    undated = reading_of("Tarn", ["Pim Dorran opened the Tarn dam."])
    first = report("Friday", "2014-03-07")
    assert score(first, same) > score(first, near) > score(first, far)
    assert score(first, undated) == pytest.approx(score(first, same))


def test_another_latest_year_speaks_against_and_a_date_at_the_top_for_one_event() -> None:
    plain, dated, later = report("Friday"), report("Friday", more=" 7 March"), report("Friday", more=" 2019")
    assert score(plain, report("Friday", more=" 2014")) > score(later, report("Friday", more=" 2014"))
    assert score(dated, report("Friday", more=" 8 March")) > score(dated, report("Friday", more=" 8 June"))


def test_long_reports_that_share_no_phrase_are_less_likely_of_one_event() -> None:
    retold = " ".join(f"Of silt, sluices, lock {number}: Oxley's keeper spoke." for number in range(40))
    first = reading_of("Locks", [LONG])
    assert score(first, reading_of("Locks", [retold])) < score(first, reading_of("Locks", [LONG[:-40]]))
