"""What is searched for in a record: words, and statements like another.

How to use it::

    with onrecord.open_record("story.db") as record:
        found = record.find(Asked(words='"raise the fares" ferry', outlet="Gazette", most=20))
        for hit in found.statements.rows: ...      # hit.text, with hit.marks; hit.places in a report
        for like in record.find_like(hit.id): ...
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, TypeVar

from onrecord.model.found import Part
from onrecord.model.listing import Asked
from onrecord.record.outline.asked import own_id, question_of
from onrecord.record.room.room import Room
from onrecord.record.search.alike import find_alike
from onrecord.record.search.any import find_any
from onrecord.record.search.hits import EVERYWHERE, find_hits

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable

    from onrecord.model.found import Alike, Hits
    from onrecord.model.meaning import Meanings

Answer = TypeVar("Answer")

_USUAL: Final = 10
"""Statements like another that are told where nothing is said."""
_EACH: Final = 500
"""What a name, or the place of a row that a filter leaves, is taken to weigh in bytes: names weigh more, places less."""


class Searches(Room):
    """The searches of a `Record`. All of one answer is of one moment."""

    def find(
        self,
        asked: Asked,
        *,
        parts: Collection[Part] = EVERYWHERE,
        typing: bool = False,
        loose: bool = False,
    ) -> Hits:
        """Find `asked.words` in statements, reports and names of speakers, and mark them.

        Args:
            asked: any words, with the filters, orders and pages of lists; each part is paged by itself.
            parts: where to look.
            typing: whether the last word may still go on.
            loose: whether, where no statement holds all words, those are found that have some of them, in a wording or in the name
                of the speaker.

        Raises:
            RecordError: when there is no such event or story.
        """
        with self.at_one_moment():
            outline = self._known_outline()
            found = find_hits(
                self._connection,
                asked,
                once=self._remembering,
                parts=parts,
                typing=typing,
                outline=outline,
            )
            if not loose or found.statements.total or Part.STATEMENTS not in parts:
                return found
            some = find_any(self._connection, asked, once=self._remembering, outline=outline)
            return replace(found, statements=some)

    def find_like(
        self, statement_id: str, *, asked: Asked | None = None, meanings: Meanings | None = None
    ) -> tuple[Alike, ...]:
        """Find statements like this one, by the telling words they share; the nearest first, without itself.

        Args:
            statement_id: today's or an older one.
            asked: what the others shall fit (a story, a speaker, days …), and which of the nearest; its words and its order are not looked at.
            meanings: what tells how near texts are in meaning, as `onrecord.annotate.load_meanings` gives it.

        Raises:
            RecordError: when there is no such statement, event or story.
        """
        asked = asked or Asked(most=_USUAL)
        with self.at_one_moment():
            own = own_id(self._connection, "s", statement_id)
            filters = question_of(self._connection, asked)
            return find_alike(
                self._connection,
                own,
                filters,
                meanings=meanings,
                once=self._remembering,
                outline=self._known_outline(),
            )

    def _remembering(self, question: Hashable, find: Callable[[], Answer], /) -> Answer:
        return self._once(("search", question), find, each=_EACH)
