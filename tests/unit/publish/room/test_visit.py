from pathlib import Path

import pytest

from onrecord.errors import Elsewhere, NotHere
from onrecord.publish.room.visit import LAST_PAGE, PAGE
from support.contents import ferry_contents
from support.room import visiting


def test_a_page_is_counted_from_one_whatever_is_asked_for(tmp_path: Path) -> None:
    for asked, page in (
        ("", 1),
        ("?page=3", 3),
        ("?page=0", 1),
        ("?page=x", 1),
        ("?page=99999999", LAST_PAGE),
    ):
        with visiting(tmp_path, f"/search{asked}") as visit:
            assert visit.page == page
            assert visit.first == (page - 1) * PAGE


def test_the_same_page_asked_otherwise_keeps_the_rest_of_its_question(tmp_path: Path) -> None:
    with visiting(tmp_path, "/search?q=a%20b&page=2") as visit:
        assert visit.again(page=3) == "/search?q=a+b&page=3"
        assert visit.again(page=None) == "/search?q=a+b"


def test_a_question_that_is_none_asks_for_nothing(tmp_path: Path) -> None:
    with visiting(tmp_path, "/search?" + "&".join(["a=1"] * 500)) as visit:
        assert visit.asked("a") == ""


def test_an_older_id_leads_to_the_one_of_today(tmp_path: Path) -> None:
    statement = next(one for one in ferry_contents().linked.statements if one.corroboration.reports > 1)
    members = {member for variant in statement.variants for member in variant.attribution_ids}
    older = "s" + max(members)[1:]
    with visiting(tmp_path, f"/statement/{older}") as visit, pytest.raises(Elsewhere) as moved:
        visit.wanted("s")
    assert moved.value.where == f"/statement/{statement.id}?was={older}"


@pytest.mark.parametrize("asked", ["s" + "0" * 20, "e" + "0" * 20, "", "'; --"])
def test_what_was_never_there_is_said_to_be_missing(tmp_path: Path, asked: str) -> None:
    with visiting(tmp_path, f"/statement/{asked}") as visit, pytest.raises(NotHere):
        visit.wanted("s")
