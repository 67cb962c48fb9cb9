"""From a request to an answer: JSON with its tag, a link to what comes next, or why there is none."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from onrecord import __version__
from onrecord.errors import RecordError, UnknownIdError
from onrecord.publish.api.kept import Answered, Kept
from onrecord.publish.api.links import ROOT, with_links
from onrecord.publish.api.parameters import RefusedError, read_parameters

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from contextlib import AbstractContextManager

    from starlette.requests import Request

    from onrecord.model.listing import Listed
    from onrecord.publish.api.calls import Call
    from onrecord.record import Record

    Lend = Callable[[], AbstractContextManager[Record]]

TITLES = {
    404: "Not found",
    405: "Only for reading",
    421: "Not asked for under this name",
    422: "Not a question",
    500: "A fault",
    503: "The record cannot be read",
}
_JSON, _REFUSAL = "application/json", "application/problem+json"
Pairs = list[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """A request: its path and question as they came in, what is asked in pairs, the id in the path, and the tags that are known."""

    path: str
    question: str
    given: Pairs
    wanted: str | None
    tags: str


def answering(call: Call, lend: Lend, kept: Kept) -> Callable[[Request], Any]:
    """Return what answers requests for `call` from a record that `lend` lends, or from what is `kept` of it."""

    async def respond(request: Request) -> Response:
        asked = _Asked(
            path=request.url.path,
            question=request.url.query,
            given=list(request.query_params.multi_items()),
            wanted=request.path_params.get("id"),
            tags=request.headers.get("if-none-match", ""),
        )
        # Reading a database keeps its thread waiting: another than the one that all requests come in by.
        return await run_in_threadpool(_answer, call, lend, kept, asked)

    return respond


def _answer(call: Call, lend: Lend, kept: Kept, asked: _Asked) -> Response:
    try:
        values = dict(read_parameters(call.parameters, asked.given))
        if asked.wanted is not None:
            values["id"] = asked.wanted
        with lend() as record:
            return _told(call, record, values, asked, kept)
    except RefusedError as error:
        return refusal(422, str(error))
    except UnknownIdError as error:
        return refusal(404, str(error))
    except RecordError as error:
        return refusal(503, str(error))


def _told(call: Call, record: Record, values: dict[str, Any], asked: _Asked, kept: Kept) -> Response:
    headers = {"cache-control": "private, no-cache"}
    version = record.content_version()
    if version:
        headers["etag"] = f'"{version[:32]}-{__version__}"'
        if headers["etag"] in {tag.strip().removeprefix("W/") for tag in asked.tags.split(",")}:
            return Response(status_code=304, headers=headers)

    def make() -> Answered:
        answer = call.answer(record, values)
        more = _leading_on(call, answer, asked.given) if call.paged else {}
        return Answered(_written(with_links(answer, record.find_places)), headers=more)

    try:
        told = kept.answer((version, asked.path, asked.question), make, kind=call.path)
    except UnknownIdError as error:
        return refusal(404, str(error))
    return Response(told.body, media_type=_JSON, headers={**headers, **told.headers})


def _leading_on(call: Call, answer: Listed[Any], given: Pairs) -> dict[str, str]:
    """Return the header that leads to the pages before and after this one (RFC 8288)."""
    asked = dict(given)
    most = int(asked.get("most", 0)) or _usual(call)
    rest = [(name, value) for name, value in given if name != "first"]
    leads: list[str] = []
    for relation, first in (("prev", answer.first - most), ("next", answer.first + most)):
        if (relation == "prev" and answer.first > 0) or (relation == "next" and first < answer.total):
            address = f"{ROOT}{call.path}?{urlencode([*rest, ('first', max(0, first))])}"
            leads.append(f'<{address}>; rel="{relation}"')
    return {"link": ", ".join(leads)} if leads else {}


def _usual(call: Call) -> int:
    return next(int(one.form["default"]) for one in call.parameters if one.name == "most")


def _written(plain: Any) -> bytes:
    """Return JSON in UTF-8; half of a surrogate pair, which UTF-8 cannot hold, makes all of it ASCII."""
    text = json.dumps(plain, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    try:
        return text.encode()
    except UnicodeEncodeError:
        return json.dumps(plain, separators=(",", ":"), allow_nan=False).encode()


def refusal(status: int, detail: str, headers: Sequence[tuple[str, str]] = ()) -> Response:
    """Return why there is no other answer, as RFC 9457 has it."""
    plain = {"type": "about:blank", "title": TITLES[status], "status": status, "detail": detail}
    return Response(
        _written(plain),
        status_code=status,
        media_type=_REFUSAL,
        headers={"cache-control": "no-store", **dict(headers)},
    )
