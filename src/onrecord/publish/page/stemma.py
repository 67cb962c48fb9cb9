"""Who copied whom as a drawing: each text below the text it descends from, as editors draw manuscripts.

A tree in rows, not a map: it reads from top to bottom like the table beside it, and its words keep their size on
a narrow screen.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.publish.page.outlets import Copying

ROW = 36
"""Height of a row, in units of the drawing."""
STEP = 22
"""How far a copy stands to the right of its origin."""
DEEPEST = 5
LABEL = 30
"""Characters of a label that are drawn; the table has the whole name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One report, or an origin outside the pile, at its place in the drawing."""

    key: str
    label: str
    left: int
    top: int
    inside: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """The way from an origin to a copy: down, then right. `directed` is False where nothing tells who was first."""

    left: int
    top: int
    right: int
    bottom: int
    directed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Stemma:
    """The drawing: its height, and what stands in it."""

    height: int
    nodes: tuple[Node, ...]
    lines: tuple[Line, ...]


def stemma(rows: Sequence[Copying]) -> Stemma | None:
    """Draw `rows`, or return None when nobody copied."""
    if not rows:
        return None
    labels: dict[str, tuple[str, bool]] = {}
    below: dict[str, list[tuple[str, bool]]] = defaultdict(list)
    for row in rows:
        source, copy = _key(row), row.copy.id
        labels[source] = (_label(row.source_outlet, row.source_number), row.source is not None)
        labels[copy] = (_label(row.copy_outlet, row.copy_number), True)
        below[source].append((copy, row.directed))
    children = {child for copies in below.values() for child, _ in copies}
    roots = [key for key in labels if key not in children]
    placed: dict[str, Node] = {}
    # Reports that copy each other in a ring have no root: each of them is tried.
    for root in [*roots, *labels]:
        _place(root, labels, below, placed)
    lines = tuple(
        Line(
            left=placed[source].left,
            top=placed[source].top,
            right=placed[copy].left,
            bottom=placed[copy].top,
            directed=directed,
        )
        for source, copies in below.items()
        for copy, directed in copies
    )
    return Stemma(height=ROW * len(placed), nodes=tuple(placed.values()), lines=lines)


def _place(
    root: str,
    labels: dict[str, tuple[str, bool]],
    below: dict[str, list[tuple[str, bool]]],
    placed: dict[str, Node],
) -> None:
    waiting = [(root, 0)]
    while waiting:
        key, depth = waiting.pop()
        if key in placed:
            continue
        label, inside = labels[key]
        placed[key] = Node(
            key=key,
            label=label,
            left=12 + STEP * min(depth, DEEPEST),
            top=ROW * len(placed) + ROW // 2,
            inside=inside,
        )
        waiting += [(copy, depth + 1) for copy, _ in reversed(below.get(key, []))]


def _key(row: Copying) -> str:
    return row.source.id if row.source else f"outside:{row.source_outlet}"


def _label(outlet: str, number: str | None) -> str:
    name = outlet if len(outlet) <= LABEL else outlet[: LABEL - 1].rstrip() + "…"
    return f"{name} {number}" if number else name
