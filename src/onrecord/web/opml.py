"""Lists of feeds, as feed readers export them (OPML)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from collections.abc import Iterator


def read_opml(payload: bytes) -> Iterator[str]:
    """Yield the addresses of the feeds in a list, in their order, each once.

    Raises:
        ValueError: when it is no such list.
    """
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        root: ET.Element = fromstring(payload)
    except (ET.ParseError, DefusedXmlException, LookupError) as error:
        raise ValueError(str(error)) from error
    addresses = (element.get("xmlUrl") for element in root.iter("outline"))
    yield from dict.fromkeys(address.strip() for address in addresses if address and address.strip())
