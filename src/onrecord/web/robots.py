"""What a host asks of programs (robots.txt, RFC 9309), looked up once a day and host, and kept to."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from protego import Protego

from onrecord.errors import WebError

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.web.visits import Visitor

NAME: Final = "onrecord"
LARGEST: Final = 512 * 1024
"""Bytes of a robots.txt that are read; the rest of a longer one is passed over, as the standard allows."""
LONGEST_DELAY: Final = 60.0
"""Seconds: a host that asks for longer pauses is left alone for this long between visits."""
LONGEST_KEPT: Final = 24 * 60 * 60.0
"""Seconds for which a host's rules hold without asking again (RFC 9309, 2.4)."""
LONGEST_SILENT: Final = 5 * 60.0
"""Seconds for which a host that could not answer is left alone."""
_LEAST_DELAY: Final = 1.0
_FOUND, _GONE, _BROKEN = 200, 400, 500


@dataclass(frozen=True, slots=True)
class _Learned:
    """The rules of a host, or why there are none, and until when that holds."""

    rules: Protego | None
    fault: WebError | None
    until: float


class Manners:
    """Knows which pages of a host may be visited, and how long to wait in between; `clock` gives seconds that only go on."""

    def __init__(self, visitor: Visitor, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._visitor = visitor
        self._clock = clock
        self._learned: dict[str, _Learned] = {}
        self._left_alone: dict[str, float] = {}

    def may_visit(self, url: str) -> bool:
        """Tell whether the host of `url` lets programs visit it; not where its wishes cannot be learned."""
        rules = self._of(url).rules
        return rules is not None and rules.can_fetch(url, NAME)

    def fault(self, url: str) -> WebError | None:
        """Return why the host of `url` could not be asked, if that is why it may not be visited."""
        return self._of(url).fault

    def leave_alone(self, url: str, seconds: float) -> None:
        """Leave the host of `url` alone for so long, a day at most: it asked for that, or it fails."""
        self._left_alone[origin_of(url)] = self._clock() + min(LONGEST_KEPT, max(LONGEST_SILENT, seconds))

    def is_left_alone(self, url: str) -> bool:
        """Tell whether the host of `url` is left alone for now."""
        until = self._left_alone.get(origin_of(url))
        return until is not None and self._clock() < until

    def pause(self, url: str) -> float:
        """Return the seconds to wait between two visits to the host of `url`."""
        rules = self._of(url).rules
        asked = rules.crawl_delay(NAME) if rules is not None else None
        return min(LONGEST_DELAY, max(_LEAST_DELAY, float(asked or 0)))

    def _of(self, url: str) -> _Learned:
        origin = origin_of(url)
        known = self._learned.get(origin)
        if known is None or known.until <= self._clock():
            known = self._learned[origin] = self._learn(f"{origin}/robots.txt")
        return known

    def _learn(self, url: str) -> _Learned:
        """Return a host's rules: none where it has no such file, and no leave at all where it cannot answer."""
        rules, fault = None, None
        try:
            visit = self._visitor.visit(url)
        except WebError as error:
            fault = error
        else:
            if visit.status == _FOUND:
                rules = Protego.parse(visit.payload[:LARGEST].decode("utf-8", "replace"))
            elif _GONE <= visit.status < _BROKEN:
                rules = Protego.parse("")
            else:
                message = f"{url} answers with status {visit.status}, so that its host cannot be asked what it allows; try again later"
                fault = WebError("web.unreachable", message)
        return _Learned(rules, fault, self._clock() + (LONGEST_SILENT if rules is None else LONGEST_KEPT))


def origin_of(url: str) -> str:
    """Return what of an address names the host that is asked.

    >>> origin_of("https://h.example/news?page=2")
    'https://h.example'
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        # No address at all: looking for its rules will tell.
        return url
    return f"{parts.scheme}://{parts.netloc}"
