"""Take the picture of the page that the README shows, from the sample pile, in a Chromium of this machine.

    PYTHONPATH=tests python tools/take_pictures.py

Writes docs/page.png. Exit code 2 when there is no Chromium.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from onrecord.pipeline import read_pile
from onrecord.publish.page import render_page
from onrecord.settings import Settings
from support.chromium import arguments, find_chromium

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "src" / "onrecord" / "sample" / "reports"
PICTURE = ROOT / "docs" / "page.png"
SIZE = {"width": 1100, "height": 1500}


def main() -> int:
    """Build the sample's page and take its picture."""
    place = find_chromium()
    if place is None:
        print("no Chromium on this machine: install chromium to take the pictures", file=sys.stderr)
        return 2
    page_text = render_page(read_pile([str(SAMPLE)], settings=Settings()))
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder) / "report.html"
        path.write_text(page_text, encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=place, headless=True, args=arguments())
        page = browser.new_page(
            viewport={"width": SIZE["width"], "height": SIZE["height"]}, color_scheme="light"
        )
        page.goto(path.as_uri())
        page.screenshot(path=PICTURE)
        browser.close()
    print(f"{PICTURE.relative_to(ROOT)}: {PICTURE.stat().st_size} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
