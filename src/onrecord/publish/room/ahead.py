"""What is made before anybody asks: what every reader of a record needs, and what every page is made with.

Processes that are made after it share it. When the record changes, each process reads the record again by itself, beside its
answers, so that the reader who comes next need not wait for it.
"""

from __future__ import annotations

import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from onrecord.annotate import load_meanings
from onrecord.errors import ModelError, RecordError
from onrecord.publish.room.rendering import compile_templates

if TYPE_CHECKING:
    from onrecord.publish.room.shelf import Shelf

EVERY: Final = 1.0
"""Seconds after which a process that is asked for answers looks whether the record is another."""
LATELY: Final = 600.0
"""Seconds after which a process that nobody asks lets the record be."""


def make_ready() -> None:
    """Make ready what pages are made with: the templates, and the encoder where it is installed."""
    compile_templates()
    with suppress(ModelError):
        load_meanings().prepare()


def stay_ahead(shelf: Shelf) -> threading.Event:
    """Read the record again, in a thread of its own, each time it changes while it is asked for.

    Returns:
        What ends it once it is set.
    """
    ended = threading.Event()
    threading.Thread(target=_follow, args=(shelf, ended), daemon=True).start()
    return ended


def _follow(shelf: Shelf, ended: threading.Event) -> None:
    while True:
        if shelf.is_asked_for(LATELY):
            # What cannot be read is said on the page that asks for it.
            with suppress(RecordError):
                shelf.catch_up()
        if ended.wait(EVERY):
            return
