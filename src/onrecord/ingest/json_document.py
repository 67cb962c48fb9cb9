"""A whole file of JSON that is a list of articles, or one article of an agency.

Read are: a list of objects; an object whose "articles", "results", "items", "stories", "docs", "data" or "response"
holds one (newsapi and the like); a JSON feed; IPTC ninjs 1 to 3, whose names are in small letters in the first and in capitals
within words since. Lines of GDELT's Global Quotation Graph, which hold
quotations and no text, are read as the quotations with the words around them.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final, cast

from onrecord.ingest.broken_json import read_whole_items
from onrecord.ingest.items import capture_item, has_words, read_item, read_party
from onrecord.lexicon.languages import as_tag
from onrecord.model.problem import Problem
from onrecord.text.encodings import find_encoding, find_mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from onrecord.model.report import Capture

_LISTS: Final = ("articles", "results", "items", "stories", "docs", "data", "response", "hits")
_DEEPEST: Final = 3
_SHOWN: Final = 200
"""Characters of names that a problem shows."""


def read_json_document(
    payload: bytes, locator: str, *, columns: Mapping[str, str] | None = None, linked: bool = False
) -> Iterator[Capture | Problem]:
    """Yield a capture for every article in a JSON document, numbered from 1 in the order in which they stand.

    With `linked` an article that leads to a page is yielded too where it holds no text.
    """
    try:
        value: object = json.loads(payload, parse_float=str, parse_int=str, parse_constant=str)
    except (ValueError, RecursionError) as error:
        reason = "is nested too deeply" if isinstance(error, RecursionError) else f"is no JSON ({error})"
        text = payload[len(find_mark(payload)) :].decode(find_encoding(payload), "replace")
        begun = read_whole_items(text, _LISTS, _DEEPEST)
        if begun is None or (isinstance(begun, dict) and has_words(read_item(begun, {}))):
            yield Problem(code="ingest.bad-json", message=f"{locator} {reason}; it is left out", path=locator)
            return
        message = f"{locator} {reason}; the articles before the fault are read, so get an undamaged copy"
        yield Problem(code="ingest.bad-json", message=message, path=locator)
        value = begun
    wordless = 0
    number = 0
    names: Sequence[str] = ()
    for number, (item, whole) in enumerate(_find_items(value, 0), start=1):
        members = {**whole, **read_members(item, columns or {})}
        if has_words(members) or (linked and members.get("url")):
            yield capture_item(members, f"{locator}#{number}")
        else:
            wordless += 1
            names = names or tuple(item)
    if wordless or not number:
        said = ", ".join(names)[:_SHOWN].encode("utf-8", "replace").decode()
        shown = f" (the members of the first are {said})" if said else ""
        message = f"{locator}: {wordless} of {number} article(s) hold no text{shown}; say which member holds it (--column text=NAME), or give the pages themselves"
        yield Problem(code="ingest.no-words", message=message, path=locator)


def read_members(item: Mapping[str, object], columns: Mapping[str, str]) -> dict[str, object]:
    """Return what one article says by the names of a report's members, whatever the form it is written in."""
    if "quotes" in item and not columns:
        return _read_quotations(item)
    own = {name.casefold(): value for name, value in item.items()}
    if not _OF_NINJS.isdisjoint(own):
        return _read_ninjs(own, columns)
    members = read_item(item, columns)
    if authors := _read_authors(item):
        members.setdefault("author", authors)
    if "description" in members and not has_words(members):
        members["text"] = members.pop("description")
    return members


def _read_authors(item: Mapping[str, object]) -> str:
    authors = item.get("authors")
    return "; ".join(_names(cast("list[object]", authors))) if isinstance(authors, list) else ""


