"""Acronyms and what they stand for in one report: "the Port Authority of Halden (PAH)"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_BRACKETED = re.compile(r"\(\s?((?:[A-Z]\.?){2,8})\s?\)")
_LOOK_BACK = 120
"""Characters before a bracket in which the words it shortens stand."""
_IDLE_WORDS = "of the and for in on at de la du des"
_IDLE = frozenset(_IDLE_WORDS.split())


def find_acronyms(text: str, names: Iterable[str]) -> dict[str, str]:
    """Return the key of the full name by the key of its acronym, both in lower case.

    An acronym is known when brackets give it right after a name ("Port Authority of Halden (PAH)"), or when it is
    itself a name and spells the initials of exactly one longer one.

    >>> find_acronyms("The Port Authority of Halden (PAH) met.", ["Port Authority of Halden"])
    {'pah': 'port authority of halden'}
    """
    keys = sorted({_key(name) for name in names})
    long_keys = [key for key in keys if " " in key]
    found: dict[str, str] = {}
    for match in _BRACKETED.finditer(text):
        before = _key(text[max(0, match.start() - _LOOK_BACK) : match.start()])
        owners = [key for key in long_keys if before.endswith(key)]
        if owners:
            found[_key(match[1])] = max(owners, key=len)
    by_initials: dict[str, list[str]] = {}
    for key in long_keys:
        by_initials.setdefault(initials(key), []).append(key)
    for name in sorted({name for name in names if name.replace(".", "").isupper()}):
        owners = by_initials.get(_key(name), [])
        if len(owners) == 1:
            found.setdefault(_key(name), owners[0])
    return found


def initials(name: str) -> str:
    """Return the first letters of the words of `name` that count, in lower case.

    >>> initials("Port Authority of Halden")
    'pah'
    """
    return "".join(word[0] for word in name.casefold().split() if word not in _IDLE)


def _key(name: str) -> str:
    return " ".join(name.casefold().replace(".", "").replace("’", "'").replace("-", " ").split())
