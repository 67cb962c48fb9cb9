"""Where the room has what: every address is built here, from ids that come from content."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from onrecord.model.ids import DIGITS
from onrecord.publish.page.citations import shortened
from onrecord.publish.page.wording import UNKNOWN_OUTLET

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.model.attribution import Attribution
    from onrecord.model.moment import Evidence
    from onrecord.model.span import Span
    from onrecord.publish.page.citations import Citation

UNKNOWN = "unknown"
"""Stands for the id of a speaker that nobody knows."""
TITLE = 46
"""Characters of a title that name a report in passing."""
_KINDS = {
    "s": "statement",
    "e": "event",
    "t": "story",
    "p": "speaker",
    "r": "report",
    "l": "why",
    "d": "why",
    "c": "why",
}


_ID = re.compile(rf"(?<![\w-])([setprld][0-9a-f]{{{DIGITS}}})(?![\w-])")

_LISTED = {"/": "stories", "/search": "statements", "/divergences": "divergences"}
"""Pages that go by another name than what they list."""
_SAME = frozenset({"speakers", "outlets", "reports", "events", "matrix", "problems", "corrections"})
_EACH = {
    "statement": "statements",
    "event": "events",
    "story": "stories",
    "speaker": "speakers",
    "report": "reports",
}


def as_json(path: str) -> str:
    """Return where the API has what the page at `path` shows; its own description where it has nothing of the kind.

    >>> as_json("/statement/s1f"), as_json("/"), as_json("/help")
    ('/api/v1/statements/s1f', '/api/v1/stories', '/api/v1/openapi.json')
    """
    kind, _, thing = path.strip("/").partition("/")
    if thing and kind in _EACH and thing != UNKNOWN:
        return f"/api/v1/{_EACH[kind]}/{thing}"
    if path in _LISTED or (kind in _SAME and not thing):
        return f"/api/v1/{_LISTED.get(path, kind)}"
    return "/api/v1/openapi.json"


def address(path: str, **asked: object) -> str:
    """Return a path with its question; what is asked as None or nothing is left out.

    >>> address("/search", q="no-fly zone", page=None)
    '/search?q=no-fly+zone'
    """
    given = {name.rstrip("_"): value for name, value in asked.items() if value not in (None, "")}
    return f"{path}?{urlencode(given)}" if given else path


def linked(sentence: str) -> tuple[tuple[str, str | None], ...]:
    """Return a sentence in runs of its words, those that are ids with where what they name is told.

    >>> linked("Told by r0123456789abcdef0123.")
    (('Told by ', None), ('r0123456789abcdef0123', '/report/r0123456789abcdef0123'), ('.', None))
    """
    to = Addresses()
    runs = enumerate(_ID.split(sentence))
    return tuple((words, to.thing(words) if odd % 2 else None) for odd, words in runs if words)


def written_spans(spans: Iterable[Span]) -> str:
    """Return spans as an address has them: ``12-40,60-80``."""
    return ",".join(f"{span.start}-{span.end}" for span in spans)


class Addresses:
    """Links between the pages of the room. No numbers: those of a page would be others than those of commands."""

    def place(self, cited: Citation) -> str:
        """Return where the cited words stand, marked, in their report."""
        return self.spans(cited.report_id, cited.spans)

    def spans(self, report_id: str, spans: Iterable[Span]) -> str:
        """Return the report opened at these characters."""
        return f"/report/{quote(report_id, safe='')}?at={written_spans(spans)}#at"

    def evidence(self, evidence: Evidence) -> str:
        """Return the report opened at this evidence."""
        return self.spans(evidence.report_id, (evidence.span,))

    def standing(self, attribution: Attribution) -> str:
        """Return the report opened at an attribution's content."""
        return self.spans(attribution.report_id, attribution.content)

    def name(self, cited: Citation) -> str:
        """Return outlet and title."""
        return self.title(None if cited.outlet == UNKNOWN_OUTLET else cited.outlet, cited.title)

    @staticmethod
    def title(outlet: str | None, title: str) -> str:
        """Return a report's outlet, if it is named, and the beginning of its title."""
        short = shortened(title, TITLE)
        short = short if short == title else f"{short} …"
        return f"{outlet}: {short}" if outlet else short

    def statement(self, statement_id: str) -> str:
        """Return where a statement is told."""
        return f"/statement/{quote(statement_id, safe='')}"

    def event(self, event_id: str) -> str:
        """Return where an event is told."""
        return f"/event/{quote(event_id, safe='')}"

    def story(self, story_id: str) -> str:
        """Return where a story is told."""
        return f"/story/{quote(story_id, safe='')}"

    def speaker(self, entity_id: str | None) -> str:
        """Return where a speaker, or (None) unknown ones, is told."""
        return f"/speaker/{quote(entity_id or UNKNOWN, safe='')}"

    def report(self, report_id: str) -> str:
        """Return where a report stands in full."""
        return f"/report/{quote(report_id, safe='')}"

    def occasion(self, entity_id: str | None, event_id: str | None) -> str:
        """Return where it is listed what a speaker said at an event, or at none in particular."""
        return f"{self.speaker(entity_id)}#at-{event_id or 'no-event'}"

    def why(self, any_id: str) -> str:
        """Return where it is told why something is as the record has it."""
        return f"/why/{quote(any_id, safe='')}"

    def thing(self, any_id: str) -> str:
        """Return where what has this id is told, by the letter it begins with."""
        return f"/{_KINDS.get(any_id[:1], 'why')}/{quote(any_id, safe='')}"

    def outlet(self, outlet_id: str) -> str:
        """Return the list of an outlet's reports."""
        return address("/reports", outlet=outlet_id)
