"""Templates into pages: the room's own, and those it shares with the page in one file."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

from markupsafe import Markup

from onrecord import __version__
from onrecord.publish.page import plain_words, wording
from onrecord.publish.page.ink import over_runs
from onrecord.publish.page.safe import direction, language_tag, link_to, shown
from onrecord.publish.room import row_markup
from onrecord.publish.room.links import Addresses, address, as_json, linked

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2 import Environment

STATIC = {
    "look.css": ("onrecord.publish.page", "templates/style.css", "text/css; charset=utf-8"),
    "room.css": ("onrecord.publish.room", "static/room.css", "text/css; charset=utf-8"),
    "room.js": ("onrecord.publish.room", "static/room.js", "text/javascript; charset=utf-8"),
    "mark.svg": ("onrecord.publish.room", "static/mark.svg", "image/svg+xml"),
}
"""The files that are served as they are: by name the package, the place in it, and the media type. Nothing else is."""


@cache
def read_static(name: str) -> tuple[bytes, str, str]:
    """Return a served file, its media type, and a mark of its content.

    Raises:
        KeyError: when no such file is served.
    """
    package, place, media_type = STATIC[name]
    body = files(package).joinpath(place).read_bytes()
    return body, media_type, sha256(body).hexdigest()[:12]


def static(name: str) -> str:
    """Return the address of a served file; it changes with the content, so a browser may keep it for ever."""
    return address(f"/static/{name}", v=read_static(name)[2])


def render(template: str, values: Mapping[str, object]) -> str:
    """Return a template of the room filled with `values`."""
    return _environment().get_template(template).render({**_shared(), **values})


def compile_templates() -> None:
    """Compile every template of the room, which whoever sees its page first would wait for."""
    environment = _environment()
    for name in environment.list_templates(filter_func=lambda name: name.endswith(".j2")):
        environment.get_template(name)


def _shared() -> dict[str, object]:
    """Return what every template may use."""
    return {
        "address": address,
        "direction": direction,
        "language_tag": language_tag,
        "link_to": link_to,
        "rows": row_markup,
        "linked": linked,
        "over_runs": over_runs,
        "static": static,
        "same": as_json(""),
        "notes": (),
        "row_files": (),
        "to": Addresses(),
        "version": __version__,
        "plain": plain_words,
        "words": wording,
    }


@cache
def _environment() -> Environment:
    from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=ChoiceLoader([PackageLoader("onrecord.publish.room"), PackageLoader("onrecord.publish.page")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
        auto_reload=False,
    )


def _shown(value: object) -> object:
    # Mark-up is made of pieces that have come by here: of a whole row it would take longer than of all of them.
    return shown(value) if isinstance(value, str) and not isinstance(value, Markup) else value
