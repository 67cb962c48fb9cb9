"""Pages that try to break their reader: every one gives a result in bounded time and room, and no text is lost unsaid."""

from __future__ import annotations

import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.clean import read_report
from onrecord.model.report import Report, Zone
from onrecord.model.span import Span
from onrecord.pipeline import read_pile
from onrecord.settings import Settings
from support.captures import html, json_line, plain, read

if TYPE_CHECKING:
    from pathlib import Path

SAID = "“We stay,” the mayor of Port Carrow said on Friday, and nobody left the room before midnight."
PARAGRAPH = f"<p>{SAID}</p>"
LONGEST_TIME = 60
"""Seconds of the processor."""

HOSTILE = {
    "five thousand nested elements": "<div>" * 5000 + PARAGRAPH + "</div>" * 5000,
    "nested elements without end": "<div>" * 200_000 + PARAGRAPH,
    "formatting left open": "".join(f"<b id={n}>" for n in range(3000)) + "<p>x" * 3000 + PARAGRAPH,
    "blocks below many open elements": "<div>" * 30_000 + "<h1></h1>" * 30_000 + PARAGRAPH,
    "ten megabytes of tags": "<i></i>" * 1_400_000 + PARAGRAPH,
    "many one-word paragraphs": "<p>x" * 40_000 + PARAGRAPH,
    "text where tables hold none": "<table>" + "<p>x<tr>" * 20_000 + "</table>" + PARAGRAPH,
    "columns without number": f"<table><tr><td colspan=9007199254740991 rowspan=9007199254740991>a<td>b</table>{PARAGRAPH}",
    "nested lists": "<ul><li>" * 20_000 + SAID,
    "nested templates and pictures": "<template>" * 5000 + "</template>" * 5000 + "<svg>" * 5000 + "</svg>" * 5000 + PARAGRAPH,
    "entities that laugh": '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
    f'<html xmlns="http://www.w3.org/1999/xhtml"><p>&b;</p>{PARAGRAPH}',
    "references to no character": "<p>" + "&#xD800;&#0;&#x110000;&#128;&nonsense;" * 20_000 + "</p>" + PARAGRAPH,
    "nested arrays of linked data": "<script type=application/ld+json>" + "[" * 200_000 + "</script>" + PARAGRAPH,
    "nested objects of linked data": "<script type=application/ld+json>" + '{"@graph":' * 200_000 + "</script>" + PARAGRAPH,
    "a giant attribute": f"<div class='{'related ' * 1_000_000}'>{PARAGRAPH}</div>",
    "many attributes": "<div " + " ".join(f"a{n}=1" for n in range(200_000)) + f">{PARAGRAPH}</div>",
    "a picture of twenty megabytes": f"<img src='data:image/png;base64,{'A' * 20_000_000}'>{PARAGRAPH}",
    "a script that writes text": "<script>document.write('<p>Hidden words.</p>')</script>" * 5000 + PARAGRAPH,
    "conditional comments": f"<!--[if IE]><p>Old</p><![endif]-->{PARAGRAPH}<!--[if !IE]><!-->{PARAGRAPH}<!--<![endif]-->",
    "plain text without end": f"{PARAGRAPH}<plaintext><b>Rest",
    "blanks without break": "<p>w" + "\u00a0" * 300_000 + f"x</p>{PARAGRAPH}",
    "angles that begin no tag": "<p>" + "<" * 300_000 + f"</p>{PARAGRAPH}",
    "zeros": PARAGRAPH.replace("Port", "Po\0rt") + "\0" * 100_000,
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_page_is_read_in_bounded_time_and_its_words_are_kept(name: str) -> None:
    begun = time.process_time()
    report, problems = read_report(html(HOSTILE[name]))
    assert time.process_time() - begun < LONGEST_TIME
    assert report is not None, problems
    assert SAID.replace("Port", "Po\ufffdrt" if name == "zeros" else "Port") in report.text


@pytest.mark.parametrize("name", ["formatting left open", "blocks below many open elements"])
def test_what_is_not_sorted_is_said(name: str) -> None:
    assert "clean.markup-not-sorted" in [problem.code for problem in read_report(html(HOSTILE[name]))[1]]


@pytest.mark.parametrize(
    "page", ["<!--" * 100_000 + PARAGRAPH, "<script>" * 50_000, "<" * 500_000, "<!" * 300_000, "<a " * 300_000, "&" * 500_000]
)  # fmt: skip
def test_markup_that_never_ends_gives_a_result(page: str) -> None:
    begun = time.process_time()
    read_report(html(page))
    assert time.process_time() - begun < LONGEST_TIME


_LINE = """
import sys
sys.path[:0] = {path!r}
from support.captures import html
from onrecord.clean import read_report
report, problems = read_report(html("<p>" + "word " * 10_000_000))
status = open("/proc/self/status", encoding="ascii").read()
# Not what the system counts for it: that begins with the size of whoever started it.
print([problem.code for problem in problems], status.partition("VmHWM:")[2].split()[0])
"""


def test_a_line_of_fifty_megabytes_takes_less_than_a_gigabyte_and_is_said_to_be_too_long() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _LINE.format(path=sys.path)], capture_output=True, text=True, check=True
    )
    codes, _, kilobytes = done.stdout.rpartition(" ")
    assert codes == "['clean.page-too-long']"
    assert int(kilobytes) < 1024 * 1024


