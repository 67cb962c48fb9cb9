"""What is wrong with the arguments of a tool, in one sentence that names the argument and the way out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

WIDEST: Final = 40
"""Characters of a wrong value that are told."""
_TYPES: Final = {"integer": "a whole number", "string": "text"}
_OTHER: Final = {"dict": "an object", "list": "a list", "bool": "true or false", "NoneType": "null"}


def find_unknown(tool: str, schema: Mapping[str, Any], given: Mapping[str, object]) -> str | None:
    """Return what to say where a tool is given what it does not take; None where it takes all of it.

    >>> find_unknown("speaker", {"properties": {"who": {}, "most": {}}}, {"who": "Velik", "limit": 3})
    'speaker takes no limit; it takes who, most'
    """
    taken = schema.get("properties", {})
    unknown = next((name for name in given if name not in taken), None)
    if unknown is None:
        return None
    return f"{tool} takes no {written(unknown)}; it takes {', '.join(taken)}"


def written(name: str) -> str:
    r"""Return a name that somebody gave so that it can be told: not long, and without halves of surrogate pairs.

    >>> written("most"), written("\ud83d")
    ('most', '?')
    """
    told = name.encode("utf-8", "replace").decode("utf-8")
    return told if len(told) <= WIDEST else f"{told[:WIDEST]}…"


def tell_wrong(tool: str, schema: Mapping[str, Any], faults: Sequence[Mapping[str, Any]]) -> str:
    """Say what is wrong with the arguments of a tool.

    Args:
        tool: its name.
        schema: the JSON Schema of its arguments.
        faults: what was found, as pydantic tells it: each with `loc`, `type` and `input`; at least one.

    >>> tell_wrong("speaker", {}, [{"loc": ("who",), "type": "missing", "input": {}}])
    'speaker needs who: give it'
    >>> schema = {"properties": {"most": {"type": "integer"}}}
    >>> tell_wrong("speaker", schema, [{"loc": ("most",), "type": "int_parsing", "input": "ten"}])
    "speaker: most is a whole number, not 'ten'"
    """
    missing = [str(one["loc"][0]) for one in faults if one["type"] == "missing"]
    if missing:
        return f"{tool} needs {' and '.join(missing)}: give {'it' if len(missing) == 1 else 'them'}"
    name = str(faults[0]["loc"][0])
    return f"{tool}: {name} is {_expected(schema, name)}, not {_told(faults[0]['input'])}"


def _expected(schema: Mapping[str, Any], name: str) -> str:
    told: Mapping[str, Any] = schema.get("properties", {}).get(name, {})
    kinds = [told.get("type"), *(one.get("type") for one in told.get("anyOf", ()))]
    return next((_TYPES[kind] for kind in kinds if kind in _TYPES), "something else")


def _told(value: object) -> str:
    return _OTHER.get(type(value).__name__) or written(repr(value))
