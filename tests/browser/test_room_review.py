"""What is said to be one, to be two, or of another day, in a real browser: one key or click away, and kept under a name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from browser.visits import opened
from onrecord.record import open_record

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser


def sign(page: Page, name: str = "Ada Rusk") -> None:
    """Say who is there, once: the browser keeps it."""
    page.get_by_label("Your name").first.fill(name)
    page.get_by_label("Your name").first.press("Enter")
    page.locator(".who-says").first.wait_for()
    page.locator("main").focus()


def kinds(path: Path) -> list[str]:
    with open_record(path) as record:
        log = record.corrections()
        assert {one.by for one in log} == {"Ada Rusk"}
        return [one.kind.value for one in log]


def test_a_statement_is_dated_by_a_key_and_a_day(browser: Browser, reviewed: tuple[str, Path]) -> None:
    address, path = reviewed
    with opened(browser, f"{address}/") as page:
        page.locator("#best ~ .rows .said-link").first.click()
        sign(page)
        page.keyboard.press("d")
        page.keyboard.type("2021-03-04")
        page.keyboard.press("Enter")
        page.locator(".done").wait_for()
        assert "Thursday 4 March 2021" in page.locator(".about").first.inner_text()
        page.locator("main").focus()
        page.keyboard.press("u")
        page.locator(".done strong", has_text="taken back").wait_for()
        assert "4 March 2021" not in page.locator(".about").first.inner_text()
    assert kinds(path) == ["date", "undo"]


def test_wordings_are_parted_by_a_key_and_joined_again_by_a_click(
    browser: Browser, reviewed: tuple[str, Path]
) -> None:
    address, path = reviewed
    with opened(browser, f"{address}/") as page:
        page.locator("#best ~ .rows .said-link").first.click()
        sign(page)
        wordings = page.locator(".variant").count()
        chosen = page.locator(".review input[name=id]:checked").count()
        assert wordings >= 1
        page.keyboard.press("p")
        page.locator(".done").wait_for()
        assert page.locator(".variant").count() == 0
        assert kinds(path) == ["other-statement"] * (chosen - 1)

        page.get_by_role("button", name=re.compile("^One with this")).first.click()
        page.locator(".done strong", has_text="one statement").wait_for()
        assert page.locator(".variant").count() >= 1
    assert kinds(path)[-1] == "same-statement"


def test_names_are_parted_and_a_report_is_named_a_copy_by_keys(
    browser: Browser, reviewed: tuple[str, Path]
) -> None:
    address, path = reviewed
    with opened(browser, f"{address}/speakers") as page:
        others = page.locator(".people .who")
        first, second = others.nth(0).inner_text(), others.nth(1).inner_text()
        others.first.click()
        page.wait_for_url("**/speaker/*")
        page.keyboard.press("m")
        page.keyboard.type(second)
        page.get_by_label("Your name").first.fill("Ada Rusk")
        page.get_by_role("button", name=re.compile("^They are one")).click()
        page.locator(".done").wait_for()
        other = next(one for one in (first, second) if one != page.locator("h1").inner_text())
        page.locator("main").focus()
        page.keyboard.press("p")
        page.keyboard.type(other)
        page.keyboard.press("Enter")
        page.locator(".done strong", has_text="two names").wait_for()

        page.goto(f"{address}/reports")
        origin = page.locator(".source-line a").nth(1).get_attribute("href") or ""
        page.locator(".source-line a").first.click()
        page.wait_for_url("**/report/*")
        page.keyboard.press("m")
        page.keyboard.type(address + origin)
        page.keyboard.press("Enter")
        page.locator(".done strong", has_text="a copy").wait_for()
    assert kinds(path) == ["same-name", "other-name", "copy"]
