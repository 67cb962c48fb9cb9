"""A capture's bytes as text, by the kind of thing they are: plain text, a web page, or a JSON line that holds either."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from onrecord.clean.decode import decode, find_problems, mend, read_characters, read_page_characters
from onrecord.clean.given import NOTHING, Given, find_fault, read_given, without_halves
from onrecord.clean.members import Number, find_literals, read_literal, read_members
from onrecord.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.clean.decode import Decoded
    from onrecord.clean.lines import Line
    from onrecord.clean.pages import Page
    from onrecord.model.report import Capture, Zone
    from onrecord.model.span import Edit, OffsetMap

JSON: Final = "application/json"
HTML: Final = "text/html"
LONGEST_TEXT: Final = 400_000
"""Characters of a report's text: no report is as long, and finding what was said in them takes its time."""
_SHOWN: Final = 200
"""Characters of names that a problem shows."""
MOST_BYTES: Final = 4
"""Bytes of one character in any encoding that is read."""
LONGEST_MARKUP: Final = 16_000_000
"""Characters of a page within a JSON line, each of whose letters is kept with its way back to the line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """The text of a capture, the way back to its bytes, and what the input says beside it.

    `lines` with their `zones` (None where the line itself must tell) are there for a page, whose elements tell them.
    """

    text: str
    offsets: OffsetMap
    encoding: str
    given: Given
    edits: tuple[Edit, ...] = ()
    problems: tuple[Problem, ...] = ()
    lines: tuple[Line, ...] | None = None
    zones: tuple[Zone | None, ...] = ()


def receive(capture: Capture) -> tuple[Received | None, tuple[Problem, ...]]:
    """Return what `capture` says as text, or None with the problems that say why it says nothing."""
    if capture.media_type == JSON:
        return _receive_json(capture)
    if capture.media_type == HTML:
        return _receive_html(capture)
    if len(capture.payload) > MOST_BYTES * LONGEST_TEXT:
        return None, _text_too_long(capture, f"{len(capture.payload)} bytes")
    decoded = decode(capture.payload, capture.id, stated=capture.declared.get("charset", ""))
    if len(decoded.text) > LONGEST_TEXT:
        return None, _text_too_long(capture, f"{len(decoded.text)} characters")
    return _as_received(decoded, _declared(capture)), ()


def problem_of(capture: Capture, code: str, message: str) -> Problem:
    """Return a problem that names the capture's place and its report."""
    return Problem(
        code=code, message=f"{capture.locator} {message}", report_id=capture.id, path=capture.locator
    )


def _as_received(decoded: Decoded, given: Given) -> Received:
    return Received(
        text=decoded.text,
        offsets=decoded.offsets,
        encoding=decoded.encoding,
        edits=decoded.edits,
        given=given,
        problems=decoded.problems,
    )


def _declared(capture: Capture) -> Given:
    """Return what the container said about a capture: the address in an archive, the day in a feed."""
    return read_given(capture.declared) if capture.declared else NOTHING


def _receive_html(capture: Capture) -> tuple[Received | None, tuple[Problem, ...]]:
    from onrecord.clean.pages import read_page

    characters = read_page_characters(capture.payload, stated=capture.declared.get("charset", ""))
    page = read_page(characters.text, characters.widths)
    if fault := _too_long(capture, page):
        return None, fault
    problems = find_problems(characters, characters.text, capture.id) + _unsorted(capture, page)
    return _received(page, characters.encoding, _believed(_declared(capture), page.given), problems), ()


def _received(page: Page, encoding: str, given: Given, problems: tuple[Problem, ...]) -> Received:
    return Received(
        text=page.text,
        offsets=page.offsets,
        encoding=encoding,
        given=given,
        problems=problems,
        lines=page.lines,
        zones=page.zones,
    )


