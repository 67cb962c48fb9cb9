from dataclasses import replace
from datetime import date

from onrecord.model.contents import Contents
from onrecord.model.moment import Basis, Moment
from onrecord.publish.page.pile import pile_of
from onrecord.publish.page.timeline import WIDTH, bar, timelines
from support.contents import ferry_contents


def moment(first: date | None, last: date | None, *candidates: date) -> Moment:
    return Moment(earliest=first, latest=last, basis=Basis.STATED, why="", candidates=candidates or None)


LINE = (date(2021, 1, 1), date(2021, 12, 31))


def with_dates(*moments: Moment | None) -> Contents:
    contents = ferry_contents()
    event = contents.linked.events[0]
    events = tuple(
        replace(event, id=f"e{number}", date=when, report_ids=()) for number, when in enumerate(moments)
    )
    story = replace(contents.linked.stories[0], event_ids=tuple(one.id for one in events[:-1]))
    return replace(contents, linked=replace(contents.linked, events=events, stories=(story,)))


def test_an_undated_event_lies_on_the_shelf_and_never_on_the_line() -> None:
    spring, autumn = date(2021, 3, 4), date(2021, 10, 4)
    story, others = timelines(
        pile_of(with_dates(moment(autumn, autumn), None, moment(spring, spring), moment(spring, spring)))
    )

    assert [stop.day for stop in story.dated] == ["2021-03-04", "2021-10-04"]
    assert [(stop.when, stop.bar) for stop in story.undated] == [("day not known", None)]
    assert others.title == "Other events"


def test_a_line_of_one_day_has_no_bar_but_its_event_is_dated() -> None:
    day = date(2021, 3, 4)
    story = timelines(pile_of(with_dates(moment(day, day), None)))[0]

    assert len(story.dated) == 1
    assert story.dated[0].bar is None
    assert story.first == ""


def test_the_ends_of_a_line_are_named_by_day_when_it_is_short() -> None:
    first, last = moment(date(2021, 3, 4), date(2021, 3, 4)), moment(date(2021, 3, 9), date(2021, 3, 9))
    far = moment(date(2024, 3, 9), date(2024, 3, 9))

    assert timelines(pile_of(with_dates(first, last, None)))[0].first == "4 March 2021"
    assert timelines(pile_of(with_dates(first, far, None)))[0].last == "March 2024"


def test_a_bar_covers_the_days_that_are_possible() -> None:
    whole, day = moment(*LINE), moment(LINE[0], LINE[0])

    assert bar(whole, LINE).stretches == ((0, WIDTH),)
    assert bar(day, LINE).stretches[0][0] == 0
    assert bar(moment(None, LINE[0]), LINE).open_before
    assert bar(moment(LINE[1], None), LINE).open_after
    assert len(bar(moment(LINE[0], LINE[1], *LINE), LINE).stretches) == 2


def test_a_bar_never_leaves_the_line() -> None:
    for when in (moment(LINE[1], LINE[1]), moment(LINE[0], None), moment(None, LINE[1])):
        for left, width in bar(when, LINE).stretches:
            assert left >= 0
            assert left + width <= WIDTH
