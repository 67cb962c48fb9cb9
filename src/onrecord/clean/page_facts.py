"""What a page says about itself: title, outlet, writer, day, address and language, from its own metadata only.

JSON-LD (schema.org) is believed first, then microdata, then OpenGraph and other ``<meta>``, then ``<link>``, ``<time>`` and
``<title>``. Where two of the same rank disagree on a day, no day is given. A day of updating is never one of publishing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from onrecord.clean.days import read_written_day
from onrecord.clean.given import Given
from onrecord.clean.lines import Line
from onrecord.clean.linked_data import describe_articles
from onrecord.clean.mastheads import is_masthead, split_headline
from onrecord.lexicon.languages import as_tag
from onrecord.lexicon.page_names import PUBLISHED, UPDATED
from onrecord.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from onrecord.clean.element import Element

_META: Final[Mapping[str, tuple[str, ...]]] = {
    "title": ("og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title", "parsely-title"),
    "outlet": (
        "og:site_name",
        "application-name",
        "dc.publisher",
        "dcterms.publisher",
        "citation_journal_title",
    ),
    "author": (
        "author",
        "article:author",
        "parsely-author",
        "sailthru.author",
        "citation_author",
        "dc.creator",
        "dcterms.creator",
        "byl",
    ),
    "date": (
        "article:published_time",
        "og:article:published_time",
        "datepublished",
        "parsely-pub-date",
        "sailthru.date",
        "dc.date.issued",
        "dcterms.issued",
        "publishdate",
        "publish-date",
        "publish_date",
        "pubdate",
        "date",
        "dc.date",
        "dcterms.date",
        "citation_publication_date",
        "citation_date",
        "citation_online_date",
        "mediator_published_time",
    ),
    "modified": (
        "article:modified_time",
        "og:updated_time",
        "og:article:modified_time",
        "datemodified",
        "dcterms.modified",
        "last-modified",
        "lastmod",
    ),
    "url": ("og:url",),
    "language": ("og:locale", "content-language", "dc.language", "dcterms.language"),
}
_ITEMS: Final = {
    "date": "datepublished",
    "modified": "datemodified",
    "title": "headline",
    "language": "inlanguage",
}
_NAMED_ITEMS: Final = {"author": ("author", "creator"), "outlet": ("publisher",)}
_BESIDE: Final = frozenset({"author", "modified"})
_DIGIT: Final = re.compile(r"[1-9]")
_TAG: Final = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*+")
_WEB: Final = re.compile(r"https?://[^\s<>\"']+", re.IGNORECASE)
_BY: Final = re.compile(r"by\s+", re.IGNORECASE)
_BEFORE_OUTLET: Final = " \t|-–—:•·»"
_LONGEST: Final = 500
_LONGEST_READ: Final = 4000


def read_page_facts(told: Sequence[tuple[Element, str]]) -> Given:
    """Return what the elements of a page that speak of it say; `told` as in `element.Markup`.

    Under `declared` stand ``author`` and ``modified`` (the day of the last change), where the page names them.
    """
    linked = list(describe_articles(text for element, text in told if element.name == "script"))
    found: dict[str, str] = {}
    for name in ("outlet", "title", "author", "date", "url", "language", "modified"):
        sources = (
            (values.get(name) for values in linked),
            _read_items(told, name),
            _read_meta(told, name),
            _read_rest(told, name),
        )
        for source in sources:
            if value := _agreed(name, source):
                found[name] = _without_outlet(value, found.get("outlet")) if name == "title" else value
                break
    declared = {name: value for name, value in found.items() if name in _BESIDE}
    return Given(
        title=found.get("title"),
        url=found.get("url"),
        outlet=found.get("outlet"),
        date=found.get("date"),
        unread=None if "date" in found else _find_unread(linked, told),
        language=found.get("language"),
        declared=declared,
    )


def _find_unread(linked: Sequence[Mapping[str, str]], told: Sequence[tuple[Element, str]]) -> str | None:
    """Return what a page gives as its day, in words made for programs, that is none."""
    items = (element.attributes for element, _ in told if element.item == _ITEMS["date"])
    given = (
        *(values.get("date") for values in linked),
        *(attributes.get("content") or attributes.get("datetime") for attributes in items),
        *_read_meta(told, "date"),
    )
    return next(
        (
            " ".join(value[:_LONGEST].split())
            for value in given
            if value and _DIGIT.search(value) and not _fit("date", " ".join(value[:_LONGEST].split()))
        ),
        None,
    )


def find_name(told: Sequence[tuple[Element, str]]) -> str | None:
    """Return what ``<title>`` calls the page, which often is the outlet or its section and not the report."""
    return next(
        (" ".join(text[:_LONGEST_READ].split()) for element, text in told if element.name == "title"), None
    )


def _agreed(name: str, values: Iterable[str | None]) -> str | None:
    """Return the first value that may be one; for a day only if all of them mean the same."""
    fitting = [
        fit for value in values if value and (fit := _fit(name, " ".join(value[:_LONGEST_READ].split())))
    ]
    if name == "date" and len(set(fitting)) > 1:
        return None
    return fitting[0] if fitting else None


def _fit(name: str, value: str) -> str | None:
    if not value or len(value) > _LONGEST:
        return None
    if name in {"date", "modified"}:
        day = read_written_day(value)
        return day.isoformat() if day else None
    if name == "language":
        tag = as_tag(value)
        return tag if _TAG.fullmatch(tag) else None
    if name == "url":
        return value if _WEB.fullmatch(value) else None
    if name == "author":
        return None if _WEB.match(value) else _BY.sub("", value, count=1) if _BY.match(value) else value
    return _fit_title(value) if name == "title" else value


def _fit_title(value: str) -> str | None:
    """Return a title less the outlet that it ends in; None for one that names the outlet alone."""
    headline = split_headline(value)[0]
    return (
        None
        if is_masthead(Line(Span(0, len(headline)), headline, tuple(headline.split()), gap=True))
        else headline
    )


def _without_outlet(title: str, outlet: str | None) -> str:
    """Return a title less the outlet's own name behind a bar or a dash."""
    if not outlet or not title.casefold().endswith(outlet.casefold()):
        return title
    rest = title[: -len(outlet)]
    return (
        rest.rstrip(_BEFORE_OUTLET) or title
        if rest.endswith(" ") and rest.rstrip()[-1:] in set(_BEFORE_OUTLET)
        else title
    )


