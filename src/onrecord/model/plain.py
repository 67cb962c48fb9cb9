"""Values of the model as plain JSON members, and back: the same value comes out as went in.

An object has the members of the value of its name; spans are ``[start, end]``, an offset map is a list of ``[start, offset, width]``,
days are ISO days, bytes are base64, and what is one of a few words is that word. What is read back is checked against the types that the values
declare, so that it is right for any dataclass without a line about it here.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from importlib import import_module
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from onrecord.model.span import OffsetMap, Run, Span

Value = TypeVar("Value")
Json = Any
_HOMES = ("annotation", "attribution", "contents", "correction", "fact", "found", "listing", "meaning", "moment", "problem", "report", "span", "statement")  # fmt: skip
"""Modules whose names types may hold: these are imported for checking only, and not known to a class by itself."""
_PLAIN: frozenset[type] = frozenset({str, int, float, bool, NoneType})
_WRITERS: Mapping[Any, Callable[[Any], Json]] = {
    Span: lambda span: [span.start, span.end],
    Run: lambda run: [run.start, run.offset, run.width],
    OffsetMap: lambda offsets: [[run.start, run.offset, run.width] for run in offsets.runs],
    date: date.isoformat,
    bytes: lambda payload: b64encode(payload).decode("ascii"),
}
_READERS: Mapping[Any, Callable[[Json], Any]] = {
    Span: lambda plain: Span(*plain),
    Run: lambda plain: Run(*plain),
    OffsetMap: lambda plain: OffsetMap(tuple([Run(*run) for run in plain])),
    date: date.fromisoformat,
    bytes: lambda plain: b64decode(plain, validate=True),
}


def to_plain(value: object) -> Json:
    """Return `value` as `json.dumps` takes it.

    Raises:
        TypeError: when it holds something that has no such form.
    """
    kind: Any = type(value)
    return value if kind in _PLAIN else _writer_of(kind)(value)


@cache
def _writer_of(kind: Any) -> Callable[[Any], Json]:
    if kind in _WRITERS:
        return _WRITERS[kind]
    if issubclass(kind, Enum):
        return lambda value: value.value
    if issubclass(kind, Mapping):
        return lambda value: {str(to_plain(name)): to_plain(one) for name, one in value.items()}
    if issubclass(kind, tuple | list):
        return lambda value: [one if type(one) in _PLAIN else to_plain(one) for one in value]
    if issubclass(kind, frozenset | set):
        return lambda value: sorted(to_plain(one) for one in value)
    if is_dataclass(kind):
        # Most members are plain, and looking is a third of calling.
        return _writer_of_members(tuple(one.name for one in fields(kind)))
    raise TypeError(f"{kind.__name__} has no plain form")


def _writer_of_members(names: tuple[str, ...]) -> Callable[[Any], Json]:
    if len(names) < 2:  # noqa: PLR2004 - of one name its value alone is got
        return lambda value: {name: to_plain(getattr(value, name)) for name in names}
    members = attrgetter(*names)

    def written(value: object) -> Json:
        found = members(value)
        return {
            name: one if type(one) in _PLAIN else to_plain(one)
            for name, one in zip(names, found, strict=True)
        }

    return written


def of_plain(kind: type[Value], plain: Json) -> Value:
    """Return the value of that kind that `plain` stands for; members that the kind does not have are passed over.

    Raises:
        ValueError: when `plain` is not the form of such a value.
    """
    wanted: Any = kind
    try:
        found: Value = reader_of(wanted)(plain)
    except (TypeError, KeyError, AttributeError, IndexError) as error:
        raise ValueError(f"not a {getattr(kind, '__name__', kind)}: {error}") from error
    return found


@cache
def reader_of(kind: Any) -> Callable[[Json], Any]:
    """Return what reads a plain form as a value of `kind`: a class, a union with None, a tuple, a mapping, a generic class."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in {Union, UnionType}:
        return _optional(tuple(one for one in arguments if one is not NoneType))
    if origin is tuple:
        return _several(arguments)
    if origin is not None and issubclass(origin, Mapping):
        name_of, value_of = reader_of(arguments[0]), reader_of(arguments[1])
        return lambda plain: {name_of(name): value_of(one) for name, one in plain.items()}
    if kind in {str, int, float, bool}:
        return _checked(kind)
    return _reader_of_class(origin or kind, arguments)


def _reader_of_class(kind: Any, arguments: tuple[Any, ...]) -> Callable[[Json], Any]:
    if kind in _READERS:
        return _READERS[kind]
    if is_dataclass(kind):
        return _members(kind, arguments)
    if issubclass(kind, Enum):
        read: Callable[[Json], Any] = kind
        return read
    raise ValueError(f"{kind} has no plain form")


def _optional(kinds: tuple[Any, ...]) -> Callable[[Json], Any]:
    (kind,) = kinds
    read = reader_of(kind)
    return lambda plain: None if plain is None else read(plain)


def _several(kinds: tuple[Any, ...]) -> Callable[[Json], Any]:
    if len(kinds) == 2 and kinds[1] is Ellipsis:  # noqa: PLR2004 - tuple[X, ...]
        read = reader_of(kinds[0])
        return lambda plain: tuple([read(one) for one in plain])
    readers = [reader_of(kind) for kind in kinds]
    return lambda plain: tuple([read(one) for read, one in zip(readers, plain, strict=True)])


def _checked(kind: Any) -> Callable[[Json], Any]:
    def read(plain: Json) -> Any:
        if type(plain) is not kind:
            raise ValueError(f"{plain!r} is no {kind.__name__}")
        return plain

    return read


def _members(kind: Any, arguments: tuple[Any, ...]) -> Callable[[Json], Any]:
    readers = {name: reader_of(one) for name, one in types_of(kind, arguments).items()}
    return lambda plain: kind(**{name: read(plain[name]) for name, read in readers.items()})


def types_of(kind: Any, arguments: tuple[Any, ...] = ()) -> Mapping[str, Any]:
    """Return the types of the members of a dataclass, in their order; `arguments` stand for the parameters of a generic one."""
    own = vars(import_module(kind.__module__))
    hints = get_type_hints(kind, globalns={**_names(), **own})
    given = dict(zip(getattr(kind, "__parameters__", ()), arguments, strict=False))
    return {one.name: _given(hints[one.name], given) for one in fields(kind)}


def _given(hint: Any, given: Mapping[Any, Any]) -> Any:
    """Put the arguments of a generic class in place of its parameters."""
    if hint in given:
        return given[hint]
    parameters = getattr(hint, "__parameters__", ())
    return hint[tuple(given[one] for one in parameters)] if parameters and given else hint


@cache
def _names() -> Mapping[str, Any]:
    modules = (import_module(f"onrecord.model.{home}") for home in _HOMES)
    found: dict[str, Any] = {"date": date, "Mapping": Mapping}
    for module in modules:
        found.update({name: one for name, one in vars(module).items() if isinstance(one, type)})
    return found
