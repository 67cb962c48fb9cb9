"""One browser for all tests here, driven through Playwright; none found: the tests are skipped and say so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from onrecord.publish.page import render_page
from support.chromium import arguments, find_chromium
from support.contents import ferry_contents
from support.hostile import hostile_contents

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    place = find_chromium()
    if place is None:
        pytest.skip("no Chromium on this machine: install chromium to run the browser tests")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=place, headless=True, args=arguments())
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def ferry_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "ferry.html"
    path.write_text(render_page(ferry_contents()), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def hostile_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "hostile.html"
    path.write_text(render_page(hostile_contents()), encoding="utf-8")
    return path
