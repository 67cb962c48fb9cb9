"""What a page's JSON-LD says of the articles it holds, by the words of schema.org."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final, cast

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_ARTICLES: Final = re.compile(r"(?:article|posting|report|reportage)$", re.IGNORECASE)
_BEFORE: Final = re.compile(r"\s*+(?:(?://|/\*)?\s*+(?:<!\[CDATA\[|<!--)\s*+(?:\*/)?\s*+)?")
"""What programs wrap around it so that old browsers pass it over."""
_COMMA: Final = re.compile(r",(\s*[}\]])")
_DEEPEST: Final = 12
_MOST: Final = 1000
"""Articles of one page that are looked at."""
_SEPARATOR: Final = "; "
_OF_ONE: Final = frozenset({"title", "author", "url"})


def describe_articles(scripts: Iterable[str]) -> Iterator[Mapping[str, str]]:
    """Yield what each article described in `scripts` says of itself, by the names of a JSON line's members.

    Where articles of different headlines are described, the page is a list of them: only what all may share is told.
    """
    found = [dict(_describe(thing)) for script in scripts for thing in _read_articles(script)][:_MOST]
    several = len({described["title"] for described in found if described.get("title")}) > 1
    for described in found:
        yield {name: said for name, said in described.items() if said and not (several and name in _OF_ONE)}


def _read_articles(script: str) -> Iterator[Mapping[str, object]]:
    before = _BEFORE.match(script)
    whole = script[before.end() if before else 0 :]
    decoder = json.JSONDecoder(parse_int=str, parse_float=str, parse_constant=str, strict=False)
    # A comma too many is what pages have wrong most often.
    for mend in (False, True):
        try:
            value: object = decoder.raw_decode(_COMMA.sub(r"\1", whole) if mend else whole)[0]
        except (ValueError, RecursionError):
            continue
        yield from _find_articles(value, 0)
        return


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
    yield "outlet", next(_names(thing.get("publisher"), 0), None)
    yield "author", _SEPARATOR.join(dict.fromkeys(_names(thing.get("author"), 0)))
    yield "date", next(_strings(thing.get("datePublished")), None)
    yield "modified", next(_strings(thing.get("dateModified")), None)
    yield "language", next(_strings(thing.get("inLanguage")), None)
    inner = thing.get("mainEntityOfPage")
    page = cast("dict[str, object]", inner).get("@id") if isinstance(inner, dict) else None
    addresses = (
        address
        for value in (thing.get("url"), page, thing.get("mainEntityOfPage"))
        for address in _strings(value)
    )
    yield "url", next(addresses, None)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        yield from (member for member in cast("list[object]", value) if isinstance(member, str))


def _names(value: object, depth: int) -> Iterator[str]:
    if isinstance(value, dict):
        yield from _strings(cast("dict[str, object]", value).get("name"))
    elif isinstance(value, list):
        for member in cast("list[object]", value) if depth <= _DEEPEST else ():
            yield from _names(member, depth + 1)
    elif isinstance(value, str):
        yield value
