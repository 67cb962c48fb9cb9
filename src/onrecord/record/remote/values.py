# mypy: disable-error-code="explicit-override"
"""Whole values of a record that is open elsewhere: all of a kind, gathered page by page, and single ones by id."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import asdict, dataclass, fields, replace
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import quote, unquote, urlsplit

from onrecord.errors import RecordError, UnknownIdError
from onrecord.model.attribution import Attribution
from onrecord.model.correction import Correction
from onrecord.model.listing import (
    MOST,
    Asked,
    Listed,
    Order,
    ReportDay,
)
from onrecord.model.moment import Evidence
from onrecord.model.plain import of_plain, to_plain
from onrecord.model.problem import Problem
from onrecord.model.report import Report
from onrecord.model.span import Span
from onrecord.model.statement import Divergence, Entity, Event, Lineage, Statement, Story
from onrecord.record.query import Record
from onrecord.record.remote.asking import Asking
from onrecord.record.summary import Summary

if TYPE_CHECKING:
    from collections.abc import Collection, Generator, Mapping, Sequence
    from datetime import date

    from onrecord.model.contents import Contents, MadeWith
    from onrecord.model.moment import Moment
    from onrecord.record.rows.wanted import Wanted

Value = TypeVar("Value")
Row = TypeVar("Row")


class RemoteValues(Record):
    """A record behind an address. Each answer is of one moment; within `at_one_moment` all are, or an error says otherwise."""

    def __init__(self, address: str) -> None:
        self._asking = Asking(address)
        self._held: str | None = None
        self._depth = 0
        self._about()

    def close(self) -> None:
        """Let go of the connection."""
        self._asking.close()

    @contextmanager
    def at_one_moment(self) -> Generator[None]:
        """Return a context in which all answers are of one moment: a record that changes meanwhile ends it with a RecordError."""
        self._depth += 1
        try:
            yield
        finally:
            self._depth -= 1
            if not self._depth:
                self._held = None

    def ask(self, kind: Any, path: str, *asked: tuple[str, object]) -> Any:
        """Return the value of that kind that is told at `path`."""
        plain, tag = self._asking.ask(path, asked)
        if self._depth and self._held not in {None, tag}:
            raise RecordError(f"{self._asking.shown}: the record has changed meanwhile; ask again")
        self._held = tag
        try:
            return of_plain(kind, plain)
        except ValueError as error:
            raise RecordError(f"{self._asking.shown}: does not answer as a record does ({error})") from error

    def ask_list(self, row: type[Row], path: str, asked: Asked, *more: tuple[str, object]) -> Listed[Row]:
        """Return a page of rows of that kind."""
        found: Listed[Row] = self.ask(Listed[row], path, *parameters_of(asked), *more)  # type: ignore[valid-type]
        return found

    def ask_all(self, row: type[Row], path: str, asked: Asked, *more: tuple[str, object]) -> tuple[Row, ...]:
        """Return all rows, page by page, all of one moment."""
        rows: list[Row] = []
        with self.at_one_moment():
            while True:
                page = self.ask_list(row, path, replace(asked, first=len(rows), most=MOST), *more)
                rows += page.rows
                if len(rows) >= page.total or not page.rows:
                    return tuple(rows)

    def _about(self) -> _About:
        about: _About = self.ask(_About, "/about")
        return about

    def contents(self) -> Contents:
        """Refuse to send a whole record.

        Raises:
            RecordError: always; parts of it are told by `slice`.
        """
        raise RecordError(
            f"{self._asking.shown}: a whole record is not sent over the network; ask for parts, or copy its file"
        )

    def content_version(self) -> str:
        """Return what is another once the record holds something else."""
        return self._about().version

    def made_with(self) -> MadeWith:
        """Return what the record was made with."""
        return self._about().made_with

    def summary(self) -> Summary:
        """Return the record in numbers."""
        found: Summary = self.ask(Summary, "/summary")
        return found

    def resolve(self, wanted: str) -> str:
        """Return today's id of what has the id `wanted` or had it before the pile grew.

        Raises:
            RecordError: when there is none.
        """
        found: _Resolved = self.ask(_Resolved, f"/resolve/{quote(wanted, safe='')}")
        return found.id

    def value(self, letter: str, wanted: str) -> Any:
        """Return the whole value that has the id `wanted`, or had it.

        Raises:
            UnknownIdError: when it is of another kind, or nothing has it.
        """
        kind, path = _OF_ONE[letter]
        return self.ask(kind, f"/{path}/{quote(wanted, safe='')}")

    def values(self, kind: str, asked: Asked) -> Listed[Any]:
        """Return whole values in the record's own order, some at a time.

        Raises:
            RecordError: when there is no such event.
        """
        row, whole = _VALUES[kind]
        return self.ask_list(row, f"/{kind}", asked, *whole)

    def find_places(self, ids: Sequence[str]) -> Mapping[str, tuple[Evidence, ...]]:
        """Return, by id, where several things stand; those not there, and corrections, are left out."""
        found: dict[str, tuple[Evidence, ...]] = {}
        for one in dict.fromkeys(ids):
            path = _PLACED.get(one[:1])
            if path is None:
                continue
            try:
                placed: _Placed = self.ask(_Placed, f"/{path}/{quote(one, safe='')}")
            except UnknownIdError:
                continue
            found[one] = tuple(map(_place_at, placed.links.at))
        return found

    def statement(self, statement_id: str) -> Statement:
        """Return the statement that has this id, or had it before the pile grew.

        Raises:
            RecordError: when there is none.
        """
        found: Statement = self.value("s", statement_id)
        return found

    def _every(self, kind: str, **filters: Any) -> tuple[Any, ...]:
        row, whole = _VALUES[kind]
        return self.ask_all(row, f"/{kind}", Asked(**filters), *whole)

    def find_statements(self, wanted: Wanted) -> tuple[Statement, ...]:
        """Return the statements that are wanted.

        Raises:
            RecordError: when there is no such event.
        """
        return self._every("statements", **asdict(wanted))

    def find_attributions(self, wanted: Wanted) -> tuple[Attribution, ...]:
        """Return the attributions that are wanted.

        Raises:
            RecordError: when there is no such event.
        """
        return self._every("attributions", **asdict(wanted))

    def reports(
        self, *, outlet: str | None = None, since: date | None = None, until: date | None = None
    ) -> tuple[Report, ...]:
        """Return the reports that fit, by id."""
        return self._every("reports", outlet=outlet, since=since, until=until)

    def report_dates(self) -> Mapping[str, Moment]:
        """Return the day of publication of each report that has one, by report id."""
        return {one.report_id: one.day for one in self._every("report-days")}

    def events(self) -> tuple[Event, ...]:
        """Return all events."""
        return self._every("events")

    def stories(self) -> tuple[Story, ...]:
        """Return all stories."""
        return self._every("stories")

    def speakers(self) -> tuple[Entity, ...]:
        """Return the entities to which at least one attribution is credited."""
        return self._every("speakers")

    def lineages(self) -> tuple[Lineage, ...]:
        """Return who copied whom."""
        return self.ask_all(Lineage, "/lineages", Asked(order=Order.TIME))

    def divergences(self) -> tuple[Divergence, ...]:
        """Return where reports give different plain facts."""
        return self.ask_all(Divergence, "/divergences", Asked())

    def problems(self) -> tuple[Problem, ...]:
        """Return all problems: those of places that gave no report, of reports, and of the pile as a whole."""
        return self.ask_all(Problem, "/problems", Asked())

    def corrections(self) -> tuple[Correction, ...]:
        """Return what persons said of the record, oldest first."""
        return self.ask_all(Correction, "/corrections", Asked())


def parameters_of(asked: Asked, *, leave_out: Collection[str] = ()) -> list[tuple[str, object]]:
    """Return what differs from asking for nothing, as an address has it."""
    usual = Asked()
    return [
        (one.name, to_plain(getattr(asked, one.name)))
        for one in fields(asked)
        if one.name not in leave_out and getattr(asked, one.name) != getattr(usual, one.name)
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class _About:
    version: str
    made_with: MadeWith


@dataclass(frozen=True, slots=True, kw_only=True)
class _Resolved:
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Links:
    at: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Placed:
    links: _Links


def _place_at(link: str) -> Evidence:
    """Return the place that a permalink opens: ``/report/r77…?at=3-9#at``."""
    parts = urlsplit(link)
    start, _, end = parts.query.removeprefix("at=").partition("-")
    report_id = unquote(parts.path.rpartition("/")[2])
    return Evidence(report_id=report_id, span=Span(int(start), int(end)))


_WHOLE = (("whole", True),)
_VALUES: Mapping[str, tuple[Any, tuple[tuple[str, object], ...]]] = {
    "statements": (Statement, _WHOLE),
    "attributions": (Attribution, ()),
    "events": (Event, _WHOLE),
    "stories": (Story, _WHOLE),
    "speakers": (Entity, _WHOLE),
    "reports": (Report, _WHOLE),
    "report-days": (ReportDay, ()),
}
_OF_ONE: Mapping[str, tuple[Any, str]] = {
    "s": (Statement, "statements"),
    "a": (Attribution, "attributions"),
    "e": (Event, "events"),
    "t": (Story, "stories"),
    "p": (Entity, "speakers"),
    "r": (Report, "reports"),
    "l": (Lineage, "lineages"),
    "d": (Divergence, "divergences"),
}
_PLACED: Mapping[str, str] = {**{letter: _OF_ONE[letter][1] for letter in "aspetr"}, "o": "outlets"}
"""Under what the API tells things that `find_places` finds, by the letter that their ids begin with."""
