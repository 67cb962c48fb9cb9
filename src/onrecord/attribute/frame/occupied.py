"""Which characters are taken: asked often, so answered by bisection."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.model.span import Span


class Occupied:
    """The characters that some spans take; the spans may overlap."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted((span.start, span.end) for span in spans)
        self._starts = [start for start, _ in ordered]
        self._reach: list[int] = []
        furthest = 0
        for _, end in ordered:
            furthest = max(furthest, end)
            self._reach.append(furthest)

    def overlaps(self, span: Span) -> bool:
        """Tell whether any of the spans shares a character with `span`."""
        before = bisect_left(self._starts, span.end)
        return before > 0 and self._reach[before - 1] > span.start
