"""When a feed is looked at again: as often as wished, less often while it fails, and never sooner than its host asks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

LONGEST_WAIT: Final = 24 * 60 * 60.0
"""Seconds: a feed that keeps failing is still looked at once a day."""
SHORTEST_WAIT: Final = 60.0
"""Seconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Poll:
    """How the last look at a feed went: what to ask with next time, and how often it failed in a row."""

    url: str
    etag: str | None = None
    modified: str | None = None
    failures: int = 0
    retry_after: int | None = None


def due_after(poll: Poll, *, every: float) -> float:
    """Return the seconds until the next look, when a look `every` so many seconds is wished.

    >>> due_after(Poll(url="https://h.example/feed"), every=900)
    900.0
    >>> due_after(Poll(url="https://h.example/feed", failures=3), every=900)
    7200.0
    """
    wished = max(SHORTEST_WAIT, float(every))
    backed_off = wished * 2.0 ** min(poll.failures, 16)
    return min(LONGEST_WAIT, max(backed_off, float(poll.retry_after or 0)))
