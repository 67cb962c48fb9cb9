"""RSS and Atom feeds: each entry is a report, its text the entry's content or, where there is none, its summary.

feedparser is only ever given bytes, never an address. The day of an entry is the one it was published (``pubDate``, ``published``,
``dc:date``), as written in its own time zone; a day of updating is none.
"""

from __future__ import annotations

import html
import re
from datetime import datetime
from email.utils import parsedate_to_datetime
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from onrecord.ingest.items import capture_item, has_words
from onrecord.lexicon.languages import as_tag
from onrecord.model.problem import Problem
from onrecord.text.encodings import find_encoding

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping

    from onrecord.model.report import Capture

_HEAD: Final = 2048
_SHOWN: Final = 200
"""Characters of names that a problem shows."""
_ADDRESSES: Final = ("http://", "https://", "/", "?", "./", "../")
"""How links begin that lead to a page, maybe from the feed's own address on; an id that stands in their place does not."""
_TAG: Final = re.compile(r"</?[A-Za-z][^<>]{0,300}>")
_DATE: Final = re.compile(r"<\w+:date(?:\s[^<>]{0,300})?>\s*(?:<!\[CDATA\[)?([^<>\]]{1,100})")
_ENTITY: Final = re.compile(r"<!ENTITY\s+([\w.:-]{1,100})\s+(SYSTEM\b|PUBLIC\b)?")
"""An entity that a feed defines: by words of its own, or by an address, which is never visited."""
_REFERENCE: Final = re.compile(r"&[\w.:-]{1,100};")
_SHOWN_REFERENCE: Final = re.compile(r"&amp;([\w.:-]{1,100};)")
_ADDRESSED: Final = re.compile(r"\S+@\S+ \(([^()]+)\)|([^<>]+?) ?<\S+@\S+>")
"""How an author's address stands with a name: "ana@courier.example (Ana Velik)"."""
_ROOTS: Final = (b"<rss", b"<feed", b"<rdf:rdf", b"<atom:feed")


def is_feed(payload: bytes) -> bool:
    """Tell whether `payload` starts as an RSS or Atom feed."""
    head = payload[:_HEAD].lower().replace(b"\0", b"")
    places = [place for root in _ROOTS if (place := head.find(root)) >= 0]
    return bool(places) and b"<html" not in head[: min(places)]


def read_feed(payload: bytes, locator: str, *, linked: bool = False) -> Iterator[Capture | Problem]:
    """Yield a capture for every entry of the feed that holds a text, numbered from 1 as they stand.

    With `linked` an entry that leads to a page is yielded too where it holds none.
    """
    # Loaded by name: it says nothing of its types.
    feedparser: Any = import_module("feedparser")
    try:
        parsed: Any = feedparser.parse(payload, sanitize_html=False, resolve_relative_uris=False)
    except Exception as error:  # noqa: BLE001 - a damaged feed fails in whatever its elements are taken for
        message = f"{locator} is a damaged feed ({type(error).__name__}); it is left out"
        yield Problem(code="ingest.bad-feed", message=" ".join(message.split()), path=locator)
        return
    whole = {
        "outlet": _text(parsed.feed, "title"),
        "language": as_tag(_text(parsed.feed, "language")),
        "author": _read_authors(parsed.feed) if str(parsed.version).startswith("atom") else "",
    }
    text = payload.decode(find_encoding(payload), "replace")
    dates = frozenset(" ".join(found[1].split()) for found in _DATE.finditer(text))
    defined = _find_entities(text)
    yield from _tell_outside(defined, text, locator)
    # A text that shows "&pub;" to its readers has it as "&amp;pub;" in the feed.
    replaced = defined.keys() - {f"&{name}" for name in _SHOWN_REFERENCE.findall(text)}
    wordless = 0
    for number, entry in enumerate(parsed.entries, start=1):
        members = {**whole, **_read_entry(entry, dates)}
        if left := _find_left(members, replaced):
            named = ", ".join(left)[:_SHOWN]
            said = f"{locator}#{number} refers to what the feed defines as {named} and could not be put in its place"
            yield Problem(
                code="ingest.bad-feed", message=f"{said}; the text lacks it", path=f"{locator}#{number}"
            )
            members = {name: _without(value, left) for name, value in members.items()}
        if has_words(members) or (linked and members.get("url")):
            yield capture_item(members, f"{locator}#{number}")
        else:
            wordless += 1
    if parsed.bozo:
        message = f"{locator} is a damaged feed ({parsed.bozo_exception}); what stands after the damage may be missing"
        yield Problem(code="ingest.bad-feed", message=" ".join(message.split()), path=locator)
    if wordless or not parsed.entries:
        yield _wordless(locator, wordless, len(parsed.entries))


