"""One visit to one address: what is asked, how far it is followed, and what is brought back."""

from __future__ import annotations

import re
import time
from contextlib import suppress
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from importlib.metadata import version
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin, urlsplit

import httpcore

from onrecord.errors import WebError
from onrecord.web.addresses import escape, find_public, resolve
from onrecord.web.bodies import Bounds, read_body

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from types import TracebackType
    from typing import Self

    from onrecord.web.addresses import Resolve

AGENT: Final = f"onrecord/{version('onrecord')} (reads news reports for one person; not a crawler)"
LARGEST: Final = 16 * 1024 * 1024
"""Bytes of a page, before and after unpacking."""
LONGEST: Final = 60.0
"""Seconds of a visit, redirects and all."""
MOST_REDIRECTS: Final = 5
_DIGITS: Final = 9
"""Digits read of a number of seconds: more are more than anybody waits."""
_PATIENCE: Final = 15.0
"""Seconds that a server may say nothing."""
_GONE_ON: Final = frozenset({301, 302, 303, 307, 308})
_FOUND: Final = 200
_NOT_MODIFIED: Final = 304
_LONGEST_ADDRESS: Final = 4096
_LONGEST_TAG: Final = 1000
"""Letters of what a server wants to be asked with next time."""
_CHARSET: Final = re.compile(r"""charset\s*=\s*["']?([A-Za-z0-9._:-]{1,40})""", re.IGNORECASE)
_PORTS: Final = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """What a visit brought: `url` is where it ended; `payload` is unpacked and whole, and empty where the status is not 200.

    `etag` and `modified` are what to ask with next time; `retry_after` the seconds a server asked to be left alone.
    """

    url: str
    status: int
    payload: bytes
    media_type: str = ""
    etag: str | None = None
    modified: str | None = None
    retry_after: int | None = None

    @property
    def unchanged(self) -> bool:
        """Whether the server said that nothing changed since the last time."""
        return self.status == _NOT_MODIFIED

    @property
    def charset(self) -> str:
        """The encoding that the server states, or nothing."""
        stated = _CHARSET.search(self.media_type)
        return stated[1] if stated else ""


class Visitor:
    """Visits addresses one after another, with one connection to a host at most.

    Args:
        allow_private: whether addresses inside the user's own network may be visited.
        resolve: what looks up names; the system's if not given.
        largest: bytes of a page from which it is given up.
    """

    def __init__(
        self, *, allow_private: bool = False, resolve: Resolve = resolve, largest: int = LARGEST
    ) -> None:
        self._largest = largest
        backend = Guarded(allow_private=allow_private, resolve=resolve)
        self._pool = httpcore.ConnectionPool(max_connections=1, network_backend=backend)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.close()

    def visit(self, url: str, *, etag: str | None = None, modified: str | None = None) -> Visit:
        """Return what stands at `url`; with `etag` or `modified` of an earlier visit only if it changed since.

        Raises:
            WebError: when the address is no web address or may not be visited, when nobody answers in time, when there
                is too much of it, or when it leads on too often.
        """
        deadline = time.monotonic() + LONGEST
        asked = {"If-None-Match": etag or "", "If-Modified-Since": modified or ""}
        for _ in range(MOST_REDIRECTS + 1):
            url = escape(url)
            refuse_address(url)
            try:
                visit, onward = self._ask(url, asked, deadline)
            except (
                httpcore.NetworkError,
                httpcore.ProtocolError,
                httpcore.TimeoutException,
                OSError,
            ) as error:
                reason = " ".join(str(error).split()) or type(error).__name__
                raise WebError(
                    "web.unreachable", f"{url} does not answer ({reason}); try again later"
                ) from error
            if onward is None:
                return visit
            url = _onward(url, onward)
        raise WebError("web.too-many-redirects", f"{url} leads on more than {MOST_REDIRECTS} times")

    def _ask(self, url: str, asked: Mapping[str, str], deadline: float) -> tuple[Visit, str | None]:
        parts = urlsplit(url)
        headers = {"User-Agent": AGENT, "Accept-Encoding": "gzip", "Accept": "*/*", "Connection": "close"}
        headers |= {name: value for name, value in asked.items() if value}
        headers["Host"] = parts.netloc
        timeout = dict.fromkeys(("connect", "read", "write", "pool"), _PATIENCE)
        with self._pool.stream(
            "GET", url, headers=[*headers.items()], extensions={"timeout": timeout}
        ) as response:
            said = {name.decode("latin-1").lower(): _letters(value) for name, value in response.headers}
            if response.status in _GONE_ON and said.get("location"):
                return Visit(url=url, status=response.status, payload=b""), said["location"]
            bounds = Bounds(largest=self._largest, deadline=deadline, longest=LONGEST)
            coding = said.get("content-encoding", "")
            # A refusal is told by its status: its body is no page.
            found = response.status == _FOUND
            payload = read_body(response.iter_stream(), url, coding, bounds) if found else b""
        return Visit(
            url=url,
            status=response.status,
            payload=payload,
            media_type=said.get("content-type", ""),
            etag=_to_ask_with(said, "etag"),
            modified=_to_ask_with(said, "last-modified"),
            retry_after=_seconds_asked(said.get("retry-after", ""), said.get("date", "")),
        ), None


