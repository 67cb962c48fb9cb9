"""One request as a view sees it, and what a view gives back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

from onrecord.errors import Elsewhere, NotHere, RecordError
from onrecord.publish.room.links import address
from onrecord.record.outline.resolve import has_form_of_id

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.record import Record

PAGE = 30
"""Rows of a list that one page shows."""
LAST_PAGE = 1_000_000
OWN = ("page", "said", "of", "was", "token")
"""What the room itself adds to the address of any page."""
SHORT = 80
"""Characters shown of what could not be used."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What a view gives: the template that shows it, the title of the page, and what the template is given.

    `same` is where the API tells the same rows, where the page's path alone does not say it, and `rows` what is taken away of a
    page that has no `same`; `notes` say what was asked for and could not be used.
    """

    template: str
    title: str
    values: Mapping[str, Any] = field(default_factory=dict[str, Any])
    status: int = 200
    same: str = ""
    rows: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One request: the record as it is at this moment, the `path` and its parts by name, and the `question` (after ``?``)."""

    record: Record
    path: str = "/"
    parts: Mapping[str, str] = field(default_factory=dict[str, str])
    question: str = ""
    edit: bool = False

    def asked(self, name: str) -> str:
        """Return what is asked for under `name`, less blanks around it; nothing where nothing is."""
        return next((value.strip() for one, value in self._pairs() if one == name), "")

    def _pairs(self) -> list[tuple[str, str]]:
        try:
            return parse_qsl(self.question, keep_blank_values=True, errors="replace", max_num_fields=200)
        except ValueError:
            return []

    def choice(self, name: str, among: tuple[str, ...]) -> str:
        """Return what is asked for under `name` if it is one of `among`, else the first of them."""
        asked = self.asked(name)
        return asked if asked in among else among[0]

    @property
    def page(self) -> int:
        """Which page of a list is asked for, from 1."""
        return min(LAST_PAGE, max(1, self.number("page") or 1))

    @property
    def first(self) -> int:
        """How many rows of the list stand before that page."""
        return (self.page - 1) * PAGE

    def number(self, name: str) -> int | None:
        """Return the number that is asked for under `name`; None where none is."""
        asked = self.asked(name)
        return int(asked) if asked.isdecimal() and len(asked) < 9 else None  # noqa: PLR2004 - far beyond any list

    def left_out(self, *known: str) -> tuple[str, ...]:
        """Return a sentence for each thing asked for that a page cannot use which reads the names `known`, and the number of a page."""
        sentences: list[str] = []
        met: set[str] = set()
        for name, value in self._pairs():
            if name in met and name in known:
                sentences.append(
                    f"“{shortened(name)}” is asked for twice: the first is used, “{shortened(value)}” was left out."
                )
            elif value.strip() and name not in (*known, *OWN) and name not in met:
                sentences.append(
                    f"This page cannot be asked for “{shortened(name)}”: “{shortened(value)}” was left out."
                )
            met.add(name)
        page = self.asked("page")
        if page and not self.number("page"):
            sentences.append(f"“{shortened(page)}” is the number of no page: the first is shown.")
        return tuple(sentences)

    def again(self, **other: object) -> str:
        """Return the address of this page with some of its question asked otherwise."""
        return address(self.path, **{**dict(self._pairs()), **other})

    def wanted(self, letter: str) -> str:
        """Return today's id of what the address names.

        Raises:
            Elsewhere: when it has another id by now.
            NotHere: when nothing in the record has, or had, that id.
        """
        asked = self.parts["id"]
        if not has_form_of_id(asked):
            raise NotHere(f"{asked!r} is no id of a record; those of this page start with {letter}.")
        if not asked.startswith(letter):
            raise NotHere(f"{asked!r} is another kind of id; those of this page start with {letter}.")
        try:
            today = self.record.resolve(asked)
        except RecordError as error:
            raise NotHere(
                f"Nothing in this record has the id {asked}, or had it before the record grew. An id is made from exact "
                "words of a report: those words are not in this record, or nobody’s speech any more."
            ) from error
        if today != asked:
            raise Elsewhere(address(self.path.replace(asked, today), was=asked))
        return today


def shortened(given: str) -> str:
    """Return what was asked for, or of very much its beginning, as a sentence has it."""
    words = given.strip()
    return words if len(words) <= SHORT else f"{words[:SHORT]} …"
