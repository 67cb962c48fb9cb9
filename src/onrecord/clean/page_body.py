"""Where on a page its running text stands: the innermost element that holds most of it.

Every passage that looks like running text weighs as many words as it has, half as many where trafilatura left it out. The innermost
element with two thirds of the weight holds the body. Names that say "beside the report" are believed unless most of the running text
stands under them: a class such as ``subscriber-only`` may be that of every paragraph.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

from onrecord.clean.element import INLINE
from onrecord.clean.page_roles import find_roles

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.clean.element import Element, Passage
    from onrecord.clean.page_roles import Role
    from onrecord.clean.running_text import RunningText

_SENTENCE: Final = re.compile(r"[.!?…؟。][\"'”’»“)\]]*$")
_LAST: Final = 12
"""Letters in which a sentence's last mark and those that close it stand."""
_FEWEST_WORDS: Final = 8
"""Words of a line that may be running text without ending as a sentence."""
_FEWEST_OF_SENTENCE: Final = 3
LINKED: Final = 0.8
"""Share of the letters of a line that lead elsewhere from which it is a pointer to another page."""
_MANNER: Final = 3
_LISTED: Final = frozenset({"li", "dt", "dd", "td", "th", "pre"})
_PARAGRAPHS: Final = frozenset({"p", *_LISTED})
_FLOW_NAMES: Final = (
    "p li dd dt dl ol ul blockquote figure figcaption pre table tbody thead tfoot tr h1 h2 h3 h4 h5 h6"
)
_FLOW: Final = frozenset(_FLOW_NAMES.split()) | INLINE - {"font", "span"}
"""Elements that hold a part of a text and never the whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageBody:
    """The passages of a page with what is known of each, and where the body is.

    `inside` tells which stand in the element that holds it, `listed` which there are items and cells, `paragraph` which paragraphs;
    `held` which trafilatura found (all, where it found next to nothing); `alike` which stand in elements as those of such running text
    inside do. From `after` on none stands inside.
    """

    roles: tuple[Role, ...]
    outside: tuple[bool, ...]
    inside: tuple[bool, ...]
    held: tuple[bool, ...]
    runs: tuple[bool, ...]
    linked: tuple[bool, ...]
    alike: tuple[bool, ...]
    listed: tuple[bool, ...]
    paragraph: tuple[bool, ...]
    after: int


def find_body(passages: Sequence[Passage], running: RunningText) -> PageBody:
    """Return where the running text of a page stands."""
    known = find_roles(passages)
    roles = tuple(known[passage.element] for passage in passages)
    held = [running.holds(passage.text) for passage in passages]
    runs = tuple(is_running(passage.text) for passage in passages)
    words = [passage.text.count(" ") + 1 if runs[number] else 0 for number, passage in enumerate(passages)]
    linked = _find_linked(passages, words)
    said = sum(
        count for count, link, role in zip(words, linked, roles, strict=True) if not link and not role.never
    )
    found = sum(count for count, hold in zip(words, held, strict=True) if hold)
    if found * 3 < said:
        held = [True] * len(passages)
    denied = _find_denied(roles, held, words)
    outside = tuple(role.never or not denied.issuperset(role.beside) for role in roles)
    weights = [
        0.0 if out or link else count * (1.0 if hold else 0.5)
        for count, out, link, hold in zip(words, outside, linked, held, strict=True)
    ]
    holder = _find_holder(passages, known, weights)
    place = _find_places(passages, known, holder)
    inside = tuple(there is not None for there in place)
    manners = [_manner(passage.element) for passage in passages]
    right = {
        manner
        for manner, here, hold, run, out in zip(manners, inside, held, runs, outside, strict=True)
        if here and hold and run and not out
    }
    return PageBody(
        roles=roles,
        outside=outside,
        inside=inside,
        held=tuple(held),
        runs=runs,
        linked=linked,
        alike=tuple(manner in right for manner in manners),
        listed=tuple(there is not None and there.listed for there in place),
        paragraph=tuple(there is not None and there.paragraph for there in place),
        after=max((number + 1 for number, here in enumerate(inside) if here), default=0),
    )


def is_running(text: str) -> bool:
    """Tell whether a passage is running text by its own look."""
    words = text.count(" ") + 1
    return words >= _FEWEST_WORDS or (words >= _FEWEST_OF_SENTENCE and bool(_SENTENCE.search(text[-_LAST:])))


def _find_linked(passages: Sequence[Passage], words: Sequence[int]) -> tuple[bool, ...]:
    linked = [passage.linked >= LINKED for passage in passages]
    # A link that is never closed makes the rest of the page one.
    if sum(count for count, link in zip(words, linked, strict=True) if link) * 2 > sum(words):
        return (False,) * len(linked)
    return tuple(linked)


def _find_denied(roles: Sequence[Role], held: Sequence[bool], words: Sequence[int]) -> frozenset[str]:
    """Return the words that say "beside the report" of more than half of the running text."""
    marked: Counter[str] = Counter()
    total = 0
    for role, hold, count in zip(roles, held, words, strict=True):
        if hold and not role.never:
            total += count
            for word in role.beside:
                marked[word] += count
    return frozenset(word for word, count in marked.items() if count * 2 > total)


def _find_holder(
    passages: Sequence[Passage], known: Mapping[Element, Role], weights: Sequence[float]
) -> Element | None:
    """Return the innermost element that holds two thirds of the weight."""
    held: dict[Element, float] = dict.fromkeys(known, 0.0)
    for passage, weight in zip(passages, weights, strict=True):
        held[passage.element] += weight
    for element in reversed(tuple(known)):
        if element.parent is not None:
            held[element.parent] += held[element]
    total = sum(weights)
    holders = [element for element, weight in held.items() if total and weight * 3 >= total * 2]
    # Outer elements come first: those that hold so much stand one in another.
    inner = holders[-1] if holders else None
    while inner is not None and inner.parent is not None and inner.name in _FLOW:
        inner = inner.parent
    return inner


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an element stands inside the one that holds the body."""

    listed: bool = False
    paragraph: bool = False


def _find_places(
    passages: Sequence[Passage], known: Mapping[Element, Role], holder: Element | None
) -> list[_Place | None]:
    within: dict[Element, _Place | None] = {}
    for element in known:
        around = within[element.parent] if element.parent is not None else None
        if element is holder:
            within[element] = _Place()
        elif around is not None:
            within[element] = _Place(
                around.listed or element.name in _LISTED, around.paragraph or element.name in _PARAGRAPHS
            )
        else:
            within[element] = None
    return [within[passage.element] for passage in passages]


def _manner(element: Element) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return how a passage is marked: the names of its element and of the two around it, parts of a line aside."""
    blocks = (around for around in element.line() if around.name not in INLINE)
    return tuple((block.name, block.parts) for block in islice(blocks, _MANNER))
