import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from onrecord.errors import RecordError
from onrecord.model.contents import Contents
from onrecord.publish.export.notes import printed
from onrecord.publish.notebook import Shown, show
from onrecord.record import open_record
from support.records import written
from support.taken import NASTY, ferry, saying


class Held:
    """A record of which only the contents are asked for."""

    def __init__(self, contents: Contents) -> None:
        self._contents = contents

    def contents(self) -> Contents:
        """Return them."""
        return self._contents


class Elements(HTMLParser):
    """Gathers the elements and the text of a piece of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.names: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # type: ignore[explicit-override]
        """Take in an element that begins."""
        self.names.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:  # type: ignore[explicit-override]
        """Take in text."""
        self.text += data


def html_of(shown: Shown) -> str:
    """Return what a notebook asks for."""
    return shown._repr_html_()  # pyright: ignore[reportPrivateUsage]


def drawn(contents: Contents, **part: str) -> Elements:
    return Elements(html_of(show(Held(contents), **part)))


def test_a_statement_is_shown_with_its_wordings_sources_and_notes(tmp_path: Path) -> None:
    with open_record(written(tmp_path)) as record:
        shown = show(record, statement="S1")
    text = Elements(html_of(shown)).text

    assert "“We will not raise the fares this year,”" in text
    assert "leaves out this year" in text
    assert "carried by 3 reports, 2 independent" in text
    assert "Islanders wait for a ferry, 4 March 2021" in text


@pytest.mark.parametrize("part", [{"event": "E1"}, {"speaker": "Ana Velik"}, {}], ids=str)
def test_any_part_can_be_shown(part: dict[str, str]) -> None:
    assert "12 boats" in drawn(ferry(), **part).text


@pytest.mark.parametrize("words", NASTY)
def test_any_words_are_shown_and_none_are_obeyed(words: str) -> None:
    found = drawn(saying(words, title=words, name=words, outlet=words))

    assert printed(words) in found.text
    assert set(found.names) <= {
        "article",
        "h3",
        "h4",
        "p",
        "b",
        "span",
        "sup",
        "ol",
        "li",
        "cite",
        "div",
        "a",
    }
    assert {name for name, _ in found.attributes} <= {"style", "dir", "lang", "href", "rel"}
    assert all((value or "").startswith("https://") for name, value in found.attributes if name == "href")


def test_the_same_is_said_in_markdown() -> None:
    shown = show(Held(ferry()), statement="S1")

    assert shown._repr_markdown_() == shown.markdown  # pyright: ignore[reportPrivateUsage]
    assert shown.markdown.startswith("# What Ana Velik said")


def test_what_is_not_there_or_not_one_part_is_refused() -> None:
    with pytest.raises(RecordError, match="no such statement"):
        show(Held(ferry()), statement="S9")
    with pytest.raises(ValueError, match="one part at a time, not statement and event"):
        show(Held(ferry()), statement="S1", event="E1")


def test_loading_it_loads_no_heavy_library() -> None:
    heavy = "{'pyarrow', 'pandas', 'polars', 'jinja2', 'IPython', 'sqlalchemy', 'spacy'} & set(sys.modules)"
    script = f"import sys, onrecord.publish.notebook; print(sorted({heavy}))"
    printed_out = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert printed_out.stdout.strip() == "[]"
