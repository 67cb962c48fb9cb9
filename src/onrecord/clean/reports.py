"""One capture becomes one report: its text, its blocks with their zones, and what its own marks say about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.clean.credits import find_credits
from onrecord.clean.decode import Decoded, decode, find_problems, mend, read_characters
from onrecord.clean.given import NOTHING, Given, read_given, read_moment
from onrecord.clean.language import find_language
from onrecord.clean.mastheads import find_outlet, split_headline
from onrecord.clean.members import find_literals, read_literal, read_members
from onrecord.clean.stamps import find_day
from onrecord.clean.zones import Layout, find_blocks, read_layout
from onrecord.lexicon.languages import is_english
from onrecord.model import ids
from onrecord.model.moment import Basis, Evidence, Moment
from onrecord.model.problem import Problem
from onrecord.model.report import Outlet, Report, Zone
from onrecord.model.span import Span

if TYPE_CHECKING:
    from onrecord.model.report import Capture

_JSON = "application/json"


def read_report(capture: Capture) -> tuple[Report | None, tuple[Problem, ...]]:
    """Return the report in `capture`, or None with the problem that says why there is none.

    Nothing is raised for content. The report's text is the decoded file less a byte order mark, or the "text" of a JSON
    line; spans lead to bytes of the capture's payload by `Report.offsets`.
    """
    if capture.media_type == _JSON:
        decoded, given, problems = _read_json(capture)
    else:
        decoded, given, problems = decode(capture.payload, capture.id), NOTHING, ()
    if decoded is None:
        return None, problems
    problems += decoded.problems
    if not decoded.text.strip():
        problem = _problem(capture, "clean.no-text", "holds no text, only white space")
        return None, (*problems, problem)
    report, more = _compose(capture, decoded, given)
    return report, problems + more


def _read_json(capture: Capture) -> tuple[Decoded | None, Given, tuple[Problem, ...]]:
    characters = read_characters(capture.payload)
    line = characters.text
    members = read_members(line)
    given = read_given(members)
    bad = tuple(_problem(capture, "clean.bad-member", f"{fault}; it is left out") for fault in given.faults)
    places = find_literals(line, "text")
    literal = read_literal(line, places[-1]) if places else None
    # The parser believes the last of repeated members, which may be no string.
    if literal is None or literal.text != members.get("text"):
        if isinstance(members.get("html"), str):
            problem = _problem(
                capture, "clean.html-not-yet", 'gives "html" and no "text"; only "text" is read'
            )
        else:
            problem = _problem(capture, "clean.no-text", 'gives no "text"')
        return None, given, (*bad, problem)
    widths = bytes(_widths(characters.widths, literal.start, literal.lengths))
    decoded = mend(
        literal.text,
        widths,
        offset=sum(characters.widths[: literal.start]),
        encoding=characters.encoding,
        problems=find_problems(characters, literal.text, capture.id),
    )
    repeated: tuple[Problem, ...] = ()
    if len(places) > 1:
        repeated = (
            _problem(capture, "clean.repeated-member", 'gives "text" more than once; the last is read'),
        )
    return decoded, given, (*bad, *repeated)


def _widths(widths: bytes, start: int, lengths: tuple[int, ...]) -> list[int]:
    """Return the bytes of each letter, when it takes `lengths` characters of the line from `start` on."""
    taken: list[int] = []
    for length in lengths:
        taken.append(sum(widths[start : start + length]))
        start += length
    return taken


def _compose(capture: Capture, decoded: Decoded, given: Given) -> tuple[Report, tuple[Problem, ...]]:
    text = decoded.text
    layout = read_layout(text, title=given.title)
    blocks = find_blocks(layout, text)
    outlet = given.outlet or find_outlet(layout.lines, layout.zones, layout.body)
    problems: tuple[Problem, ...] = ()
    published = read_moment(given.date) if given.date else None
    if given.date and published is None:
        message = f"gives the date {given.date[:40]!r}, which is no ISO day; it is left out"
        problems = (_problem(capture, "clean.bad-date", message),)
    language = given.language or find_language(text)
    if language and not is_english(language):
        message = (
            f"is in a language that is not read yet ({language[:40]!r}); only marked quotations are kept"
        )
        problems += (_problem(capture, "clean.language-not-read", message),)
    report = Report(
        id=capture.id,
        paths=(capture.locator,),
        text=text,
        offsets=decoded.offsets,
        encoding=decoded.encoding,
        edits=decoded.edits,
        blocks=blocks,
        external_id=given.external_id,
        title=given.title or _find_title(layout),
        language=language,
        url=given.url,
        outlet=Outlet(id=ids.outlet_id(outlet), name=outlet) if outlet else None,
        credits=find_credits(text, blocks),
        published=published or _find_published(capture, layout),
        declared=given.declared,
    )
    return report, problems


def _find_title(layout: Layout) -> str | None:
    for line, zone in zip(layout.lines, layout.zones, strict=True):
        if zone is Zone.HEADLINE:
            return split_headline(" ".join(line.words))[0]
    return None


def _find_published(capture: Capture, layout: Layout) -> Moment | None:
    """Return the first full day that a line of the page states about itself."""
    for number, (line, zone) in enumerate(zip(layout.lines, layout.zones, strict=True)):
        dated = zone is Zone.DATELINE or (zone is Zone.BYLINE and number < layout.body)
        if dated and (found := find_day(line.text)):
            day, start, end = found
            span = Span(start, end).shifted(line.span.start)
            evidence = Evidence(report_id=capture.id, span=span)
            why = f"the page states {span.shifted(-line.span.start).of(line.text)}"
            return Moment(earliest=day, latest=day, basis=Basis.STATED, why=why, evidence=(evidence,))
    return None


def _problem(capture: Capture, code: str, message: str) -> Problem:
    return Problem(
        code=code, message=f"{capture.locator} {message}", report_id=capture.id, path=capture.locator
    )
