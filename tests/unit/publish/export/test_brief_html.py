from dataclasses import replace
from html.parser import HTMLParser

import pytest

from onrecord.publish.export.brief_html import in_place, write_brief_html
from onrecord.publish.export.briefing import brief_of
from onrecord.publish.export.chosen import Chosen
from support.cited import Cited, assert_exact
from support.taken import NASTY, denying, ferry, parts_of, saying

CONTENTS = ferry()
VOID = {"meta"}


class Reader(HTMLParser):
    """Reads footnotes as a browser would: by elements, whatever the text between them is."""

    def __init__(self) -> None:
        super().__init__()
        self.notes: list[Cited] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.ids: list[str] = []
        self.targets: list[str] = []
        self._number = 0
        self._texts: dict[str, str] = {}
        self._words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # type: ignore[explicit-override]
        """Take in an element that begins."""
        given = dict(attrs)
        self.ids += [own] if (own := given.get("id")) else []
        if tag == "a" and (given.get("href") or "").startswith("#"):
            self.targets.append((given["href"] or "")[1:])
        if tag == "li" and (given.get("id") or "").startswith("note-"):
            self._number, self._texts, self._words = int((given["id"] or "")[5:]), {"p": "", "where": ""}, []
        if self._number and given.get("class") == "words":
            self._words.append("")
        if tag not in VOID:
            self.tags.append((tag, given))

    def handle_data(self, data: str) -> None:  # type: ignore[explicit-override]
        """Take in text."""
        if not self._number:
            return
        classes = [given.get("class") for _, given in self.tags]
        if "words" in classes:
            self._words[-1] += data
        self._texts["where" if "where" in classes else "p"] += data

    def handle_endtag(self, tag: str) -> None:  # type: ignore[explicit-override]
        """Take in the end of an element."""
        assert self.tags[-1][0] == tag
        self.tags.pop()
        if tag == "li" and self._number:
            where = " ".join(self._texts["where"].split())
            self.notes.append(Cited(self._number, self._texts["p"], tuple(self._words), where))
            self._number = 0


def read(payload: bytes) -> Reader:
    reader = Reader()
    reader.feed(payload.decode())
    reader.close()
    return reader


@pytest.mark.parametrize("choice", parts_of(CONTENTS), ids=lambda one: one.part.value)
def test_every_citation_is_exact(choice: Chosen) -> None:
    reader = read(write_brief_html(CONTENTS, choice))

    assert reader.notes
    assert_exact(CONTENTS, reader.notes)


@pytest.mark.parametrize("words", NASTY)
def test_any_words_are_shown_and_none_are_obeyed(words: str) -> None:
    contents = saying(words, title=words, name=words, outlet=words)
    payload = write_brief_html(contents, Chosen())
    reader = read(payload)

    assert_exact(contents, reader.notes)
    assert b"<script" not in payload
    assert b"javascript:" not in payload.replace(b"](javascript:", b"")
    assert ("a sign stands for" in payload.decode()) == any(
        one in words for one in "\x00\x07\x1b\ud83d\u202e"
    )


@pytest.mark.parametrize("choice", parts_of(CONTENTS), ids=lambda one: one.part.value)
def test_every_link_within_leads_somewhere_and_no_anchor_stands_twice(choice: Chosen) -> None:
    reader = read(write_brief_html(CONTENTS, choice))

    assert len(reader.ids) == len(set(reader.ids))
    assert set(reader.targets) <= set(reader.ids)


def test_the_same_contents_give_the_same_page_and_nothing_is_fetched() -> None:
    payload = write_brief_html(CONTENTS, Chosen())

    assert payload == write_brief_html(CONTENTS, Chosen())
    assert b"default-src &#39;none&#39;" in payload
    assert b"src=" not in payload
    assert b"@import" not in payload


def test_a_note_leads_to_its_words_in_the_outlets_own_page() -> None:
    notes = brief_of(saying("one-two, three & four"), Chosen()).notes
    long = brief_of(saying(" ".join(f"word{number}" for number in range(40))), Chosen()).notes[0]

    assert in_place(notes[0]) == (
        "https://gazette.example/a-day?x=1&y={2}#:~:text=one%2Dtwo%2C%20three%20%26%20four"
    )
    assert (in_place(long) or "").endswith(
        "#:~:text=word0%20word1%20word2%20word3,word36%20word37%20word38%20word39"
    )
    assert in_place(replace(long, url=None)) is None
    assert "#part:~:text=" in (in_place(replace(long, url="https://gazette.example/#part")) or "")


def test_a_denial_never_reads_as_an_assertion() -> None:
    page = write_brief_html(denying(), Chosen()).decode()
    assert (
        '<span class="credit">has never believed:</span> <span class="words">the quay was safe</span>' in page
    )
