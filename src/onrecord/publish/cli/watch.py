"""``onrecord watch``: feeds are looked at now and again, and what is new in them goes into a record."""

from __future__ import annotations

import re
import time
from dataclasses import replace
from pathlib import Path  # noqa: TC003 - Typer reads the annotations
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.errors import IngestError
from onrecord.publish.cli.ending import Code, complain, ending
from onrecord.publish.cli.stored import Stored  # noqa: TC001 - Typer reads the annotations

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.following import Look
    from onrecord.growing import Manner
    from onrecord.web import Poll

_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400}


@ending
def watch(  # noqa: PLR0913 - every one is an option of the command
    file: Stored,
    *,
    feeds: Annotated[
        list[str] | None, typer.Option("--feed", metavar="URL", help="A feed; may be given several times.")
    ] = None,
    opml: Annotated[
        Path | None,
        typer.Option("--opml", metavar="FILE", help="A list of feeds, as feed readers export it."),
    ] = None,
    every: Annotated[
        str, typer.Option("--every", metavar="TIME", help="How often: 90s, 15m, 2h, 1d.")
    ] = "15m",
    once: Annotated[bool, typer.Option("--once", help="Look once and end.")] = False,
    pages: Annotated[
        bool, typer.Option("--pages/--no-pages", help="Visit the pages that entries lead to.")
    ] = True,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Visit addresses inside this network too.")
    ] = False,
) -> Code:
    """Look at feeds now and again, and add what is new in them to the record."""
    from onrecord.following import Look
    from onrecord.growing import Manner
    from onrecord.publish.cli.add import acknowledge
    from onrecord.watching import find_polls
    from onrecord.web import SHORTEST_WAIT, Manners, Visitor, refuse_address

    for address in feeds or ():
        refuse_address(address)
    addresses = [*(feeds or ()), *(_addresses_of(opml) if opml else ())]
    wait = read_time(every)
    if wait is None:
        complain(f"--every {every!r} is no time such as 90s, 15m, 2h or 1d")
        return Code.REFUSED
    if wait < SHORTEST_WAIT:
        complain(f"--every {every!r} is too often: a feed is looked at no more than once a minute (1m)")
        return Code.REFUSED
    if not addresses:
        complain("name a feed with --feed or a list of them with --opml")
        return Code.REFUSED
    polls = find_polls(file, addresses)
    with Visitor(allow_private=allow_private) as visitor:
        look = Look(visitor=visitor, manners=Manners(visitor), pages=pages)
        try:
            return keep_looking(file, polls, look, (None if once else wait, Manner(acknowledge=acknowledge)))
        except KeyboardInterrupt:
            return Code.INTERRUPTED


def keep_looking(file: str, polls: Sequence[Poll], look: Look, how: tuple[float | None, Manner]) -> Code:
    """Look at each feed when it is due, for ever, or just once where no time to wait is given.

    Returns:
        How the one look went: partly, where a feed or a page of it could not be read.
    """
    from onrecord.news import News
    from onrecord.publish.cli.add import code_of, find_credits, news_lines
    from onrecord.publish.cli.lines import print_lines
    from onrecord.watching import look_at_feeds
    from onrecord.web import due_after

    wait, manner = how
    due = dict.fromkeys((poll.url for poll in polls), 0.0)
    state = {poll.url: poll for poll in polls}
    while True:
        now = time.monotonic()
        ready = [state[url] for url, when in due.items() if when <= now]
        news = News()
        if ready:
            news, looked = look_at_feeds(file, ready, look, manner=manner)
            print_lines(news_lines(news, find_credits(file, news)))
            for poll in looked:
                state[poll.url] = replace(poll)
                due[poll.url] = time.monotonic() + due_after(poll, every=wait or 0)
        if wait is None:
            return code_of(news)
        look.pause(max(1.0, min(due.values()) - time.monotonic()))


def read_time(written: str) -> float | None:
    """Return the seconds that ``90s``, ``15m``, ``2h`` or ``1d`` stand for; None where it is none of them."""
    found = re.fullmatch(r"(\d{1,6})([smhd])", written.strip())
    return float(found[1]) * _SECONDS[found[2]] if found and int(found[1]) else None


def _addresses_of(path: Path) -> list[str]:
    from onrecord.web.opml import read_opml

    try:
        return list(read_opml(path.read_bytes()))
    except OSError as error:
        raise IngestError(f"{path}: {(error.strerror or 'it cannot be read').lower()}") from error
    except ValueError as error:
        raise IngestError(f"{path}: no list of feeds ({error}); export it as OPML") from error
