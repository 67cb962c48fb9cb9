"""What the elements around a line make of it: beside the report, a reader's answer, a caption, a heading, a quotation.

Only names and attributes are looked at here; `page_zones` weighs them against where the page's running text stands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from onrecord.lexicon.page_names import ANSWERS, BESIDE, BODIES, BODY, CAPTIONS, PAIRS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.clean.element import Element, Passage

_NEVER_NAMES: Final = "nav button select menu label option optgroup datalist"
_NEVER: Final = frozenset(_NEVER_NAMES.split())
"""Elements whose text is for using the page."""
_FRAME_NAMES: Final = "footer form dialog fieldset summary"
_FRAME: Final = frozenset(_FRAME_NAMES.split())
"""Elements that mostly hold such text, though some pages put all of theirs in them."""
_ROLE_NAMES: Final = "navigation banner contentinfo search dialog alertdialog menu menubar toolbar tablist alert form complementary"
_ROLES: Final = frozenset(_ROLE_NAMES.split())
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_WHOLE: Final = frozenset({"", "html", "body", "article", "main"})
_LARGE: Final = frozenset({"4", "5", "6", "7", "+1", "+2", "+3", "+4"})
"""Sizes of letters by which old pages make a headline."""
_NOT_SHOWN: Final = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_ITEM_HEADLINE: Final = "headline"


@dataclass(frozen=True, slots=True)
class Role:
    """What an element and those around it say of the text inside.

    `beside` are the words by which they say that it is no part of the report, and `never` that it cannot be, whatever stands in it.
    """

    article: bool = False
    named: bool = False
    caption: bool = False
    heading: str = ""
    headline: bool = False
    large: bool = False
    never: bool = False
    quoted: bool = False
    signed: bool = False
    beside: frozenset[str] = frozenset()

    def within(self, element: Element) -> Role:
        """Return the role of what stands in `element`, itself inside one of this role."""
        name, item = element.name, element.item
        parts = element.parts
        pairs = frozenset(pairwise(parts)) if len(parts) > 1 else frozenset[tuple[str, str]]()
        named = item == "articlebody" or not BODY.isdisjoint(parts) or not pairs.isdisjoint(BODIES)
        beside = _beside(element, parts, pairs)
        return Role(
            article=self.article or name == "article" or named,
            named=self.named or named,
            caption=self.caption or name == "figcaption" or not CAPTIONS.isdisjoint(parts),
            heading=self.heading or (name if name in _HEADINGS else ""),
            headline=self.headline or name == "h1" or item == _ITEM_HEADLINE,
            large=self.large or (name == "font" and element.attributes.get("size", "").strip() in _LARGE),
            never=self.never or name in _NEVER or (name not in _WHOLE and not ANSWERS.isdisjoint(parts)),
            quoted=self.quoted or name == "blockquote",
            signed=self.signed or (self.quoted and name in {"cite", "footer", "figcaption"}),
            beside=self.beside | beside if beside else self.beside,
        )


def _beside(element: Element, parts: Sequence[str], pairs: frozenset[tuple[str, str]]) -> frozenset[str]:
    if element.name in _WHOLE:
        return frozenset()
    attributes = element.attributes
    words = {part for part in parts if part in BESIDE}
    words.update(" ".join(pair) for pair in pairs if pair in PAIRS)
    if element.name in _FRAME:
        words.add(element.name)
    role = attributes.get("role", "").lower()
    if role in _ROLES:
        words.add(role)
    if (
        "hidden" in attributes
        or attributes.get("aria-hidden", "").lower() == "true"
        or _NOT_SHOWN.search(attributes.get("style", "")[:1000])
    ):
        words.add("hidden")
    return frozenset(words)


def find_roles(passages: Sequence[Passage]) -> Mapping[Element, Role]:
    """Return the role of every element around a passage, outer ones first; each is looked at once, however deep pages nest."""
    known: dict[Element, Role] = {}
    for passage in passages:
        unknown: list[Element] = []
        around = Role()
        for element in passage.element.line():
            if element in known:
                around = known[element]
                break
            unknown.append(element)
        for element in reversed(unknown):
            around = known[element] = around.within(element)
    return known
