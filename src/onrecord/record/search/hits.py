"""Search a record: statements, reports and speakers, by whatever somebody typed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol, TypeVar

from onrecord.model.found import HitList, Hits, Part
from onrecord.record.outline.asked import question_of
from onrecord.record.search.candidates import count_holding
from onrecord.record.search.filters import filter_of, narrow_reports, narrow_variants
from onrecord.record.search.forms import suggest_forms
from onrecord.record.search.names import read_names
from onrecord.record.search.question import read_question
from onrecord.record.search.reports import find_report_hits
from onrecord.record.search.speakers import find_speaker_hits, suggest
from onrecord.record.search.statements import find_statement_hits

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable, Sequence

    from sqlalchemy import Connection

    from onrecord.model.found import Sought, Suggestion
    from onrecord.model.listing import Asked
    from onrecord.record.outline.outline import Outline

Answer = TypeVar("Answer")


class Once(Protocol):
    """Finds an answer, or remembers it."""

    def __call__(self, question: Hashable, find: Callable[[], Answer], /) -> Answer:
        """Return the answer to `question`, which `find` finds."""
        ...


EVERYWHERE = frozenset(Part)


def find_hits(
    connection: Connection,
    asked: Asked,
    *,
    once: Once,
    parts: Collection[Part] = EVERYWHERE,
    typing: bool = False,
    outline: Outline | None = None,
) -> Hits:
    """Find `asked.words`, of what fits the rest of what is asked, and mark them.

    All words must be there, in one wording, one report (title and text count as one) or one name. Words between quotation marks
    must follow one another. `asked.first` and `asked.most` page each part by itself. A question with no word in it finds nothing.

    Args:
        connection: to the record, at one moment.
        asked: any words; the filters and orders of lists.
        once: answers a question, that its first argument tells apart, by its second; it may remember the answer.
        parts: where to look; what is not looked through has no hits.
        typing: whether the last word may still go on, as while somebody types.
        outline: of the record, if it is at hand.

    Raises:
        RecordError: when there is no such event or story.
    """
    question = read_question(asked.words, typing=typing)
    filters = replace(
        once(("filters", filter_of(asked)), lambda: question_of(connection, asked)), asked=asked
    )
    found = Hits(
        sought=question.sought,
        statements=HitList(first=asked.first),
        reports=HitList(first=asked.first),
        speakers=HitList(first=asked.first),
        unread=question.unread,
    )
    if not question.sought:
        return found
    if Part.STATEMENTS in parts:
        left = once(("variants", filter_of(asked)), lambda: narrow_variants(connection, filters))
        found = replace(found, statements=find_statement_hits(connection, question, asked, left, outline))
    if Part.REPORTS in parts:
        left = once(("reports", filter_of(asked)), lambda: narrow_reports(connection, filters))
        found = replace(found, reports=find_report_hits(connection, question, asked, left))
    if Part.SPEAKERS in parts:
        names = once(("names",), lambda: read_names(connection))
        found = replace(found, speakers=find_speaker_hits(connection, question, filters, names))
    if found.statements.total or found.reports.total:
        return found
    sought = tuple(replace(one, held_by=count_holding(connection, one)) for one in found.sought)
    return replace(found, sought=sought, suggestions=_helpful(connection, asked.words, found, sought))


def _helpful(
    connection: Connection, text: str, found: Hits, sought: Sequence[Sought]
) -> tuple[Suggestion, ...]:
    """Return other questions that may find something: none of those that keep a word which nothing holds."""
    nowhere = [one.text for one in sought if not one.held_by]
    suggested = (*suggest(text, found.speakers.rows), *suggest_forms(connection, text, sought))
    return tuple(one for one in suggested if all(word in one.instead_of for word in nowhere))
