"""A web page as passages of text, each letter with the place in the page's source that it was read from.

The tree is that of the HTML standard (justhtml follows it tag by tag, however the page is broken); it tells where each
run of text begins in the source, and `letters` reads on from there. White space is collapsed as a browser would;
passages stand in the order of the source. Scripts, styles and templates hold no text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Final

from justhtml import JustHTML, Text

from onrecord.clean.element import INLINE, SILENT, Element, Markup, Passage
from onrecord.clean.letters import collapse, read_letters
from onrecord.lexicon.page_names import SIGNS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from justhtml import Node

    from onrecord.clean.letters import Letters

_DOCTYPE: Final = re.compile(r"\s*<!doctype.*>\s*", re.IGNORECASE | re.DOTALL)
"""A document type that stands where none may, which the parser takes for text."""
_TOLD: Final = frozenset({"html", "link", "meta", "script", "time", "title"})
_TOLD_ITEMS: Final = frozenset(
    {"author", "creator", "datemodified", "datepublished", "headline", "name", "publisher"}
)
"""Properties of microdata that are told of any element."""
_JSON: Final = "application/ld+json"
_LONGEST_ITEM: Final = 500
_SAME_LENGTH: Final = str.maketrans({"\r": "\n", "\0": "\ufffd", "\f": "\n"})
_INSTRUCTION: Final = re.compile(r"<\?[^>]*+>")
_DEEPEST_LINE: Final = 40
"""Elements inside a line that are looked through for the one that holds all of it."""


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
    # justhtml takes processing instructions, as XHTML begins with one, for text.
    page = _INSTRUCTION.sub(lambda found: " " * len(found.group()), page)
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
            if node.origin_offset is not None and node.data and not _DOCTYPE.fullmatch(str(node.data)):
                walk.runs.append((node.origin_offset, str(node.data), around, len(walk.lines)))
        elif not node.name.startswith(("#", "!")):
            waiting += reversed(_enter(node, around, walk))


def _enter(node: Node, around: Element, walk: _Walk) -> list[tuple[Node | Text | None, Element, str]]:
    """Return what is to be visited inside `node`, an element; None stands for the line that begins behind it."""
    attributes = {name: value or "" for name, value in (node.attrs or {}).items()}
    element = Element(node.name, attributes, around)
    if _is_told(element):
        walk.told.append((element, _text_told(node)))
    children: list[tuple[Node | Text | None, Element, str]] = [
        (child, element, "") for child in node.children or ()
    ]
    if node.name == "head":
        return children
    if node.name in SILENT:
        return []
    if node.name in INLINE and not (attributes and node.name != "a" and SIGNS & element.names):
        return children
    walk.begin(node.name)
    return children if node.name == "br" else [*children, (None, element, f"/{node.name}")]


def _is_told(element: Element) -> bool:
    if element.name == "script":
        return element.attributes.get("type", "").strip().lower() == _JSON
    return element.name in _TOLD or element.item in _TOLD_ITEMS


def _text_told(node: Node) -> str:
    """Return the text in an element that says something of the page, less what is too long to be a name or a day."""
    if node.name in {"html", "script"}:
        return "".join(str(child.data) for child in node.children or () if isinstance(child, Text))
    pieces: list[str] = []
    waiting: list[Node | Text] = [*reversed(node.children or ())]
    while waiting and len(pieces) <= _LONGEST_ITEM:
        child = waiting.pop()
        if isinstance(child, Text):
            pieces.append(str(child.data)[: _LONGEST_ITEM + 1])
        else:
            pieces.append(" " if child.name not in INLINE else "")
            waiting += reversed(child.children or ())
    return "".join(pieces)


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
            yield _passage(letters, runs, broken=name == "br", cell=name in {"td", "th"})


def _passage(
    letters: tuple[Letters, ...], runs: Sequence[tuple[int, str, Element]], *, broken: bool, cell: bool
) -> Passage:
    telling = [(element, len(text)) for _, text, element in runs if text.strip(" \t\n")]
    elements = list(dict.fromkeys(element for element, _ in telling))
    return Passage(
        letters,
        _around(elements),
        broken=broken,
        cell=cell,
        linked=sum(length for element, length in telling if element.linked)
        / sum(length for _, length in telling),
    )


def _around(elements: Sequence[Element]) -> Element:
    """Return the innermost element that all of these stand in, parts of one line."""
    if len(elements) == 1:
        return elements[0]
    chains = [list(_within_line(element)) for element in elements]
    shared = set(chains[0]).intersection(*chains[1:])
    return next((element for element in chains[0] if element in shared), chains[0][-1])


def _within_line(element: Element) -> Iterator[Element]:
    """Yield the element and those around it up to the one that begins a line."""
    for around in islice(element.line(), _DEEPEST_LINE):
        yield around
        if around.name not in INLINE:
            return
    yield next(around for around in element.line() if around.name not in INLINE)