def _wordless(locator: str, wordless: int, entries: int) -> Problem:
    said = f"{wordless} of {entries} entries hold no text; give their pages themselves"
    message = f"{locator}: {said if entries else 'a feed without entries; look again later'}"
    return Problem(code="ingest.no-words", message=message, path=locator)


def _find_entities(text: str) -> dict[str, bool]:
    """Return the entities that a feed defines, as they are referred to, and whether an address stands for their words."""
    return {f"&{found[1]};": bool(found[2]) for found in _ENTITY.finditer(text)}


def _tell_outside(defined: Mapping[str, bool], text: str, locator: str) -> Iterator[Problem]:
    """Tell that a feed refers to words at an address, which its entries lack."""
    outside = {name for name, by_address in defined.items() if by_address}
    if outside and (used := outside.intersection(_REFERENCE.findall(text))):
        named = ", ".join(sorted(used))[:_SHOWN]
        message = f"{locator} refers to words at an address ({named}), which is not visited; they are missing"
        yield Problem(code="ingest.bad-feed", message=message, path=locator)


def _find_left(members: Mapping[str, object], defined: Container[str]) -> list[str]:
    """Return the references that an entry's words still hold where a reader would see what they stand for."""
    words = [value for value in members.values() if isinstance(value, str)]
    return sorted({name for value in words for name in _REFERENCE.findall(value) if name in defined})


def _without(value: object, left: Iterable[str]) -> object:
    if not isinstance(value, str):
        return value
    for name in left:
        value = value.replace(name, "")
    return value.strip()


def _read_entry(entry: Any, dates: frozenset[str]) -> dict[str, object]:
    link = _text(entry, "link")
    changed = _text(entry, "updated") if "updated" in entry else ""
    dated = changed if changed in dates else ""
    published = _text(entry, "published") or dated or _text(entry, "prism_publicationdate")
    members: dict[str, object] = {
        "title": _read_title(entry),
        "url": link if link.startswith(_ADDRESSES) else "",
        "id": _text(entry, "id"),
        "date": read_day(published) or published,
        "author": _read_authors(entry),
        "outlet": _text(entry.get("source"), "title") or _text(entry, "publisher"),
        "language": as_tag(_text(entry, "language")),
    }
    contents: list[Any] = [one for one in entry.get("content") or () if str(one.get("value") or "").strip()]
    summary: Any = entry.get("summary_detail") or {"value": entry.get("summary", ""), "type": "text/html"}
    body: Any = max(contents, key=lambda one: len(one["value"]), default=summary)
    name = "text" if body.get("type") == "text/plain" else "html"
    members[name] = str(body.get("value") or "")
    if language := str(body.get("language") or ""):
        members["language"] = as_tag(language)
    return {key: value for key, value in members.items() if value}


def _read_title(entry: Any) -> str:
    """Return the title as words, where its markup would be shown as letters."""
    title = _text(entry, "title")
    detail: Any = entry.get("title_detail")
    kind = str(detail.get("type") or "") if detail else ""
    return " ".join(html.unescape(_TAG.sub("", title)).split()) if "html" in kind else title


def _read_authors(entry: Any) -> str:
    """Return the names of all who wrote it; of an address with a name, as RSS has it, the name."""
    named: list[Any] = entry.get("authors") or []
    if len(named) > 1 and not any(one.get("email") for one in named):
        return "; ".join(name for one in named if (name := _text(one, "name")))
    author = _text(entry, "author")
    addressed = _ADDRESSED.fullmatch(author)
    return addressed[1] or addressed[2] if addressed else author


def read_day(written: str) -> str:
    """Return a time as feeds write it, in ISO form and its own zone; nothing where it is none.

    >>> read_day("Fri, 15 Mar 2024 23:30:00 -0500"), read_day("2024-03-15T10:15:00Z"), read_day("soon")
    ('2024-03-15T23:30:00-05:00', '2024-03-15T10:15:00+00:00', '')
    """
    try:
        return datetime.fromisoformat(written.strip()).isoformat()
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(written).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""


def _text(values: Any, name: str) -> str:
    value: Any = values.get(name) if values else None
    return " ".join(value.split()) if isinstance(value, str) else ""
