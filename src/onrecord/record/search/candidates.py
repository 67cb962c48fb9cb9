"""Rows whose words are those looked for, and which of them a page of an answer shows.

A word that is in most texts would fit most of the record. So many hits are looked at as `COUNTED` says, the first of the record
(whose order is that of ids, which says nothing of what is in it); an answer tells when there are more.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Integer, cast, literal, select

from onrecord.model.found import COUNTED
from onrecord.model.listing import Order
from onrecord.record.rows import schema
from onrecord.record.rows.fetch import in_batches
from onrecord.record.rows.prepared import ask_bare
from onrecord.record.rows.sql import items_of
from onrecord.record.search.filters import Narrowed
from onrecord.record.stores.word_index import asking, matching

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy import Connection

    from onrecord.model.found import Sought


_EVERYTHING: Final = Narrowed()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A row that holds what is sought: whose it is, its place in its table, and how badly it fits (least is best)."""

    owner: str
    place: int
    rank: float


@dataclass(frozen=True, slots=True)
class Candidates:
    """Those found, each owner once by its best row; `more` where there are more than were looked at."""

    best: tuple[Candidate, ...]
    more: bool


def find_candidates(
    connection: Connection, name: str, sought: Sequence[Sought], narrowed: Narrowed
) -> Candidates:
    """Return what the index `name` has of all that is sought, best first, equals in the order of their ids.

    Args:
        connection: to the record.
        name: of the index of variants, or of reports.
        sought: at least one thing.
        narrowed: what filters leave of its rows.
    """
    if narrowed.places == ():
        return Candidates((), more=False)
    if narrowed == _EVERYTHING:
        found, given = asking_for(connection, name, sought)
        rows: Sequence[Any] = ask_bare(connection, _query_for_all(name, found), given)
    else:
        query = _query(words_matching(connection, name, sought), name, narrowed)
        rows = connection.execute(query).all()
    best: dict[str, Candidate] = {}
    for owner, place, rank in rows[:COUNTED]:
        one = Candidate(owner, place, rank)
        if one.owner not in best or _order(one) < _order(best[one.owner]):
            best[one.owner] = one
    return Candidates(tuple(sorted(best.values(), key=_order)), len(rows) > COUNTED)


def _order(one: Candidate) -> tuple[float, str, int]:
    return one.rank, one.owner, one.place


@lru_cache(maxsize=8)
def _query_for_all(name: str, found: Any) -> Any:
    return _query(found, name, _EVERYTHING)


def _query(found: Any, name: str, narrowed: Narrowed) -> Any:
    if name == "report_words":
        report = schema.reports
        query = select(report.c.id, found.c.place, found.c.rank).join(found, found.c.place == report.c.place)
    else:
        variant, statement = schema.variants, schema.statements
        query = select(variant.c.statement_id, found.c.place, found.c.rank)
        query = query.join(found, found.c.place == variant.c.place)
        if narrowed.conditions:
            query = query.join(statement, statement.c.id == variant.c.statement_id)
    if narrowed.places is not None:
        # The sum keeps SQLite from asking the index anew for each place; one value for all of them is quicker than many.
        one = items_of(literal(json.dumps(narrowed.places))).table_valued("value").c.value
        query = query.where((found.c.place + 0).in_(select(cast(one, Integer))))
    return query.where(*narrowed.conditions).order_by(found.c.place).limit(COUNTED + 1)


def words_matching(connection: Connection, name: str, sought: Sequence[Sought]) -> Any:
    """Return the rows of that index which hold all that is sought, as `matching` gives them."""
    words, begins = _words_of(sought)
    return matching(connection, name, words, begins=begins)


def asking_for(connection: Connection, name: str, sought: Sequence[Sought]) -> tuple[Any, Mapping[str, Any]]:
    """Return the same for a query that is kept, and the values that are given with it."""
    words, begins = _words_of(sought)
    return asking(connection, name, words, begins=begins)


def _words_of(sought: Sequence[Sought]) -> tuple[list[str], bool]:
    """Return the words to look for, and whether the last goes on: what is being typed is last, wherever it was met first."""
    ordered = sorted(sought, key=lambda one: one.begins)
    return [" ".join(one.words) for one in ordered], ordered[-1].begins


def count_holding(connection: Connection, sought: Sought) -> int:
    """Count the wordings and the reports that hold one thing by itself, up to `COUNTED`."""
    counted = 0
    for name in schema.WORD_INDEXES:
        found, given = asking_for(connection, name, [sought])
        counted += len(ask_bare(connection, _places_query(found, COUNTED), given))
    return min(counted, COUNTED)


def is_held(connection: Connection, sought: Sought) -> bool:
    """Tell whether any wording or report holds one thing by itself."""
    return any(
        ask_bare(connection, _places_query(found, 1), given)
        for found, given in (asking_for(connection, name, [sought]) for name in schema.WORD_INDEXES)
    )


@lru_cache(maxsize=16)
def _places_query(found: Any, most: int) -> Any:
    return select(found.c.place).limit(most)


def in_order(
    connection: Connection, candidates: Iterable[Candidate], order: Order, *, kind: str, part: str
) -> list[Candidate]:
    """Return candidates, given best first, in the order asked for; those that stand equal in it stay best first."""
    best = list(candidates)
    ids = [one.owner for one in best]
    if order is Order.TIME:
        days = _find_days(connection, ids, kind, part)
        last = ("9999-12-31", "9999-12-31")
        best.sort(key=lambda one: days.get(one.owner, last))
    elif order is Order.SOURCES and kind == "statement":
        carried = _find_carried(connection, ids)
        best.sort(key=lambda one: carried[one.owner])
    return best


def _find_days(
    connection: Connection, ids: Sequence[str], kind: str, part: str
) -> Mapping[str, tuple[str, str]]:
    moment = schema.moments.c
    found: dict[str, tuple[str, str]] = {}
    for some in in_batches(ids):
        query = select(moment.owner_id, moment.earliest, moment.latest).where(
            moment.owner_kind == kind, moment.part == part, moment.owner_id.in_(some)
        )
        for owner, earliest, latest in connection.execute(query):
            found[owner] = (earliest or latest or "9999-12-31", latest or "9999-12-31")
    return found


def _find_carried(connection: Connection, ids: Sequence[str]) -> Mapping[str, tuple[int, int]]:
    statement = schema.statements.c
    found: dict[str, tuple[int, int]] = {}
    for some in in_batches(ids):
        query = select(statement.id, statement.lineages, statement.reports).where(statement.id.in_(some))
        found.update((row[0], (-row[1], -row[2])) for row in connection.execute(query))
    return found
