"""Take the pictures that README and docs show, of the sample pile, in a Chromium of this machine.

    PYTHONPATH=tests python tools/take_pictures.py

Writes docs/page.png, docs/pictures/*.png, and docs/pictures/look.txt: the digest of the look that they show, which a test holds
against the look of today. Exit code 2 when there is no Chromium.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page, sync_playwright

import onrecord
from onrecord.model.listing import Asked, Order
from onrecord.publish.page import render_page
from onrecord.record import open_record
from support.chromium import arguments, find_chromium
from support.look import PICTURES, look_digest
from support.room import served

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "src" / "onrecord" / "sample" / "reports"
DOCS = ROOT / "docs"
WIDTH = 1100


def main() -> int:
    """Build the sample's record, open its pages and take their pictures."""
    place = find_chromium()
    if place is None:
        print("no Chromium on this machine: install chromium to take the pictures", file=sys.stderr)
        return 2
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder) / "port-carrow.db"
        onrecord.build([SAMPLE], path).close()
        browser = playwright.chromium.launch(executable_path=place, headless=True, args=arguments())
        take_page(browser, path, Path(folder) / "report.html")
        with served(path) as address:
            take_room(browser, address, paths_of(path))
        browser.close()
    (DOCS / "pictures" / "look.txt").write_text(look_digest() + "\n", encoding="utf-8")
    return 0


def take_page(browser: Browser, record: Path, target: Path) -> None:
    """Take the picture of the page in one file."""
    with open_record(record) as opened:
        target.write_text(render_page(opened.contents()), encoding="utf-8")
    page = new_page(browser, 1500)
    page.goto(target.as_uri())
    keep(page, DOCS / "page.png")


def paths_of(record: Path) -> dict[str, str]:
    """Return the address of each page that is shown, by the name of its picture."""
    with open_record(record) as opened:
        best = opened.list_statements(Asked(order=Order.SOURCES, most=1)).rows[0]
        speaker = opened.list_speakers(Asked(order=Order.SOURCES, most=1)).rows[0]
        event = opened.list_events(Asked(order=Order.SOURCES, most=1)).rows[0]
    at = f"{best.place.span.start}-{best.place.span.end}"
    return {
        "stories": "/",
        "event": f"/event/{event.id}",
        "statement": f"/statement/{best.id}",
        "speaker": f"/speaker/{speaker.id}",
        "who-said-what": "/matrix",
        "report": f"/report/{best.place.report_id}?at={at}#at",
    }


def take_room(browser: Browser, address: str, paths: dict[str, str]) -> None:
    """Take the pictures of the room's main pages."""
    for name in PICTURES:
        page = new_page(browser, 1000)
        page.goto(address + paths[name])
        keep(page, DOCS / "pictures" / f"{name}.png")


def new_page(browser: Browser, height: int) -> Page:
    """Return a page in light colours that scrolls at once."""
    size = {"width": WIDTH, "height": height}
    return browser.new_page(viewport=size, color_scheme="light", reduced_motion="reduce")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def keep(page: Page, target: Path) -> None:
    """Write what the page shows, and say so."""
    target.parent.mkdir(exist_ok=True)
    page.screenshot(path=target)
    page.close()
    print(f"{target.relative_to(ROOT)}: {target.stat().st_size} bytes")


if __name__ == "__main__":
    sys.exit(main())
