"""A view's answer to a request: a page, another address, or a page that says why there is none."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from fastapi.responses import HTMLResponse, RedirectResponse, Response

from onrecord.errors import Elsewhere, NotHere, RecordError
from onrecord.publish.api.kept import Answered, Kept
from onrecord.publish.room.form_key import COOKIE as FORM_COOKIE
from onrecord.publish.room.links import as_json
from onrecord.publish.room.rendering import render
from onrecord.publish.room.rows_away import row_files
from onrecord.publish.room.visit import Shown, Visit

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from fastapi import Request

    from onrecord.model.correction import Correction
    from onrecord.publish.room.door import Entry
    from onrecord.publish.room.form_key import FormKeys
    from onrecord.publish.room.shelf import Shelf
    from onrecord.record.stores.store import Place

    View = Callable[[Visit], Shown]

BY_COOKIE = "onrecord_by"
"""Keeps who says it, so that it is asked once."""
TITLES = {
    400: "That cannot be asked",
    401: "A token is needed",
    403: "Not done",
    404: "Not in this record",
    405: "Not done here",
    421: "Not here",
    500: "A fault in onrecord",
    503: "The record cannot be read",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """What every page knows: where the record is, whether corrections are taken in, and who may come in."""

    path: Place
    shelf: Shelf
    entry: Entry
    kept: Kept = field(default_factory=Kept)
    keys: FormKeys | None = None
    formats: Mapping[str, tuple[tuple[str, str, str], ...]] = field(
        default_factory=dict[str, "tuple[tuple[str, str, str], ...]"]
    )

    @property
    def edit(self) -> bool:
        """Whether corrections are taken in."""
        return self.keys is not None

    @property
    def name(self) -> str:
        """What the record is called: the last part of its place, without what an address says of who may open it."""
        last = urlsplit(str(self.path).replace("\\", "/")).path.rstrip("/").rpartition("/")[2]
        return last.removesuffix(".db") or "record"


def answer(room: Room, view: View) -> Callable[[Request], Response]:
    """Return what answers a request with what `view` shows."""

    def respond(request: Request) -> Response:
        try:
            with room.shelf.lend() as record:
                visit = Visit(
                    record=record,
                    path=request.url.path,
                    parts=request.path_params,
                    question=request.url.query,
                    edit=room.edit,
                )
                body, status, form = _made(room, view, visit, request.cookies)
        except Elsewhere as moved:
            return RedirectResponse(moved.where, status_code=302)
        except NotHere as missing:
            return refusal(room, 404, str(missing))
        except RecordError as error:
            return refusal(room, 503, str(error))
        answered = _html(body, status, request.headers.get("if-none-match"))
        if form is not None and form.number != request.cookies.get(FORM_COOKIE):
            answered.set_cookie(FORM_COOKIE, form.number, httponly=True, samesite="strict")
        return answered

    return respond


def _made(room: Room, view: View, visit: Visit, cookies: Mapping[str, str]) -> tuple[bytes, int, Form | None]:
    """Return the page that is visited, its status, and what its forms hold; a page without forms is kept for the next reader, and so is where else it is."""
    kind = f"{view.__module__}.{view.__qualname__}"
    if room.keys is not None:
        keys = room.keys

        def make_own() -> tuple[bytes, int, Form]:
            form = form_of(keys, visit, cookies)
            shown = view(visit)
            return page(room, shown, visit.path, form).encode(), shown.status, form

        return room.kept.in_turn(kind, make_own)

    def make() -> Answered:
        try:
            shown = view(visit)
        except Elsewhere as moved:
            return Answered(b"", 302, {"location": moved.where})
        return Answered(page(room, shown, visit.path).encode(), shown.status)

    made = room.kept.answer((visit.record.content_version(), visit.path, visit.question), make, kind=kind)
    if "location" in made.headers:
        raise Elsewhere(made.headers["location"])
    return made.body, made.status, None


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What the forms of a page hold: their key, who is known to say it, the page to come back to; and what was just said.

    `together` are the ids of all that was said with it in one form, itself the last.
    """

    number: str
    key: str
    by: str
    back: str
    said: Correction | None
    together: tuple[str, ...]


def form_of(keys: FormKeys, visit: Visit, cookies: Mapping[str, str]) -> Form:
    """Return what the forms of the page that is visited hold."""
    number = keys.number_of(cookies)
    asked = visit.asked("said")
    together = find_together(visit.record.corrections(), asked, visit.number("of") or 1) if asked else ()
    return Form(
        number=number,
        key=keys.key_of(number),
        by=unquote(cookies.get(BY_COOKIE, "")),
        back=visit.again(said=None, of=None, was=None),
        said=together[-1] if together else None,
        together=tuple(one.id for one in together),
    )


def find_together(log: Sequence[Correction], last: str, many: int) -> tuple[Correction, ...]:
    """Return the correction `last` and those, up to `many` with it, that stand right before it and say the same in the same name.

    One form says one thing of all that was chosen, and the log has it in one piece.
    """
    place = max((number for number, one in enumerate(log) if one.id == last), default=-1)
    found: list[Correction] = []
    while place >= 0 and len(found) < many:
        one = log[place]
        if found and _what(one) != _what(found[0]):
            break
        found.insert(0, one)
        place -= 1
    return tuple(found)


def _what(one: Correction) -> tuple[object, ...]:
    return one.kind, one.by, one.note, one.names


def _html(payload: bytes, status: int, known: str | None) -> Response:
    tag = f'"{sha256(payload).hexdigest()[:20]}"'
    headers = {"cache-control": "private, no-cache", "etag": tag}
    if known == tag and status == 200:  # noqa: PLR2004 - HTTP's number
        return Response(status_code=304, headers=headers)
    return HTMLResponse(payload, status_code=status, headers=headers)


def page(room: Room, shown: Shown, path: str, form: Form | None = None) -> str:
    """Return what is shown as a whole page of the room."""
    frame: Mapping[str, object] = {
        "title": shown.title,
        "same": shown.same or as_json(path),
        "notes": shown.notes,
        "row_files": row_files(shown.same or shown.rows) if shown.same or shown.rows else (),
        "path": path,
        "record_name": room.name,
        "edit": form is not None,
        "reviewed": room.edit,
        "form": form,
        "formats": room.formats,
    }
    return render(shown.template, {**frame, **shown.values})


def refusal(room: Room, status: int, sentence: str, *, back: str = "") -> Response:
    """Return a page that says in a sentence why there is no other, and leads `back` to the one before."""
    body = refusal_page(room, status, sentence, back=back)
    return HTMLResponse(body, status_code=status, headers={"cache-control": "no-store"})


def refusal_page(room: Room, status: int, sentence: str, *, back: str = "") -> bytes:
    """Return that page alone."""
    title = TITLES.get(status, TITLES[400])
    values = {"status": status, "sentence": sentence, "back": back}
    shown = Shown(template="refusal.html.j2", title=title, values=values)
    return page(room, shown, "").encode()
