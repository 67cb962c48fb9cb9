"""What a web page is made of: elements with their attributes, and passages of text that stand in them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from onrecord.clean.letters import Letters

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
_NAMING: Final = ("class", "id", "data-testid", "data-component", "data-area", "data-module", "data-type")
_LONGEST_NAME: Final = 400
_PART: Final = re.compile(r"[^\W\d_]+")
_CAPITAL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")


@dataclass(frozen=True, slots=True, eq=False)
class Element:
    """An element of the page: its lower-case name, its attributes, and the element around it.

    `linked` tells that it stands in a link to another page.
    """

    name: str
    attributes: Mapping[str, str]
    parent: Element | None = None
    linked: bool = field(init=False)

    def __post_init__(self) -> None:
        inside = self.parent is not None and self.parent.linked
        elsewhere = self.name == "a" and not self.attributes.get("href", "#").strip().startswith("#")
        object.__setattr__(self, "linked", inside or elsewhere)

    def line(self) -> Iterator[Element]:
        """Yield the element and those around it, from the inside."""
        element: Element | None = self
        while element is not None:
            yield element
            element = element.parent

    @property
    def parts(self) -> tuple[str, ...]:
        """The words of its class, id and test marks, lower-case: ``("related", "links")`` of "relatedLinks"."""
        given = " ".join(self.attributes[name][:_LONGEST_NAME] for name in _NAMING if name in self.attributes)
        return _parts_of(given) if given else ()

    @property
    def names(self) -> frozenset[str]:
        """The same words as a set."""
        return frozenset(self.parts)

    @property
    def item(self) -> str:
        """The property of microdata that it gives, lower-case; empty where it gives none."""
        return self.attributes.get("itemprop", "").lower()


@lru_cache(maxsize=1 << 12)
def _parts_of(given: str) -> tuple[str, ...]:
    return tuple(_PART.findall(_CAPITAL.sub(" ", given).lower()))


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """A line or paragraph of the page: its letters, and the innermost element that holds all of them.

    `broken` says that it follows the one before it after a line break, inside the same paragraph; `cell` that it stands
    beside the one before it in a row of a table. `linked` is the share of its letters that lead to another page.
    """

    letters: tuple[Letters, ...]
    element: Element
    broken: bool = False
    cell: bool = False
    linked: float = 0.0

    @property
    def text(self) -> str:
        """Its words, apart by single blanks."""
        return "".join(run.text for run in self.letters)


@dataclass(frozen=True, slots=True)
class Markup:
    """A page read: its passages in the order of the source, and the elements that say something about the page.

    `told` pairs an element (``meta``, ``link``, ``time``, ``title``, ``html``, a script of JSON-LD, a property of microdata)
    with the text in it.
    """

    passages: tuple[Passage, ...]
    told: tuple[tuple[Element, str], ...]
