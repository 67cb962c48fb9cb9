"""Forms that come in: tried, understood, laid over the record, and answered by the page they came from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, quote, unquote, urlsplit

from fastapi.concurrency import run_in_threadpool
from fastapi.responses import RedirectResponse, Response

from onrecord.correct import find_unsaid
from onrecord.errors import OnRecordError, RecordError, UnknownIdError
from onrecord.growing import correct
from onrecord.publish.room.answering import BY_COOKIE, refusal
from onrecord.publish.room.form_key import is_own_origin
from onrecord.publish.room.links import address
from onrecord.publish.room.review.saying import corrections_of, is_name_alone, read_said, said_before
from onrecord.publish.room.review.turn import Turn
from onrecord.publish.room.seen import OverheardError, refuse_overheard

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping, Sequence

    from fastapi import Request

    from onrecord.model.correction import Correction
    from onrecord.publish.room.answering import Room
    from onrecord.publish.room.form_key import FormKeys
    from onrecord.record import Record

LARGEST = 256 * 1024
"""Bytes of a form."""
FIELDS = 5000
"""Fields of a form: two for each reading of its page."""
GONE = (
    "Nothing was kept: what this form is about, or names, is not in the record as its page had it. An id was mistyped, or somebody said "
    "otherwise of it since; the page below shows how it stands now."
)
_YEAR = 365 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Taking:
    """Takes forms in, one at a time: a record is changed by one alone."""

    room: Room
    keys: FormKeys
    turn: Turn = field(default_factory=Turn)

    def take(self, fields: Mapping[str, Sequence[str]], by: str) -> tuple[str, tuple[Correction, ...]]:
        """Keep what a form says and lay it over the record; return where to go on, and what was kept.

        What holds already, said by the same person in the same words, is not kept again.

        Raises:
            OverheardError: when somebody said otherwise since the page of the form was made.
            OnRecordError: when it says nothing that can be kept, or the record cannot be written to now.
        """
        said = read_said(fields, by)
        with self.turn:
            back = _own_path(next(iter(fields.get("back", ())), ""))
            with self.room.shelf.lend() as record:
                others = _members(record, urlsplit(back).path)
                log, seen = record.corrections(), fields.get("seen", ())
                try:
                    corrections = corrections_of(record, said)
                except RecordError:
                    if before := said_before(log, said):
                        return self.way_on(back, others), before
                    refuse_overheard(record, said.kind, (*said.ids, *said.words), seen)
                    raise
                unsaid = find_unsaid(log, corrections)
                if unsaid:
                    refuse_overheard(record, said.kind, (*said.ids, *said.words), seen)
            if unsaid:
                correct(self.room.path, unsaid)
        return self.way_on(back, others), corrections

    def way_on(self, back: str, others: Sequence[str] = ()) -> str:
        """Return the page that the form came from, if what it told of, or one of the `others` in it, is still there: else the queue."""
        thing = urlsplit(back).path.rpartition("/")[2]
        if not urlsplit(back).path.startswith(("/statement/", "/report/", "/speaker/", "/event/")):
            return back
        with self.room.shelf.lend() as record:
            for one in (*others, thing):
                try:
                    return back.replace(thing, record.resolve(one))
                except RecordError:
                    continue
        return "/review"


def _members(record: Record, path: str) -> list[str]:
    """Return, of the statement at a path of the room, the ids that name it by each of its readings; its own first."""
    page, _, own = path.rpartition("/")
    if page != "/statement":
        return []
    try:
        statement = record.statement(own)
    except RecordError:
        return []
    members = [member for variant in statement.variants for member in variant.attribution_ids]
    return sorted((f"s{member[1:]}" for member in members), key=lambda one: one != statement.id)


def taking_in(taking: Taking) -> Callable[[Request], Awaitable[Response]]:
    """Return what answers a form."""

    async def respond(request: Request) -> Response:
        if not is_own_origin(request.headers):
            return refusal(taking.room, 403, "What another page sends is not taken in.")
        fields = await _read_fields(request)
        if fields is None:
            return refusal(taking.room, 400, "The form is too long, or is none.")
        if not taking.keys.fits(request.cookies, next(iter(fields.get("key", ())), "")):
            return refusal(
                taking.room,
                403,
                "The page that this came from is too old. Open it again, and say it once more.",
            )
        back = _own_path(next(iter(fields.get("back", ())), ""))
        typed = next(iter(fields.get("by", ())), "").strip()
        by = typed or unquote(request.cookies.get(BY_COOKIE, ""))
        if not by:
            return refusal(
                taking.room, 400, "Say who you are: what you say is kept under your name.", back=back
            )
        if is_name_alone(fields):
            return _signed(RedirectResponse(back, status_code=303), typed)
        try:
            way_on, corrections = await run_in_threadpool(taking.take, fields, by)
        except (OverheardError, UnknownIdError) as error:
            is_overheard = isinstance(error, OverheardError)
            status, told = (409, f"Nothing was kept: {error}.") if is_overheard else (400, GONE)
            return refusal(taking.room, status, told, back=await run_in_threadpool(taking.way_on, back))
        except OnRecordError as error:
            # What a command line could do about it stands after a semicolon.
            said = str(error).partition("; list ")[0]
            return refusal(taking.room, 400, f"Nothing was kept: {said}.", back=back)
        return _signed(RedirectResponse(_with_said(way_on, corrections), status_code=303), typed)

    return respond


def _signed(answer: Response, typed: str) -> Response:
    """Return the answer, by which the browser keeps the name that was typed, if one was."""
    if typed:
        answer.set_cookie(BY_COOKIE, quote(typed), max_age=_YEAR, httponly=True, samesite="strict")
    return answer


def _with_said(back: str, corrections: Sequence[Correction]) -> str:
    parts = urlsplit(back)
    asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
    last = corrections[-1].id if corrections else None
    return address(
        parts.path, **{**asked, "said": last, "of": len(corrections) if len(corrections) > 1 else None}
    )


def _own_path(back: str) -> str:
    """Return a path of this room: what leads elsewhere leads to the queue."""
    parts = urlsplit(back)
    own = (
        not parts.scheme and not parts.netloc and back.startswith("/") and not back.startswith(("//", "/\\"))
    )
    return back if own else "/review"


async def _read_fields(request: Request) -> dict[str, list[str]] | None:
    """Return the fields of a form, or None where it is none."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/x-www-form-urlencoded":
        return None
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > LARGEST:
            return None
    try:
        return parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=FIELDS)
    except ValueError:
        return None
