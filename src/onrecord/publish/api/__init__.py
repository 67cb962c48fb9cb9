"""The record over HTTP as JSON: everything the pages show, for programs.

`create_api` makes an application of it, and `add_api` adds it to one; the libraries are loaded only then. The client is the
package itself: ``onrecord.open_record("http://127.0.0.1:8000")`` answers as a file does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from onrecord.publish.api.app import add_api, create_api

__all__ = ["add_api", "create_api"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from onrecord.publish.api import app

    return getattr(app, name)
