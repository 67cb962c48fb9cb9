"""The tools over the Model Context Protocol, by standard input and output, with its official SDK (the extra ``mcp``)."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

from onrecord.errors import OnRecordError, RecordError
from onrecord.model.span import Span
from onrecord.publish.assistant import reading, searching
from onrecord.publish.assistant.answers import (  # noqa: TC001 - the SDK reads the annotations
    ContextAnswer,
    EventsAnswer,
    SearchAnswer,
    SpeakerAnswer,
    StatementAnswer,
)
from onrecord.publish.assistant.searching import Wish

if TYPE_CHECKING:
    from collections.abc import Callable

    from mcp.server import MCPServer

    from onrecord.record import Record

Answer = TypeVar("Answer")

INSTRUCTIONS: Final = """\
The record of who said what in a pile of news reports, read only. Find with `search`; read a statement in all its wordings with
`statement`, a person with `speaker`, a place with `report_in_context`, happenings with `events`. Show as quotations only the
characters of `exact` or of ranges called `quoted`, unchanged, and cite outlet, title, day and `cite` with them. What is null is not
known: say so rather than guess. `level` tells how sure a reading is: certain, likely, possible."""
_HALF: Final = re.compile("[\ud800-\udfff]")


def serve(record: Record, *, version: str) -> None:
    """Serve `record` until standard input ends.

    Raises:
        RecordError: when the SDK is not installed.
    """
    create_server(record, version=version).run("stdio")


def create_server(record: Record, *, version: str) -> MCPServer:
    """Return the server with its tools.

    Raises:
        RecordError: when the SDK is not installed.
    """
    try:
        from mcp.types import ToolAnnotations

        from onrecord.publish.assistant.plain_server import PlainServer
    except ImportError as error:
        raise RecordError("the mcp library is not installed: pip install 'onrecord[mcp]'") from error
    server = PlainServer("onrecord", instructions=INSTRUCTIONS, version=version, log_level="CRITICAL")
    hints = ToolAnnotations(
        read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
    )
    for tool in tools_of(record):
        server.tool(annotations=hints, structured_output=True)(tool)
    return server


def tools_of(record: Record) -> tuple[Callable[..., Any], ...]:
    """Return the tools, each a function whose text says to an assistant what it does.

    They are asked one after another: a record is one connection.
    """

    async def search(  # noqa: PLR0913 - one parameter for each filter
        words: str,
        *,
        speaker: str | None = None,
        outlet: str | None = None,
        since: str | None = None,
        until: str | None = None,
        manner: str | None = None,
        level: str | None = None,
        event: str | None = None,
        story: str | None = None,
        independent: int = 0,
        order: str = "relevance",
        first: int = 0,
        most: int = 10,
    ) -> SearchAnswer:
        """Find words in what was said (in any wording), in reports and in names of speakers.

        Args:
            words: any text; all words must be there, those between quotation marks side by side. Other forms of a word are other words.
            speaker: part of a name, or an id, of who said it.
            outlet: part of an outlet's name, or its id.
            since: first day it may have been said or published, such as 2021-03-04.
            until: last such day.
            manner: direct, mixed, indirect, unmarked or carried: how a report gives the words.
            level: certain, likely or possible: read at least so surely.
            event: id of an event.
            story: id of a story.
            independent: carried by at least so many sources that do not copy one another.
            order: relevance, time or sources.
            first: how many hits to pass over.
            most: how many to tell of each kind, 20 at most.
        """
        wish = Wish(
            words=words, speaker=speaker, outlet=outlet, since=since, until=until, manner=manner, level=level,
            event=event, story=story, independent=independent, order=order, first=first, most=most,
        )  # fmt: skip
        return plainly(lambda: searching.search(record, wish))

    async def statement(id: str) -> StatementAnswer:  # noqa: A002 - what an assistant calls it
        """Read a statement: every wording with its differences, who carries it where, and a few statements like it.

        Args:
            id: the statement's id, as search gives it.
        """
        return plainly(lambda: reading.statement(record, id))

    async def speaker(who: str, *, first: int = 0, most: int = 10) -> SpeakerAnswer:
        """Read who somebody is said to be, and what they said, earliest first.

        Args:
            who: a speaker's id, or a name as it is spelled.
            first: how many statements to pass over.
            most: how many to tell, 20 at most.
        """
        return plainly(lambda: reading.speaker(record, who, Wish(first=first, most=most)))

    async def report_in_context(report_id: str, start: int, end: int, *, around: int = 400) -> ContextAnswer:
        """Read the exact characters of a place in a report, those around it, and what of them is credited to somebody.

        Args:
            report_id: the report's id, as citations give it.
            start: first character of the place, counted in Unicode code points from 0.
            end: the one after its last.
            around: characters to show on either side, 2000 at most.
        """
        return plainly(lambda: reading.report_in_context(record, report_id, span_of(start, end), around))

    async def events(  # noqa: PLR0913 - one parameter for each filter
        *,
        words: str = "",
        since: str | None = None,
        until: str | None = None,
        story: str | None = None,
        order: str = "sources",
        first: int = 0,
        most: int = 10,
    ) -> EventsAnswer:
        """List happenings with their day, what the day rests on, and how many independent reports tell of them.

        Args:
            words: words in what an event is called; all, where there are none.
            since: first day it may have been, such as 2021-03-04.
            until: last such day.
            story: id of a story.
            order: sources (those that most reports tell of first) or time.
            first: how many to pass over.
            most: how many to tell, 20 at most.
        """
        wish = Wish(words=words, since=since, until=until, story=story, order=order, first=first, most=most)
        return plainly(lambda: searching.events(record, wish))

    return search, statement, speaker, report_in_context, events


def span_of(start: int, end: int) -> Span:
    """Return the range.

    Raises:
        RecordError: when it is none.
    """
    try:
        return Span(start, end)
    except ValueError as error:
        raise RecordError(f"{start} to {end} is no place: give 0 <= start <= end") from error


def plainly(answer: Callable[[], Answer]) -> Answer:
    """Return an answer, or say in one sentence why there is none.

    Raises:
        ToolError: with the sentence of the error that a record raises on purpose.
    """
    from mcp.server.mcpserver.exceptions import ToolError

    try:
        return tellable(answer())
    except OnRecordError as error:
        raise ToolError(str(error)) from error


def tellable(value: Answer) -> Answer:
    """Return `value` with a stand-in, U+FFFD, for each half of a surrogate pair: JSON in UTF-8 has no form for these."""
    told: Any = value
    if isinstance(value, str):
        told = _HALF.sub("\ufffd", told)
    elif isinstance(value, list):
        told = [tellable(one) for one in told]
    elif is_dataclass(value) and not isinstance(value, type):
        told = replace(told, **{one.name: tellable(getattr(told, one.name)) for one in fields(told)})
    return cast("Answer", told)
