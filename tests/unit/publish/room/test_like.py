from pathlib import Path

import pytest

from onrecord.publish.room.like import show_like
from support.contents import ferry_contents
from support.room import visiting
from support.searched import Said, searched

FARES = next(one for one in ferry_contents().linked.statements if len(one.variants) > 1)


def test_statements_like_one_stand_on_a_page_of_their_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("onrecord.publish.room.like.prepare_meanings", lambda: None)
    with visiting(tmp_path, f"/like/{FARES.id}") as visit:
        assert show_like(visit).values["statement_id"] == FARES.id


def test_statements_like_one_are_of_all_stories_or_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("onrecord.publish.room.like.prepare_meanings", lambda: None)
    said = (
        "The old lantern of the lighthouse fell",
        "A new lantern for the lighthouse",
        "The lighthouse has no lantern",
    )
    stories = ("Light", "Light", "Money")
    contents = searched(
        *(
            Said(words=words, title=words, event=words, story=story)
            for words, story in zip(said, stories, strict=True)
        )
    )
    own = next(one for one in contents.linked.statements if one.variants[0].text == said[0])
    with visiting(tmp_path, f"/like/{own.id}", contents=contents) as visit:
        everywhere = {one.row.text: one.about for one in show_like(visit).values["alike"]}
    with visiting(tmp_path, f"/like/{own.id}?within=story", contents=contents) as visit:
        within = show_like(visit).values
    assert set(everywhere) == {said[1], said[2]}
    assert ["of another story" in everywhere[one] for one in said[1:]] == [False, True]
    assert [one.row.text for one in within["alike"]] == [said[1]]
    assert within["story"] == "Light"
