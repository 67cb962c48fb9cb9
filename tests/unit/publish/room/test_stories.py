from dataclasses import replace
from datetime import date
from pathlib import Path

from onrecord.model.listing import Asked
from onrecord.model.moment import Basis, Moment
from onrecord.publish.room.stories import days_of_story, figures, line_of, show_stories, show_story
from support.contents import ferry_contents
from support.room import visiting


def test_the_figures_are_those_of_the_record(tmp_path: Path) -> None:
    with visiting(tmp_path) as visit:
        summary = visit.record.summary()
        shown = {what: figure for figure, what, _ in figures(summary)}

    assert shown["reports, 2 independent"] == "3"
    assert int(shown["in more than one independent report"]) == summary.corroborated


def test_few_stories_are_shown_with_their_events(tmp_path: Path) -> None:
    with visiting(tmp_path) as visit:
        (story,) = show_stories(visit).values["stories"]

    assert story.line.dated[0].event.what == "Ferry to run again from May"


def test_a_story_is_a_line_of_events(tmp_path: Path) -> None:
    story = ferry_contents().linked.stories[0]
    with visiting(tmp_path, f"/story/{story.id}") as visit:
        shown = show_story(visit)

    assert shown.title == story.title


def test_a_day_that_nobody_knows_is_not_on_the_line(tmp_path: Path) -> None:
    with visiting(tmp_path) as visit:
        (event,) = visit.record.list_events(Asked()).rows
    line = line_of([event, replace(event, date=None)])
    assert [len(line.dated), len(line.undated)] == [1, 1]
    assert line.undated[0].bar is None


def test_a_story_of_one_event_has_the_days_of_it(tmp_path: Path) -> None:
    with visiting(tmp_path) as visit:
        (event,) = visit.record.list_events(Asked()).rows
        (row,) = visit.record.list_stories(Asked()).rows
    row = replace(row, first_day=None, last_day=None)
    between = Moment(earliest=date(2024, 5, 2), latest=date(2024, 5, 9), basis=Basis.RELATIVE, why="told")
    told = replace(event, date=between)
    assert days_of_story(row, [told]) == "between Thursday 2 May 2024 and Thursday 9 May 2024"
    assert days_of_story(replace(row, events=2), [told, told]) == "no one day known"
    assert days_of_story(row, [replace(event, date=None)]) == "day not known"
