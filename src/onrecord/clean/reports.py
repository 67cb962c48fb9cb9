"""One capture becomes one report: its text, its blocks with their zones, and what its own marks say about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.clean.credits import find_credits
from onrecord.clean.given import read_moment
from onrecord.clean.language import find_language
from onrecord.clean.mastheads import find_outlet, split_headline
from onrecord.clean.received import problem_of, receive
from onrecord.clean.stamps import find_day, is_date_line
from onrecord.clean.zones import Layout, find_blocks, lay_out, read_layout
from onrecord.lexicon.languages import is_english
from onrecord.model import ids
from onrecord.model.moment import Basis, Evidence, Moment
from onrecord.model.report import Outlet, Report, Zone
from onrecord.model.span import Span

if TYPE_CHECKING:
    from onrecord.clean.received import Received
    from onrecord.model.problem import Problem
    from onrecord.model.report import Capture


def read_report(capture: Capture) -> tuple[Report | None, tuple[Problem, ...]]:
    """Return the report in `capture`, or None with the problem that says why there is none.

    Nothing is raised for content. The report's text is the decoded file less a byte order mark, the "text" of a JSON
    line, or the lines of a web page; spans lead to bytes of the capture's payload by `Report.offsets`.
    """
    received, problems = receive(capture)
    if received is None:
        return None, problems
    problems += received.problems
    if not received.text.strip():
        return None, (*problems, problem_of(capture, "clean.no-text", "holds no text, only white space"))
    report, more = _compose(capture, received)
    return report, problems + more


def _compose(capture: Capture, received: Received) -> tuple[Report, tuple[Problem, ...]]:
    text, given = received.text, received.given
    if received.lines is None:
        layout = read_layout(text, title=given.title)
    else:
        layout = lay_out(received.lines, received.zones, title=given.title)
    blocks = find_blocks(layout, text)
    outlet = given.outlet or find_outlet(layout.lines, layout.zones, layout.body)
    problems: tuple[Problem, ...] = ()
    published = read_moment(given.date) if given.date else None
    if given.unread:
        message = f"gives the date {given.unread[:40]!r}, from which no day can be told; it is left out"
        problems = (problem_of(capture, "clean.bad-date", message),)
    language = given.language or find_language(text)
    if language and not is_english(language):
        message = (
            f"is in a language that is not read yet ({language[:40]!r}); only marked quotations are kept"
        )
        problems += (problem_of(capture, "clean.language-not-read", message),)
    report = Report(
        id=capture.id,
        paths=(capture.locator,),
        text=text,
        offsets=received.offsets,
        encoding=received.encoding,
        edits=received.edits,
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
        above = number < layout.body
        # The place and day of a letter further down are not those of the report.
        dated = zone is Zone.DATELINE and (above or not is_date_line(line.text))
        dated = dated or (zone is Zone.BYLINE and above)
        if dated and (found := find_day(line.text)):
            day, start, end = found
            span = Span(start, end).shifted(line.span.start)
            evidence = Evidence(report_id=capture.id, span=span)
            why = f"the page states {span.shifted(-line.span.start).of(line.text)}"
            return Moment(earliest=day, latest=day, basis=Basis.STATED, why=why, evidence=(evidence,))
    return None
