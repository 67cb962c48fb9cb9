"""Captures, and the reports read from them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.model.moment import Moment
    from onrecord.model.span import Edit, OffsetMap, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """Bytes exactly as received, and where they were found.

    `locator` is the place as the user gave it (``pile.jsonl#3`` for a third line); it never enters an id. `declared` is
    what the container said of it (an archive the address, a feed the day), by the names of a JSON line's members.
    """

    id: str
    payload: bytes
    media_type: str
    locator: str
    declared: Mapping[str, str] = field(default_factory=dict[str, str])

    def seen_with(self, other: Capture) -> Capture:
        """Return what this and `other`, sightings of the same bytes, tell together, whichever came first.

        Where two containers say different things of the bytes, the lesser is kept; so is the lesser of the places.
        """
        declared = {**self.declared, **other.declared}
        for name in self.declared.keys() & other.declared.keys():
            declared[name] = min(self.declared[name], other.declared[name])
        return replace(
            self,
            locator=min(self.locator, other.locator),
            media_type=min(self.media_type, other.media_type),
            declared=dict(sorted(declared.items())),
        )


class Zone(StrEnum):
    """The part a run of text plays in its report. Zones label; nothing is cut."""

    HEADLINE = "headline"
    SUBHEADING = "subheading"
    DATELINE = "dateline"
    BYLINE = "byline"
    CREDIT = "credit"
    CAPTION = "caption"
    BODY = "body"
    SIGNATURE = "signature"
    """The name and title lines under a pull quote."""
    FURNITURE = "furniture"


SPOKEN_ZONES = frozenset({Zone.HEADLINE, Zone.SUBHEADING, Zone.BODY, Zone.SIGNATURE})
"""Zones in which attributions may stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One run of text (a paragraph, or a part of one) and its zone.

    Blocks of a report are sorted, do not overlap, and leave out only white space. `repeats` says that the
    block prints an earlier one again (a headline printed twice): it is read once.
    """

    span: Span
    zone: Zone
    repeats: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """Who published a report."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """An acknowledged origin: "originally published by …", "Source: …".

    `picture` marks a doubtful one that may belong to an image only.
    """

    outlet: str
    span: Span
    picture: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One outlet's account: the text exactly as decoded, and what its own marks say about it.

    `paths` are the places that held these bytes, sorted. `published` is a day that the input itself gave.
    """

    id: str
    paths: tuple[str, ...]
    text: str
    offsets: OffsetMap
    encoding: str
    edits: tuple[Edit, ...] = ()
    blocks: tuple[Block, ...] = ()
    external_id: str | None = None
    title: str | None = None
    language: str | None = None
    url: str | None = None
    outlet: Outlet | None = None
    credits: tuple[Credit, ...] = ()
    published: Moment | None = None
    declared: Mapping[str, str] = field(default_factory=dict[str, str])
    """What the input itself carried beside the text (a JSONL line's members), as strings."""

    def zone_at(self, position: int) -> Zone | None:
        """Return the zone of the block that holds character `position`, if any."""
        for block in self.blocks:
            if position in block.span:
                return block.zone
        return None


FIRST = 60
"""Characters of the text of a report without a title that stand for one."""


def first_words(text: str) -> str:
    r"""Return the first whole words of a text, by which a report without a title goes.

    >>> first_words(" The ferry\n is late. ")
    'The ferry is late.'
    """
    words = " ".join(text[: 4 * FIRST].split())
    if not words:
        return "no words"
    if len(words) <= FIRST:
        return words
    return f"{words[: FIRST + 1].rpartition(' ')[0] or words[:FIRST]} …"
