from pathlib import Path

from onrecord.publish.room.outlets import copies_told, show_outlets
from support.contents import ferry_contents, stating_contents
from support.records import written
from support.room import client, visiting


def test_who_copied_whom_is_told_with_the_words_that_say_so(tmp_path: Path) -> None:
    with visiting(tmp_path, "/outlets") as visit:
        shown = show_outlets(visit)
        (row,) = copies_told(visit, tuple(one.id for one in ferry_contents().linked.lineages))

    assert "Originally published by The Orrin Courier" in [place.exact for place in row.evidence]
    assert shown.values["groups"] == 1
    assert shown.values["unsigned"] == 0


def test_a_stated_origin_is_told_in_its_words_though_nobody_copies_here(tmp_path: Path) -> None:
    page = client(written(tmp_path, stating_contents())).get("/outlets").text
    assert "credits <strong>Bay News Agency</strong>" in page
    assert "One fisherman believes the ferry will be late." in page
    assert "Stated credits:" not in client(written(tmp_path)).get("/outlets").text


def test_no_lineage_has_no_copies(tmp_path: Path) -> None:
    with visiting(tmp_path) as visit:
        assert copies_told(visit, ()) == ()
