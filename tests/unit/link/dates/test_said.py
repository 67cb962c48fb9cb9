from dataclasses import replace
from datetime import date

import pytest

from onrecord.link.dates.said import are_two_months, find_month, find_occasion, resolve_said
from onrecord.model.attribution import Act, Attribution, Judgement, Level, Manner, Reading
from onrecord.model.moment import Basis, Moment
from onrecord.model.span import Span
from support.annotated import bare_reading

WEDNESDAY = Moment(earliest=date(2022, 3, 16), latest=date(2022, 3, 16), basis=Basis.STATED, why="told")


def said(sentence: str, content: str, *, cue: str = "said") -> tuple[Reading, Attribution]:
    reading = bare_reading(sentence)
    start, at = sentence.index(content), sentence.index(cue)
    span = Span(start, start + len(content))
    attribution = Attribution(
        id="a1",
        report_id=reading.report.id,
        content=(span,),
        quoted=(),
        manner=Manner.INDIRECT,
        act=Act.ASSERTION,
        cue=Span(at, at + len(cue)),
        source=None,
        speakers=(),
        judgement=Judgement(rule="test", because=(), level=Level.CERTAIN),
    )
    return replace(reading, attributions=(attribution,)), attribution


def test_words_are_of_the_day_of_their_event() -> None:
    assert resolve_said(*said("Velik said it was late.", "it was late"), WEDNESDAY) is WEDNESDAY


def test_words_that_are_looked_back_on_may_be_of_any_day_before() -> None:
    moment = resolve_said(*said("The pier was shut. Velik had said it was safe.", "it was safe"), WEDNESDAY)
    assert moment is not None
    assert (moment.earliest, moment.latest) == (None, date(2022, 3, 16))
    after = said("Velik said it had once been safe.", "it had once been safe")
    assert resolve_said(*after, WEDNESDAY) is WEDNESDAY


def test_an_earlier_weekday_is_counted_back() -> None:
    moment = resolve_said(*said("Velik said on Monday it was late.", "it was late"), WEDNESDAY)
    assert moment is not None
    assert (moment.earliest, moment.basis) == (date(2022, 3, 14), Basis.RELATIVE)


def test_the_same_weekday_is_the_same_day() -> None:
    assert resolve_said(*said("Velik said on Wednesday it was late.", "it was late"), WEDNESDAY) is WEDNESDAY


def test_last_month_is_unknown() -> None:
    assert resolve_said(*said("Velik said last month it was late.", "it was late"), WEDNESDAY) is None


def test_a_day_inside_the_words_does_not_date_them() -> None:
    assert (
        resolve_said(*said("Velik said it was late on Monday.", "it was late on Monday"), WEDNESDAY)
        is WEDNESDAY
    )


def test_of_an_unknown_event_nothing_is_known() -> None:
    assert resolve_said(*said("Velik said it was late.", "it was late"), None) is None


TUESDAY = Moment(earliest=date(2024, 3, 12), latest=date(2024, 3, 12), basis=Basis.GIVEN, why="given")


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("The council meets again on Friday, when Rob Hale is expected to say the quay closes.", 15),
        ("Rob Hale is expected to say on Monday the quay closes.", 18),
        ("Rob Hale will say tomorrow the quay closes.", 13),
        ("Rob Hale is due to say on Tuesday the quay closes.", 19),
        ("Rob Hale did say on Friday the quay closes.", 8),
    ],
)
def test_what_is_expected_is_said_on_the_next_such_day(sentence: str, day: int) -> None:
    moment = resolve_said(*said(sentence, "the quay closes", cue="say"), TUESDAY, written=TUESDAY)
    assert moment is not None
    assert (moment.earliest, moment.latest) == (date(2024, 3, day), date(2024, 3, day))


def test_what_is_expected_some_day_is_not_said_before_the_report() -> None:
    case = said("Rob Hale is expected to say the quay closes.", "the quay closes", cue="say")
    moment = resolve_said(*case, TUESDAY, written=TUESDAY)
    assert moment is not None
    assert (moment.earliest, moment.latest) == (date(2024, 3, 12), None)
    assert resolve_said(*case, WEDNESDAY) is None


def test_a_day_to_come_does_not_date_what_was_said() -> None:
    case = said("Velik, who will step down on Friday, said the quay closes.", "the quay closes")
    assert resolve_said(*case, TUESDAY, written=TUESDAY) is TUESDAY


