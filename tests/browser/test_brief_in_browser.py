"""A brief in a real browser: accessible in both themes, no wider than a telephone, and nothing in it runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest

from browser.visits import violations
from onrecord.publish.export.brief_html import write_brief_html
from onrecord.publish.export.chosen import Chosen
from support.hostile import hostile_contents
from support.taken import ferry, parts_of

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser
PARTS = parts_of(ferry())


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("choice", [PARTS[0], PARTS[-1]], ids=lambda one: one.part.value)
def test_a_brief_breaks_no_rule_and_needs_no_scrolling_sideways(
    browser: Browser, tmp_path: Path, choice: Chosen, scheme: Literal["light", "dark"], width: int
) -> None:
    path = tmp_path / "brief.html"
    path.write_bytes(write_brief_html(ferry(), choice))
    page = browser.new_page(color_scheme=scheme, viewport={"width": width, "height": 800})
    page.goto(path.as_uri())

    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


def test_nothing_of_a_hostile_record_runs_or_is_asked_for(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "brief.html"
    path.write_bytes(write_brief_html(hostile_contents(), Chosen()))
    page = browser.new_page()
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda one: asked.append(one.url))
    page.on("console", lambda one: complaints.append(one.text))
    page.goto(path.as_uri())

    assert asked == [path.as_uri()]
    assert complaints == []
    assert "owned" not in page.evaluate("document.querySelector('script') ? 'owned' : ''")
    page.close()


def test_a_number_leads_to_its_note_and_back(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "brief.html"
    path.write_bytes(write_brief_html(ferry(), PARTS[1]))
    page = browser.new_page()
    page.goto(path.as_uri())
    page.locator("a.ref").first.click()

    assert page.locator("li:target").get_attribute("id") == "note-1"
    page.locator("li:target a.back").click()
    assert page.locator("a:target").get_attribute("id") == "ref-1"
    page.close()