def _read_items(told: Sequence[tuple[Element, str]], name: str) -> Iterator[str]:
    """Yield what microdata says: ``itemprop="datePublished"``, and names inside ``itemprop="author"``."""
    wanted, holders = _ITEMS.get(name, " "), _NAMED_ITEMS.get(name, ())
    for element, text in told:
        item = element.item
        if item == wanted or (item in holders and "itemscope" not in element.attributes):
            yield element.attributes.get("content") or element.attributes.get("datetime") or text
        elif item == "name" and holders and _holder_of(element) in holders:
            yield element.attributes.get("content") or text


def _holder_of(element: Element) -> str:
    """Return the property that the nearest thing around describes."""
    return next((around.item for around in element.line() if "itemscope" in around.attributes), "")


def _read_meta(told: Sequence[tuple[Element, str]], name: str) -> Iterator[str]:
    said: dict[str, str] = {}
    for element, _ in told:
        if element.name == "meta":
            attributes = element.attributes
            key = attributes.get("property") or attributes.get("name") or attributes.get("http-equiv") or ""
            said.setdefault(key.strip().lower(), attributes.get("content", ""))
    # The first that says anything: the others of a page are often set by other hands.
    yield from [said[key] for key in _META.get(name, ()) if said.get(key)][:1]


def _read_rest(told: Sequence[tuple[Element, str]], name: str) -> Iterator[str]:
    for element, text in told:
        attributes = element.attributes
        if name == "url" and element.name == "link":
            yield (
                attributes.get("href", "") if "canonical" in attributes.get("rel", "").lower().split() else ""
            )
        elif name == "language" and element.name == "html":
            yield attributes.get("lang") or attributes.get("xml:lang") or ""
        elif name == "date" and element.name == "time" and _is_published(element):
            yield attributes.get("datetime") or text
        elif name == "title" and element.name == "title":
            yield text


def _is_published(element: Element) -> bool:
    """Tell whether a ``<time>`` says that it is the time of publishing, and not one of updating as well."""
    return "pubdate" in element.attributes or (
        not PUBLISHED.isdisjoint(element.names) and UPDATED.isdisjoint(element.names)
    )
