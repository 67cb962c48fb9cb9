from datetime import date

import pytest

from onrecord.link.dates.told_between import (
    find_days_of_report,
    find_last_weekdays,
    find_own_day,
    has_hint,
    is_of_another_time,
    reach_to_report,
    say_by_reports,
    settle_day,
)
from onrecord.model.moment import Basis, Moment
from onrecord.model.span import Span


def day_of(first: date | None, last: date | None = None, *candidates: date) -> Moment:
    return Moment(
        earliest=first,
        latest=last or first,
        candidates=candidates or None,
        basis=Basis.STATED,
        why="told",
    )


EVENT = day_of(date(2024, 3, 12))


def own_day(sentence: str, words: str, cue: str) -> int | None:
    content, at = sentence.index(words), sentence.index(cue)
    return find_own_day(
        sentence,
        Span(0, len(sentence)),
        Span(at, at + len(cue)),
        [Span(content, content + len(words))],
    )


@pytest.mark.parametrize(
    ("sentence", "cue", "back"),
    [
        ("The harbour master has just posted: “The quay is shut.”", "posted", 0),
        ("“The quay is shut,” Velik told us a few minutes ago.", "told", 0),
        ("Velik said this morning: “The quay is shut.”", "said", 0),
        ("“The quay is shut,” Velik insisted last night.", "insisted", 1),
        ("Velik, who was hired this morning, said: “The quay is shut.”", "said", None),
        ("Velik said: “The quay is shut.”", "said", None),
    ],
)
def test_a_sentence_may_speak_of_the_reports_own_day(sentence: str, cue: str, back: int | None) -> None:
    assert own_day(sentence, "The quay is shut", cue) == back


def test_the_words_themselves_do_not_tell_when_they_were_said() -> None:
    assert own_day("“It sank this morning,” Velik said.", "It sank this morning", "said") is None


def test_words_of_a_later_report_were_said_on_any_day_up_to_it() -> None:
    found = reach_to_report(EVENT, day_of(date(2024, 3, 14)))
    assert found is not None
    assert (found.earliest, found.latest) == (date(2024, 3, 12), date(2024, 3, 14))


def test_words_of_a_report_of_the_day_are_of_that_day() -> None:
    assert reach_to_report(EVENT, EVENT) is EVENT
    assert reach_to_report(EVENT, None) is EVENT
    assert reach_to_report(None, EVENT) is None


def test_words_of_an_earlier_report_were_said_before_it() -> None:
    found = reach_to_report(EVENT, day_of(date(2024, 3, 10)))
    assert found is not None
    assert (found.earliest, found.latest) == (None, date(2024, 3, 10))


def test_each_possible_day_of_the_event_reaches_to_its_report() -> None:
    first, second = date(2011, 3, 4), date(2016, 3, 4)
    after = (date(2011, 3, 5), date(2016, 3, 4))
    found = reach_to_report(day_of(first, second, first, second), day_of(after[0], after[1], *after))
    assert found is not None
    assert found.candidates == (first, date(2011, 3, 5), second)


def test_a_weekday_is_the_last_one_before_each_day_on_which_a_report_may_be_written() -> None:
    assert find_last_weekdays(4, [date(2024, 6, 7)]) == (date(2024, 6, 7),)
    assert find_last_weekdays(4, find_days_of_report([date(2024, 6, 6)])) == (
        date(2024, 5, 31),
        date(2024, 6, 7),
    )
    assert find_last_weekdays(4, [date.min]) == ()


def test_a_sentence_may_set_its_words_at_a_time_told_before() -> None:
    sentence = "Back then, Velik said the quay was safe at the time."
    words = Span(sentence.index("the quay"), len(sentence))
    cue = Span(sentence.index("said"), sentence.index("said") + 4)
    assert is_of_another_time(sentence, Span(0, len(sentence)), cue, [words])
    assert not is_of_another_time(sentence, Span(len("Back then, "), len(sentence)), cue, [words])


@pytest.mark.parametrize(
    ("sentence", "another"),
    [
        ("Around Christmas 2022, Velik said the quay was safe.", True),
        ("On New Year’s Eve, Velik said the quay was safe.", True),
        ("In the late 1990s, Velik said the quay was safe.", True),
        ("Velik said last spring the quay was safe.", True),
        ("Years ago, Velik said the quay was safe.", True),
        ("Velik, mayor since the 1990s, said the quay was safe.", False),
        ("Velik, who left office before Christmas, said the quay was safe.", False),
        ("Velik said the quay was safe before Easter.", False),
    ],
)
def test_a_sentence_may_set_its_words_at_a_time_that_no_day_follows_from(
    sentence: str, *, another: bool
) -> None:
    whole, cue = Span(0, len(sentence)), Span(sentence.index("said"), sentence.index("said") + 4)
    words = Span(sentence.index("the quay"), len(sentence) - 1)
    assert is_of_another_time(sentence, whole, cue, [words]) is another
    assert has_hint(sentence, whole)


@pytest.mark.parametrize(
    ("sentence", "may"),
    [("Velik said last night: “No.”", True), ("This morning Velik left.", True), ("Velik said no.", False)],
)
def test_a_sentence_without_a_word_of_time_needs_no_more_reading(sentence: str, *, may: bool) -> None:
    assert has_hint(sentence, Span(0, len(sentence))) is may


def test_words_that_a_report_has_are_no_younger_than_it() -> None:
    said = day_of(date(2024, 3, 2), date(2024, 3, 16))
    found = say_by_reports(said, [day_of(date(2024, 3, 14)), None, day_of(date(2024, 3, 9))])
    assert found is not None
    assert (found.earliest, found.latest) == (date(2024, 3, 2), date(2024, 3, 9))
    assert "9 March 2024" in found.why


def test_days_that_may_be_are_cut_at_the_first_report() -> None:
    days = (date(2024, 3, 2), date(2024, 3, 9), date(2024, 3, 16))
    found = say_by_reports(day_of(days[0], days[-1], *days), [day_of(date(2024, 3, 10))])
    assert found is not None
    assert found.candidates == days[:2]


def test_what_is_to_come_or_of_no_dated_report_keeps_its_days() -> None:
    said = day_of(date(2024, 3, 12), date(2024, 3, 14))
    assert say_by_reports(said, [day_of(date(2024, 3, 11))]) is said
    assert say_by_reports(said, [None, day_of(date(2024, 3, 1), date(2024, 3, 13))]) is said
    assert say_by_reports(None, [day_of(date(2024, 3, 11))]) is None


def test_the_day_that_another_report_tells_of_the_same_words_is_theirs() -> None:
    week, day = day_of(date(2024, 3, 2), date(2024, 3, 9)), day_of(date(2024, 3, 5))
    assert settle_day(week, [None, day, week]) == day
    assert settle_day(None, [day]) == day
    assert settle_day(day, [day_of(date(2024, 3, 6))]) is day


def test_two_days_or_one_outside_settle_nothing() -> None:
    week = day_of(date(2024, 3, 2), date(2024, 3, 9))
    assert settle_day(week, [day_of(date(2024, 3, 5)), day_of(date(2024, 3, 6))]) is week
    assert settle_day(week, [day_of(date(2024, 3, 15))]) is week
    assert settle_day(None, [week]) is None
