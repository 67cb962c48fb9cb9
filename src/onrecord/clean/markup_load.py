"""Whether a page has more markup than its tree could be built of in reasonable time; told from its letters, in one pass.

The tree of the HTML standard can grow far beyond the page: formatting elements that are left open are opened again in every
paragraph, and each block looks through all that stand open around it. Pages that people read stay far below these limits.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

MOST_TAGS: Final = 80_000
MOST_REOPENED: Final = 2_000_000
"""Formatting elements left open, times tags: the elements that the tree would have."""
MOST_LOOKED_THROUGH: Final = 150_000_000
"""Elements standing open around each other, times tags."""
_TAG: Final = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,15})(?=[\s/>])([^<>]{0,200})")
_FORMATTING_NAMES: Final = "b big code em font i nobr s small strike strong tt u"
_FORMATTING: Final = frozenset(_FORMATTING_NAMES.split())
_CLOSED_NAMES: Final = "area base br col embed hr img input link meta param source track wbr p li dt dd option tr td th tbody thead tfoot colgroup"
_CLOSED: Final = frozenset(_CLOSED_NAMES.split())
"""Elements that hold nothing, or that the next of their kind closes."""
_ALIKE: Final = 3
"""How many equal formatting elements are opened again."""


def find_load(source: str) -> str | None:
    """Return, as a part of a sentence, what is too much in a page's markup, or None.

    >>> find_load("<p>Ahoy") is None, find_load("<p>" * 200_000)
    (True, 'has 200000 tags')
    """
    # An angle that begins no tag costs as much: each is put behind the text before it.
    tags = source.count("<")
    if tags > MOST_TAGS:
        return f"has {tags} tags"
    opened: Counter[str] = Counter()
    formats: Counter[tuple[str, str]] = Counter()
    depth = deepest = 0
    for tag in _TAG.finditer(source):
        closing, name = tag[1], tag[2].lower()
        if name in _CLOSED:
            continue
        depth = max(0, depth - 1) if closing else depth + 1
        deepest = max(deepest, depth)
        if name in _FORMATTING:
            opened[name] += -1 if closing else 1
            if not closing:
                formats[name, tag[3]] += 1
    kept: Counter[str] = Counter()
    for (name, _), count in formats.items():
        kept[name] += min(count, _ALIKE)
    open_at_end = sum(min(kept[name], max(0, count)) for name, count in opened.items())
    if open_at_end * tags > MOST_REOPENED:
        return f"leaves {open_at_end} formatting elements open"
    if deepest * tags > MOST_LOOKED_THROUGH:
        return f"nests {deepest} elements"
    return None
