"""The form of every answer as JSON Schema, from the types of the values that it is made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import is_dataclass
from datetime import date
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Union, get_args, get_origin

from onrecord.model.plain import types_of
from onrecord.model.span import OffsetMap, Run, Span
from onrecord.publish.api.links import LINKED, WITH_ID

if TYPE_CHECKING:
    from enum import Enum

Json = dict[str, Any]

_NUMBERS: Json = {"type": "integer", "minimum": 0}
_PLAIN: Mapping[Any, Json] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    bytes: {"type": "string", "contentEncoding": "base64"},
    date: {"type": "string", "format": "date"},
    Span: {
        "type": "array",
        "description": "start and end, half-open, in code points",
        "items": _NUMBERS,
        "minItems": 2,
        "maxItems": 2,
    },
    Run: {"type": "array", "items": _NUMBERS, "minItems": 3, "maxItems": 3},
    OffsetMap: {
        "type": "array",
        "description": "runs of characters of one width: first character, its byte, and how many bytes each takes",
        "items": {"type": "array", "items": _NUMBERS, "minItems": 3, "maxItems": 3},
    },
    Any: {},
}
LINKS: Json = {
    "type": "object",
    "description": "where this is told: in this API, on its page, and at which characters of reports",
    "properties": {
        "self": {"type": ["string", "null"]},
        "page": {"type": ["string", "null"]},
        "at": {"type": "array", "items": {"type": "string"}},
    },
    "required": ["self", "page", "at"],
    "additionalProperties": False,
}
PROBLEM: Json = {
    "type": "object",
    "description": "why there is no other answer (RFC 9457)",
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
    },
    "required": ["type", "title", "status", "detail"],
    "additionalProperties": False,
}


class Schemas:
    """The schemas of values by name, gathered as they are referred to."""

    def __init__(self) -> None:
        self.components: dict[str, Json] = {"Links": LINKS, "Refusal": PROBLEM}

    def schema_of(self, kind: Any) -> Json:
        """Return the schema of values of `kind`, as `onrecord.model.plain.to_plain` writes them."""
        if kind in _PLAIN:
            return _PLAIN[kind]
        origin, arguments = get_origin(kind), get_args(kind)
        if origin in {Union, UnionType}:
            return {
                "anyOf": [self.schema_of(one) for one in arguments if one is not NoneType]
                + [{"type": "null"}]
            }
        if origin is tuple:
            return self._several(arguments)
        if origin is not None and issubclass(origin, Mapping):
            return {"type": "object", "additionalProperties": self.schema_of(arguments[1])}
        return self._named(origin or kind, arguments)

    def _several(self, kinds: tuple[Any, ...]) -> Json:
        if len(kinds) == 2 and kinds[1] is Ellipsis:  # noqa: PLR2004 - tuple[X, ...]
            return {"type": "array", "items": self.schema_of(kinds[0])}
        forms = [self.schema_of(one) for one in kinds]
        return {"type": "array", "prefixItems": forms, "minItems": len(forms), "maxItems": len(forms)}

    def _named(self, kind: Any, arguments: tuple[Any, ...]) -> Json:
        name = kind.__name__ + "".join(one.__name__ for one in arguments)
        if name not in self.components:
            self.components[name] = {}
            self.components[name] = self._members(kind, arguments) if is_dataclass(kind) else _words(kind)
        return {"$ref": f"#/components/schemas/{name}"}

    def _members(self, kind: Any, arguments: tuple[Any, ...]) -> Json:
        members = {name: self.schema_of(one) for name, one in types_of(kind, arguments).items()}
        required = list(members)
        if issubclass(kind, WITH_ID):
            members = {"id": {"type": "string"}, **members}
        if kind in LINKED:
            members["links"] = {"$ref": "#/components/schemas/Links"}
        told = (kind.__doc__ or "").strip().split("\n\n")[0]
        return {
            "type": "object",
            "description": " ".join(told.split()),
            "properties": members,
            "required": required,
            "additionalProperties": False,
        }


def _words(kind: type[Enum]) -> Json:
    return {
        "type": "string",
        "description": (kind.__doc__ or "").strip(),
        "enum": [str(one.value) for one in kind],
    }
