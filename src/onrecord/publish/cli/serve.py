"""``onrecord serve``: the record as pages in a browser."""

from __future__ import annotations

import ipaddress
import secrets
import signal
import socket
from contextlib import suppress
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.publish.cli.ending import Code, complain, ending
from onrecord.publish.cli.stored import Stored  # noqa: TC001 - Typer reads the annotations

if TYPE_CHECKING:
    from onrecord.publish.room.door import Entry

SHORTEST = 16
"""Characters of a token that a user gives."""


@ending
def serve(
    file: Stored,
    *,
    host: Annotated[
        str, typer.Option("--host", metavar="ADDRESS", help="The address to listen at.")
    ] = "127.0.0.1",
    port: Annotated[
        int, typer.Option("--port", metavar="NUMBER", min=0, max=65535, help="The port; 0 for any free one.")
    ] = 8710,
    edit: Annotated[bool, typer.Option("--edit", help="Take in what readers say is otherwise.")] = False,
    token: Annotated[
        str | None,
        typer.Option("--token", metavar="WORD", help="Show the record only to those who have this."),
    ] = None,
    workers: Annotated[
        int | None,
        typer.Option(
            "--workers",
            metavar="NUMBER",
            min=1,
            max=64,
            help="Processes that answer; usually two, where it can be.",
        ),
    ] = None,
) -> Code:
    """Show the record as pages: stories, statements with their wordings, speakers, reports in full, search.

    The pages are for this machine alone, and nothing in them can change the record, unless you say otherwise.
    """
    import uvicorn

    from onrecord.errors import RecordError
    from onrecord.publish.room.ahead import make_ready, stay_ahead
    from onrecord.publish.room.app import create_room
    from onrecord.publish.room.sharing import Shared
    from onrecord.publish.room.shelf import Shelf
    from onrecord.publish.room.workers import serve_together, usual_workers
    from onrecord.record import open_record

    if token is not None and not is_token(token):
        complain(f"--token takes {SHORTEST} letters, digits, - or _ at least; leave it out to be given one")
        return Code.REFUSED
    with open_record(file):
        pass
    open_to_all = not is_loopback(host)
    token = token or (secrets.token_urlsafe(24) if open_to_all else None)
    shelf = Shelf(file)
    app = create_room(file, entry=entry_of(host, token), edit=edit, shelf=shelf)
    workers = workers or usual_workers()
    with listening(host, port) as place:
        _tell_address(host, place.getsockname()[1], token)
        config = uvicorn.Config(app, log_level="warning", server_header=False, lifespan="off")
        # To be interrupted is how a server ends.
        with suppress(KeyboardInterrupt):
            if workers > 1:
                make_ready()
                # What cannot be read is said on the page that asks for it.
                with suppress(RecordError):
                    shelf.read_ahead()

            shared = Shared.of(place, workers)

            def answer(worker: int) -> None:
                # The server raises again what ended it: by itself that would end the process with the record still open.
                signal.signal(signal.SIGTERM, signal.default_int_handler)
                shared.become(worker)
                ahead = stay_ahead(shelf)
                try:
                    uvicorn.Server(config).run(sockets=[shared])
                finally:
                    ahead.set()
                    shelf.shut()

            serve_together(answer, workers)
    return Code.FINE


def is_token(given: str) -> bool:
    """Tell whether a token is long enough, and of characters that an address and a cookie hold as they are."""
    plain = given.isascii() and all(letter.isalnum() or letter in "-_" for letter in given)
    return plain and len(given) >= SHORTEST


def is_loopback(host: str) -> bool:
    """Tell whether only this machine reaches that address."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _tell_address(host: str, port: int, token: str | None) -> None:
    own = opened_at(host)
    shown = f"[{own}]" if ":" in own else own
    end = f"/?token={token}" if token else "/"
    typer.echo(f"http://{shown}:{port}{end}")
    if own != host:
        typer.echo(
            f"On another machine put this one's address, or its name ({socket.gethostname()}), in place of {shown}.",
            err=True,
        )


def opened_at(host: str) -> str:
    """Return the address at which this machine opens what listens at `host`: that of all its addresses is none to ask for."""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return host
    if not address.is_unspecified:
        return host
    return "127.0.0.1" if address.version == 4 else "::1"  # noqa: PLR2004 - IPv4


def entry_of(host: str, token: str | None) -> Entry:
    """Return under which names the room that listens at `host` is asked for."""
    from onrecord.publish.room.door import LOOPBACK, Entry

    if is_loopback(host):
        return Entry(names=LOOPBACK | {host}, token=token)
    names = LOOPBACK | {host.lower(), socket.gethostname().lower()}
    return Entry(names=names, any_address=True, token=token)


def listening(host: str, port: int) -> socket.socket:
    """Return a socket that listens at that address.

    Raises:
        RecordError: when it cannot: the port is taken, or the address is not this machine's.
    """
    from onrecord.errors import RecordError

    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        place = socket.create_server((host, port), family=family)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise RecordError(
            f"cannot listen at {host}:{port} ({reason}); choose another with --port or --host"
        ) from error
    # An answer goes out in two pieces, its head and its body: without this the second waits for the reader to say that the first is
    # there, which a reader puts off for 40 ms. Every connection has it from the socket that it came in by.
    place.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return place
