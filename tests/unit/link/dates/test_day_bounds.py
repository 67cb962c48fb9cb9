from datetime import date

from onrecord.link.dates.day_bounds import (
    ALWAYS,
    Bound,
    choose_telling,
    count_days,
    is_within,
    meet,
    meet_all,
)

TEN = (date(2010, 1, 1), date(2010, 12, 31))
LATE = (date(2010, 7, 1), date.max)


def bound(*stretches: tuple[date, date], why: str = "so", facts: tuple[str, ...] = ()) -> Bound:
    return Bound(stretches=stretches, why=why, facts=facts)


def test_stretches_meet_where_both_are() -> None:
    assert meet([TEN], [LATE]) == ((date(2010, 7, 1), date(2010, 12, 31)),)
    assert meet([TEN], [(date(2011, 1, 1), date.max)]) == ()
    assert meet_all([]) == ALWAYS


def test_a_day_is_within_if_it_or_one_soon_after_is() -> None:
    assert not is_within(date(2010, 6, 28), [LATE])
    assert is_within(date(2010, 6, 28), [LATE], late=3)
    assert is_within(date.max, [LATE], late=3)


def test_as_few_bounds_as_leave_the_same_days_are_chosen() -> None:
    wide = bound((date(2000, 1, 1), date.max), why="wide")
    narrow = bound((date(2005, 1, 1), date(2006, 1, 1)), why="narrow")
    assert choose_telling([wide, narrow]) == (narrow,)


def test_the_reports_own_words_are_chosen_before_facts() -> None:
    told = bound(LATE, why="told")
    fact = bound(LATE, why="fact", facts=("f1",))
    assert choose_telling([fact, told]) == (told,)


def test_days_of_stretches_are_counted() -> None:
    assert count_days([TEN, (date(2012, 1, 1), date(2012, 1, 1))]) == 366
