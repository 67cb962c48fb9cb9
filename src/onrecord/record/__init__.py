"""Keep a record in one SQLite file, or in PostgreSQL, and ask it, there or over the network.

`write` keeps a record, `open_record` gives a `Record` to ask, `check` holds one to what it promises, `copy_record` carries it to another
store. `onrecord.record.rows.sql` says how a query is written so that every store answers it.
The database library is loaded when one of them is first reached for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from onrecord.record.contents.copying import copy_record
    from onrecord.record.contents.corrections import find_corrections
    from onrecord.record.contents.verify import check
    from onrecord.record.contents.writing import write
    from onrecord.record.opening import open_record
    from onrecord.record.query import Record
    from onrecord.record.search.words import Found
    from onrecord.record.stores.faults import Finding
    from onrecord.record.stores.file import is_record
    from onrecord.record.stores.store import refuse_to_replace
    from onrecord.record.summary import Summary

__all__ = [
    "Finding",
    "Found",
    "Record",
    "Summary",
    "check",
    "copy_record",
    "find_corrections",
    "is_record",
    "open_record",
    "refuse_to_replace",
    "write",
]

_HOMES = {
    "Finding": "stores.faults",
    "Found": "search.words",
    "Record": "query",
    "Summary": "summary",
    "check": "contents.verify",
    "copy_record": "contents.copying",
    "find_corrections": "contents.corrections",
    "is_record": "stores.file",
    "open_record": "opening",
    "refuse_to_replace": "stores.store",
    "write": "contents.writing",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
