"""Ask a record, without loading the whole of it."""

from __future__ import annotations

import functools
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, Self, TypeVar

from sqlalchemy import event as engine_event
from sqlalchemy import select

from onrecord.errors import RecordError
from onrecord.model.listing import USUAL, Listed
from onrecord.record.contents.restore import restore_attributions, restore_reports
from onrecord.record.contents.restore_pile import (
    restore_contents,
    restore_made_with,
    restore_problems,
    restore_report_dates,
)
from onrecord.record.contents.restore_shared import (
    restore_divergences,
    restore_entities,
    restore_events,
    restore_lineages,
    restore_statements,
    restore_stories,
)
from onrecord.record.outline.resolve import refusal, resolve_id
from onrecord.record.room.credits import find_stated_credits, tell_stated_credits
from onrecord.record.room.places import find_places
from onrecord.record.room.remembered import NUMBER, Remembered
from onrecord.record.room.searches import Searches
from onrecord.record.rows import schema
from onrecord.record.rows.fetch import find_rows
from onrecord.record.rows.wanted import (
    Wanted,
    find_attribution_ids,
    find_outlet_ids,
    find_speaker_ids,
    find_statement_ids,
    owners_within,
)
from onrecord.record.search.words import find_words
from onrecord.record.stores.store import store_of
from onrecord.record.summary import count_all

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from sqlalchemy.engine import ExceptionContext

    from onrecord.model.attribution import Attribution, Manner
    from onrecord.model.contents import Contents, MadeWith
    from onrecord.model.listing import StatedCredit
    from onrecord.model.moment import Evidence, Moment
    from onrecord.model.problem import Problem
    from onrecord.model.report import Report
    from onrecord.model.statement import Divergence, Entity, Event, Lineage, Statement, Story
    from onrecord.record.search.words import Found
    from onrecord.record.stores.store import Place, Store
    from onrecord.record.summary import Summary


P = ParamSpec("P")
Answer = TypeVar("Answer")


def open_record(place: Place) -> Record:
    """Open the record at `place`, a path or the address of a database, for reading.

    Returns:
        The record; use it in a ``with`` statement, or call its `close`.

    Raises:
        RecordError: when nothing stands there, or what is no record, is cut short or is of a newer version.
    """
    store = store_of(place)
    store.refuse_unreadable()
    return Record(store)


def _at_one_moment(
    method: Callable[Concatenate[Record, P], Answer],
) -> Callable[Concatenate[Record, P], Answer]:
    """Let `method` see one state of the record in all its queries."""

    @functools.wraps(method)
    def ask(record: Record, /, *args: P.args, **kwargs: P.kwargs) -> Answer:
        with record.at_one_moment():
            return method(record, *args, **kwargs)

    return ask


