from pathlib import Path

from onrecord.publish.room.paging import paging
from onrecord.publish.room.visit import PAGE
from support.room import visiting


def test_a_list_that_fits_has_no_other_pages(tmp_path: Path) -> None:
    with visiting(tmp_path, "/search") as visit:
        shown = paging(visit, 7)
    assert (shown.first, shown.last, shown.before, shown.after) == (1, 7, None, None)


def test_a_page_in_the_middle_leads_both_ways(tmp_path: Path) -> None:
    with visiting(tmp_path, "/search?q=x&page=2") as visit:
        shown = paging(visit, 3 * PAGE - 10)
    assert (shown.first, shown.last, shown.pages) == (PAGE + 1, 2 * PAGE, 3)
    assert (shown.before, shown.after) == ("/search?q=x", "/search?q=x&page=3")


def test_a_page_beyond_the_last_leads_back_to_it(tmp_path: Path) -> None:
    with visiting(tmp_path, "/search?page=9") as visit:
        shown = paging(visit, 3 * PAGE - 10)
    assert (shown.first, shown.last, shown.before, shown.after) == (0, 0, "/search?page=3", None)
