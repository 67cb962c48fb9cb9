"""What the browser tests share: a page opened, its way through a room, and the rules of accessibility."""

from __future__ import annotations

from contextlib import contextmanager
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from support.contents import ferry_contents

if TYPE_CHECKING:
    from collections.abc import Generator

    from playwright.sync_api import Browser, Locator, Page

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
LINKED = ferry_contents().linked
REPORT = ferry_contents().readings[0]
FARES = next(one for one in LINKED.statements if len(one.variants) > 1)
VELIK = next(one for one in LINKED.entities if one.name == "Ana Velik")
PAGES = (
    "/",
    f"/story/{LINKED.stories[0].id}",
    "/events",
    f"/event/{LINKED.events[0].id}",
    f"/statement/{FARES.id}",
    f"/like/{FARES.id}",
    "/speakers",
    f"/speaker/{VELIK.id}",
    "/speaker/unknown",
    "/matrix",
    "/outlets",
    "/reports",
    f"/report/{REPORT.report.id}?at=5-16",
    "/search",
    "/search?q=fares&manner=direct&since=soon",
    "/search?q=fares&part=reports",
    "/search?q=velik&part=speakers",
    "/divergences",
    "/problems",
    "/corrections",
    f"/why/{FARES.id}",
    "/help",
    "/review",
    "/nowhere",
)
"""Every page of the room of the invented record."""


@contextmanager
def opened(browser: Browser, address: str, **options: Any) -> Generator[Page]:
    """Open a page in a context of its own."""
    context = browser.new_context(**options)
    page = context.new_page()
    page.goto(address)
    yield page
    context.close()


def follow(link: Locator) -> None:
    """Click what leads to another page, and wait until that page has loaded: a click alone waits for nothing."""
    with link.page.expect_navigation():
        link.click()


def press(page: Page, key: str) -> None:
    """Press a key that leads to another page, and wait until that page has loaded."""
    with page.expect_navigation():
        page.keyboard.press(key)


def violations(page: Page) -> list[str]:
    """Return what breaks a rule of WCAG 2.2 A or AA, as axe finds it."""
    page.evaluate(files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8"))
    found: list[str] = page.evaluate(
        """async tags => (await axe.run(document, {runOnly: {type: "tag", values: tags}})).violations
            .flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.target} ${node.failureSummary}`))""",
        WCAG,
    )
    return found