def test_a_past_weekday_is_the_last_one_before_the_report_where_the_event_is_not_dated() -> None:
    moment = resolve_said(*said("Velik said on Friday it was late.", "it was late"), None, written=TUESDAY)
    assert moment is not None
    assert moment.earliest == moment.latest == date(2024, 3, 8)


def test_a_weekday_that_is_not_the_events_counts_from_the_day_of_writing_where_that_is_known() -> None:
    monday = Moment(earliest=date(2024, 3, 11), latest=date(2024, 3, 11), basis=Basis.STATED, why="told")
    case = said("Velik denied on Tuesday it was late.", "it was late", cue="denied")
    moment = resolve_said(*case, monday, written=TUESDAY)
    assert moment is not None
    assert moment.earliest == moment.latest == date(2024, 3, 12)


def test_yesterday_counts_from_the_day_of_writing() -> None:
    event = Moment(earliest=date(2024, 3, 11), latest=date(2024, 3, 11), basis=Basis.STATED, why="told")
    case = said("Hale told the Courier yesterday it was late.", "it was late", cue="told")
    moment = resolve_said(*case, event, written=TUESDAY)
    assert moment is not None
    assert moment.earliest == moment.latest == date(2024, 3, 11)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("last week", date(2024, 2, 28), date(2024, 3, 11)),
        ("last month", date(2024, 2, 1), date(2024, 2, 29)),
        ("this month", date(2024, 3, 1), date(2024, 3, 12)),
        ("on March 4", date(2024, 3, 4), date(2024, 3, 4)),
        ("on December 30", date(2023, 12, 30), date(2023, 12, 30)),
        ("in June 2019", date(2019, 6, 1), date(2019, 6, 30)),
        ("in 2019", date(2019, 1, 1), date(2019, 12, 31)),
        ("in January", date(2024, 1, 1), date(2024, 1, 31)),
        ("in June", date(2023, 6, 1), date(2023, 6, 30)),
    ],
)
def test_another_time_told_beside_the_cue_is_believed(words: str, first: date, last: date) -> None:
    moment = resolve_said(*said(f"Velik said {words} it was late.", "it was late"), TUESDAY, written=TUESDAY)
    assert moment is not None
    assert (moment.earliest, moment.latest) == (first, last)


def test_the_day_of_the_event_told_again_is_that_day() -> None:
    case = said("Velik said on March 16 it was late.", "it was late")
    assert resolve_said(*case, WEDNESDAY, written=WEDNESDAY) is WEDNESDAY


@pytest.mark.parametrize(
    "sentence",
    [
        "Velik, mayor since 2011, said it was late.",
        "Velik, who was hired last week, said it was late.",
        "Velik, hired on December 30, said it was late.",
        "Velik said, having left in June 2019, it was late.",
    ],
)
def test_a_time_of_something_else_does_not_date_the_words(sentence: str) -> None:
    assert resolve_said(*said(sentence, "it was late"), TUESDAY, written=TUESDAY) is None


def test_a_time_that_opens_the_sentence_dates_the_words() -> None:
    moment = resolve_said(*said("In 2014, Velik said it was late.", "it was late"), TUESDAY, written=TUESDAY)
    assert moment is not None
    assert (moment.earliest, moment.latest) == (date(2014, 1, 1), date(2014, 12, 31))


def test_a_weekday_told_on_that_weekday_is_that_day() -> None:
    thursday = Moment(earliest=date(2024, 6, 6), latest=date(2024, 6, 6), basis=Basis.STATED, why="told")
    friday = Moment(earliest=date(2024, 6, 7), latest=date(2024, 6, 7), basis=Basis.STATED, why="told")
    case = said("Velik said on Friday it was late.", "it was late")
    moment = resolve_said(*case, thursday, written=friday)
    assert moment is not None
    assert moment.earliest == moment.latest == date(2024, 6, 7)


def test_a_weekday_of_a_report_of_unknown_day_holds_the_days_it_may_be() -> None:
    thursday = Moment(earliest=date(2024, 6, 6), latest=date(2024, 6, 6), basis=Basis.STATED, why="told")
    moment = resolve_said(*said("Velik said on Friday it was late.", "it was late"), thursday)
    assert moment is not None
    assert moment.candidates == (date(2024, 5, 31), date(2024, 6, 7))


def test_a_time_of_a_verb_told_apart_does_not_date_the_words() -> None:
    case = said("The mayor spoke on Friday, a day after Velik said it was late.", "it was late")
    assert resolve_said(*case, WEDNESDAY, written=TUESDAY) is None


