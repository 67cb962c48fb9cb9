"""Where things are, for templates that several pages share: on the page in one file, places of the page itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from onrecord.publish.page.speakers import UNKNOWN_ANCHOR, occasion_anchor

if TYPE_CHECKING:
    from onrecord.publish.page.citations import Citation


class Links(Protocol):
    """Gives the address of a thing by its id, and the words under which a cited report goes."""

    def place(self, cited: Citation) -> str:
        """Return where the cited words stand."""
        ...

    def name(self, cited: Citation) -> str:
        """Return the words for the report that is cited."""
        ...

    def statement(self, statement_id: str) -> str:
        """Return where a statement is told."""
        ...

    def event(self, event_id: str) -> str:
        """Return where an event is told."""
        ...

    def speaker(self, entity_id: str | None) -> str:
        """Return where a speaker, or (None) unknown ones, is told."""
        ...

    def report(self, report_id: str) -> str:
        """Return where a report stands in full."""
        ...

    def occasion(self, entity_id: str | None, event_id: str | None) -> str:
        """Return where it is listed what a speaker said at an event, or at none in particular."""
        ...


class Anchors:
    """Links within one page: every id is an anchor."""

    def place(self, cited: Citation) -> str:
        """Return where the cited words stand."""
        return f"#{cited.anchor}"

    def name(self, cited: Citation) -> str:
        """Return outlet and number: every report has its number on this page."""
        return f"{cited.outlet}, {cited.number}"

    def statement(self, statement_id: str) -> str:
        """Return where a statement is told."""
        return f"#{statement_id}"

    def event(self, event_id: str) -> str:
        """Return where an event is told."""
        return f"#{event_id}"

    def speaker(self, entity_id: str | None) -> str:
        """Return where a speaker, or (None) unknown ones, is told."""
        return f"#{entity_id or UNKNOWN_ANCHOR}"

    def report(self, report_id: str) -> str:
        """Return where a report stands in full."""
        return f"#{report_id}"

    def occasion(self, entity_id: str | None, event_id: str | None) -> str:
        """Return where it is listed what a speaker said at an event, or at none in particular."""
        return f"#{occasion_anchor(entity_id or UNKNOWN_ANCHOR, event_id)}"
