"""XML made of strings: elements whose attributes and texts are escaped, and what XML has no form for made visible.

XML 1.0 cannot carry most control characters, nor half a surrogate pair, not even escaped. Each has one visible stand-in, so
that lengths stay true; whoever writes a file says in it how many were replaced.
"""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

_CONTROLS = {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\t\n\r"}
_UNCARRIED = dict.fromkeys((*range(0xD800, 0xE000), 0xFFFE, 0xFFFF), "\ufffd")
STAND_INS = {**_CONTROLS, **_UNCARRIED}
"""What stands for characters that XML cannot carry."""
# A reader would turn these into a line feed, and in an attribute into a blank.
_KEPT = {"\r": "&#13;"}
_KEPT_IN_VALUES = {"\r": "&#13;", "\n": "&#10;", "\t": "&#9;"}
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


class Markup(str):
    """A string that is XML already."""

    __slots__ = ()


def carried(text: str) -> str:
    r"""Return `text` with a stand-in for each character that XML cannot carry.

    >>> carried("a\x00b")
    'a␀b'
    """
    return text.translate(STAND_INS)


def count_replaced(text: str) -> int:
    """Return how many characters of `text` XML cannot carry."""
    return sum(ord(character) in STAND_INS for character in text)


def element(name: str, attributes: dict[str, str] | None = None, *inside: str) -> Markup:
    r"""Return the element `name`; of what is `inside`, text is escaped and mark-up is taken as it is.

    >>> element("p", {"n": '"1"'}, "a < b", element("lb"))
    '<p n=\'"1"\'>a &lt; b<lb/></p>'
    """
    told = "".join(
        f" {key}={quoteattr(carried(value), _KEPT_IN_VALUES)}" for key, value in (attributes or {}).items()
    )
    content = "".join(one if isinstance(one, Markup) else escape(carried(one), _KEPT) for one in inside)
    return Markup(f"<{name}{told}>{content}</{name}>" if content else f"<{name}{told}/>")


def joined(*pieces: Markup) -> Markup:
    """Return pieces of mark-up one after another."""
    return Markup("".join(pieces))
