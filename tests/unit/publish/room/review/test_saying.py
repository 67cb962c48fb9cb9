from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from onrecord.errors import RecordError
from onrecord.model.correction import CorrectionKind
from onrecord.publish.room.review.saying import AT_ONCE, corrections_of, is_name_alone, read_said
from support.contents import ferry_contents
from support.room import visiting

CONTENTS = ferry_contents()
FARES = next(one for one in CONTENTS.linked.statements if len(one.variants) > 1)
MEMBERS = [member for variant in FARES.variants for member in variant.attribution_ids]
BOATS = next(one for one in CONTENTS.linked.statements if "12 boats" in one.variants[0].text)
FIRST, SECOND, _ = (reading.report.id for reading in CONTENTS.readings)


def test_each_of_the_chosen_readings_is_a_correction_of_its_own(tmp_path: Path) -> None:
    said = read_said({"kind": ["accept"], "id": [*MEMBERS, MEMBERS[0]], "note": ["seen"]}, "Ada Rusk")
    with visiting(tmp_path) as visit:
        corrections = corrections_of(visit.record, said)

    assert [one.kind for one in corrections] == [CorrectionKind.ACCEPT] * len(MEMBERS)
    assert {(one.by, one.note) for one in corrections} == {("Ada Rusk", "seen")}
    assert all(one.anchors[0].exact[0].startswith("We will not raise") for one in corrections)


def test_several_names_stand_apart_by_a_semicolon_and_none_is_nobody_known(tmp_path: Path) -> None:
    with visiting(tmp_path) as visit:
        two = read_said({"kind": ["speaker"], "id": MEMBERS[:1], "word": ["Ada Rusk; Bo Rusk"]}, "X")
        nobody = read_said({"kind": ["speaker"], "id": MEMBERS[:1], "word": [""]}, "X")

        assert corrections_of(visit.record, two)[0].names == ("Ada Rusk", "Bo Rusk")
        assert corrections_of(visit.record, nobody)[0].names == ()


def test_a_button_of_one_line_speaks_of_that_line_alone() -> None:
    said = read_said({"kind": ["accept"], "not-speech": [MEMBERS[1]], "id": MEMBERS}, "X")
    assert (said.kind, said.ids) == (CorrectionKind.NOT_SPEECH, (MEMBERS[1],))


def test_statements_are_joined_by_an_address_and_parted_from_the_first_chosen(tmp_path: Path) -> None:
    address = f"http://localhost:8710/statement/{BOATS.id}?was=s1#x"
    with visiting(tmp_path) as visit:
        same = read_said({"kind": ["same-statement"], "id": MEMBERS[:1], "word": [address]}, "X")
        other = read_said({"kind": ["other-statement"], "id": MEMBERS}, "X")

        assert corrections_of(visit.record, same)[0].anchors[1].exact == ("12 boats were waiting",)
        assert len(corrections_of(visit.record, other)) == len(MEMBERS) - 1


def test_days_copies_and_names_are_said_too(tmp_path: Path) -> None:
    with visiting(tmp_path) as visit:
        day = read_said({"kind": ["date"], "id": [FARES.id], "word": ["2021-03-04", ""]}, "X")
        copy = read_said({"kind": ["copy"], "id": [FIRST], "word": [f"/report/{SECOND}"]}, "X")
        names = read_said({"kind": ["other-name"], "word": ["A. Velik", "Ana Velik"]}, "X")

        assert corrections_of(visit.record, day)[0].days == (date(2021, 3, 4), date(2021, 3, 4))
        assert [one.report_id for one in corrections_of(visit.record, copy)[0].anchors] == [FIRST, SECOND]
        assert corrections_of(visit.record, names)[0].names == ("A. Velik", "Ana Velik")


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"kind": ["praise"]},
        {"kind": ["accept"]},
        {"kind": ["accept"], "id": ["a" + "0" * 20]},
        {"kind": ["accept"], "id": [str(number) for number in range(AT_ONCE + 1)]},
        {"kind": ["date"], "id": [FARES.id], "word": ["soon"]},
        {"kind": ["other-statement"], "id": MEMBERS[:1]},
        {"kind": ["same-name"], "word": ["A. Velik"]},
        {"kind": ["undo"], "id": ["k00"]},
    ],
)
def test_what_says_nothing_is_refused(tmp_path: Path, fields: dict[str, list[str]]) -> None:
    with visiting(tmp_path) as visit, pytest.raises(RecordError):
        corrections_of(visit.record, read_said(fields, "X"))


def test_enter_says_what_is_typed_and_never_that_it_is_right() -> None:
    typed = {"kind": ["typed"], "id": MEMBERS[:1], "word": ["Ada Rusk"]}
    assert read_said(typed, "X").kind is CorrectionKind.SPEAKER
    assert not is_name_alone(typed)
    assert is_name_alone({"kind": ["typed"], "id": MEMBERS, "word": [" "], "by": ["Rita"]})
    noted = {"kind": ["typed"], "id": MEMBERS, "note": ["seen"]}
    assert not is_name_alone(noted)
    with pytest.raises(RecordError, match="press the button"):
        read_said(noted, "X")


def test_corrections_that_were_made_together_are_taken_back_together(tmp_path: Path) -> None:
    with visiting(tmp_path) as visit:
        log = corrections_of(visit.record, read_said({"kind": ["accept"], "id": MEMBERS}, "X"))
        ids = [one.id for one in log]
    contents = replace(CONTENTS, corrections=log)
    said = tmp_path / "said"
    said.mkdir()
    with visiting(said, contents=contents) as visit:
        undone = corrections_of(visit.record, read_said({"kind": ["undo"], "id": ids}, "X"))
    assert [one.undoes for one in undone] == ids


def test_a_number_of_another_page_names_nothing_here(tmp_path: Path) -> None:
    said = read_said({"kind": ["same-statement"], "id": MEMBERS[:1], "word": ["S3"]}, "X")
    with visiting(tmp_path) as visit, pytest.raises(RecordError, match="'S3' is a number of one page"):
        corrections_of(visit.record, said)