@pytest.mark.parametrize("form", ["plain text", "JSON line", "page in a JSON line"])
def test_a_line_of_fifty_megabytes_of_any_other_kind_is_told_at_once(form: str) -> None:
    words = "word " * 10_000_000
    captures = {
        "plain text": lambda: plain(words),
        "JSON line": lambda: json_line(text=words),
        "page in a JSON line": lambda: json_line(html="<p>" + words),
    }
    begun = time.process_time()
    report, problems = read_report(captures[form]())
    assert time.process_time() - begun < LONGEST_TIME
    assert report is None
    assert [problem.code for problem in problems] == ["clean.text-too-long"]


TRICKS = "\u202e\u2066\u200b\u200d\u2069\ufeff"
"""Marks that turn the order of letters, and letters of no width."""


def test_marks_without_width_stand_in_the_text_as_they_came_and_hide_nobody_s_words() -> None:
    page = f"<article><p>Anna\u200b Ve\u202elik\u202c, the mayor, said: “We \u2066never\u2069 left\u200d the quay.”</p>{PARAGRAPH}</article>"
    report = read(html(page))
    assert "Anna\u200b Ve\u202elik\u202c, the mayor" in report.text
    assert "“We \u2066never\u2069 left\u200d the quay.”" in report.text


def test_a_quotation_opened_by_marks_without_width_does_not_run_over_the_whole_text(tmp_path: Path) -> None:
    more = "".join(f"<p>Boat number {n} lay at the quay on Friday and was not moved.</p>" for n in range(30))
    page = (
        f"<article><h1>Quay</h1><p>“{TRICKS}We stay, the mayor\u202e of Port Carrow said.</p>{more}</article>"
    )
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    contents = read_pile([str(tmp_path)], settings=Settings(vectors=False), jobs=1)
    for reading in contents.readings:
        for attribution in reading.attributions:
            assert sum(len(span) for span in attribution.content) < 300


def test_words_that_are_hidden_or_of_readers_are_never_the_report_s() -> None:
    page = (
        f"<article>{PARAGRAPH}<p>Works start in May, she added, and will last two years at the least.</p></article>"
        "<div hidden><p>“I resign,” the mayor said on Friday, in words that nobody sees on the page.</p></div>"
        "<div class=comments><p>“I resign,” the mayor said on Friday, writes somebody who was not there.</p></div>"
    )
    report = read(html(page))
    zones = {block.span.of(report.text): block.zone for block in report.blocks}
    assert [zone for text, zone in zones.items() if "resign" in text] == [Zone.FURNITURE, Zone.FURNITURE]


_MARKUP = (
    "<p> </p> <div> </div> <b> </b> <a|href=x> </a> <table> <tr> <td> </table> <blockquote> <ul><li> <h1> <br> <!-- --> <script> </script>"
    " <svg> <math> <select> <form> <plaintext> <textarea> <title> </title> <template> <nav> &amp; &#x0; &#xD800; &lt &notit; “No,”|she|said."
    " word Word. < > & ' \" = 2014-05-06 Updated: <meta|name=date|content=2014-05-06> <html|lang=en>"
)
PIECES = st.sampled_from(
    [piece.replace("|", " ") for piece in _MARKUP.split()] + list("\0\ud800\u202e\u200b\r\n\t\f ")
)


@settings(deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_page_gives_blocks_that_lead_to_its_bytes(source: str) -> None:
    payload = source.encode("utf-8", "surrogatepass")
    report, _ = read_report(html(payload))
    if report is not None:
        assert_sound(report, payload)


def assert_sound(report: Report, payload: bytes) -> None:
    """Check that blocks are sorted and apart, and that every letter of theirs leads to bytes of the payload, in order."""
    done = 0
    for block in report.blocks:
        assert done <= block.span.start <= block.span.end <= len(report.text)
        done = block.span.end
        for place in range(block.span.start, block.span.end):
            taken = report.offsets.to_captured(Span(place, place + 1))
            assert 0 <= taken.start <= taken.end <= len(payload)
            letter = report.text[place]
            if letter.isascii() and letter.isalpha() and len(taken) == 1:
                assert payload[taken.start : taken.end] == letter.encode()
