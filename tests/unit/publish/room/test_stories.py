from pathlib import Path

from onrecord.model.listing import Asked
from onrecord.publish.room.stories import figures, line_of, show_stories, show_story
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
    from dataclasses import replace

    line = line_of([event, replace(event, date=None)])
    assert [len(line.dated), len(line.undated)] == [1, 1]
    assert line.undated[0].bar is None
