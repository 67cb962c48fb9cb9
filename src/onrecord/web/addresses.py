"""Which addresses may be visited: public ones only, unless the user says otherwise.

A name is looked up once, and the connection goes to the address that was looked at, so that a name which answers otherwise
a moment later (DNS rebinding) leads nowhere else. A name that has both public and private addresses is refused.
"""

from __future__ import annotations

import ipaddress
import socket
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, urlsplit, urlunsplit

from onrecord.errors import WebError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Resolve = Callable[[str, int], Sequence[str]]

_CARRIERS: Final = (ipaddress.ip_network("64:ff9b::/96"), ipaddress.ip_network("2002::/16"))
"""IPv6 networks whose addresses hold an IPv4 address: NAT64 (RFC 6052), 6to4 (RFC 3056)."""
_SHIFT: Final = {_CARRIERS[0]: 0, _CARRIERS[1]: 80}
_PLAIN: Final = "%/:?@!$&'()*+,;=~[]"
"""What stands for itself in a path or a query, or is escaped already."""


def escape(url: str) -> str:
    """Return a web address as it is sent: letters outside ASCII escaped (RFC 3987), the name of its host too; others as they are.

    >>> escape("https://h.example/quay?was=größe"), escape("https://häfen.example/a b")
    ('https://h.example/quay?was=gr%C3%B6%C3%9Fe', 'https://xn--hfen-loa.example/a b')
    """
    if url.isascii():
        return url
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        place = (
            parts.netloc
            if parts.netloc.isascii()
            else parts.netloc.lower().replace(host, host.encode("idna").decode())
        )
    except ValueError:
        return url
    safe = _PLAIN + " "
    return urlunsplit(
        (parts.scheme, place, *(quote(part, safe) for part in (parts.path, parts.query, parts.fragment)))
    )


def resolve(host: str, port: int) -> Sequence[str]:
    """Return the addresses of `host`, as the system knows them, in its order.

    Raises:
        WebError: when the name is not known.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise WebError("web.unreachable", f"{host} is not known ({error}); check the address") from error
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def find_public(host: str, port: int, *, resolve: Resolve = resolve) -> str:
    """Return the address at which `host` may be visited.

    Raises:
        WebError: when it is not known, or any of its addresses is private, loopback, link-local or reserved.
    """
    addresses = resolve(host, port)
    for address in addresses:
        if not is_public(address):
            message = f"{host} leads to {address}, inside this network; give --allow-private if that is meant"
            raise WebError("web.private-address", message)
    if not addresses:
        raise WebError("web.unreachable", f"{host} has no address; check its name")
    return addresses[0]


def is_public(address: str) -> bool:
    """Tell whether an IP address is one of the open internet.

    >>> is_public("93.184.216.34"), is_public("127.0.0.1"), is_public("::ffff:10.0.0.1"), is_public("169.254.169.254")
    (True, False, False, False)
    """
    try:
        parsed = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(parsed, ipaddress.IPv6Address):
        inner = parsed.ipv4_mapped or _carried(parsed)
        if inner is not None:
            return is_public(str(inner))
    return parsed.is_global and not parsed.is_multicast


def _carried(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    for network in _CARRIERS:
        if address in network:
            return ipaddress.IPv4Address((int(address) >> _SHIFT[network]) & 0xFFFFFFFF)
    return None
