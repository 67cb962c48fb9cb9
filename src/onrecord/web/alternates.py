"""Which feeds a page names as its own, as browsers and readers of feeds look for them."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEAD: Final = 128 * 1024
"""Bytes of a page in which its feeds are looked for: they stand in its head."""
_FEEDS: Final = frozenset({"application/rss+xml", "application/atom+xml", "application/feed+json"})
_LINK: Final = re.compile(r"<link\s([^<>]{1,2000})>", re.IGNORECASE)
_MEMBER: Final = re.compile(
    r"""([a-z-]{1,40})\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+))""", re.IGNORECASE
)


def find_feeds(payload: bytes, url: str) -> tuple[str, ...]:
    """Return the addresses of the feeds that the page at `url` names, in its order, each once.

    >>> find_feeds(b'<link rel="alternate" type="application/rss+xml" href="/all.xml">', "https://h.example/news")
    ('https://h.example/all.xml',)
    """
    page = payload[:_HEAD].decode("utf-8", "replace")
    return tuple(
        dict.fromkeys(address for link in _LINK.finditer(page) for address in _feed_of(link[1], url))
    )


def _feed_of(link: str, url: str) -> Iterator[str]:
    said = {
        one[1].lower(): html.unescape(one[2] or one[3] or one[4] or "").strip()
        for one in _MEMBER.finditer(link)
    }
    kind = said.get("type", "").partition(";")[0].strip().lower()
    if "alternate" not in said.get("rel", "").lower().split() or kind not in _FEEDS or not said.get("href"):
        return
    try:
        address = urljoin(url, said["href"])
    except ValueError:
        # It leads nowhere: another may lead to a feed.
        return
    if address.startswith(("http://", "https://")):
        yield address