def test_words_of_a_later_report_lie_between_the_event_and_it() -> None:
    monday = Moment(earliest=date(2024, 3, 11), latest=date(2024, 3, 11), basis=Basis.STATED, why="told")
    moment = resolve_said(*said("Velik said it was late.", "it was late"), monday, written=TUESDAY)
    assert moment is not None
    assert (moment.earliest, moment.latest) == (date(2024, 3, 11), date(2024, 3, 12))
    now = resolve_said(*said("Velik said this morning it was late.", "it was late"), monday, written=TUESDAY)
    assert now is not None
    assert now.earliest == now.latest == date(2024, 3, 12)


def test_words_of_a_time_told_before_are_of_no_known_day() -> None:
    case = said("At that time, the then mayor Velik said it was late.", "it was late")
    assert resolve_said(*case, TUESDAY, written=TUESDAY) is None
    inside = said("Velik said it was late at the time.", "it was late at the time")
    assert resolve_said(*inside, TUESDAY, written=TUESDAY) is TUESDAY


@pytest.mark.parametrize(
    "sentence",
    [
        "Velik, who crossed the bridge on Wednesday, said it was late.",
        "Calls were not answered on Wednesday, and a recording said it was late.",
    ],
)
def test_the_day_of_another_clause_is_not_the_day_of_saying(sentence: str) -> None:
    thursday = Moment(earliest=date(2022, 3, 17), latest=date(2022, 3, 17), basis=Basis.GIVEN, why="given")
    moment = resolve_said(*said(sentence, "it was late"), WEDNESDAY, written=thursday)
    assert moment is not None
    assert (moment.earliest, moment.latest) == (date(2022, 3, 16), date(2022, 3, 17))
    friday = sentence.replace("Wednesday", "Friday")
    assert resolve_said(*said(friday, "it was late"), WEDNESDAY, written=thursday) is None


def test_of_several_times_that_of_the_saying_tells() -> None:
    sentence = "Velik, who came two years ago, said on Wednesday it was late."
    moment = resolve_said(*said(sentence, "it was late"), WEDNESDAY, written=WEDNESDAY)
    assert moment is WEDNESDAY


def test_a_day_of_the_month_counts_from_the_day_of_writing_though_the_event_has_no_known_day() -> None:
    case = said("Velik told the harbour board on 2 March it was late.", "it was late", cue="told")
    moment = resolve_said(*case, None, written=TUESDAY)
    assert moment is not None
    assert moment.earliest == moment.latest == date(2024, 3, 2)
    week = Moment(earliest=date(2024, 3, 5), latest=date(2024, 3, 12), basis=Basis.GIVEN, why="published")
    assert resolve_said(*case, week, written=TUESDAY) == moment
    assert resolve_said(*case, week) is None


@pytest.mark.parametrize(
    ("sentence", "occasion"),
    [
        ("Velik said on 2 March it was late.", (3, 2)),
        ("Velik told the board on Monday it was late.", 0),
        ("Velik said it was late.", None),
        ("Velik, who came on Monday, said it was late.", None),
    ],
)
def test_the_occasion_is_the_day_that_hangs_on_the_saying(
    sentence: str, occasion: int | tuple[int, int] | None
) -> None:
    assert (
        find_occasion(*said(sentence, "it was late", cue="told" if " told " in sentence else "said"))
        == occasion
    )


def test_a_month_without_its_year_is_the_last_one_before_the_report() -> None:
    case = said("Back in March, Velik promised it would be free.", "it would be free", cue="promised")
    moment = resolve_said(*case, TUESDAY, written=TUESDAY)
    assert moment is not None
    assert (moment.earliest, moment.latest) == (date(2024, 3, 1), date(2024, 3, 12))
    elsewhere = said("The pier, which was shut in January, is safe, Velik said.", "is safe")
    assert resolve_said(*elsewhere, TUESDAY, written=TUESDAY) is TUESDAY


def test_the_month_of_the_saying_tells_two_times_apart() -> None:
    january = find_month(*said("In January, Velik said it was late.", "it was late"))
    year = find_month(*said("Velik said in 2019 it was late.", "it was late"))
    assert (january, year) == ((None, 1), (2019, None))
    assert find_month(*said("Velik said it was late.", "it was late")) is None
    assert are_two_months(january, (2019, 2))
    assert not are_two_months(january, year)
    assert not are_two_months(january, None)
