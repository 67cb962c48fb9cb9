"""The API put together, to be served by itself or mounted beside pages."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING

from fastapi import FastAPI
from starlette.exceptions import HTTPException

from onrecord.publish.api.answers import answering, refusal
from onrecord.publish.api.calls import CALLS
from onrecord.publish.api.document import document
from onrecord.publish.api.kept import Kept
from onrecord.publish.api.links import ROOT

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from onrecord.publish.api.answers import Lend


def create_api(lend: Lend, kept: Kept | None = None) -> FastAPI:
    """Return the API as an application, with its addresses under `/api/v1`; each only reads.

    Whoever serves it looks at who asks (the Host header, a token): nothing here does.

    Args:
        lend: gives a context with an open record, at one moment; from several threads at a time.
        kept: where answers are kept; by default in a place of their own.
    """
    app = FastAPI(title="onrecord", docs_url=None, redoc_url=None, openapi_url=None)
    add_api(app, lend, kept)
    app.add_exception_handler(HTTPException, _refuse)
    app.add_exception_handler(Exception, _admit_fault)
    return app


def add_api(app: FastAPI, lend: Lend, kept: Kept | None = None) -> None:
    """Add the addresses of the API to `app`, and its document at `/api/v1/openapi.json`."""
    kept = kept or Kept()
    for call in CALLS:
        answer = answering(call, lend, kept)
        app.add_route(f"{ROOT}{call.path}", answer, methods=["GET"], include_in_schema=False)
    app.openapi = document  # type: ignore[method-assign]
    app.add_route(f"{ROOT}/openapi.json", _show_document, methods=["GET"], include_in_schema=False)


async def _show_document(request: Request) -> Response:
    from starlette.responses import Response

    del request
    return Response(_written_document(), media_type="application/json")


@cache
def _written_document() -> bytes:
    return json.dumps(document(), ensure_ascii=False, separators=(",", ":")).encode()


def _refuse(request: Request, error: Exception) -> Response:
    del request
    if not isinstance(error, HTTPException):
        return refusal(500, "this should not have happened")
    told = {404: "there is nothing at this address", 405: "this address is for reading with GET"}
    status = error.status_code if error.status_code in told else 404
    return refusal(status, told[status], tuple((error.headers or {}).items()))


def _admit_fault(request: Request, error: Exception) -> Response:
    del request, error
    return refusal(500, "something went wrong that should not have; please report it with this address")
