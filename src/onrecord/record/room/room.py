"""What a reading room asks of a record: lists a page at a time, and slices for a page, never the whole.

How to use it, in a file, in a shared database or over the network alike::

    with onrecord.open_record("story.db") as record:
        page = record.list_statements(Asked(speaker="Velik", most=20))
        for row in page.rows: ...                 # page.total of them in all, from page.first
        contents = record.slice(statement_ids=[row.id for row in page.rows])
        pile = pile_of(contents)                   # pages and exports work from that as from a whole record

Old ids are as good as today's. What is costly and asked for again is remembered, as long as the record stays as it is.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from onrecord.errors import UnknownIdError
from onrecord.model.listing import USUAL, Listed
from onrecord.record.contents.corrections import restore_corrections
from onrecord.record.contents.restore_pile import restore_made_with
from onrecord.record.contents.restore_shared import restore_divergences
from onrecord.record.outline.asked import find_todays, own_id, question_of
from onrecord.record.outline.reading import read_outline
from onrecord.record.outline.statement_rows import statement_rows
from onrecord.record.room.beside import beside_in, find_beside, find_titles
from onrecord.record.room.doubtful import doubt_rows, find_doubts
from onrecord.record.room.events import event_rows, find_events
from onrecord.record.room.matrix import build_matrix, find_fullest_events
from onrecord.record.room.notes import find_divergences, find_lineages, find_problems, place_divergences
from onrecord.record.room.outlets import find_outlets
from onrecord.record.room.remembered import ID, NUMBER
from onrecord.record.room.reports import find_reports, report_rows
from onrecord.record.room.slice import restore_slice
from onrecord.record.room.slice_links import Chosen
from onrecord.record.room.speakers import count_by_speaker, speaker_rows
from onrecord.record.room.statements import find_statements
from onrecord.record.room.stories import find_stories, story_rows
from onrecord.record.room.values import OF_ONE, VALUES
from onrecord.record.rows.seal import read_seal
from onrecord.record.stores.dialects import dialect_of
from onrecord.record.stores.snapshots import one_moment

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Hashable, Mapping, Sequence

    from sqlalchemy import Connection

    from onrecord.model.contents import Contents
    from onrecord.model.correction import Correction
    from onrecord.model.listing import (
        Asked,
        Doubt,
        EventRow,
        Matrix,
        OutletRow,
        ReportRow,
        SpeakerRow,
        StatementRow,
        StoryRow,
    )
    from onrecord.model.problem import Problem
    from onrecord.model.statement import Divergence, Lineage
    from onrecord.record.outline.asked import Question
    from onrecord.record.outline.outline import Outline
    from onrecord.record.room.beside import Beside
    from onrecord.record.room.remembered import Remembered

Answer = TypeVar("Answer")
Key = TypeVar("Key")
Row = TypeVar("Row")

WIDEST, TALLEST = 24, 50
"""A table has so many events and speakers where nothing is said."""


class Room:
    """The lists and slices of a `Record`. All answers of one call are of one moment.

    `remembered` holds what was answered before; connections to one record may share it.
    """

    _connection: Connection
    remembered: Remembered
    _seals: list[str | None] | None = None
    """The seal as it is at this moment, once it is read; None between moments."""
    _layout: str | None = None  # of the rows at this moment, once it is read

    @contextmanager
    def at_one_moment(self) -> Generator[None]:
        """Return a context in which all answers are of one moment, whatever is added meanwhile."""
        if self._seals is not None:
            yield
            return
        with one_moment(self._connection):
            self._seals = []
            try:
                yield
            finally:
                self._seals = None
                self._layout = None

    def content_version(self) -> str:
        """Return what is another once the record holds something else: the seal over all of it; of a first version, nothing."""
        with self.at_one_moment():
            return self._seal() or ""

    def list_statements(self, asked: Asked) -> Listed[StatementRow]:
        """List the statements that fit: best first if words are asked for, else best corroborated first; or by time.

        Raises:
            RecordError: when there is no such event or story.
        """
        return self._list(
            "statements",
            asked,
            find_statements,
            lambda outline, page: statement_rows(
                self._connection, [outline.statement_ids[one] for one in page], outline
            ),
        )

    def list_speakers(self, asked: Asked) -> Listed[SpeakerRow]:
        """List the speakers of the statements that fit, those with most of them first; or by who spoke first.

        Words are looked for in names and aliases.

        Raises:
            RecordError: when there is no such event or story.
        """
        return self._list(
            "speakers",
            asked,
            count_by_speaker,
            lambda outline, page: speaker_rows(self._connection, outline, page),
        )

    def list_events(self, asked: Asked) -> Listed[EventRow]:
        """List the events that fit, those that most reports tell of first; or by time.

        Raises:
            RecordError: when there is no such event or story.
        """
        return self._list(
            "events",
            asked,
            find_events,
            lambda outline, page: event_rows(
                self._connection, [outline.event_ids[one] for one in page], outline.copies
            ),
        )

    def list_stories(self, asked: Asked) -> Listed[StoryRow]:
        """List the stories with an event that fits, those that most reports tell of first; or by their first known day.

        Raises:
            RecordError: when there is no such event or story.
        """
        return self._list(
            "stories",
            asked,
            find_stories,
            lambda outline, page: story_rows(self._connection, [outline.story_ids[one] for one in page]),
        )

    def list_reports(self, asked: Asked) -> Listed[ReportRow]:
        """List the reports that fit: best first if words are asked for, else those with most attributions first; or by day.

        Raises:
            RecordError: when there is no such event or story.
        """
        return self._list(
            "reports",
            asked,
            find_reports,
            lambda outline, page: report_rows(
                self._connection, [outline.report_ids[one] for one in page], outline.copies
            ),
        )

    def list_outlets(self, asked: Asked) -> Listed[OutletRow]:
        """List the outlets of the reports that fit, those with most of them first; by time means here: by name.

        Statements are counted that fit and that the outlet carries. Reports of no named outlet are in no row.

        Raises:
            RecordError: when there is no such event or story.
        """
        return self._list("outlets", asked, find_outlets, lambda _, page: tuple(page))

    def list_problems(self, asked: Asked) -> Listed[Problem]:
        """List all problems, or those of reports that fit.

        Raises:
            RecordError: when there is no such event or story.
        """
        return self._noted(asked, find_problems)

    def list_divergences(self, asked: Asked) -> Listed[Divergence]:
        """List where reports give different plain facts; all, or those with a side in a report that fits.

        Raises:
            RecordError: when there is no such event or story.
        """
        return self._noted(asked, find_divergences)

    def list_lineages(self, asked: Asked) -> Listed[Lineage]:
        """List who copied whom, the largest first or (by time) in the record's order; all, or those that hold a report that fits.

        Raises:
            RecordError: when there is no such event or story.
        """
        return self._noted(asked, find_lineages)

    def beside(self, statement_id: str) -> Beside:
        """Return the ids of the statements before and after this one at its event, best corroborated first.

        Raises:
            RecordError: when there is no such statement.
        """
        with self.at_one_moment():
            own, outline = own_id(self._connection, "s", statement_id), self._known_outline()
            found = None if outline is None else beside_in(outline, own)
            return found or find_beside(self._connection, own)

    def titles(self, report_ids: Sequence[str]) -> Mapping[str, tuple[str | None, str | None]]:
        """Return outlet and title, or else first words, of these reports by their ids; those not here are left out."""
        with self.at_one_moment():
            return find_titles(self._connection, report_ids)

    def list_doubts(self, *, first: int = 0, most: int = USUAL) -> Listed[Doubt]:
        """List the readings that no person has looked at, the likely wrong first: lowest level, then most carried."""
        with self.at_one_moment():
            places = self._once("doubts", lambda: find_doubts(self._connection), each=NUMBER)
            rows = doubt_rows(self._connection, places[first : first + most])
            return Listed(rows=rows, total=len(places), first=first)

    def corrections(self) -> tuple[Correction, ...]:
        """Return what persons said of the record, oldest first."""
        with self.at_one_moment():
            return restore_corrections(self._connection)

    def matrix(
        self, event_ids: Sequence[str] | None = None, *, most: int = WIDEST, most_speakers: int = TALLEST
    ) -> Matrix:
        """Return the table of speakers by events: of these events, or of the `most` at which most was said.

        Raises:
            RecordError: when there is no such event.
        """
        with self.at_one_moment():
            connection = self._connection
            ids = None if event_ids is None else find_todays(connection, "e", event_ids)

            def build() -> Matrix:
                events = find_fullest_events(connection, most) if ids is None else list(ids)
                return build_matrix(connection, events, most_speakers)

            return self._once(("matrix", ids, most, most_speakers), build)

    def slice(
        self,
        *,
        statement_ids: Sequence[str] = (),
        report_ids: Sequence[str] = (),
        speaker_ids: Sequence[str] = (),
        event_ids: Sequence[str] = (),
        lineage_ids: Sequence[str] = (),
    ) -> Contents:
        """Return a part of the record as contents that hold together: every id in it leads to something in it.

        Args:
            statement_ids: these statements whole, every report that carries one, and there the attributions they rest on with the
                chains that speak in them; their events.
            report_ids: these reports with all that was read in them, the statements they carry, and these likewise.
            speaker_ids: these entities with roles and merges, and the reports in which the first places of each role stand. What
                they said is asked for by `statement_ids`.
            event_ids: these events and their reports, of which only the texts are told. What was said is asked for likewise.
            lineage_ids: these lineages and all their reports.

        What is left out: captures; every report not named above; of reports that are not in `report_ids` all chains, attributions,
        timexes, sentences and problems that are not named above. Events, lineages, stories and entities name only reports,
        passages, events and chains that are in the slice; entities not asked for tell no roles and no merges. Divergences are
        those with both sides in the slice. Evidence of moments and sources of passages may stand in a report left out. Problems of the
        pile, corrections, given facts, and facts that no day here rests on are left out.

        Raises:
            RecordError: when one of the ids is not in this record, and never was.
        """
        with self.at_one_moment():
            chosen = Chosen(
                statement_ids=self._todays("s", statement_ids),
                report_ids=self._todays("r", report_ids),
                speaker_ids=self._todays("p", speaker_ids),
                event_ids=self._todays("e", event_ids),
                lineage_ids=self._todays("l", lineage_ids),
            )
            made_with = self._once("made-with", lambda: restore_made_with(self._connection))
            return restore_slice(self._connection, chosen, made_with)

    def values(self, kind: str, asked: Asked) -> Listed[Any]:
        """Return whole values in the record's own order, some at a time; `kind` is one of `onrecord.record.room.values.VALUES`.

        Of what is asked, those filters are looked at that the method of `Record` by the name of the kind has.

        Raises:
            RecordError: when there is no such event.
        """
        find, tell = VALUES[kind]
        with self.at_one_moment():
            question, outline = self._question(asked), self._outline()
            ids = self._once(
                ("values", kind, replace(asked, first=0, most=1)),
                lambda: find(self._connection, outline, question),
                each=NUMBER,
            )
            page = ids[asked.first : asked.first + asked.most]
            return Listed(rows=tuple(tell(self._connection, page)), total=len(ids), first=asked.first)

    def value(self, letter: str, wanted: str) -> Any:
        """Return the whole value that has the id `wanted`, or had it; `letter` is the one that ids of its kind begin with.

        Raises:
            UnknownIdError: when it is of another kind, or nothing has it.
        """
        with self.at_one_moment():
            if letter == "d":
                places = self._once("divergences", lambda: place_divergences(self._connection))
                found: Sequence[Any] = restore_divergences(
                    self._connection, [places[wanted]] if wanted in places else []
                )
            else:
                found = OF_ONE[letter](self._connection, (own_id(self._connection, letter, wanted),))
            if not found:
                raise UnknownIdError(f"nothing in this record has the id {wanted!r}")
            return found[0]

    def _todays(self, letter: str, ids: Sequence[str]) -> tuple[str, ...]:
        return find_todays(self._connection, letter, ids)

    def _seal(self) -> str | None:
        if self._seals is None:
            return read_seal(self._connection)
        if not self._seals:
            self._seals.append(read_seal(self._connection))
        return self._seals[0]

    @property
    def answers_state(self) -> tuple[str, str] | None:
        """Return what answers that are kept are bound to: the seal, and the layout of the rows that answers point at."""
        seal = self._seal()
        if seal is not None and (self._layout is None or self._seals is None):
            self._layout = dialect_of(self._connection).read_layout(self._connection)
        return None if seal is None else (seal, self._layout or "")

    def _once(self, question: Hashable, find: Callable[[], Answer], *, each: int = ID) -> Answer:
        state = self.answers_state
        return find() if state is None else self.remembered.answer((state, question), find, each=each)

    def _outline(self) -> Outline:
        return self._once("outline", lambda: read_outline(self._connection))

    def _known_outline(self) -> Outline | None:
        """Return the outline if it has been read: reading it costs more than it saves a single question."""
        known: Outline | None = self.remembered.known((self.answers_state, "outline"))
        return known

    def _question(self, asked: Asked) -> Question:
        """Resolve names and ids, which looks through all names of the record."""
        named = (asked.speaker, asked.unknown, asked.outlet, asked.event, asked.story)
        found = self._once(("question", named), lambda: question_of(self._connection, asked, once=self._once))
        return replace(found, asked=asked)

    def _list(
        self,
        kind: str,
        asked: Asked,
        find: Callable[[Connection, Outline, Question], Sequence[Key]],
        tell: Callable[[Outline, Sequence[Key]], tuple[Row, ...]],
    ) -> Listed[Row]:
        """List what `find` finds, all of it and in order, which is remembered; a page of it is told by `tell`."""
        with self.at_one_moment():
            question, outline = self._question(asked), self._outline()
            found = self._once(
                (kind, replace(asked, first=0, most=1)),
                lambda: find(self._connection, outline, question),
                each=NUMBER,
            )
            page = found[asked.first : asked.first + asked.most]
            return Listed(rows=tell(outline, page), total=len(found), first=asked.first)

    def _noted(
        self, asked: Asked, find: Callable[[Connection, Question], tuple[tuple[Row, ...], int]]
    ) -> Listed[Row]:
        with self.at_one_moment():
            rows, total = find(self._connection, self._question(asked))
            return Listed(rows=rows, total=total, first=asked.first)
