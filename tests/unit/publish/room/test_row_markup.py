from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from typing_extensions import override

from onrecord.model.listing import Asked, Named
from onrecord.publish.room.row_markup import sources, speakers, statement_row, wording
from onrecord.publish.room.rows import Run, shown_statements
from support.room import visiting

if TYPE_CHECKING:
    from pathlib import Path


class Opened(HTMLParser):
    """The tags of a piece of mark-up that are not closed, and its words."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.words = ""
        self.feed(markup)

    @override
    def handle_starttag(self, tag: str, attrs: object) -> None:
        """Note that it is open."""
        del attrs
        self.open.append(tag)

    @override
    def handle_endtag(self, tag: str) -> None:
        """Close the last, which must be this one."""
        assert self.open.pop() == tag

    @override
    def handle_data(self, data: str) -> None:
        """Keep words."""
        self.words += data


def test_a_row_escapes_what_came_in_with_reports(tmp_path: Path) -> None:
    with visiting(tmp_path) as visit:
        one = shown_statements(visit.record.list_statements(Asked(most=1)).rows)[0]
    wild = '<i x="\x00'
    row = replace(
        one.row, speakers=(Named(id=wild, name=wild),), event=Named(id=wild, name=wild), language=wild
    )
    shown = replace(one, row=row, runs=(Run(wild),), about=(wild,), credit=wild, when=wild, place=wild)
    markup = str(statement_row(shown))
    told = Opened(markup)
    assert not told.open
    assert "<i" not in markup
    assert "\x00" not in markup
    assert told.words.count('<i x="␀') == 6


def test_a_row_leaves_out_what_the_page_of_its_event_says(tmp_path: Path) -> None:
    with visiting(tmp_path) as visit:
        rows = visit.record.list_statements(Asked()).rows
        one = next(one for one in shown_statements(rows) if one.row.event and one.row.said)
    event = one.row.event
    assert event
    assert event.name in statement_row(one)
    assert one.when in statement_row(one, event.id, "another day")
    left = statement_row(one, event.id, one.when)
    assert event.name not in Opened(left).words
    assert f"<span>{one.when}</span>" not in left


def test_of_many_sources_a_few_are_drawn() -> None:
    assert "●●○</span> 3 reports, 2 independent" in sources(3, 2)
    assert "●</span> 1 report<" in sources(1, 1)
    assert sources(2000, 1000).count("●") == 9
    assert sources(2000, 1000).count("○") == 6


def test_who_is_not_known_leads_to_all_such() -> None:
    assert 'href="/speaker/unknown"' in speakers(())
    assert " and " in speakers((Named(id="p1", name="A"), Named(id="p2", name="B")))


def test_a_wording_has_its_language_and_direction() -> None:
    assert wording((Run("x"),), "ar").startswith('<span class="words" lang="ar" dir="rtl">')
    assert wording((Run("x"),), None).startswith('<span class="words" lang="und" dir="auto">')
