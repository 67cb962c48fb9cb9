"""Which rows of a list a page shows, and the ways to the others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.publish.room.visit import PAGE

if TYPE_CHECKING:
    from onrecord.publish.room.visit import Visit


@dataclass(frozen=True, slots=True, kw_only=True)
class Paging:
    """The part of a list of `total` rows that stands on a page: rows `first` to `last`, counted from 1."""

    first: int
    last: int
    total: int
    page: int
    pages: int
    before: str | None
    after: str | None

    @property
    def is_beyond(self) -> bool:
        """Whether the list has rows, and all of them stand on pages before this one; `before` leads to the last of these."""
        return self.total > 0 and self.last == 0


def paging(visit: Visit, total: int, *, each: int = PAGE) -> Paging:
    """Return where in a list of `total` rows the page that is visited, of `each` rows, stands."""
    pages = max(1, -(-total // each))
    page = visit.page
    return Paging(
        first=min(total, (page - 1) * each + 1) if page <= pages else 0,
        last=min(total, page * each) if page <= pages else 0,
        total=total,
        page=page,
        pages=pages,
        before=visit.again(page=min(page - 1, pages) if page > 2 else None) if page > 1 else None,  # noqa: PLR2004 - the first page has no number
        after=visit.again(page=page + 1) if page < pages else None,
    )
