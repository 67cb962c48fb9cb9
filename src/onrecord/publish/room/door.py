"""Who comes in: under which name the room is asked for, with which token; and what every answer tells the browser.

A page elsewhere can make a browser ask this server under a name of its own ("DNS rebinding"), so only names of this machine are
answered. Where the room is open to a network, a token is asked for, once, and kept in a cookie.
"""

from __future__ import annotations

import hmac
import ipaddress
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlencode

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable, MutableMapping

    Scope = MutableMapping[str, Any]
    Message = MutableMapping[str, Any]
    Receive = Callable[[], Awaitable[Message]]
    Send = Callable[[Message], Awaitable[None]]
    Asgi = Callable[[Scope, Receive, Send], Awaitable[None]]
    Headers = list[tuple[bytes, bytes]]

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
"""Nothing inline, nothing from elsewhere, in no frame (w3.org/TR/CSP3)."""
SAFE = (
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    # Not no-referrer: a browser then sends no origin with a form of our own either.
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
    (b"x-frame-options", b"DENY"),
)
TOKEN_COOKIE = "onrecord_token"  # noqa: S105 - the name of a cookie
OPEN = "/static/"
"""The look of the room is no secret: who is refused sees a page that has it."""
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Who may come in: `names` under which the room is asked for, `any_address` for those that are numbers, and the token."""

    names: frozenset[str] = LOOPBACK
    any_address: bool = False
    token: str | None = None

    def is_named(self, host: str) -> bool:
        """Tell whether a Host header names this room; its port does not matter."""
        name = _without_port(host)
        return name in self.names or (self.any_address and _is_address(name))

    def fits(self, given: str | None) -> bool:
        """Tell whether `given` is the token, in a time that says nothing of it."""
        if self.token is None:
            return True
        return hmac.compare_digest((given or "").encode("utf-8", "replace"), self.token.encode())


class Door:
    """Lets a request in to `app`, or answers it; `refuse` writes the page of a refusal (status, sentence)."""

    def __init__(self, app: Asgi, entry: Entry, refuse: Callable[[int, str], bytes]) -> None:
        self._app = app
        self._entry = entry
        self._refuse = refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, as ASGI asks it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                given: Headers = list(message.get("headers", ()))
                names = {name.lower() for name, _ in given}
                message["headers"] = [*given, *(one for one in SAFE if one[0] not in names)]
            await send(message)

        headers = scope["headers"]
        if not self._entry.is_named(_header(headers, b"host")):
            await _answer(send_safely, 421, self._refuse(421, "The room is not asked for under this name."))
            return
        if scope["path"].startswith(OPEN) or self._entry.fits(
            _bearer(headers) or _cookie(headers, TOKEN_COOKIE)
        ):
            await self._app(scope, receive, send_safely)
            return
        await self._ask_for_token(scope, send_safely)

    async def _ask_for_token(self, scope: Scope, send: Send) -> None:
        asked = parse_qsl(scope.get("query_string", b"").decode("latin-1"), keep_blank_values=True)
        given = next((value for name, value in asked if name == "token"), None)
        if given is None or not self._entry.fits(given):
            sentence = "This record is shown to those who have its token: open it with the address that ends in ?token=…"
            await _answer(send, 401, self._refuse(401, sentence))
            return
        rest = urlencode([(name, value) for name, value in asked if name != "token"])
        # A path that begins with two slashes would lead to another host.
        path = "/" + scope.get("raw_path", b"/").decode("latin-1").split("?")[0].lstrip("/\\")
        cookie = f"{TOKEN_COOKIE}={self._entry.token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=2592000"
        where = f"{path}?{rest}" if rest else path
        more = [(b"location", where.encode("latin-1")), (b"set-cookie", cookie.encode("latin-1"))]
        await _answer(send, 303, b"", more)


async def _answer(send: Send, status: int, body: bytes, more: Iterable[tuple[bytes, bytes]] = ()) -> None:
    headers = [
        (b"content-type", b"text/html; charset=utf-8"),
        (b"content-length", str(len(body)).encode()),
        (b"cache-control", b"no-store"),
        *more,
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


def _header(headers: Headers, name: bytes) -> str:
    """Return a header that is sent just once, else nothing: two Host headers name nothing."""
    found = [value for one, value in headers if one.lower() == name]
    return found[0].decode("latin-1") if len(found) == 1 else ""


def _bearer(headers: Headers) -> str | None:
    kind, _, given = _header(headers, b"authorization").partition(" ")
    return given.strip() if kind.lower() == "bearer" else None


def _cookie(headers: Headers, name: str) -> str | None:
    try:
        found = SimpleCookie(_header(headers, b"cookie")).get(name)
    except CookieError:
        return None
    return found.value if found else None


def _without_port(host: str) -> str:
    """Return the name in a Host header: lower case, no port, no brackets, no final dot."""
    if host.startswith("["):
        return host[1:].partition("]")[0].lower()
    name, _, port = host.partition(":")
    return name.lower().rstrip(".") if not port or port.isdecimal() else ""


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
