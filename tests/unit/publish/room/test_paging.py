import re
from html import unescape
from pathlib import Path

import pytest

from onrecord.publish.room.paging import paging
from onrecord.publish.room.visit import PAGE
from support.records import written
from support.room import client, visiting


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


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/search",
        "/search?q=fares",
        "/search?part=reports",
        "/speakers",
        "/reports",
        "/events",
        "/divergences",
        "/problems",
    ],
)
def test_a_page_beyond_the_last_says_one_thing_and_leads_to_the_last(tmp_path: Path, path: str) -> None:
    room = client(written(tmp_path))
    page = room.get(f"{path}{'&' if '?' in path else '?'}page=999").text
    if "this would be page" not in page:
        assert path in {"/problems", "/divergences"}
        return
    (last,) = re.findall(r'rel="prev" href="([^"]+)">The last page', page)
    assert "this would be page" not in room.get(unescape(last)).text
    for other in (
        "Nothing fits",
        "Nothing stands",
        "Nobody.",
        "No report.",
        "No contradiction",
        "No problem",
        "No story",
    ):
        assert other not in page
