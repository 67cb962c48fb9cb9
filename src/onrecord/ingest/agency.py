"""What agencies send: IPTC NewsML-G2 items and packages of them, NewsML 1, and NITF.

The body (XHTML or NITF) is kept as markup and read as a page. The day is the one on which this version was released
(``versionCreated``, NITF's ``date.issue``), else of its first: agencies have no other.
"""

from __future__ import annotations

import re
from copy import deepcopy
from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET

from onrecord.ingest.items import as_iso, capture_item, has_words
from onrecord.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from onrecord.model.report import Capture

_HEAD: Final = 4096
_ROOT: Final = re.compile(rb"<(?:\w+:)?(?:newsitem|newsmessage|nitf)[\s>]")
_LANGUAGE: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_INLINE: Final = {
    "hl1": "h1",
    "hl2": "h2",
    "hedline": "div",
    "body": "div",
    "inlineXML": "div",
    "DataContent": "div",
    "block": "div",
}
_OUTLETS: Final = ("provider", "copyrightHolder", "infoSource")
"""Who gives out an item of NewsML-G2, the nearest first."""
_OUTLETS_OF_FIRST: Final = ("CopyrightHolder", "CreditLine", "ProviderId")
"""The same in NewsML 1, where no party is named."""
_OUTLETS_OF_NITF: Final = (("pubdata", "name"), ("doc.copyright", "holder"), ("doc-id", "regsrc"))
"""The same in NITF: elements, and what of them says it."""


def is_agency_item(payload: bytes) -> bool:
    """Tell whether `payload` starts as NewsML-G2 or NITF."""
    head = payload[:_HEAD].lower().replace(b"\0", b"")
    return _ROOT.search(head) is not None and head.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith(b"<")


def read_agency_items(payload: bytes, locator: str) -> Iterator[Capture | Problem]:
    """Yield a capture for every item that holds a text, numbered from 1 where there are several."""
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        root: ET.Element = fromstring(payload, forbid_dtd=False)
        items = [element for element in root.iter() if _name(element) in _READERS]
        # NITF inside a NewsML item is its body, no item of its own.
        whole = [item for item in items if _name(item) != "nitf"] or items
        read = [_READERS[_name(item)](item) for item in whole]
    except (ET.ParseError, DefusedXmlException, ValueError, RecursionError, LookupError) as error:
        message = f"{locator} is damaged ({error}); it is left out"
        yield Problem(code="ingest.bad-agency-item", message=" ".join(message.split()), path=locator)
        return
    wordless = 0
    for number, members in enumerate(read, start=1):
        if has_words(members):
            yield capture_item(members, f"{locator}#{number}" if len(read) > 1 else locator)
        else:
            wordless += 1
    if wordless or not read:
        message = f"{locator}: {wordless} of {len(read)} item(s) hold no text"
        yield Problem(code="ingest.no-words", message=message, path=locator)


def _read_item(item: ET.Element) -> dict[str, object]:
    members: dict[str, object] = {
        "id": item.get("guid"),
        "title": _first(item, "headline"),
        "outlet": _first_party(item, _OUTLETS),
        "date": _first(item, "versionCreated") or _first(item, "firstCreated"),
        "author": _first(item, "by") or _named(item, "creator"),
        "language": item.get(_LANGUAGE) or _stated(item, "language", "tag"),
    }
    for body in _all(item, "inlineXML"):
        members.setdefault("html", _as_markup(body))
    for body in _all(item, "inlineData"):
        members.setdefault("text", "".join(body.itertext()))
    return {name: value for name, value in members.items() if value}


def _read_first_version(item: ET.Element) -> dict[str, object]:
    """Return an item of NewsML 1, whose body may be NITF, or its text."""
    content = next(_all(item, "DataContent"), None)
    within = next(_all(item, "nitf"), None)
    body = content if within is None or content is None else next(_all(within, "body.content"), content)
    members: dict[str, object] = {
        **(_read_nitf(within) if within is not None else {}),
        "id": _first(item, "PublicIdentifier"),
        "title": _first(item, "HeadLine") or (_first(within, "hl1") if within is not None else None),
        "outlet": _party(item, "Provider")
        or _party(item, "Source")
        or next((said for name in _OUTLETS_OF_FIRST if (said := _first(item, name))), None),
        "date": as_iso(_first(item, "ThisRevisionCreated") or _first(item, "FirstCreated") or ""),
        "language": _stated(item, "Language", "FormalName"),
    }
    if author := _first(item, "ByLine"):
        members["author"] = author
    if body is not None:
        members["html" if len(body) else "text"] = _as_markup(body) if len(body) else "".join(body.itertext())
    return {name: value for name, value in members.items() if value}


def _party(item: ET.Element, name: str) -> str | None:
    return next((said for one in _all(item, name) if (said := _stated(one, "Party", "FormalName"))), None)


def _read_nitf(item: ET.Element) -> dict[str, object]:
    content = next(_all(item, "body.content"), None)
    members: dict[str, object] = {
        "title": _first(item, "hl1") or _first(item, "title"),
        "id": _stated(item, "doc-id", "id-string"),
        "outlet": next(
            (said for name, within in _OUTLETS_OF_NITF if (said := _stated(item, name, within))), None
        )
        or _first(item, "rights.owner")
        or _first(item, "distributor"),
        "date": as_iso(_read_nitf_day(item) or ""),
        "author": _first(item, "byline"),
        "language": item.get(_LANGUAGE),
        "html": _as_markup(content) if content is not None else None,
    }
    return {name: value for name, value in members.items() if value}


def _read_nitf_day(item: ET.Element) -> str | None:
    for name in ("date.issue", "date.release"):
        if said := _stated(item, name, "norm") or _first(item, name):
            return said
    return _stated(item, "pubdata", "date.publication") or _stated(item, "story.date", "norm")


def _as_markup(element: ET.Element) -> str:
    """Return an element as HTML, its names without their namespaces."""
    copy = deepcopy(element)
    for one in copy.iter():
        name = _name(one)
        one.tag = _INLINE.get(name, name)
        one.attrib = {key: value for key, value in one.attrib.items() if not key.startswith("{")}
    return ET.tostring(copy, encoding="unicode", method="html")


def _all(element: ET.Element, name: str) -> Iterator[ET.Element]:
    return (one for one in element.iter() if _name(one) == name)


def _first(element: ET.Element, name: str) -> str | None:
    texts = (" ".join("".join(one.itertext()).split()) for one in _all(element, name))
    return next((text for text in texts if text), None)


def _named(element: ET.Element, name: str) -> str | None:
    """Return what somebody is called: by a name in the element, or in its own words."""
    found = (_first(one, "name") or one.get("literal") for one in _all(element, name))
    return next((one for one in found if one), None)


def _first_party(element: ET.Element, names: Iterable[str]) -> str | None:
    return next((said for name in names if (said := _named(element, name))), None)


def _stated(element: ET.Element, name: str, attribute: str) -> str | None:
    return next((said for one in _all(element, name) if (said := one.get(attribute))), None)


def _name(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]


_READERS: Final[Mapping[str, Callable[[ET.Element], dict[str, object]]]] = {
    "newsItem": _read_item,
    "NewsItem": _read_first_version,
    "nitf": _read_nitf,
}
"""What reads the elements that are an item, by their names."""
