"""What is searched for in a record: words, and statements like another.

How to use it::

    with onrecord.open_record("story.db") as record:
        found = record.find(Asked(words='"raise the fares" ferry', outlet="Gazette", most=20))
        for hit in found.statements.rows: ...      # hit.text, with hit.marks; hit.places in a report
        for like in record.find_like(hit.id): ...
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.record.room import Room
from onrecord.record.search_hits import EVERYWHERE, find_hits
from onrecord.record.search_names import read_names

if TYPE_CHECKING:
    from collections.abc import Collection

    from onrecord.model.found import Hits, Part
    from onrecord.model.listing import Asked
    from onrecord.record.search_names import Names


class Searches(Room):
    """The searches of a `Record`. All of one answer is of one moment."""

    def find(self, asked: Asked, *, parts: Collection[Part] = EVERYWHERE, typing: bool = False) -> Hits:
        """Find `asked.words` in statements, reports and names of speakers, and mark them.

        Args:
            asked: any words, with the filters, orders and pages of lists; each part is paged by itself.
            parts: where to look.
            typing: whether the last word may still go on.

        Raises:
            RecordError: when there is no such event or story.
        """
        with self.at_one_moment():
            return find_hits(self._connection, asked, names=self._names, parts=parts, typing=typing)

    def _names(self) -> Names:
        return self._once("names", lambda: read_names(self._connection), each=500)
