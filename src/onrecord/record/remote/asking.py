"""Ask an API over HTTP: one address the user named, visited as often as there are questions, and no other."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from urllib.parse import parse_qsl, urlencode, urlsplit

from onrecord.errors import RecordError, UnknownIdError

if TYPE_CHECKING:
    from collections.abc import Iterable

    import httpcore

SCHEMES: Final = ("http://", "https://")
ROOT: Final = "/api/v1"
_PATIENCE: Final = 60.0
"""Seconds to wait for an answer, or for a piece of one."""
_FINE, _REFUSED_ENTRY, _UNKNOWN = 200, 401, 404


class Told(NamedTuple):
    """An answer, and the tag of what the record said when it was given."""

    plain: Any
    tag: str


def is_web_address(place: object) -> bool:
    """Tell whether `place` is written as an address of the web."""
    return isinstance(place, str) and place.lower().startswith(SCHEMES)


class Asking:
    """Asks what stands at `address`. A `token` in its question (``?token=…``) is sent along, and never shown."""

    def __init__(self, address: str) -> None:
        import httpcore

        parts = urlsplit(address)
        self._base = f"{parts.scheme.lower()}://{parts.netloc}{parts.path.rstrip('/')}{ROOT}"
        self._host = parts.netloc.rpartition("@")[2]
        self._token = dict(parse_qsl(parts.query)).get("token")
        self.shown = f"{parts.scheme.lower()}://{self._host}{parts.path}"
        self._pool: httpcore.ConnectionPool = httpcore.ConnectionPool(max_connections=1)

    def close(self) -> None:
        """Let go of the connection."""
        self._pool.close()

    def ask(self, path: str, asked: Iterable[tuple[str, object]] = ()) -> Told:
        """Return what is told at `path`, below the root of the API, of what is asked.

        Raises:
            UnknownIdError: when nothing there has the id that is asked for.
            RecordError: when nobody answers, or not as an API of this program does.
        """
        question = urlencode(
            [(name, _written(value)) for name, value in asked if value is not None], errors="replace"
        )
        response = self._visit(f"{self._base}{path}{'?' if question else ''}{question}")
        try:
            plain = json.loads(response.content)
        except ValueError as error:
            raise RecordError(f"{self.shown}: does not answer as a record does ({error})") from error
        if response.status == _FINE:
            return Told(plain, _header(response, b"etag"))
        told = _detail(plain)
        if response.status == _UNKNOWN and told:
            raise UnknownIdError(told)
        raise RecordError(f"{self.shown}: {told or f'answers with status {response.status}'}")

    def _visit(self, url: str) -> httpcore.Response:
        import httpcore

        headers = {"Host": self._host, "Accept": "application/json", "User-Agent": "onrecord"}
        if self._token is not None:
            headers["Authorization"] = f"Bearer {self._token}"
        timeout = dict.fromkeys(("connect", "read", "write", "pool"), _PATIENCE)
        try:
            response = self._pool.request(
                "GET", url, headers=[*headers.items()], extensions={"timeout": timeout}
            )
        except (
            httpcore.NetworkError,
            httpcore.ProtocolError,
            httpcore.TimeoutException,
            httpcore.UnsupportedProtocol,
            OSError,
        ) as error:
            reason = " ".join(str(error).split()) or type(error).__name__
            raise RecordError(
                f"{self.shown}: nobody answers ({reason}); start `onrecord serve` there"
            ) from error
        if response.status == _REFUSED_ENTRY:
            raise RecordError(f"{self.shown}: asks for its token; add ?token=… to the address")
        return response


def _detail(plain: dict[str, object] | object) -> str:
    """Return what a refusal says; nothing where it is none."""
    match plain:
        case {"detail": str(told)}:
            return told
        case _:
            return ""


def _header(response: httpcore.Response, name: bytes) -> str:
    return next((value.decode("latin-1") for one, value in response.headers if one.lower() == name), "")


def _written(value: object) -> str:
    """Return a value as an address has it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)