def _find_items(value: object, depth: int) -> Iterator[tuple[dict[str, object], dict[str, object]]]:
    """Yield every article with what the list says of all of them."""
    if isinstance(value, list):
        for member in cast("list[object]", value):
            if isinstance(member, dict):
                yield cast("dict[str, object]", member), {}
        return
    if not isinstance(value, dict):
        return
    document = cast("dict[str, object]", value)
    inner = next((document[name] for name in _LISTS if isinstance(document.get(name), list | dict)), None)
    if inner is None or has_words(read_item(document, {})):
        yield document, {}
    elif depth < _DEEPEST:
        feed = str(document.get("version", "")).startswith("https://jsonfeed.org/version/")
        said = _read_feed(document) if feed else {}
        for item, own in _find_items(inner, depth + 1):
            yield item, own or said


def _read_feed(document: Mapping[str, object]) -> dict[str, object]:
    """Return what a JSON feed says of all its articles."""
    said = {
        "outlet": _text(document, "title"),
        "language": as_tag(_text(document, "language")),
        "author": _read_authors(document),
    }
    return {name: value for name, value in said.items() if value}


def _read_ninjs(item: Mapping[str, object], columns: Mapping[str, str]) -> dict[str, object]:
    members = read_item({name: value for name, value in item.items() if name not in _NINJS}, columns)
    members["title"] = item.get("headline") or _value_of(item.get("headlines"))
    html, text = item.get("body_xhtml"), item.get("body_text")
    for body in _objects(item.get("bodies")):
        kind = str(body.get("contenttype") or body.get("contentType") or "").lower()
        value = body.get("value")
        html = html or (value if "html" in kind or "xml" in kind else None)
        text = text or (value if not ("html" in kind or "xml" in kind) else None)
    members["html" if html else "text"] = html or text
    members["id"] = item.get("uri") or item.get("altids")
    members["url"] = None
    members["date"] = next((item[name] for name in _NINJS_DAYS if item.get(name)), None)
    members["outlet"] = next((said for name in _NINJS_OUTLETS if (said := read_party(item.get(name)))), None)
    members["author"] = item.get("byline") or item.get("by")
    return {name: value for name, value in members.items() if isinstance(value, str) and value}


_NINJS_DAYS: Final = ("firstpublished", "versioncreated", "firstcreated")
_NINJS_OUTLETS: Final = (
    "copyrightholder",
    "provider",
    "publisher",
    "infosources",
    "infosource",
    "source",
)
"""Who gives out an item of ninjs, the nearest first; "provider" and "source" are what systems of agencies add."""
_OF_NINJS: Final = frozenset({"bodies", "body_xhtml", "body_text", "headlines"})
_NINJS: Final = frozenset(
    {
        "headline",
        "headlines",
        "body_xhtml",
        "body_text",
        "bodies",
        "uri",
        "altids",
        "byline",
        "by",
        *_NINJS_DAYS,
        *_NINJS_OUTLETS,
    }
)


def _read_quotations(item: Mapping[str, object]) -> dict[str, object]:
    """Return a line of GDELT's Global Quotation Graph: each quotation with the words before and after it."""
    members = read_item({name: value for name, value in item.items() if name != "quotes"}, {})
    said = [
        " ".join(part for part in (_text(one, "pre"), f"“{_text(one, 'quote')}”", _text(one, "post")) if part)
        for one in _objects(item.get("quotes"))
    ]
    if said:
        members["text"] = "\n\n".join(said)
    return members


def _text(item: Mapping[str, object], name: str) -> str:
    value = item.get(name)
    return " ".join(value.split()) if isinstance(value, str) else ""


def _objects(value: object) -> Iterator[dict[str, object]]:
    if isinstance(value, list):
        for member in cast("list[object]", value):
            if isinstance(member, dict):
                yield cast("dict[str, object]", member)


def _names(values: list[object]) -> Iterator[str]:
    for value in values:
        name = cast("dict[str, object]", value).get("name") if isinstance(value, dict) else value
        if isinstance(name, str) and name.strip():
            yield name.strip()


def _value_of(value: object, name: str = "value") -> object:
    return next((one.get(name) for one in _objects(value)), None)
