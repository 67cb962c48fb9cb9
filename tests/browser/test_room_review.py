"""What is said to be one, to be two, or of another day, in a real browser: one key or click away, and kept under a name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from browser.visits import follow, opened, press
from onrecord.record import open_record

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser


def sign(page: Page, name: str = "Ada Rusk") -> None:
    """Say who is there, once: the browser keeps it."""
    page.get_by_label("Your name").first.fill(name)
    press(page, "Enter")
    assert page.locator(".who-says").first.is_visible()
    page.locator("main").focus()


def kinds(path: Path) -> list[str]:
    with open_record(path) as record:
        log = record.corrections()
        assert {one.by for one in log} == {"Ada Rusk"}
        return [one.kind.value for one in log]


def test_a_statement_is_dated_by_a_key_and_a_day(browser: Browser, reviewed: tuple[str, Path]) -> None:
    address, path = reviewed
    with opened(browser, f"{address}/") as page:
        follow(page.locator("#best ~ .rows .said-link").first)
        sign(page)
        page.keyboard.press("d")
        page.keyboard.type("2021-03-04")
        press(page, "Enter")
        assert "Thursday 4 March 2021" in page.locator(".about").first.inner_text()
        page.locator("main").focus()
        press(page, "u")
        assert "taken back" in page.locator(".done strong").inner_text()
        assert "4 March 2021" not in page.locator(".about").first.inner_text()
    assert kinds(path) == ["date", "undo"]


def test_wordings_are_parted_by_a_key_and_joined_again_by_a_click(
    browser: Browser, reviewed: tuple[str, Path]
) -> None:
    address, path = reviewed
    with opened(browser, f"{address}/") as page:
        follow(page.locator("#best ~ .rows .said-link").first)
        sign(page)
        wordings = page.locator(".variant").count()
        chosen = page.locator(".review input[name=id]:checked").count()
        assert wordings >= 1
        press(page, "p")
        assert page.locator(".done").is_visible()
        assert page.locator(".variant").count() == 0
        assert kinds(path) == ["other-statement"] * (chosen - 1)

        follow(page.get_by_role("button", name=re.compile("^One with this")).first)
        assert page.locator(".variant").count() >= 1
    assert kinds(path)[-1] == "same-statement"


def test_names_are_parted_and_a_report_is_named_a_copy_by_keys(
    browser: Browser, reviewed: tuple[str, Path]
) -> None:
    address, path = reviewed
    with opened(browser, f"{address}/speakers") as page:
        others = page.locator(".people .who")
        first, second = others.nth(0).inner_text(), others.nth(1).inner_text()
        follow(others.first)
        page.keyboard.press("m")
        page.keyboard.type(second)
        page.get_by_label("Your name").first.fill("Ada Rusk")
        follow(page.get_by_role("button", name=re.compile("^They are one")))
        other = next(one for one in (first, second) if one != page.locator("h1").inner_text())
        page.locator("main").focus()
        page.keyboard.press("p")
        page.keyboard.type(other)
        press(page, "Enter")
        assert "two names" in page.locator(".done strong").inner_text()

        page.goto(f"{address}/reports")
        origin = page.locator(".source-line a").nth(1).get_attribute("href") or ""
        follow(page.locator(".source-line a").first)
        page.keyboard.press("m")
        page.keyboard.type(address + origin)
        press(page, "Enter")
        assert "a copy" in page.locator(".done strong").inner_text()
    assert kinds(path) == ["same-name", "other-name", "copy"]
