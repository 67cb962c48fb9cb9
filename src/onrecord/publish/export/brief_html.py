"""A brief as one HTML file: no script, no request, printable."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING
from urllib.parse import quote

from onrecord.publish.export.brief import HOW_COUNTED, HOW_QUOTED
from onrecord.publish.export.briefing import brief_of
from onrecord.publish.export.notes import printed

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Environment

    from onrecord.model.contents import Contents
    from onrecord.publish.export.chosen import Chosen
    from onrecord.publish.export.notes import Note

LONGEST = 120
"""Characters of a passage that an address with a text fragment holds whole; of a longer one, its first and last words."""
ENDS = 4
"""Words at either end of a longer passage that such an address holds."""


def write_brief_html(contents: Contents, choice: Chosen) -> bytes:
    """Return the brief of what `choice` is of as one self-contained page."""
    style = files("onrecord.publish.export").joinpath("templates/brief.css").read_text(encoding="utf-8")
    digest = b64encode(sha256(style.encode()).digest()).decode()
    page = (
        _environment()
        .get_template("brief.html.j2")
        .render(
            brief=brief_of(contents, choice),
            style=style,
            policy=f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'",
            how_counted=HOW_COUNTED,
            how_quoted=HOW_QUOTED,
            in_place=in_place,
            is_first=_first_times(),
        )
    )
    return page.encode("utf-8")


def _first_times() -> Callable[[int], bool]:
    """Return what tells whether a number is asked for the first time: an anchor must stand once on a page."""
    met: set[int] = set()

    def is_first(number: int) -> bool:
        if number in met:
            return False
        met.add(number)
        return True

    return is_first


def in_place(note: Note) -> str | None:
    """Return the address of a note's report with a text fragment, at which a browser opens it at the words.

    As https://wicg.github.io/scroll-to-text-fragment/ has it; a page that has changed opens at its start.
    """
    if note.url is None:
        return None
    words = " ".join("".join(run.text for run in note.ranges[0]).split())
    several = words.split(" ")
    if len(words) <= LONGEST or len(several) < 2 * ENDS:
        wanted = _encoded(words)
    else:
        wanted = f"{_encoded(' '.join(several[:ENDS]))},{_encoded(' '.join(several[-ENDS:]))}"
    mark = ":~:" if "#" in note.url else "#:~:"
    return f"{note.url}{mark}text={wanted}"


def _encoded(words: str) -> str:
    # A hyphen has a meaning of its own in a text fragment.
    return quote(words, safe="", errors="replace").replace("-", "%2D")


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("onrecord.publish.export"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_printed,
    )


def _printed(value: object) -> object:
    from markupsafe import Markup

    return printed(value) if isinstance(value, str) and not isinstance(value, Markup) else value
