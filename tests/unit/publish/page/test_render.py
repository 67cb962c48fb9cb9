import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser

import pytest

from onrecord.model.contents import Contents, MadeWith
from onrecord.model.statement import Linked
from onrecord.publish.page import render as module
from onrecord.publish.page import render_page
from support.contents import ferry_contents
from support.hostile import ATTACK, hostile_contents
from support.taken import denying


class Outline(HTMLParser):
    """Every tag with its attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # type: ignore[explicit-override]  # noqa: D102
        self.tags.append((tag, dict(attrs)))


def test_the_same_contents_give_the_same_page() -> None:
    assert render_page(ferry_contents()) == render_page(ferry_contents())


def test_the_policy_allows_the_one_style_sheet_and_nothing_else() -> None:
    page = render_page(ferry_contents())
    style = re.search(r"<style>(.*)</style>", page, re.DOTALL)
    assert style is not None
    digest = b64encode(sha256(style[1].encode()).digest()).decode()

    assert f"default-src 'none'; style-src 'sha256-{digest}'" in page.replace("&#39;", "'")


def test_the_page_names_nothing_to_be_fetched() -> None:
    tags = Outline(render_page(ferry_contents())).tags
    names = {tag for tag, _ in tags}

    assert names.isdisjoint({"script", "img", "link", "iframe", "object", "embed", "video", "audio", "form"})
    assert all("style" not in attributes and "src" not in attributes for _, attributes in tags)
    assert [one["href"] for tag, one in tags if tag == "a" and not (one["href"] or "").startswith("#")] == [
        "https://courier.example/ferry"
    ]


def test_hostile_texts_add_no_tag_and_no_attribute() -> None:
    page = render_page(hostile_contents())
    tame = Outline(render_page(ferry_contents())).tags
    wild = Outline(page).tags

    assert {tag for tag, _ in wild} <= {tag for tag, _ in tame}
    assert {name for _, attributes in wild for name in attributes} <= {
        name for _, attributes in tame for name in attributes
    }
    assert ATTACK not in page
    assert "javascript:" not in page
    assert "\x00" not in page
    page.encode("utf-8")


def test_every_report_statement_and_problem_is_on_the_page() -> None:
    contents = ferry_contents()
    ids = [attributes["id"] for _, attributes in Outline(render_page(contents)).tags if "id" in attributes]
    page = render_page(contents)

    assert {one.report.id for one in contents.readings} <= set(ids)
    assert {one.id for one in contents.linked.statements} <= set(ids)
    assert len(ids) == len(set(ids))
    assert "ingest.empty" in page
    assert "link.no-day" in page


def test_words_stand_between_quotation_marks_only_where_a_report_quotes_them() -> None:
    page = re.sub(r"</?span[^>]*>", "", render_page(ferry_contents()))

    assert "<q>“We will not raise the fares this year,”</q>" in page
    assert "“The ferry to Lundholm will run again from 2 May”" not in page


def test_many_reports_stand_folded(monkeypatch: pytest.MonkeyPatch) -> None:
    assert '<details class="full" open>' in render_page(ferry_contents())

    monkeypatch.setattr(module, "OPEN_REPORTS", 2)
    assert '<details class="full">' in render_page(ferry_contents())


def test_an_empty_record_makes_a_page_that_says_so() -> None:
    made_with = MadeWith(onrecord="0", settings={}, models=(), years=(2000, 2030))
    page = render_page(Contents(made_with=made_with, captures=(), readings=(), linked=Linked()))

    for words in (
        "No event was found",
        "No statement was found",
        "No speaker was found",
        "No problem was met",
    ):
        assert words in page


def test_a_report_with_no_outlet_title_or_language_is_shown_as_it_is() -> None:
    contents = ferry_contents()
    bare = tuple(
        replace(one, report=replace(one.report, outlet=None, title=None, language=None, blocks=()))
        for one in contents.readings
    )
    page = render_page(replace(contents, readings=bare))

    assert "outlet not named" in page
    assert 'dir="auto"' in page


LISTS = 2
"""Statements, and those of each speaker."""


def test_a_denial_never_reads_as_an_assertion() -> None:
    page = render_page(denying())
    assert page.count('<span class="credit">has never believed:</span> the quay was safe') == LISTS
