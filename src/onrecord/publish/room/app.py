"""The room put together: pages, files, the API beside them, and the door before all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import FastAPI, Request
from fastapi.responses import Response

from onrecord.publish.api import create_api
from onrecord.publish.room.answering import Room, answer, refusal, refusal_page
from onrecord.publish.room.away import offered, taking_away
from onrecord.publish.room.door import Door, Entry
from onrecord.publish.room.form_key import FormKeys
from onrecord.publish.room.pages import VIEWS
from onrecord.publish.room.rendering import read_static
from onrecord.publish.room.review.queue import show_queue
from onrecord.publish.room.review.taking import Taking, taking_in
from onrecord.publish.room.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.publish.room.door import Asgi, Receive, Scope, Send
    from onrecord.record.stores.store import Place

SENTENCES = {
    404: "There is no page at this address.",
    405: "This page is for reading: nothing can be sent to it.",
}


def create_room(
    path: Place, *, entry: Entry | None = None, edit: bool = False, shelf: Shelf | None = None
) -> Asgi:
    """Return the room of the record at `path`, as an application for a server.

    Args:
        path: the record.
        entry: who may come in; by default who asks for this machine under its own name.
        edit: whether corrections are taken in; if not, nothing in the room can change anything.
        shelf: what lends the record, if there is one already.
    """
    room = Room(
        path=path,
        shelf=shelf or Shelf(path),
        entry=entry or Entry(),
        keys=FormKeys() if edit else None,
        formats=offered(),
    )
    app = FastAPI(title="onrecord", docs_url=None, redoc_url=None, openapi_url=None)
    for route, view in VIEWS.items():
        app.add_route(route, answer(room, view), methods=["GET"], include_in_schema=False)
    if room.keys is not None:
        app.add_route("/review", answer(room, show_queue), methods=["GET"], include_in_schema=False)
        taking = taking_in(Taking(room, room.keys))
        app.add_route("/review/say", taking, methods=["POST"], include_in_schema=False)
    app.add_route("/take/{name}", taking_away(room), methods=["GET"], include_in_schema=False)
    app.add_route("/static/{name}", static_file(room), methods=["GET"], include_in_schema=False)
    _add_refusals(app, room)
    both = beside(app, create_api(room.shelf.lend, room.kept))
    return Door(both, room.entry, lambda status, sentence: refusal_page(room, status, sentence))


def beside(pages: Asgi, api: Asgi) -> Asgi:
    """Return pages and API as one application: what is asked for under ``/api/`` is the API's."""

    async def respond(scope: Scope, receive: Receive, send: Send) -> None:
        is_api = scope["type"] == "http" and scope["path"].startswith("/api/")
        await (api if is_api else pages)(scope, receive, send)

    return respond


def static_file(room: Room) -> Callable[[Request], Response]:
    """Return what answers with a served file."""

    def respond(request: Request) -> Response:
        try:
            body, media_type, tag = read_static(request.path_params["name"])
        except KeyError:
            return refusal(room, 404, "There is no such file.")
        known = request.query_params.get("v") == tag
        caching = "public, max-age=31536000, immutable" if known else "no-cache"
        return Response(body, media_type=media_type, headers={"cache-control": caching})

    return respond


def _add_refusals(app: FastAPI, room: Room) -> None:
    def refuse(_: Request, error: Exception) -> Response:
        status = int(getattr(error, "status_code", 500))
        return refusal(room, status, SENTENCES.get(status, "The request cannot be answered."))

    def admit_fault(_: Request, __: Exception) -> Response:
        return refusal(
            room,
            500,
            "Something went wrong that should not have. Please report it, with the address of this page.",
        )

    for status in SENTENCES:
        app.add_exception_handler(status, refuse)
    app.add_exception_handler(Exception, admit_fault)
