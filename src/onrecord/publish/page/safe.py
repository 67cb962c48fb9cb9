"""What may be shown: characters, links and language tags that came in with reports, made harmless.

Escaping of mark-up is the template engine's; this module is for what escaping does not cover.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_CONTROLS = {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\t\n\r"}
# The two overrides, which turn what follows around whatever it is, have no honest use in a report.
_UNCARRIED = (0x202D, 0x202E, 0x7F, *range(0x80, 0xA0), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF)
SHOWN = {**dict.fromkeys(_UNCARRIED, "\ufffd"), **_CONTROLS}
"""Characters that HTML cannot or should not carry, each with one visible stand-in: lengths, and so spans, stay true."""

_TAG = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,6}")
_RIGHT_TO_LEFT = frozenset(
    {"ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "ps", "sd", "syr", "ug", "ur", "yi"}
)
_RIGHT_TO_LEFT_SCRIPTS = frozenset({"adlm", "arab", "hebr", "nkoo", "rohg", "syrc", "thaa"})


def shown(text: str) -> str:
    r"""Return `text` with controls and lone surrogates made visible, character for character.

    >>> shown("a\x00b")
    'a␀b'
    """
    # Nearly all text is printable, and translating is ten times as slow as finding that out.
    return text if text.isprintable() else text.translate(SHOWN)


def link_to(url: str | None) -> str | None:
    """Return `url` when it is an ordinary web address, else None.

    >>> link_to("javascript:alert(1)") is None
    True
    """
    if not url or url != url.strip() or any(character < "!" or character in "\"'<>\\" for character in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.hostname else None


def language_tag(language: str | None) -> str | None:
    """Return `language` when it has the form of a language tag, else None."""
    return language if language and _TAG.fullmatch(language) else None


def direction(language: str | None) -> str:
    """Return the direction in which `language` is written: ltr, rtl, or auto when it is unknown.

    >>> direction("ar-EG"), direction("az-Arab"), direction("en"), direction(None)
    ('rtl', 'rtl', 'ltr', 'auto')
    """
    tag = language_tag(language)
    if tag is None:
        return "auto"
    first, *rest = tag.casefold().split("-")
    if any(len(part) == 4 for part in rest):  # noqa: PLR2004 - a script is four letters long
        return "rtl" if _RIGHT_TO_LEFT_SCRIPTS.intersection(rest) else "ltr"
    return "rtl" if first in _RIGHT_TO_LEFT else "ltr"
