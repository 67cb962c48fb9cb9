import re
from pathlib import Path

import pytest

from onrecord.errors import NotHere
from onrecord.publish.room import grounds
from onrecord.publish.room.grounds import show_why
from support.contents import ferry_contents
from support.records import written
from support.room import client, visiting

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


def test_what_is_named_in_passing_leads_to_its_own_page(tmp_path: Path) -> None:
    (lineage,) = LINKED.lineages
    page = client(written(tmp_path)).get(f"/why/{lineage.id}").text
    for report_id in lineage.report_ids:
        assert f'(<a class="place" href="/report/{report_id}">{report_id}</a>)' in page
    assert not re.search(r"\bR[0-9]+\b", page)


@pytest.mark.parametrize("small", [True, False])
@pytest.mark.parametrize("wanted", ["s00", "x", "d" + "0" * 20, "c" + "0" * 20])
def test_what_has_no_ground_is_said_to_be_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wanted: str, *, small: bool
) -> None:
    monkeypatch.setattr(grounds, "SMALL", 1_500 if small else -1)
    with visiting(tmp_path, f"/why/{wanted}") as visit, pytest.raises(NotHere):
        show_why(visit)
