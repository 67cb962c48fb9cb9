from pathlib import Path

from onrecord.publish.page.pile import pile_of
from onrecord.publish.room.review.queue import in_context, show_queue
from support.contents import ferry_contents
from support.room import visiting


def test_the_queue_begins_with_what_is_least_sure(tmp_path: Path) -> None:
    with visiting(tmp_path, "/review", edit=True) as visit:
        doubts = show_queue(visit).values["doubts"]
    levels = [one.doubt.level.value for one in doubts]
    assert levels[:2] == ["possible", "likely"]


def test_words_are_shown_among_those_around_them_and_no_further_than_their_paragraph() -> None:
    pile = pile_of(ferry_contents())
    for attribution in pile.attributions_by_id.values():
        report = pile.readings_by_id[attribution.report_id].report
        runs = in_context(report, attribution)
        found = [run.text for run in runs if run.found]
        assert found == [span.of(report.text) for span in attribution.content]
        assert "\n\n" not in "".join(run.text for run in runs)
