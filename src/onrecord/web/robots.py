"""What a host asks of programs (robots.txt, RFC 9309), looked up once a host and kept to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from protego import Protego

from onrecord.errors import WebError

if TYPE_CHECKING:
    from onrecord.web.visits import Visitor

NAME: Final = "onrecord"
LARGEST: Final = 512 * 1024
"""Bytes of a robots.txt that are read; the rest of a longer one is passed over, as the standard allows."""
LONGEST_DELAY: Final = 60.0
"""Seconds: a host that asks for longer pauses is left alone for this long between visits."""
_LEAST_DELAY: Final = 1.0
_FOUND, _GONE, _BROKEN = 200, 400, 500


class Manners:
    """Knows which pages of a host may be visited, and how long to wait in between."""

    def __init__(self, visitor: Visitor) -> None:
        self._visitor = visitor
        self._rules: dict[str, Protego | None] = {}
        self._faults: dict[str, WebError] = {}

    def may_visit(self, url: str) -> bool:
        """Tell whether the host of `url` lets programs visit it; not where its wishes cannot be learned."""
        rules = self._of(url)
        return rules is not None and rules.can_fetch(url, NAME)

    def fault(self, url: str) -> WebError | None:
        """Return why the host of `url` could not be asked, if that is why it may not be visited."""
        parts = urlsplit(url)
        return self._faults.get(f"{parts.scheme}://{parts.netloc}/robots.txt")

    def pause(self, url: str) -> float:
        """Return the seconds to wait between two visits to the host of `url`."""
        rules = self._of(url)
        asked = rules.crawl_delay(NAME) if rules is not None else None
        return min(LONGEST_DELAY, max(_LEAST_DELAY, float(asked or 0)))

    def _of(self, url: str) -> Protego | None:
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self._rules:
            self._rules[origin] = self._learn(f"{origin}/robots.txt")
        return self._rules[origin]

    def _learn(self, url: str) -> Protego | None:
        """Return a host's rules: none where it has no such file, and no leave at all where it cannot answer."""
        try:
            visit = self._visitor.visit(url)
        except WebError as fault:
            self._faults[url] = fault
            return None
        if visit.status == _FOUND:
            return Protego.parse(visit.payload[:LARGEST].decode("utf-8", "replace"))
        return Protego.parse("") if _GONE <= visit.status < _BROKEN else None