class Record(Searches):
    """An open record, read only. Values come back exactly as they were written.

    Each answer is of one moment, even while somebody adds to the record; `at_one_moment` makes several so.
    """

    def __init__(self, store: Store) -> None:
        self.place = str(store)
        self._store = store
        self._engine = store.open()
        engine_event.listen(self._engine, "handle_error", self._refuse)
        self._connection = self._engine.connect()
        self.remembered = Remembered()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _refuse(self, context: ExceptionContext) -> None:
        """Say of a database error what to do about it."""
        raise self._store.explain(context.original_exception) from context.original_exception

    def close(self) -> None:
        """Let go of the record."""
        self._connection.close()
        self._engine.dispose()

    @_at_one_moment
    def contents(self) -> Contents:
        """Return everything the record holds: what was written, value for value.

        Raises:
            RecordError: when a value is not one that this program writes.
        """
        try:
            return restore_contents(self._connection)
        except (ValueError, KeyError, TypeError) as error:
            raise RecordError(
                f"{self._store}: a value cannot be read ({error}); hold the record against itself with `onrecord check`"
            ) from error

    def table(self, name: str, *, texts: bool = False) -> Any:
        """Return one table of the record, a ``pyarrow.Table``; pandas and polars take theirs from it.

        Args:
            name: ``reports``, ``speakers``, ``attributions``, ``statements`` or ``events``.
            texts: add to ``reports`` a column with their full texts.

        Raises:
            RecordError: when there is no such table, or pyarrow is not installed.
        """
        from onrecord.record.tables import table_of

        return table_of(self.contents(), name, texts=texts)

    @_at_one_moment
    def made_with(self) -> MadeWith:
        """Return the program, settings and models that the record was made with."""
        return restore_made_with(self._connection)

    @_at_one_moment
    def reports(
        self, *, outlet: str | None = None, since: date | None = None, until: date | None = None
    ) -> tuple[Report, ...]:
        """Return reports, by outlet (part of its name, or its id) and by the days on which they may have been published."""
        report = schema.reports.c
        query = select(report.id).order_by(report.id)
        if outlet is not None:
            query = query.where(report.outlet_id.in_(find_outlet_ids(self._connection, outlet)))
        if since is not None or until is not None:
            query = query.where(report.id.in_(owners_within("report", "published", since, until)))
        return restore_reports(self._connection, list(self._connection.scalars(query)))

    @_at_one_moment
    def report_dates(self) -> Mapping[str, Moment]:
        """Return the day of publication of each report that has one, by report id."""
        return restore_report_dates(self._connection)

    @_at_one_moment
    def events(self) -> tuple[Event, ...]:
        """Return all events."""
        return restore_events(self._connection)

    @_at_one_moment
    def stories(self) -> tuple[Story, ...]:
        """Return all stories."""
        return restore_stories(self._connection)

    @_at_one_moment
    def lineages(self) -> tuple[Lineage, ...]:
        """Return who copied whom."""
        return restore_lineages(self._connection)

    @_at_one_moment
    def list_stated_credits(self, *, first: int = 0, most: int = USUAL) -> Listed[StatedCredit]:
        """List the origins that reports state, and of which no text was found, by house and report."""
        places = self._once("stated-credits", lambda: find_stated_credits(self._connection), each=NUMBER)
        rows = tell_stated_credits(self._connection, places[first : first + most])
        return Listed(rows=rows, total=len(places), first=first)

    @_at_one_moment
    def find_places(self, ids: Sequence[str]) -> Mapping[str, tuple[Evidence, ...]]:
        """Return, by id, where things stand: attributions, statements, speakers, events, stories, reports, outlets, corrections.

        What is not here is left out.
        """
        return find_places(self._connection, ids, self._outline)

    @_at_one_moment
    def divergences(self) -> tuple[Divergence, ...]:
        """Return where reports give different plain facts."""
        return restore_divergences(self._connection)

    def statements(
        self,
        *,
        speaker: str | None = None,
        outlet: str | None = None,
        since: date | None = None,
        until: date | None = None,
        manner: Manner | None = None,
        event: str | None = None,
    ) -> tuple[Statement, ...]:
        """Return the statements with at least one attribution that fits all that is asked for.

        Args:
            speaker: part of a name or alias, however cased, or an id.
            outlet: part of an outlet's name, or its id.
            since: first day on which it may have been said; a statement with no day is left out.
            until: last such day.
            manner: how a report gives the words.
            event: an event's id, today's or an older one.

        Raises:
            RecordError: when there is no such event.
        """
        return self.find_statements(
            Wanted(speaker=speaker, outlet=outlet, since=since, until=until, manner=manner, event=event)
        )

    @_at_one_moment
    def find_statements(self, wanted: Wanted) -> tuple[Statement, ...]:
        """Return the statements that are wanted, as `statements` does.

        Raises:
            RecordError: when there is no such event.
        """
        return restore_statements(self._connection, find_statement_ids(self._connection, self._today(wanted)))

    def attributions(
        self,
        *,
        speaker: str | None = None,
        outlet: str | None = None,
        since: date | None = None,
        until: date | None = None,
        manner: Manner | None = None,
        event: str | None = None,
    ) -> tuple[Attribution, ...]:
        """Return the attributions that fit; the filters are those of `statements`.

        Raises:
            RecordError: when there is no such event.
        """
        return self.find_attributions(
            Wanted(speaker=speaker, outlet=outlet, since=since, until=until, manner=manner, event=event)
        )

    @_at_one_moment
    def find_attributions(self, wanted: Wanted) -> tuple[Attribution, ...]:
        """Return the attributions that are wanted, as `attributions` does.

        Raises:
            RecordError: when there is no such event.
        """
        ids = find_attribution_ids(self._connection, self._today(wanted))
        rows = find_rows(self._connection, schema.attributions, "id", ids)
        return restore_attributions(self._connection, [row for some in rows.values() for row in some])

    def _today(self, wanted: Wanted) -> Wanted:
        """Return `wanted` with the id that its event has today."""
        return wanted if wanted.event is None else replace(wanted, event=self.resolve(wanted.event))

    @_at_one_moment
    def statement(self, statement_id: str) -> Statement:
        """Return the statement that has this id, or had it before the pile grew.

        Raises:
            RecordError: when there is none.
        """
        return restore_statements(self._connection, [self._own("s", statement_id)])[0]

    def _own(self, letter: str, wanted: str) -> str:
        if not wanted.startswith(letter):
            raise refusal(letter, wanted)
        return self.resolve(wanted)

    @_at_one_moment
    def speakers(self) -> tuple[Entity, ...]:
        """Return the entities to which at least one attribution is credited."""
        return restore_entities(self._connection, find_speaker_ids(self._connection))

    @_at_one_moment
    def problems(self) -> tuple[Problem, ...]:
        """Return all problems: those of places that gave no report, of reports, and of the pile as a whole."""
        return tuple(
            problem
            for part in ("pile", "report", "link")
            for problem in restore_problems(self._connection, part)
        )

    @_at_one_moment
    def resolve(self, wanted: str) -> str:
        """Return today's id of what has the id `wanted` or had it before the pile grew.

        Raises:
            RecordError: when there is none.
        """
        return resolve_id(self._connection, wanted)

    @_at_one_moment
    def summary(self) -> Summary:
        """Return the record in numbers."""
        return self._once("summary", lambda: count_all(self._connection, self.lineages()))

    @_at_one_moment
    def search(self, words: str) -> Found:
        """Return the statements and reports that hold all of `words`; none of them is syntax."""
        return find_words(self._connection, words)
