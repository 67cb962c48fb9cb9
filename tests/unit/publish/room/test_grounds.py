from pathlib import Path

import pytest

from onrecord.errors import NotHere
from onrecord.publish.room import grounds
from onrecord.publish.room.grounds import show_why
from support.contents import ferry_contents
from support.room import visiting

LINKED = ferry_contents().linked
IDS = [
    LINKED.statements[0].id,
    LINKED.statements[0].variants[0].attribution_ids[0],
    LINKED.events[0].id,
    LINKED.entities[0].id,
    LINKED.lineages[0].id,
    LINKED.divergences[0].id,
    ferry_contents().readings[0].report.id,
]


@pytest.mark.parametrize("small", [True, False])
@pytest.mark.parametrize("wanted", IDS)
def test_everything_with_an_id_has_a_ground(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wanted: str, *, small: bool
) -> None:
    monkeypatch.setattr(grounds, "SMALL", 1_500 if small else -1)
    with visiting(tmp_path, f"/why/{wanted}") as visit:
        shown = show_why(visit)
    assert shown.values["ground"].id == wanted
    assert shown.values["whole"] is small


@pytest.mark.parametrize("small", [True, False])
@pytest.mark.parametrize("wanted", ["s00", "x", "d" + "0" * 20, "c" + "0" * 20])
def test_what_has_no_ground_is_said_to_be_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wanted: str, *, small: bool
) -> None:
    monkeypatch.setattr(grounds, "SMALL", 1_500 if small else -1)
    with visiting(tmp_path, f"/why/{wanted}") as visit, pytest.raises(NotHere):
        show_why(visit)
