"""Which drafts stand near which: asked for every draft of a report, so answered by place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.attribute.frame.drafts import Draft
    from onrecord.model.span import Span

_STRIDE: Final = 512
"""Characters of one place."""


class Nearby:
    """Finds the drafts that share a character of content with another."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        self._drafts: list[Draft] = []
        self._at: dict[int, list[int]] = {}
        for draft in drafts:
            self.add(draft)

    def add(self, draft: Draft) -> None:
        """Add one more draft behind the others."""
        for place in sorted(set(_places(draft.content))):
            self._at.setdefault(place, []).append(len(self._drafts))
        self._drafts.append(draft)

    def overlapping(self, content: Sequence[Span]) -> list[int]:
        """Return the indices of the drafts that share a character with `content`, in order."""
        near = {index for place in _places(content) for index in self._at.get(place, ())}
        return [index for index in sorted(near) if shared(self._drafts[index].content, content)]


def _places(content: Sequence[Span]) -> Iterator[int]:
    for span in content:
        yield from range(span.start // _STRIDE, span.end // _STRIDE + 1)


def shared(one: Sequence[Span], other: Sequence[Span]) -> int:
    """Return how many characters two contents share."""
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)


def likeness(one: Sequence[Span], other: Sequence[Span]) -> float:
    """Return how far two contents are the same, from 0 to 1: twice the shared characters over all characters."""
    size = sum(len(span) for span in (*one, *other))
    return 2 * shared(one, other) / size if size else 0.0
