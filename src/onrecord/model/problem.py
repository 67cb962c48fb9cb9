"""What is wrong with an input, kept beside it rather than raised."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something that could not be read or decided, and why.

    `code` is dotted and documented in docs/problems.md (``clean.no-text``). A problem names the report
    it is about, or the path where no report could be made.
    """

    code: str
    message: str
    report_id: str | None = None
    path: str | None = None
    span: Span | None = None
