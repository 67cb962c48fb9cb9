"""All reports together: who is who, who copied whom, what happened, what was said, where reports diverge.

The result depends on the set of reports alone. Every step compares members with their neighbours only, so that a
report added to a pile changes nothing far from it (docs/adr/0010-grouping-is-local.md).
The linking itself is loaded when it is first reached for, so that a page may use a part of it without the rest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from onrecord.link.keeping.keeping import decode, encode
    from onrecord.link.keeping.kept import Kept
    from onrecord.link.linking import Known, link, link_more

__all__ = ["Kept", "Known", "decode", "encode", "link", "link_more"]

_HOMES = {
    "Kept": "keeping.kept",
    "Known": "linking",
    "decode": "keeping.keeping",
    "encode": "keeping.keeping",
    "link": "linking",
    "link_more": "linking",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
