"""An attribution while it is being put together, before overlaps are resolved and speakers are known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.model.attribution import Act, Level, Manner

if TYPE_CHECKING:
    from onrecord.model.span import Span


@dataclass(frozen=True, slots=True)
class Source:
    """The phrase that names whom content is credited to: its characters and the heads of the names in it."""

    span: Span
    heads: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A candidate: `content` spans as found, `cue` and `source` where there are any.

    `verb` is the token of the cue, `carries` the draft whose speech this one goes on with. `manner` is None
    where the marks decide.
    """

    content: tuple[Span, ...]
    rule: str
    level: Level = Level.LIKELY
    cue: Span | None = None
    verb: int | None = None
    source: Source | None = None
    act: Act = Act.ASSERTION
    manner: Manner | None = None
    carries: Draft | None = None

    @property
    def start(self) -> int:
        """Where the content begins."""
        return self.content[0].start

    @property
    def end(self) -> int:
        """Where the content ends."""
        return self.content[-1].end
