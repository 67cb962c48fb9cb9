"""The page in a real browser: it works without scripts, asks for nothing, fits, leads back and forth, is accessible."""

from __future__ import annotations

from contextlib import contextmanager
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Literal

import pytest

from onrecord.publish.page import render, render_page
from support.contents import ferry_contents

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@contextmanager
def opened(browser: Browser, path: Path, **options: Any) -> Generator[Page]:
    context = browser.new_context(**options)
    page = context.new_page()
    page.goto(path.as_uri())
    yield page
    context.close()


def violations(page: Page) -> list[str]:
    page.evaluate(files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8"))
    found: list[str] = page.evaluate(
        """async tags => (await axe.run(document, {runOnly: {type: "tag", values: tags}})).violations
            .flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.target} ${node.failureSummary}`))""",
        WCAG,
    )
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_the_page_breaks_no_rule_of_wcag_2_2_aa(
    browser: Browser, ferry_page: Path, scheme: Literal["light", "dark"], width: int
) -> None:
    with opened(browser, ferry_page, color_scheme=scheme, viewport={"width": width, "height": 900}) as page:
        page.locator(".reading > summary").click()

        assert violations(page) == []


def test_a_page_of_hostile_texts_breaks_no_rule_either(browser: Browser, hostile_page: Path) -> None:
    with opened(browser, hostile_page) as page:
        assert violations(page) == []


@pytest.mark.parametrize("which", ["ferry_page", "hostile_page"])
def test_nothing_is_asked_for_but_the_page_itself(
    browser: Browser, request: pytest.FixtureRequest, which: str
) -> None:
    path: Path = request.getfixturevalue(which)
    asked: list[str] = []
    complaints: list[str] = []
    context = browser.new_context()
    page = context.new_page()
    page.on("request", lambda one: asked.append(one.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(path.as_uri())
    page.wait_for_load_state("networkidle")

    assert asked == [path.as_uri()]
    assert complaints == []
    context.close()


def test_texts_of_reports_stay_text(browser: Browser, hostile_page: Path) -> None:
    with opened(browser, hostile_page) as page:
        dialogs: list[str] = []
        page.on("dialog", lambda dialog: dialogs.append(dialog.message))

        assert "script" in page.title()
        assert page.locator("script, img, iframe, [onclick], [onerror], b").count() == 0
        assert page.locator("a[href^='javascript']").count() == 0
        assert dialogs == []


def test_the_whole_page_can_be_read_without_scripts(browser: Browser, ferry_page: Path) -> None:
    with opened(browser, ferry_page, java_script_enabled=False) as page:
        assert page.get_by_role("heading", name="Reports in full").is_visible()
        assert page.get_by_text("Sign up for our letter!").is_visible()
        page.locator(".reading > summary").click()
        assert page.get_by_text("is what one speaker said on one occasion").is_visible()


@pytest.mark.parametrize("width", [320, 375, 768, 1280, 2560, 3840])
@pytest.mark.parametrize("which", ["ferry_page", "hostile_page"])
def test_nothing_stands_out_sideways(
    browser: Browser, request: pytest.FixtureRequest, which: str, width: int
) -> None:
    path: Path = request.getfixturevalue(which)
    with opened(browser, path, viewport={"width": width, "height": 900}) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_every_link_within_the_page_leads_somewhere(browser: Browser, ferry_page: Path) -> None:
    with opened(browser, ferry_page) as page:
        lost = page.evaluate(
            """() => [...document.querySelectorAll('a[href^="#"]')]
                .map(link => link.getAttribute('href').slice(1))
                .filter(id => !document.getElementById(id))"""
        )
        twice = page.evaluate(
            """() => [...document.querySelectorAll('[id]')].map(one => one.id)
                .filter((id, place, all) => all.indexOf(id) !== place)"""
        )

        assert lost == []
        assert twice == []


def test_a_statement_leads_to_its_words_in_the_report_and_back(browser: Browser, ferry_page: Path) -> None:
    with opened(browser, ferry_page) as page:
        statement = page.locator(".statement").first
        standing = statement.locator(".standings a").first
        target = (standing.get_attribute("href") or "")[1:]
        standing.click()
        place = page.locator(f"[id='{target}']")
        marked = place.locator("xpath=following-sibling::mark[1]")

        assert marked.inner_text() == "We will not raise the fares this year,"
        assert place.locator("xpath=ancestor::details").get_attribute("open") is not None

        chip = place.locator("xpath=following-sibling::a[contains(@class,'chip')][1]")
        assert chip.get_attribute("href") == f"#{statement.get_attribute('id')}"


def test_every_target_is_at_least_24_pixels_each_way(browser: Browser, ferry_page: Path) -> None:
    with opened(browser, ferry_page, viewport={"width": 320, "height": 900}) as page:
        small = page.evaluate(
            """() => [...document.querySelectorAll('main a, nav a, summary')]
                .map(one => [one.textContent, one.getBoundingClientRect()])
                .filter(([, box]) => box.width < 24 || box.height < 24).map(([text]) => text)"""
        )

        assert small == []


def test_print_shows_reports_in_full_and_no_navigation(browser: Browser, ferry_page: Path) -> None:
    with opened(browser, ferry_page) as page:
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = false)")
        page.emulate_media(media="print")

        assert page.locator("nav").is_hidden()
        assert page.get_by_text("Sign up for our letter!").is_visible()
        assert (
            page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
            == "rgb(255, 255, 255)"
        )


def test_differences_are_told_in_words_and_glyphs_as_well_as_colour(
    browser: Browser, ferry_page: Path
) -> None:
    with opened(browser, ferry_page) as page:
        dropped = page.locator(".compared del").first

        assert dropped.locator(".hidden").first.text_content() == " dropped: "
        assert dropped.locator(".glyph").inner_text() == "−"
        assert "line-through" in dropped.evaluate("one => getComputedStyle(one).textDecorationLine")


def test_every_quotation_says_its_language_and_direction(browser: Browser, ferry_page: Path) -> None:
    with opened(browser, ferry_page) as page:
        bare = page.evaluate(
            """() => [...document.querySelectorAll('blockquote, .compared, .reported, .run')]
                .filter(one => !one.closest('[lang]:not(html)') || !one.closest('[dir]:not(html)')).length"""
        )

        assert bare == 0


def test_a_link_into_a_folded_report_unfolds_it(
    browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(render, "OPEN_REPORTS", 0)
    path = tmp_path / "folded.html"
    path.write_text(render_page(ferry_contents()), encoding="utf-8")
    with opened(browser, path, java_script_enabled=False) as page:
        assert page.get_by_text("Sign up for our letter!").is_hidden()
        page.locator(".statement").first.locator(".standings a").first.click()

        assert page.get_by_text("Sign up for our letter!").is_visible()