class Guarded(httpcore.NetworkBackend):
    """Connects to the address that was looked at, and to no other."""

    def __init__(self, *, allow_private: bool, resolve: Resolve) -> None:
        self._allow_private = allow_private
        self._resolve = resolve
        self.inner = httpcore.SyncBackend()

    def connect_tcp(  # type: ignore[explicit-override]  # `typing.override` comes with Python 3.12
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to `host` where that is allowed; the name is looked up here and nowhere else."""
        if self._allow_private:
            address = next(iter(self._resolve(host, port)), host)
        else:
            address = find_public(host, port, resolve=self._resolve)
        return self.inner.connect_tcp(address, port, timeout, local_address, socket_options)


def _letters(value: bytes) -> str:
    """Return what a header says; some servers write UTF-8 in it."""
    try:
        return value.decode()
    except UnicodeDecodeError:
        return value.decode("latin-1")


def _to_ask_with(said: Mapping[str, str], name: str) -> str | None:
    """Return what a server gave to ask with next time; not what could not be sent back."""
    value = said.get(name, "")
    return value if value.isascii() and value.isprintable() and 0 < len(value) <= _LONGEST_TAG else None


def _onward(url: str, location: str) -> str:
    """Return where `url` leads on to.

    Raises:
        WebError: when that is no address.
    """
    try:
        return urljoin(url, location)
    except ValueError as error:
        message = f"{url} leads on to {location[:200]!r}, which is no web address ({error})"
        raise WebError("web.bad-address", message) from error


def refuse_address(url: str) -> None:
    """Refuse what is no address of a page or a feed.

    Raises:
        WebError: when `url` does not start with http:// or https://, holds a name or password, or cannot be sent.
    """
    url = escape(url)
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise WebError("web.bad-address", f"{url[:200]} is no web address ({error})") from error
    if parts.scheme not in _PORTS or not parts.hostname or port == 0:
        raise WebError(
            "web.bad-address", f"{url[:200]} is no web address: only http:// and https:// are visited"
        )
    if parts.username is not None or parts.password is not None:
        raise WebError(
            "web.bad-address", f"{parts.hostname}: an address with a name or password in it is not visited"
        )
    if len(url) > _LONGEST_ADDRESS or not url.isascii() or any(letter <= " " for letter in url):
        raise WebError(
            "web.bad-address",
            f"{url[:200]} is too long for a web address, or holds letters that must be escaped",
        )


def _seconds_asked(wait: str, sent: str) -> int | None:
    """Return how long a server asked to be left alone: seconds, or a date, counted from the date it gives its answer.

    Both forms are of RFC 9110, 10.2.3; None where it asked nothing that can be read.
    """
    if wait.isascii() and wait.isdigit():
        return int(wait[:_DIGITS])
    with suppress(ValueError, TypeError, OverflowError):  # no date, or one date with a zone and one without
        return max(0, int((parsedate_to_datetime(wait) - parsedate_to_datetime(sent)).total_seconds()))
    return None