def _too_long(capture: Capture, page: Page) -> tuple[Problem, ...]:
    """Return the problem of a page with more text than one report has."""
    if len(page.text) <= LONGEST_TEXT:
        return ()
    message = f"holds {len(page.text)} characters of text, more than the {LONGEST_TEXT} that are read of one page; split it"
    return (problem_of(capture, "clean.page-too-long", message),)


def _text_too_long(capture: Capture, size: str) -> tuple[Problem, ...]:
    message = f"is longer than any report ({size}; {LONGEST_TEXT} characters are read of one); split it"
    return (problem_of(capture, "clean.text-too-long", message),)


def _unsorted(capture: Capture, page: Page) -> tuple[Problem, ...]:
    """Return the problem of a page whose markup is too much to be sorted."""
    if page.load is None:
        return ()
    message = f"{page.load}, more than can be sorted; all its lines are read, without telling menus from text by their elements"
    return (problem_of(capture, "clean.markup-not-sorted", message),)


def _receive_json(capture: Capture) -> tuple[Received | None, tuple[Problem, ...]]:
    characters = read_characters(capture.payload)
    line = characters.text
    members = read_members(line)
    given = read_given(members)
    wrong = [said for name in ("text", "html") if (said := find_fault(name, members.get(name)))]
    told = (*given.faults, *wrong)
    faults = [problem_of(capture, "clean.bad-member", f"{fault}; it is left out") for fault in told]
    for name, longest in (("text", LONGEST_TEXT), ("html", LONGEST_MARKUP)):
        stated = members.get(name)
        if isinstance(stated, str) and len(stated) > longest:
            return None, (*faults, *_text_too_long(capture, f"{len(stated)} characters"))
        places = find_literals(line, name)
        literal = read_literal(line, places[-1]) if places else None
        # The parser believes the last of repeated members, which may be no string.
        if literal is None or literal.text != stated:
            continue
        if len(places) > 1:
            message = f'gives "{name}" more than once; the last is read'
            faults.append(problem_of(capture, "clean.repeated-member", message))
        widths = bytes(_widths(characters.widths, literal.start, literal.lengths))
        offset = sum(characters.widths[: literal.start])
        problems = find_problems(characters, literal.text, capture.id)
        if name == "html":
            from onrecord.clean.pages import read_page

            page = read_page(literal.text, widths, offset=offset)
            if fault := _too_long(capture, page):
                return None, (*faults, *fault)
            problems += _unsorted(capture, page)
            believed = _believed(given, page.given)
            return _received(page, characters.encoding, believed, problems), tuple(faults)
        decoded = mend(literal.text, widths, offset=offset, encoding=characters.encoding, problems=problems)
        return _as_received(decoded, given), tuple(faults)
    strings = (
        name for name, value in members.items() if isinstance(value, str) and not isinstance(value, Number)
    )
    named = ", ".join(strings)[:_SHOWN]
    way_out = f" (its members are {named}); say which holds the text (--column text=NAME)" if named else ""
    message = f'gives no "text" and no "html"{" that is a string" if wrong else ""}{way_out}'
    return None, (*faults, problem_of(capture, "clean.no-text", without_halves(message)))


def _widths(widths: bytes, start: int, lengths: tuple[int, ...]) -> list[int]:
    """Return the bytes of each letter, when it takes `lengths` characters of the line from `start` on."""
    taken: list[int] = []
    for length in lengths:
        taken.append(sum(widths[start : start + length]))
        start += length
    return taken


def _believed(given: Given, page: Given) -> Given:
    """Return what the input says, and where it says nothing, what the page says of itself."""
    declared: Mapping[str, str] = {**page.declared, **given.declared}
    day = given.date or page.date
    return replace(
        given,
        title=given.title or page.title,
        url=given.url or page.url,
        outlet=given.outlet or page.outlet,
        date=day,
        unread=given.unread or (None if day else page.unread),
        language=given.language or page.language,
        declared=dict(sorted(declared.items())),
    )
