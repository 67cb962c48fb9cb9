"""Whether a form that comes in was one of this room's own pages.

Each browser has a number of its own, in a cookie that no other page's request carries (``SameSite=Strict``); the key in a form is
that number signed with the room's secret. The Origin of the request must be the room itself besides
(cheatsheetseries.owasp.org, "Cross-Site Request Forgery Prevention": signed double submit, and verifying origin).
"""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

COOKIE = "onrecord_form"
_DIGITS = 32


@dataclass(frozen=True, slots=True)
class FormKeys:
    """Makes and tries the keys of forms; `secret` is the room's, new each time it is opened."""

    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32))

    def number_of(self, cookies: Mapping[str, str]) -> str:
        """Return the number that a browser has, or a new one."""
        known = cookies.get(COOKIE, "")
        is_one = len(known) == _DIGITS and all(letter in "0123456789abcdef" for letter in known)
        return known if is_one else secrets.token_hex(_DIGITS // 2)

    def key_of(self, number: str) -> str:
        """Return the key that forms for this browser hold."""
        return hmac.new(self.secret, number.encode(), sha256).hexdigest()

    def fits(self, cookies: Mapping[str, str], given: str) -> bool:
        """Tell whether the key of a form is that of the browser that sends it, in a time that says nothing of it."""
        number = cookies.get(COOKIE, "")
        expected = self.key_of(number).encode()
        return hmac.compare_digest(expected, given.encode("utf-8", "replace")) and bool(number)


def is_own_origin(headers: Mapping[str, str]) -> bool:
    """Tell whether a request comes from a page of this very room: its Origin names the host that it asks."""
    scheme, _, host = headers.get("origin", "").partition("://")
    return scheme in {"http", "https"} and bool(host) and host.lower() == headers.get("host", "").lower()
