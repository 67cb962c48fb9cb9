"""What the elements of a page say about its lines: which are furniture, which head it, which stand under a picture.

A line counts as furniture where the element around it says so (``<nav>``, ``role="complementary"``, a class such as
``related-links``), or where nothing speaks for it: neither the running text found by `running_text` nor an element that
holds the article's body. A block quotation inside the article always belongs to it. What is left undecided here is
decided line by line as in any other text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from onrecord.clean.marks import own_zone
from onrecord.model.report import Zone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.clean.lines import Line
    from onrecord.clean.markup import Element, Passage
    from onrecord.clean.running_text import RunningText

_OUTSIDE_NAMES: Final = "nav footer form button select menu dialog fieldset label option"
_OUTSIDE: Final = frozenset(_OUTSIDE_NAMES.split())
_ROLE_NAMES: Final = (
    "navigation banner contentinfo search dialog alertdialog menu menubar toolbar tablist alert form"
)
_OUTSIDE_ROLES: Final = frozenset(_ROLE_NAMES.split())
_OUTSIDE_WORDS: Final = re.compile(
    r"(?:^|[-_\s])(?:cookies?|consent|gdpr|newsletters?|sign-?up|related|recommend\w*|promos?|promoted|share|sharing|social|"
    r"comments?|disqus|sidebar|breadcrumbs?|advert\w*|ads?|sponsor\w*|banner|subscri\w+|paywall|popular|trending|most-?read|"
    r"recirc\w*|outbrain|taboola|teasers?|tags?|topics?|footer|nav\w*|menu|modal|popup|overlay|toolbar|masthead|skip-?link|"
    r"more-?(?:on|from|stories)|read-?(?:more|next)|also-?(?:read|like)|author-?(?:bio|box|card)|about-?(?:the-?)?author|"
    r"widget|print-?only|pagination|pager|login|register|donate|support-?us|toc|follow)(?:$|[-_\s]|\d)",
    re.IGNORECASE,
)
_ARTICLE_WORDS: Final = re.compile(
    r"(?:article|story|entry|post|content|main|text)[-_]*(?:article|body|content|text|main|copy)|bodytext|articlebody|live-?blog",
    re.IGNORECASE,
)
_BESIDE: Final = frozenset({Zone.BYLINE, Zone.DATELINE, Zone.CREDIT})
"""Zones of lines that belong to a report though no running text holds them."""
_HEADINGS: Final = frozenset({"h2", "h3", "h4", "h5", "h6"})
_SENTENCE: Final = re.compile(r"[.!?…][\"'”’»)\]]*$")
_FEWEST_WORDS: Final = 8
"""Words of a line that may be running text where nothing else tells."""


def find_zones(passages: Sequence[Passage], lines: Sequence[Line], running: RunningText) -> list[Zone | None]:
    """Return the zone of each passage as far as its elements tell, None where the line itself must.

    `lines` are the passages as lines, in the same order.
    """
    roles = _find_roles(passages)
    kept = [_is_kept(passage, role, running) for passage, role in zip(passages, roles, strict=True)]
    if not any(kept):
        kept = [not role.outside and _runs(passage) for passage, role in zip(passages, roles, strict=True)]
    if not any(kept):
        kept = [not role.outside for role in roles]
    zones: list[Zone | None] = []
    for keep, role, line in zip(kept, roles, lines, strict=True):
        if role.headline and not role.outside:
            zones.append(Zone.HEADLINE)
        elif role.caption:
            zones.append(Zone.CAPTION)
        elif not keep:
            own = None if role.outside else own_zone(line)
            zones.append(own if own in _BESIDE else Zone.FURNITURE)
        elif role.heading:
            zones.append(Zone.SUBHEADING)
        else:
            zones.append(None)
    return zones


@dataclass(frozen=True, slots=True)
class _Role:
    """What an element and those around it make of the text inside."""

    article: bool = False
    caption: bool = False
    heading: bool = False
    headline: bool = False
    outside: bool = False
    quoted: bool = False

    def within(self, element: Element) -> _Role:
        """Return the role of what stands in `element`, itself inside one of this role."""
        attributes = element.attributes
        named = f"{attributes.get('class', '')} {attributes.get('id', '')}"
        item = attributes.get("itemprop", "").lower()
        whole = element.name in {"html", "body", "article", "main"}
        return _Role(
            article=self.article
            or element.name in {"article", "main"}
            or item == "articlebody"
            or bool(_ARTICLE_WORDS.search(named)),
            caption=self.caption or element.name == "figcaption" or "caption" in named.lower(),
            heading=self.heading or element.name in _HEADINGS,
            headline=self.headline or element.name == "h1" or item == "headline",
            outside=self.outside
            or _is_outside(element)
            or (not whole and bool(_OUTSIDE_WORDS.search(named))),
            quoted=self.quoted or element.name == "blockquote",
        )


def _is_outside(element: Element) -> bool:
    attributes = element.attributes
    return (
        element.name in _OUTSIDE
        or attributes.get("role", "").lower() in _OUTSIDE_ROLES
        or "hidden" in attributes
        or attributes.get("aria-hidden", "").lower() == "true"
    )


def _find_roles(passages: Sequence[Passage]) -> list[_Role]:
    """Return the role of each passage; each element is looked at once, however deep pages nest."""
    known: dict[Element, _Role] = {}
    for passage in passages:
        unknown: list[Element] = []
        around = _Role()
        for element in passage.element.line():
            if element in known:
                around = known[element]
                break
            unknown.append(element)
        for element in reversed(unknown):
            around = known[element] = around.within(element)
    return [known[passage.element] for passage in passages]


def _is_kept(passage: Passage, role: _Role, running: RunningText) -> bool:
    if role.outside:
        return False
    if running.holds(passage.text):
        return True
    return role.article and (role.quoted or role.heading or _runs(passage))


def _runs(passage: Passage) -> bool:
    """Tell whether a passage is running text by its own look."""
    text = passage.text
    return text.count(" ") + 1 >= _FEWEST_WORDS or bool(_SENTENCE.search(text))
