"""Help: how to read the pages, the words they use, and the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.publish.room.visit import Shown

if TYPE_CHECKING:
    from onrecord.publish.room.visit import Visit

KEYS = (
    ("[", "the statement before"),
    ("]", "the statement after"),
    ("v", "the other wordings"),
    ("o", "the original: the words in their report"),
    ("/", "the search box"),
    ("?", "this help"),
)
"""Keys on every page of the room."""
REVIEW_KEYS = (
    ("a", "accept: it is right as it stands"),
    ("x", "no speech: these words are nobody’s"),
    ("s", "somebody else said it: go to the name"),
    ("m", "merge: say what is the same statement, name or text"),
    ("p", "part: the chosen wordings are another statement, or two names are two"),
    ("d", "day: say when it was said or published"),
    ("u", "undo the last that you said"),
)
"""Keys where corrections are taken in."""


def show_help(visit: Visit) -> Shown:
    """Show how the room is read and used."""
    return Shown(
        template="help.html.j2",
        title="Help",
        values={"keys": KEYS, "review_keys": REVIEW_KEYS if visit.edit else ()},
    )
