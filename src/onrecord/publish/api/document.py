"""The OpenAPI document: what each call may be asked and may answer, and no more than is true."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from onrecord import __version__
from onrecord.publish.api.answers import TITLES
from onrecord.publish.api.calls import CALLS
from onrecord.publish.api.links import ROOT
from onrecord.publish.api.schemas import Schemas

if TYPE_CHECKING:
    from onrecord.publish.api.calls import Call
    from onrecord.publish.api.parameters import Parameter

    Json = dict[str, Any]

OVERVIEW = """Everything that a record says, for reading. The members of an object are those of the Python value of its name; spans
are half-open and count code points. Lists come a page at a time, and the `Link` header leads to the next. Every answer has a
tag: sent back as `If-None-Match`, it is answered by 304 as long as the record says the same. Ids of before the record grew are as
good as today's."""


@cache
def document() -> Json:
    """Return the document."""
    schemas = Schemas()
    paths = {f"{ROOT}{call.path}": {"get": _operation(call, schemas)} for call in CALLS}
    return {
        "openapi": "3.1.0",
        "info": {"title": "onrecord", "version": __version__, "description": OVERVIEW},
        "paths": paths,
        "components": {"schemas": dict(sorted(schemas.components.items()))},
    }


def _operation(call: Call, schemas: Schemas) -> Json:
    forms = [schemas.schema_of(form) for form in call.forms]
    headers: Json = {"ETag": {"schema": {"type": "string"}, "description": "what the record says, in short"}}
    if call.paged:
        told = "the pages before and after, where there are such (RFC 8288)"
        headers["Link"] = {"schema": {"type": "string"}, "description": told}
    fine = {
        "description": call.told,
        "headers": headers,
        "content": {"application/json": {"schema": forms[0] if len(forms) == 1 else {"anyOf": forms}}},
    }
    responses: Json = {
        "200": fine,
        "304": {"description": "the record says what it said", "headers": headers},
    }
    for status in (404, 422, 503):
        responses[str(status)] = _refusal(status)
    path = call.path.strip("/").replace("{id}", "one").replace("/", "_").replace("-", "_")
    parameters = [_parameter(one) for one in call.parameters]
    return {
        "operationId": f"read_{path}",
        "summary": call.told,
        "parameters": [*_own(call), *parameters, _TAG],
        "responses": responses,
    }


_TAG: Json = {
    "name": "If-None-Match",
    "in": "header",
    "required": False,
    "description": "the tag of an earlier answer",
    "schema": {"type": "string"},
}


def _own(call: Call) -> list[Json]:
    if call.by_id is None:
        return []
    return [
        {
            "name": "id",
            "in": "path",
            "required": True,
            "description": "an id, today's or an older one",
            "schema": {"type": "string", "minLength": 1},
        }
    ]


def _parameter(one: Parameter) -> Json:
    form: Json = {"type": "array", "items": one.form} if one.several else one.form
    told: Json = {
        "name": one.name,
        "in": "query",
        "required": False,
        "description": one.told,
        "schema": form,
    }
    return {**told, "style": "form", "explode": True} if one.several else told


def _refusal(status: int) -> Json:
    return {
        "description": TITLES[status],
        "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Refusal"}}},
    }
