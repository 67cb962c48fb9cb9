import pytest

from onrecord.annotate.timexes import find_timexes
from onrecord.model.annotation import TimeKind, Timex
from support.annotated import report


def only(text: str) -> Timex:
    (timex,) = find_timexes(report(text), ())
    return timex


@pytest.mark.parametrize(
    "words", ["March 4, 2022", "4 March 2022", "the 4th of March 2022", "2022-03-04", "Mar. 4, 2022"]
)
def test_a_day_of_a_month_with_its_year(words: str) -> None:
    timex = only(f"They met on {words} in the hall")
    assert (timex.kind, timex.year, timex.month, timex.day) == (TimeKind.DAY, 2022, 3, 4)
    assert not timex.deictic


def test_a_day_without_its_year_leaves_it_open() -> None:
    timex = only("They met on March 4 in the hall.")
    assert (timex.year, timex.month, timex.day) == (None, 3, 4)


@pytest.mark.parametrize(
    ("words", "direction"), [("this Friday", 0), ("last Friday", -1), ("next Friday", 1), ("Friday", 0)]
)
def test_a_weekday_and_its_direction(words: str, direction: int) -> None:
    timex = only(f"They met {words}.")
    assert (timex.kind, timex.weekday, timex.direction, timex.deictic) == (
        TimeKind.WEEKDAY,
        4,
        direction,
        True,
    )


@pytest.mark.parametrize(
    ("words", "amount", "direction", "unit"),
    [
        ("today", 0, 0, "day"),
        ("yesterday", 1, -1, "day"),
        ("tomorrow", 1, 1, "day"),
        ("last week", 1, -1, "week"),
        ("two years ago", 2, -1, "year"),
        ("a decade ago", 10, -1, "year"),
    ],
)
def test_a_time_told_from_the_day_of_writing(words: str, amount: int, direction: int, unit: str) -> None:
    timex = only(f"They met {words}.")
    assert (timex.kind, timex.amount, timex.direction, timex.unit) == (
        TimeKind.OFFSET,
        amount,
        direction,
        unit,
    )
    assert timex.deictic


def test_a_duration_is_no_point_in_time() -> None:
    timex = only("She has led the board for nearly three decades.")
    assert (timex.kind, timex.amount, timex.unit, timex.deictic) == (TimeKind.DURATION, 30, "year", False)


@pytest.mark.parametrize("words", ["may 40 of them", "in room 2022", "99 May 1", "2022-19-45"])
def test_what_no_calendar_holds_is_no_day(words: str) -> None:
    assert all(timex.day is None or timex.day <= 31 for timex in find_timexes(report(words), ()))


def test_a_long_line_takes_about_linear_time() -> None:
    assert len(find_timexes(report("on Friday " * 2000), ())) == 2000


def test_times_are_found_however_far_apart_and_never_in_part_of_a_word() -> None:
    gap = "the boats lay still and nobody spoke of the quay or of what had been lost there " * 3
    text = f"more than seventeen centuries ago {gap}2001-02-03 {gap}next Friday {gap}a yearling in 20012 {gap}May 4"
    found = [timex.span.of(text) for timex in find_timexes(report(text), ())]
    assert found == ["more than seventeen centuries ago", "2001-02-03", "next Friday", "May 4"]


def test_a_day_in_another_language_is_read_with_its_year() -> None:
    (found,) = find_timexes(report("Berlin, 3. März 2022 – Der Hafen schließt."), ())
    assert (found.year, found.month, found.day) == (2022, 3, 3)


@pytest.mark.parametrize("words", ["in March", "in early March", "last March", "this March"])
def test_a_month_without_day_and_year(words: str) -> None:
    timex = only(f"Velik promised it {words}, or so it seems.")
    assert (timex.kind, timex.year, timex.month) == (TimeKind.MONTH, None, 3)


def test_a_verb_and_a_name_are_no_month() -> None:
    assert find_timexes(report("They may march in march step, as April Roe did."), ()) == ()
