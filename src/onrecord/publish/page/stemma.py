"""Who copied whom as a drawing: each text below the text it descends from, as editors draw manuscripts.

A tree in rows, not a map: it reads from top to bottom like the table beside it, and its words keep their size on
a narrow screen.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.publish.page.wording import OUTSIDE, UNKNOWN_OUTLET, short_title_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.model.report import Report
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


def stemma(rows: Sequence[Copying], *, numbered: bool = True) -> Stemma | None:
    """Draw `rows`, or return None when nobody copied.

    A report goes by its outlet; where no outlet is named, by its number if they are `numbered`, else by its title.
    """
    if not rows:
        return None
    labels: dict[str, tuple[str, bool]] = {}
    below: dict[str, list[tuple[str, bool]]] = defaultdict(list)
    for row in rows:
        source, copy = _key(row), row.copy.id
        outlet = row.source_outlet.removesuffix(f" ({OUTSIDE})")
        labels[source] = (
            _label(outlet, row.source, row.source_number if numbered else None),
            row.source is not None,
        )
        labels[copy] = (_label(row.copy_outlet, row.copy, row.copy_number if numbered else None), True)
        below[source].append((copy, row.directed))
    children = {child for copies in below.values() for child, _ in copies}
    roots = [key for key in labels if key not in children]
    drawing = _Drawing(labels=labels, below=below)
    # Reports that copy each other in a ring have no root: each of them is tried.
    for root in [*roots, *labels]:
        if root not in drawing.told:
            drawing.draw(root)
    return Stemma(height=ROW * len(drawing.nodes), nodes=tuple(drawing.nodes), lines=tuple(drawing.lines))


@dataclass(kw_only=True)
class _Drawing:
    """Rows drawn so far. A copy of two origins stands under each, its own copies under the first only."""

    labels: Mapping[str, tuple[str, bool]]
    below: Mapping[str, Sequence[tuple[str, bool]]]
    nodes: list[Node] = field(default_factory=list[Node])
    lines: list[Line] = field(default_factory=list[Line])
    told: set[str] = field(default_factory=set[str])

    def draw(self, root: str) -> None:
        """Draw `root` and all that descends from it, top to bottom."""
        waiting: list[tuple[str, int, Node | None, bool]] = [(root, 0, None, True)]
        while waiting:
            key, depth, above, directed = waiting.pop()
            label, inside = self.labels[key]
            node = Node(
                label=label,
                left=12 + STEP * min(depth, DEEPEST),
                top=ROW * len(self.nodes) + ROW // 2,
                inside=inside,
            )
            self.nodes.append(node)
            if above is not None:
                self.lines.append(
                    Line(left=above.left, top=above.top, right=node.left, bottom=node.top, directed=directed)
                )
            if key not in self.told:
                self.told.add(key)
                copies = self.below.get(key, ())
                waiting += [(copy, depth + 1, node, first) for copy, first in reversed(copies)]


def _key(row: Copying) -> str:
    return row.source.id if row.source else f"outside:{row.source_outlet}"


def _label(outlet: str, report: Report | None, number: str | None) -> str:
    called = short_title_words(report) if report and number is None and outlet == UNKNOWN_OUTLET else outlet
    name = called if len(called) <= LABEL else called[: LABEL - 1].rstrip() + "…"
    return f"{name} {number}" if number else name
