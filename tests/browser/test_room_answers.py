"""What a person new to the room finds out from the seeds, click by click."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from browser.visits import follow, opened, press

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.shared]


def look_for(page: Page, words: str) -> None:
    page.locator("#find").fill(words)
    press(page, "Enter")


def test_who_said_it_in_which_two_wordings_and_why_it_counts_as_two_sources(
    browser: Browser, seeds_room: str
) -> None:
    with opened(browser, seeds_room) as page:
        look_for(page, "even worse")
        assert (
            "even worse" in page.locator(".hit").first.inner_text().casefold()
            or page.locator(".hit").count() > 1
        )
        follow(page.locator("#hits ~ .rows .said-link").first)

        assert page.locator("h1").inner_text() == "Jens Stoltenberg"
        assert page.locator(".variant").count() == 1
        assert "even worse" in page.locator(".hero blockquote").inner_text()
        assert "even worse" in page.locator(".variant .compared").inner_text()
        heading = page.locator("#sources").inner_text()
        assert heading == "2 reports carry it, each a source of its own"
        assert page.locator(".source").count() == 2
        assert "counted apart" in page.locator(".counting").first.inner_text()


def test_what_the_reports_of_4_march_have_in_common_and_what_only_one_has(
    browser: Browser, seeds_room: str
) -> None:
    with opened(browser, seeds_room) as page:
        follow(page.locator(".stop", has_text="Friday 4 March 2022").locator(".stop-h a"))

        assert page.locator("#reports").inner_text() == "2 reports, 2 independent"
        common = int(page.locator("#common .tally").inner_text())
        alone = int(page.locator("#alone .tally").inner_text())
        assert common > 0
        assert page.locator("section[aria-labelledby=common] .row").count() == common
        assert page.locator("section[aria-labelledby=common] h3").first.inner_text() == "In both accounts"
        assert page.locator("section[aria-labelledby=alone] h3").count() == 2
        assert alone > common


def test_which_report_is_a_reprint_of_whom_on_what_evidence(browser: Browser, seeds_room: str) -> None:
    with opened(browser, seeds_room) as page:
        follow(page.locator(".ways").get_by_role("link", name="Outlets"))
        # Its origin is outside the record: it is told by the report's own words, which lead to where they stand.
        stated = page.locator("section[aria-labelledby=stated] li")
        assert int(page.locator("#stated .tally").inner_text()) == stated.count() == 1
        assert "AMN" in stated.inner_text()
        assert "credits Radio Free Europe" in stated.inner_text()
        follow(stated.locator(".said-link"))
        assert "/report/" in page.url
        assert "reprinted with permission" in page.locator("mark.at").first.inner_text()


def test_what_was_asked_for_and_what_was_offered_instead(browser: Browser, seeds_room: str) -> None:
    with opened(browser, seeds_room) as page:
        follow(page.locator(".ways").get_by_role("link", name="Speakers"))
        follow(page.get_by_role("link", name="Volodymyr Zelenskyy"))
        said = page.locator("main").inner_text()

        assert "no-fly zone" in said
        # What was offered is also told in a report's own words, behind those that credit them.
        follow(page.locator(".said-link:not(:has(.credit))", has_text="alternative"))
        assert "C-300" in page.locator(".hero").inner_text()


def test_where_two_reports_contradict_each_other(browser: Browser, seeds_room: str) -> None:
    with opened(browser, seeds_room) as page:
        follow(page.locator(".figures a", has_text="contradict"))
        found = page.locator(".divergence")

        assert int(page.locator(".lead").inner_text().split(" ")[0]) == found.count()
        assert found.first.locator("mark").count() == 2
        follow(found.first.locator("figcaption a").first)
        assert "/report/" in page.url
        assert page.locator("mark.at").first.is_visible()


def test_which_dates_are_not_known_and_why(browser: Browser, seeds_room: str) -> None:
    with opened(browser, seeds_room) as page:
        open_ended = page.locator(".stop", has_text="on or after")
        follow(open_ended.locator(".stop-h a").first)
        follow(page.locator(".facts a", has_text="Why").first)
        assert "/why/" in page.url
        assert page.locator("main p").count() > 2
