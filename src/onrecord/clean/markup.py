"""A web page as passages of text, each letter with the place in the page's source that it was read from.

The tree is that of the HTML standard (justhtml follows it tag by tag, however the page is broken); it tells where each
run of text begins in the source, and `letters` reads on from there. White space is collapsed as a browser would;
passages stand in the order of the source. Scripts, styles and templates hold no text.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from justhtml import JustHTML, Text

from onrecord.clean.letters import Letters, collapse, read_letters

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from justhtml import Node

_SILENT_NAMES: Final = (
    "applet area audio base canvas datalist embed frame frameset head iframe link math meta noembed noframes noscript "
    "object param rp rt script style svg template textarea title track video wbr"
)
SILENT: Final = frozenset(_SILENT_NAMES.split())
"""Elements whose text a reader of the page does not see, or sees only as a picture, a field or a sign above a letter."""
_INLINE_NAMES: Final = (
    "a abbr acronym b bdi bdo big blink cite code data del dfn em font i ins kbd label mark nobr output q ruby s samp "
    "small span strike strong sub sup time tt u var"
)
INLINE: Final = frozenset(_INLINE_NAMES.split())
"""Elements that stand inside a line; all others begin a line of their own."""
_TOLD: Final = frozenset({"html", "link", "meta", "script", "time", "title"})
_JSON: Final = "application/ld+json"
_SAME_LENGTH: Final = str.maketrans({"\r": "\n", "\0": "\ufffd", "\f": "\n"})


@dataclass(frozen=True, slots=True, eq=False)
class Element:
    """An element of the page: its lower-case name, its attributes, and the element around it."""

    name: str
    attributes: Mapping[str, str]
    parent: Element | None = None

    def line(self) -> Iterator[Element]:
        """Yield the element and those around it, from the inside."""
        element: Element | None = self
        while element is not None:
            yield element
            element = element.parent


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """A line or paragraph of the page: its letters, and the element that stands around it.

    `broken` says that it follows the one before it after a line break, inside the same paragraph; `cell` that it stands
    beside the one before it in a row of a table.
    """

    letters: tuple[Letters, ...]
    element: Element
    broken: bool = False
    cell: bool = False

    @property
    def text(self) -> str:
        """Its words, apart by single blanks."""
        return "".join(run.text for run in self.letters)


@dataclass(frozen=True, slots=True)
class Markup:
    """A page read: its passages in the order of the source, and the elements that say something about the page.

    `told` pairs an element (``meta``, ``link``, ``time``, ``title``, ``html``, a script of JSON-LD) with the text in it.
    """

    passages: tuple[Passage, ...]
    told: tuple[tuple[Element, str], ...]


@dataclass(slots=True)
class _Walk:
    """What a walk through the tree has gathered: runs of text with their place, paragraph and line."""

    runs: list[tuple[int, str, Element, int]] = field(default_factory=list[tuple[int, str, Element, int]])
    told: list[tuple[Element, str]] = field(default_factory=list[tuple[Element, str]])
    lines: list[str] = field(default_factory=list[str])
    """What began each line: the name of an element, with a stroke where it ended there."""

    def begin(self, name: str) -> None:
        self.lines.append(name)


def read_markup(source: str) -> Markup:
    """Return the passages of the page in `source`; any string gives a result, however deep or broken its markup.

    Spans are characters of `source`.
    """
    # Line ends take as many characters as before, or the places that the parser tells would not fit.
    page = source.replace("\r\n", " \n").translate(_SAME_LENGTH)
    tree = JustHTML(page, sanitize=False, track_node_locations=True, scripting_enabled=False)
    walk = _Walk()
    _walk(tree.root, walk)
    return Markup(tuple(_passages(page, walk)), tuple(walk.told))


def _walk(root: Node, walk: _Walk) -> None:
    """Visit every node in order, without recursion: pages nest thousands deep."""
    walk.begin("html")
    waiting: list[tuple[Node | Text | None, Element, str]] = [
        (child, Element("", {}), "") for child in reversed(root.children or ())
    ]
    while waiting:
        node, around, ends = waiting.pop()
        if node is None:
            walk.begin(ends)
        elif isinstance(node, Text):
            if node.origin_offset is not None and node.data:
                walk.runs.append((node.origin_offset, str(node.data), around, len(walk.lines)))
        elif not node.name.startswith(("#", "!")):
            waiting += reversed(_enter(node, around, walk))


def _enter(node: Node, around: Element, walk: _Walk) -> list[tuple[Node | Text | None, Element, str]]:
    """Return what is to be visited inside `node`, an element; None stands for the line that begins behind it."""
    attributes = {name: value or "" for name, value in (node.attrs or {}).items()}
    element = Element(node.name, attributes, around)
    if node.name in _TOLD and (node.name != "script" or attributes.get("type", "").strip().lower() == _JSON):
        walk.told.append(
            (element, node.to_text() if node.name not in {"html", "script"} else _raw_text(node))
        )
    children: list[tuple[Node | Text | None, Element, str]] = [
        (child, element, "") for child in node.children or ()
    ]
    if node.name == "head":
        return children
    if node.name in SILENT:
        return []
    if node.name in INLINE:
        return children
    walk.begin(node.name)
    return children if node.name == "br" else [*children, (None, element, f"/{node.name}")]


def _raw_text(node: Node) -> str:
    return "".join(str(child.data) for child in node.children or () if isinstance(child, Text))


def _passages(page: str, walk: _Walk) -> Iterator[Passage]:
    """Yield the lines that hold more than white space, in the order of the source."""
    lines: dict[int, list[tuple[int, str, Element]]] = {}
    for place, text, element, line in walk.runs:
        lines.setdefault(line, []).append((place, text, element))
    # What stands in a table where it may not is drawn before the table, but was written where it was written.
    for line, runs in sorted(lines.items(), key=lambda item: item[1][0][0]):
        letters = collapse(run for place, text, _ in runs for run in read_letters(page, place, text))
        if letters:
            name = walk.lines[line - 1]
            yield Passage(letters, _block(runs[0][2]), broken=name == "br", cell=name in {"td", "th"})


def _block(element: Element) -> Element:
    """Return the innermost element around a line that is no part of a line itself."""
    return next(around for around in element.line() if around.name not in INLINE)
