"""One browser for all tests here, driven through Playwright; none found: the tests are skipped and say so."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import onrecord
from onrecord.publish.page import render_page
from support.chromium import arguments, find_chromium
from support.command import SAMPLE
from support.contents import ferry_contents
from support.hostile import hostile_contents
from support.records import written
from support.room import served

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"


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


@pytest.fixture(scope="session")
def ferry_room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the invented record, corrections taken in, and yield its address."""
    with served(written(tmp_path_factory.mktemp("ferry")), edit=True) as address:
        yield address


@pytest.fixture(scope="session")
def hostile_room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a record whose every text tries to break out."""
    with served(written(tmp_path_factory.mktemp("hostile"), hostile_contents()), edit=True) as address:
        yield address


@pytest.fixture(scope="session")
def sample_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the record of the sample pile, as a user does."""
    path = tmp_path_factory.mktemp("sample") / "sample.db"
    onrecord.build([SAMPLE / "reports"], path).close()
    return path


@pytest.fixture
def reviewed(tmp_path: Path, sample_record: Path) -> Iterator[tuple[str, Path]]:
    """Serve a copy of the sample's record to be corrected, and yield its address and its place."""
    path = tmp_path / "reviewed.db"
    shutil.copy(sample_record, path)
    with served(path, edit=True) as address:
        yield address, path


@pytest.fixture(scope="session")
def seeds_room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the record of the development seeds beside the checkout."""
    if not SEEDS.is_dir():
        pytest.skip("the shared development data is not beside the checkout")
    path = tmp_path_factory.mktemp("seeds") / "seeds.db"
    onrecord.build([SEEDS], path).close()
    with served(path) as address:
        yield address
