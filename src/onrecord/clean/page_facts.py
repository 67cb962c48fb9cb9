"""What a page says about itself: title, outlet, writer, day, address and language, from its own metadata only.

JSON-LD (schema.org) is believed first, then microdata, then OpenGraph and other ``<meta>``, then ``<link>``, ``<time>`` and
``<title>``. Where two of the same rank disagree on a day, no day is given. A day of updating is never one of publishing.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final, cast

from onrecord.clean.given import Given
from onrecord.clean.mastheads import split_headline

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from onrecord.clean.markup import Element

_ARTICLES: Final = re.compile(r"(?:article|posting|report|reportage)$", re.IGNORECASE)
_META: Final[Mapping[str, tuple[str, ...]]] = {
    "title": ("og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title"),
    "outlet": (
        "og:site_name",
        "application-name",
        "dc.publisher",
        "dcterms.publisher",
        "citation_journal_title",
    ),
    "author": ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl"),
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
        "pubdate",
        "date",
        "dc.date",
        "citation_publication_date",
    ),
    "url": ("og:url",),
    "language": ("og:locale", "content-language", "dc.language"),
}
_BESIDE: Final = frozenset({"author", "modified"})
_ISO: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_TAG: Final = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*")
_WEB: Final = re.compile(r"https?://[^\s<>\"']+", re.IGNORECASE)
_LONGEST: Final = 500
_DEEPEST: Final = 12
_WRITER_SEPARATOR: Final = "; "


def read_page_facts(told: Sequence[tuple[Element, str]]) -> Given:
    """Return what the elements of a page that speak of it say; `told` as in `markup.Markup`.

    Under `declared` stand ``author`` and ``modified`` (the day of the last change), where the page names them.
    """
    linked = list(_read_linked(told))
    found: dict[str, str] = {}
    for name in ("title", "outlet", "author", "date", "url", "language", "modified"):
        sources = (
            (values.get(name) for values in linked),
            _read_items(told, name),
            _read_meta(told, name),
            _read_rest(told, name),
        )
        for source in sources:
            if value := _agreed(name, source):
                found[name] = value
                break
    declared = {name: value for name, value in found.items() if name in _BESIDE}
    return Given(
        title=found.get("title"),
        url=found.get("url"),
        outlet=found.get("outlet"),
        date=found.get("date"),
        language=found.get("language"),
        declared=declared,
    )


def _agreed(name: str, values: Iterable[str | None]) -> str | None:
    """Return the first value that may be one; for a day only if all of them mean the same."""
    fitting = [fit for value in values if value and (fit := _fit(name, " ".join(value.split())))]
    if name == "date" and len({value[:10] for value in fitting}) > 1:
        return None
    return fitting[0] if fitting else None


def _fit(name: str, value: str) -> str | None:
    if not value or len(value) > _LONGEST:
        return None
    if name in {"date", "modified"}:
        return value[:10] if _ISO.match(value) else None
    if name == "language":
        return value.replace("_", "-") if _TAG.fullmatch(value) else None
    if name == "url":
        return value if _WEB.fullmatch(value) else None
    if name == "author" and _WEB.match(value):
        return None
    return split_headline(value)[0] if name == "title" else value


def _read_linked(told: Sequence[tuple[Element, str]]) -> Iterator[dict[str, str]]:
    """Yield what each article described in JSON-LD says of itself."""
    for element, text in told:
        if element.name != "script":
            continue
        try:
            value: object = json.loads(text, parse_int=str, parse_float=str, parse_constant=str)
        except (ValueError, RecursionError):
            continue
        for thing in _find_articles(value, 0):
            yield {name: said for name, said in _describe(thing) if said}


def _find_articles(value: object, depth: int) -> Iterator[Mapping[str, object]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for member in cast("list[object]", value):
            yield from _find_articles(member, depth + 1)
    elif isinstance(value, dict):
        thing = cast("dict[str, object]", value)
        if any(_ARTICLES.search(kind) for kind in _strings(thing.get("@type"))):
            yield thing
        else:
            yield from _find_articles(thing.get("@graph"), depth + 1)
            yield from _find_articles(thing.get("mainEntity"), depth + 1)


def _describe(thing: Mapping[str, object]) -> Iterator[tuple[str, str | None]]:
    yield "title", next(_strings(thing.get("headline")), None)
    yield "outlet", next(_names(thing.get("publisher")), None)
    yield "author", _WRITER_SEPARATOR.join(_names(thing.get("author")))
    yield "date", next(_strings(thing.get("datePublished")), None)
    yield "modified", next(_strings(thing.get("dateModified")), None)
    yield "language", next(_strings(thing.get("inLanguage")), None)
    page = thing.get("mainEntityOfPage")
    address = cast("dict[str, object]", page).get("@id") if isinstance(page, dict) else page
    yield "url", next(_strings(thing.get("url") or address), None)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        yield from (member for member in cast("list[object]", value) if isinstance(member, str))


def _names(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        yield from _strings(cast("dict[str, object]", value).get("name"))
    elif isinstance(value, list):
        for member in cast("list[object]", value):
            yield from _names(member)
    else:
        yield from _strings(value)


def _read_items(told: Sequence[tuple[Element, str]], name: str) -> Iterator[str]:
    """Yield what microdata in ``<meta>`` and ``<time>`` says."""
    wanted = {
        "date": "datepublished",
        "modified": "datemodified",
        "title": "headline",
        "language": "inlanguage",
    }
    for element, text in told:
        if element.attributes.get("itemprop", "").lower() == wanted.get(name, " "):
            yield element.attributes.get("content") or element.attributes.get("datetime") or text


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
        if (
            name == "url"
            and element.name == "link"
            and "canonical" in attributes.get("rel", "").lower().split()
        ):
            yield attributes.get("href", "")
        elif name == "language" and element.name == "html":
            yield attributes.get("lang") or attributes.get("xml:lang") or ""
        elif name == "date" and element.name == "time" and "pubdate" in attributes:
            yield attributes.get("datetime") or text
        elif name == "title" and element.name == "title":
            yield text
