"""Whether a visit was led to a gate instead of the page it asked for: where one signs in or agrees, or to the front page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qsl, urlsplit

if TYPE_CHECKING:
    from urllib.parse import SplitResult

_GATE: Final = re.compile(r"(?:log|sign)[-_]?in|sso|oauth2?|auth|(?:collect)?consent|captcha", re.IGNORECASE)
"""What the host or an end of the path of a gate is called."""


def find_gate(asked: str, ended: str) -> str:
    """Return what a visit to `asked` came to where it `ended`, if that is not the page; nothing where it may be.

    Pages move, and redirect to where they are now; so do short addresses. A gate is told by its name, by the address that it
    takes along to lead back to, or by being the front page.

    >>> find_gate("https://h.example/quay", "https://id.h.example/login?back=https%3A%2F%2Fh.example%2Fquay")
    'a place where one signs in or agrees'
    >>> find_gate("https://h.example/quay", "https://h.example/"), find_gate("https://s.example/a", "https://h.example/quay")
    ('a front page', '')
    """
    try:
        before, after = urlsplit(asked), urlsplit(ended)
    except ValueError:
        return ""
    if before.path.rstrip("/") == after.path.rstrip("/"):
        return ""
    if _names(after) - _names(before) or _leads_back(before, after):
        return "a place where one signs in or agrees"
    return "a front page" if before.path.strip("/") and not after.path.strip("/") and not after.query else ""


def _names(parts: SplitResult) -> frozenset[str]:
    """Return the names of gates in an address: in the first label of its host, and at both ends of its path."""
    steps = [step.partition(".")[0] for step in parts.path.split("/") if step]
    names = [(parts.hostname or "").partition(".")[0], *steps[:1], *steps[-1:]]
    return frozenset(name.lower() for name in names if _GATE.fullmatch(name))


def _leads_back(before: SplitResult, after: SplitResult) -> bool:
    if not before.path.strip("/"):
        return False
    own = dict(parse_qsl(before.query))
    for name, value in parse_qsl(after.query):
        if own.get(name) == value:
            continue
        try:
            back = urlsplit(value)
        except ValueError:
            continue
        if back.path == before.path and back.hostname in {None, before.hostname}:
            return True
    return False
