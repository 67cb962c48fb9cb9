"""Reading and correcting in a real browser: by keys, by clicks, and what each leaves behind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from browser.visits import FARES, REPORT, follow, opened, press
from onrecord.record import open_record
from support.contents import wide_contents
from support.records import written
from support.room import served

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser


def test_the_whole_way_is_walked_by_keyboard(browser: Browser, ferry_room: str) -> None:
    with opened(browser, ferry_room) as page:
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "main"

        for _ in range(60):
            page.keyboard.press("Tab")
            if (page.evaluate("document.activeElement.getAttribute('href')") or "").startswith("/statement/"):
                break
        press(page, "Enter")
        assert "/statement/" in page.url
        assert page.locator(".hero").is_visible()


def test_keys_lead_about_and_can_be_turned_off(browser: Browser, ferry_room: str) -> None:
    first = f"{ferry_room}/statement/{FARES.id}"
    with opened(browser, first) as page:
        press(page, "]")
        assert page.url != first
        press(page, "[")
        assert page.url == first
        page.keyboard.press("v")
        assert page.evaluate("document.activeElement.id") == "variants"
        page.keyboard.press("/")
        assert page.evaluate("document.activeElement.id") == "find"
        page.keyboard.type("[v?")
        assert page.locator("#find").input_value() == "[v?"
        page.locator("main").focus()
        press(page, "o")
        assert "/report/" in page.url
        opened_at = " ".join(page.locator("mark.at").all_text_contents())
        assert opened_at == FARES.variants[0].text
        press(page, "?")
        assert page.url.endswith("/help#keys")

        page.locator("#keys-off").check()
        page.goto(first)
        page.keyboard.press("]")
        page.wait_for_timeout(150)
        assert page.url == first


def test_marks_of_a_report_are_walked_and_lead_to_their_statements(browser: Browser, ferry_room: str) -> None:
    with opened(browser, f"{ferry_room}/report/{REPORT.report.id}") as page:
        page.keyboard.press("]")
        assert "chip" in page.evaluate("document.activeElement.className")
        press(page, "Enter")
        assert "/statement/" in page.url


def test_what_has_the_focus_is_never_under_the_heads_of_the_table(browser: Browser, ferry_room: str) -> None:
    small = {"width": 360, "height": 360}
    with opened(browser, f"{ferry_room}/matrix", viewport=small, reduced_motion="reduce") as page:
        hidden: list[str] = page.evaluate(
            """() => [...document.querySelectorAll('.matrix td a')].filter(link => {
                link.focus();
                const box = link.getBoundingClientRect();
                const over = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
                return !(over === link || link.contains(over));
            }).map(link => link.outerHTML)"""
        )
    assert hidden == []


@pytest.mark.parametrize("width", [360, 1280])
def test_what_is_reached_by_tab_in_the_table_stands_beside_its_heads(
    browser: Browser, tmp_path: Path, width: int
) -> None:
    size = {"width": width, "height": 568}
    hidden: list[str] = []
    with (
        served(written(tmp_path, wide_contents())) as address,
        opened(browser, f"{address}/matrix", viewport=size, reduced_motion="reduce") as page,
    ):
        cells = page.locator(".matrix td a").count()
        assert cells > 1
        page.locator(".matrix thead a").last.focus()
        for key in ["Tab"] * (2 * cells) + ["Shift+Tab"] * cells:
            page.keyboard.press(key)
            hidden += page.evaluate(
                """() => {
                    const link = document.activeElement;
                    if (!link.matches('.matrix td a')) { return []; }
                    const box = link.getBoundingClientRect();
                    const over = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
                    return over === link || link.contains(over) ? [] : [link.outerHTML];
                }"""
            )
    assert hidden == []


def test_what_is_clicked_on_in_the_table_does_not_move_away(browser: Browser, tmp_path: Path) -> None:
    size = {"width": 360, "height": 568}
    with (
        served(written(tmp_path, wide_contents())) as address,
        opened(browser, f"{address}/matrix", viewport=size, reduced_motion="reduce") as page,
    ):
        page.locator(".matrix-frame").evaluate("one => one.scrollTo(176, 0)")
        before = page.locator(".matrix-frame").evaluate("one => [one.scrollLeft, one.scrollTop]")
        box = page.locator(".matrix td a").first.bounding_box()
        assert box is not None
        page.mouse.move(box["x"] + box["width"] - 4, box["y"] + box["height"] / 2)
        page.mouse.down()
        assert page.locator(".matrix-frame").evaluate("one => [one.scrollLeft, one.scrollTop]") == before


def test_a_reading_is_accepted_rejected_and_taken_back(browser: Browser, reviewed: tuple[str, Path]) -> None:
    address, path = reviewed
    with opened(browser, f"{address}/review") as page:
        before = _looked_at(page)
        page.get_by_label("Your name").fill("Ada Rusk")
        follow(page.get_by_role("button", name=re.compile("^Right ?:")).first)
        assert "Kept: right as it stands, by Ada Rusk" in page.locator(".done").inner_text()
        assert _looked_at(page) == before - 1

        follow(page.get_by_role("button", name=re.compile("^Nobody’s speech ?:")).first)
        assert "nobody’s speech" in page.locator(".done strong").inner_text()
        page.locator("main").focus()
        press(page, "u")
        assert "taken back" in page.locator(".done strong").inner_text()
        page.goto(f"{address}/corrections")
        assert page.locator("tbody tr").count() == 3
        assert "taken back" in page.locator("tbody").inner_text()

    with open_record(path) as record:
        assert [one.by for one in record.corrections()] == ["Ada Rusk"] * 3


def test_several_wordings_are_given_another_speaker_at_once(
    browser: Browser, reviewed: tuple[str, Path]
) -> None:
    address, path = reviewed
    with opened(browser, f"{address}/") as page:
        follow(page.locator("#best ~ .rows .said-link").first)
        chosen = page.locator(".review input[name=id]:checked").count()
        assert chosen > 1
        page.locator("main").focus()
        page.keyboard.press("s")
        page.keyboard.type("Corvin Ashdale")
        page.get_by_label("Your name").first.fill("Bo Rusk")
        follow(page.get_by_role("button", name="They said it"))

        assert f"with {chosen - 1} more" in page.locator(".done").inner_text()
        assert page.locator("h1").inner_text() == "Corvin Ashdale"
    with open_record(path) as record:
        assert {one.names for one in record.corrections()} == {("Corvin Ashdale",)}


@pytest.mark.parametrize("scripts", [True, False])
def test_enter_in_a_text_field_says_what_is_typed_and_accepts_nothing(
    browser: Browser, reviewed: tuple[str, Path], *, scripts: bool
) -> None:
    address, path = reviewed
    with opened(browser, f"{address}/review", java_script_enabled=scripts) as page:
        page.get_by_label("Your name").fill("Bo Rusk")
        page.get_by_label("Your name").focus()
        press(page, "Enter")
        assert "Signed as Bo Rusk" in page.locator(".who-says").inner_text()
        with open_record(path) as record:
            assert record.corrections() == ()

        page.goto(f"{address}/")
        follow(page.locator("#best ~ .rows .said-link").first)
        chosen = page.locator(".review input[name=id]:checked").count()
        page.get_by_label("Said by").fill("Corvin Ashdale")
        page.get_by_label("Said by").focus()
        press(page, "Enter")
        assert page.locator("h1").inner_text() == "Corvin Ashdale"
    with open_record(path) as record:
        log = record.corrections()
    assert chosen > 1
    assert [(one.kind.value, one.names) for one in log] == [("speaker", ("Corvin Ashdale",))] * chosen


def test_what_was_said_in_one_form_is_taken_back_as_one(browser: Browser, reviewed: tuple[str, Path]) -> None:
    from onrecord.correct import find_standing

    address, path = reviewed
    with opened(browser, f"{address}/review") as page:
        page.get_by_label("Your name").fill("Ada Rusk")
        for number in range(3):
            page.locator("input[name=id]").nth(number).check()
        page.locator("main").focus()
        press(page, "a")
        assert "with 2 more" in page.locator(".done").inner_text()
        press(page, "u")
        assert "taken back" in page.locator(".done strong").inner_text()
        assert "with 2 more" in page.locator(".done").inner_text()
    with open_record(path) as record:
        log = record.corrections()
    assert [one.kind.value for one in log] == ["accept"] * 3 + ["undo"] * 3
    assert find_standing(log) == ()


def test_an_address_outlives_the_wording_that_it_came_from(
    browser: Browser, reviewed: tuple[str, Path]
) -> None:
    address, _ = reviewed
    with opened(browser, f"{address}/") as page:
        follow(page.locator("#best ~ .rows .said-link").first)
        first = page.url
        boxes = page.locator(".review input[name=id][type=checkbox]")
        for number in range(1, boxes.count()):
            boxes.nth(number).uncheck()
        page.get_by_label("Your name").first.fill("Ada Rusk")
        follow(page.get_by_role("button", name=re.compile("^Nobody’s speech")))
        after = page.url.partition("?")[0]
        assert "/statement/" in after
        page.goto(first)
        assert page.url.partition("?")[0] == after
        assert page.locator("h1").inner_text() != "Not in this record"


def test_names_days_and_copies_are_corrected_where_they_are_told(
    browser: Browser, reviewed: tuple[str, Path]
) -> None:
    address, path = reviewed
    with opened(browser, f"{address}/speakers") as page:
        other = page.locator(".people .who").nth(1).inner_text()
        follow(page.locator(".people .who").first)
        page.locator("details.review > summary").click()
        page.get_by_label("and this are one").fill(other)
        page.get_by_label("Your name").first.fill("Bo Rusk")
        follow(page.get_by_role("button", name="They are one"))
        assert page.locator(".done").is_visible()

        page.goto(f"{address}/reports")
        follow(page.locator(".source-line a").first)
        page.locator("details.review > summary").click()
        page.get_by_label("Published on").fill("2021-03-04")
        follow(page.get_by_role("button", name="Keep the day"))
        assert "Thursday 4 March 2021" in page.locator(".about").first.inner_text()
    with open_record(path) as record:
        assert [one.kind.value for one in record.corrections()] == ["same-name", "date"]


def test_corrections_are_said_without_scripts_too(browser: Browser, reviewed: tuple[str, Path]) -> None:
    address, path = reviewed
    with opened(browser, f"{address}/review", java_script_enabled=False) as page:
        page.get_by_label("Your name").fill("Ada Rusk")
        page.locator("input[name=id]").first.check()
        page.locator("input[name=id]").nth(1).check()
        follow(page.locator(".chosen button[value=accept]"))
        assert page.locator(".done").is_visible()
    with open_record(path) as record:
        assert [one.kind.value for one in record.corrections()] == ["accept", "accept"]


def test_what_is_added_stands_on_the_page_at_the_next_visit(
    browser: Browser, reviewed: tuple[str, Path], tmp_path: Path
) -> None:
    from onrecord.growing import add

    address, path = reviewed
    more = tmp_path / "more.txt"
    more.write_text(
        "Lock gate fails\n\n“The lock gate will be mended,” said engineer Petra Vance.\n", encoding="utf-8"
    )
    with opened(browser, f"{address}/reports") as page:
        assert page.get_by_text("Lock gate fails").count() == 0
        add(path, [more])
        page.reload()
        assert page.get_by_text("Lock gate fails").count() == 1


def _looked_at(page: Page) -> int:
    return int(page.locator(".lead").first.inner_text().split(" ")[0].replace(",", ""))
