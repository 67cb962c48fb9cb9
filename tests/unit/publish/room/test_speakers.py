from dataclasses import replace
from pathlib import Path

from onrecord.publish.room.speakers import Occasion, show_speaker, show_speakers
from support.contents import ferry_contents
from support.records import written
from support.room import client, visiting
from support.searched import Said, searched

VELIK = next(one for one in ferry_contents().linked.entities if one.name == "Ana Velik")


def test_a_speaker_is_shown_with_every_statement_in_order_of_time(tmp_path: Path) -> None:
    with visiting(tmp_path, f"/speaker/{VELIK.id}") as visit:
        shown = show_speaker(visit)

    occasions: list[Occasion] = shown.values["occasions"]
    said = [one.shown.row.id for some in occasions for one in some.said]
    assert set(said) == {one.id for one in ferry_contents().linked.statements if VELIK.id in one.speaker_ids}
    assert shown.title == "Ana Velik"


def test_words_of_nobody_known_have_a_page(tmp_path: Path) -> None:
    with visiting(tmp_path, "/speaker/unknown") as visit:
        assert show_speaker(visit).values["counted"] == "1 statement"


def test_speakers_are_found_by_a_part_of_their_name(tmp_path: Path) -> None:
    with visiting(tmp_path, "/speakers?q=velik") as visit:
        speakers = show_speakers(visit).values["speakers"]
    assert [one.row.name for one in speakers] == ["Ana Velik"]


def test_words_of_nobody_known_say_where_they_stand_and_that_nothing_credits_them(tmp_path: Path) -> None:
    contents = ferry_contents()
    bare = tuple(
        replace(
            reading,
            attributions=tuple(
                one if one.speakers else replace(one, cue=None) for one in reading.attributions
            ),
        )
        for reading in contents.readings
    )
    unknown = next(one for one in contents.linked.statements if not one.speaker_ids)
    page = client(written(tmp_path, replace(contents, readings=bare))).get("/speaker/unknown").text
    row = page[page.index(f"/statement/{unknown.id}") :]
    assert "<span>no cue</span> <span>Lundholm Gazette</span>" in row
    assert ">in its report</a>" in row
    assert "cue: " not in row


def test_a_page_tells_what_is_new_against_the_last_time_on_the_same_matter(tmp_path: Path) -> None:
    contents = searched(
        Said(words="The lighthouse will have a new lantern in April", day="2021-03-01", event="A lantern"),
        Said(words="The lighthouse will have a new lantern in October", day="2021-05-01", event="A delay"),
        Said(words="Nobody pays for the winter timetable", day="2021-06-01", event="A timetable"),
    )
    speaker = contents.linked.entities[0]
    page = client(written(tmp_path, contents)).get(f"/speaker/{speaker.id}").text
    rows = {
        text: row
        for row in page.split('<li class="row">')[1:]
        for text in ("April", "October", "winter")
        if text in row
    }

    assert "what was said on the same matter before" in rows["October"]
    assert "Monday 1 March 2021" in rows["October"]
    assert '<ins class="replaced">' in rows["October"]
    assert "same matter" not in rows["winter"]
    assert page.index("in April") < page.index("in October") < page.index("winter timetable")
