# mypy: disable-error-code="explicit-override"
"""A record that is open elsewhere, asked over HTTP: the same questions, the same values.

``onrecord.open_record("http://127.0.0.1:8000")`` gives one. The address is the user's own wish, so any is fine; nothing but it is
visited, and redirections are not followed. What needs the whole record at once (`contents`) is asked of a file.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import quote

from onrecord.errors import RecordError, UnknownIdError
from onrecord.model.contents import Contents
from onrecord.model.found import Alike, Hits
from onrecord.model.listing import (
    MOST,
    USUAL,
    Asked,
    Doubt,
    EventRow,
    Listed,
    Matrix,
    OutletRow,
    ReportRow,
    SpeakerRow,
    StatedCredit,
    StatementRow,
    StoryRow,
)
from onrecord.model.problem import Problem
from onrecord.model.statement import Divergence, Lineage
from onrecord.record.remote.values import RemoteValues, parameters_of
from onrecord.record.room.room import TALLEST, WIDEST
from onrecord.record.search.hits import EVERYWHERE
from onrecord.record.search.words import Found

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from onrecord.model.found import Part
    from onrecord.model.meaning import Meanings
    from onrecord.model.report import Report
    from onrecord.record.room.beside import Beside

Value = TypeVar("Value")
Row = TypeVar("Row")


class RemoteRecord(RemoteValues):
    """A record behind an address. Each answer is of one moment; within `at_one_moment` all are, or an error says otherwise."""

    def list_statements(self, asked: Asked) -> Listed[StatementRow]:
        """List the statements that fit."""
        return self.ask_list(StatementRow, "/statements", asked)

    def list_speakers(self, asked: Asked) -> Listed[SpeakerRow]:
        """List the speakers of the statements that fit."""
        return self.ask_list(SpeakerRow, "/speakers", asked)

    def list_events(self, asked: Asked) -> Listed[EventRow]:
        """List the events that fit."""
        return self.ask_list(EventRow, "/events", asked)

    def list_stories(self, asked: Asked) -> Listed[StoryRow]:
        """List the stories with an event that fits."""
        return self.ask_list(StoryRow, "/stories", asked)

    def list_reports(self, asked: Asked) -> Listed[ReportRow]:
        """List the reports that fit."""
        return self.ask_list(ReportRow, "/reports", asked)

    def list_outlets(self, asked: Asked) -> Listed[OutletRow]:
        """List the outlets of the reports that fit."""
        return self.ask_list(OutletRow, "/outlets", asked)

    def list_problems(self, asked: Asked) -> Listed[Problem]:
        """List all problems, or those of reports that fit."""
        return self.ask_list(Problem, "/problems", asked)

    def list_divergences(self, asked: Asked) -> Listed[Divergence]:
        """List where reports give different plain facts."""
        return self.ask_list(Divergence, "/divergences", asked)

    def list_lineages(self, asked: Asked) -> Listed[Lineage]:
        """List who copied whom."""
        return self.ask_list(Lineage, "/lineages", asked)

    def list_doubts(self, *, first: int = 0, most: int = USUAL) -> Listed[Doubt]:
        """List the readings that no person has looked at, the likely wrong first."""
        return self.ask_list(Doubt, "/doubts", Asked(first=first, most=most))

    def list_stated_credits(self, *, first: int = 0, most: int = USUAL) -> Listed[StatedCredit]:
        """List the origins that reports state, and of which no text was found."""
        return self.ask_list(StatedCredit, "/stated-credits", Asked(first=first, most=most))

    def beside(self, statement_id: str) -> Beside:
        """Return the ids of the statements before and after this one at its event.

        Raises:
            RecordError: when there is no such statement.
        """
        found: _Beside = self.ask(_Beside, f"/statements/{quote(statement_id, safe='')}/beside")
        return found.before, found.after

    def titles(self, report_ids: Sequence[str]) -> Mapping[str, tuple[str | None, str | None]]:
        """Return outlet and title of these reports by their ids; those that the record does not have are left out."""
        found: dict[str, tuple[str | None, str | None]] = {}
        for report_id in report_ids:
            try:
                report: Report = self.value("r", report_id)
            except UnknownIdError:
                continue
            found[report.id] = (report.outlet.name if report.outlet else None, report.title)
        return found

    def matrix(
        self, event_ids: Sequence[str] | None = None, *, most: int = WIDEST, most_speakers: int = TALLEST
    ) -> Matrix:
        """Return the table of speakers by events.

        Raises:
            RecordError: when there is no such event.
        """
        several = [("event", one) for one in event_ids or ()]
        found: Matrix = self.ask(
            Matrix, "/matrix", *several, ("most", most), ("most_speakers", most_speakers)
        )
        return found

    def slice(
        self,
        *,
        statement_ids: Sequence[str] = (),
        report_ids: Sequence[str] = (),
        speaker_ids: Sequence[str] = (),
        event_ids: Sequence[str] = (),
        lineage_ids: Sequence[str] = (),
    ) -> Contents:
        """Return a part of the record as contents that hold together.

        Raises:
            RecordError: when one of the ids is not in this record, and never was, or there are too many.
        """
        chosen = {
            "statement": statement_ids,
            "report": report_ids,
            "speaker": speaker_ids,
            "event": event_ids,
            "lineage": lineage_ids,
        }
        asked = [(name, one) for name, ids in chosen.items() for one in ids]
        found: Contents = self.ask(Contents, "/slice", *asked)
        return found

    def find(
        self,
        asked: Asked,
        *,
        parts: Collection[Part] = EVERYWHERE,
        typing: bool = False,
        loose: bool = False,
    ) -> Hits:
        """Find `asked.words` in statements, reports and names of speakers, and mark them.

        Raises:
            RecordError: when there is no such event or story, or what has some of the words only is asked for (`loose`): that is
                found where the record is.
        """
        if loose:
            raise RecordError(
                f"{self._asking.shown}: what has some of the words only is not found over the network"
            )
        several = [("part", str(one.value)) for one in parts]
        # Where nothing is said, fewer are told over the network than `asked` means.
        rest = (*parameters_of(asked, leave_out={"most"}), ("most", asked.most), ("typing", typing))
        found: Hits = self.ask(Hits, "/search", *several, *rest)
        return found

    def find_like(
        self, statement_id: str, *, asked: Asked | None = None, meanings: Meanings | None = None
    ) -> tuple[Alike, ...]:
        """Find statements like this one, by the telling words they share.

        Raises:
            RecordError: when there is no such statement, event or story, or `meanings` are given: those are asked where the record is.
        """
        if meanings is not None:
            raise RecordError(f"{self._asking.shown}: meanings are not compared over the network")
        filters: list[tuple[str, object]] = []
        if asked is not None:
            filters = parameters_of(asked, leave_out={"words", "order", "most"})
            filters.append(("most", asked.most))
        path = f"/statements/{quote(statement_id, safe='')}/like"
        found: Listed[Alike] = self.ask(Listed[Alike], path, *filters)
        return found.rows

    def search(self, words: str) -> Found:
        """Return the statements and reports that hold all of `words`, best first."""
        statements, reports = list[str](), list[str]()
        with self.at_one_moment():
            while True:
                paging = (("first", max(len(statements), len(reports))), ("most", MOST))
                page: _FoundIds = self.ask(_FoundIds, "/found", ("words", words), *paging)
                statements += page.statement_ids
                reports += page.report_ids
                if max(len(statements), len(reports)) >= page.total:
                    return Found(statement_ids=tuple(statements), report_ids=tuple(reports))


@dataclass(frozen=True, slots=True, kw_only=True)
class _FoundIds:
    statement_ids: tuple[str, ...]
    report_ids: tuple[str, ...]
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Beside:
    before: str | None
    after: str | None
