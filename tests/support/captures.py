"""Captures made of a few characters, and short ways to look at what is read from them."""

import json
from dataclasses import replace
from pathlib import Path

from onrecord.clean import read_report
from onrecord.model import ids
from onrecord.model.report import Capture, Report


def plain(text: str | bytes, *, locator: str = "report.txt") -> Capture:
    """Return the capture of a plain-text file."""
    payload = text.encode() if isinstance(text, str) else text
    return Capture(id=ids.report_id(payload), payload=payload, media_type="text/plain", locator=locator)


def html(page: str | bytes, *, locator: str = "page.html") -> Capture:
    """Return the capture of a web page."""
    return replace(plain(page, locator=locator), media_type="text/html")


def json_line(line: str | bytes | None = None, /, **members: object) -> Capture:
    """Return the capture of a JSON line, given as it is written or by its members."""
    written = json.dumps(members) if line is None else line
    payload = written.encode() if isinstance(written, str) else written
    return Capture(
        id=ids.report_id(payload), payload=payload, media_type="application/json", locator="pile.jsonl#1"
    )


def read(capture: Capture) -> Report:
    """Return the report of a capture that has one."""
    report, problems = read_report(capture)
    assert report is not None, problems
    return report


def codes(capture: Capture) -> list[str]:
    """Return the codes of the problems that reading the capture gives."""
    return [problem.code for problem in read_report(capture)[1]]


def zoned(*lines: str) -> list[tuple[str, str]]:
    """Return zone and characters of each block of the text of these lines; an empty string is a blank line."""
    text = "\n".join(lines)
    return [(str(block.zone), block.span.of(text)) for block in read(plain(text)).blocks]


def zones(*lines: str) -> list[str]:
    """Return only the zones of the blocks of these lines."""
    return [zone for zone, _ in zoned(*lines)]


def shared(*parts: str) -> Path:
    """Return a path in the shared development data beside the checkout."""
    return Path(__file__).resolve().parents[2].joinpath("..", "shared", *parts)
