"""Statements that have some of what is looked for, where none has all of it: in their words, or in the name of who said them.

Words that texts of any kind are full of are not looked for, unless there are no others.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from onrecord.model.found import COUNTED, HitList, Likeness
from onrecord.model.listing import MOST
from onrecord.record.outline.asked import question_of
from onrecord.record.rows import schema
from onrecord.record.rows.fetch import in_batches
from onrecord.record.search.candidates import Candidate, find_candidates, in_order
from onrecord.record.search.filters import filter_of, narrow_variants, of_statement
from onrecord.record.search.names import read_names
from onrecord.record.search.question import read_question
from onrecord.record.search.speakers import find_speaker_hits
from onrecord.record.search.statements import tell_hits
from onrecord.text.rarity import rarity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from onrecord.model.found import Sought, SpeakerHit, StatementHit
    from onrecord.model.listing import Asked
    from onrecord.record.outline.asked import Question as Filters
    from onrecord.record.outline.outline import Outline
    from onrecord.record.search.hits import Once

AT_ONCE: Final = 8
"""Words of one question that are looked for one by one."""
_INITIAL: Final = 2
_NAMED: Final = frozenset({Likeness.SAME, Likeness.SPELLED})


@dataclass(slots=True)
class _Held:
    """What a statement has of a question, and the wording that fits best."""

    place: int
    rank: float
    words: set[str] = field(default_factory=set[str])


def find_any(
    connection: Connection, asked: Asked, *, once: Once, outline: Outline | None = None
) -> HitList[StatementHit]:
    """Return the statements that have any telling word of `asked.words`, those with most of them first.

    A word is had by a statement one of whose wordings holds it, or whose speaker is named so.

    Args:
        connection: to the record, at one moment.
        asked: any words; the filters and orders of lists.
        once: answers a question by its second argument, or remembers the answer.
        outline: of the record, if it is at hand.

    Raises:
        RecordError: when there is no such event or story.
    """
    question = read_question(asked.words)
    telling = _find_telling(question.sought)
    if not telling:
        return HitList(first=asked.first)
    filters = replace(
        once(("filters", filter_of(asked)), lambda: question_of(connection, asked)), asked=asked
    )
    left = once(("variants", filter_of(asked)), lambda: narrow_variants(connection, filters))
    names = once(("names",), lambda: read_names(connection))
    held: dict[str, _Held] = {}
    more = False
    for one in telling:
        found = find_candidates(connection, "variant_words", [one], left)
        more = more or found.more
        for candidate in found.best:
            _take(held, candidate, [one.text])
    everyone = replace(filters, asked=replace(asked, first=0, most=MOST))
    for hit in find_speaker_hits(connection, question, everyone, names).rows:
        if _is_named(hit):
            words = [one.text for one in telling if one.text in hit.asked]
            for candidate in _find_said_by(connection, hit, filters):
                _take(held, candidate, words)
    best = [
        Candidate(owner, one.place, one.rank)
        for owner, one in sorted(held.items(), key=lambda item: (-len(item[1].words), item[1].rank, item[0]))
    ]
    ordered = in_order(connection, best, asked.order, kind="statement", part="said")
    page = ordered[asked.first : asked.first + asked.most]
    return HitList(
        rows=tell_hits(connection, question, page, outline), total=len(ordered), more=more, first=asked.first
    )


def _is_named(hit: SpeakerHit) -> bool:
    """Tell whether a name is the one that was typed: no other that looks like it, and no mere initial."""
    return hit.likeness in _NAMED and any(mark.end - mark.start > _INITIAL for mark in hit.marks)


def _find_telling(sought: Sequence[Sought]) -> list[Sought]:
    telling = [one for one in sought if any(rarity(word) > 0 for word in one.words)]
    return (telling or list(sought))[:AT_ONCE]


def _take(held: dict[str, _Held], candidate: Candidate, words: Sequence[str]) -> None:
    one = held.setdefault(candidate.owner, _Held(candidate.place, candidate.rank))
    if candidate.rank < one.rank:
        one.place, one.rank = candidate.place, candidate.rank
    one.words.update(words)


def _find_said_by(connection: Connection, hit: SpeakerHit, filters: Filters) -> list[Candidate]:
    """Return what a speaker said that fits the filters, each by its base wording."""
    speaker, statement, variant = schema.statement_speakers.c, schema.statements.c, schema.variants.c
    said = (
        select(speaker.statement_id)
        .join(schema.statements, statement.id == speaker.statement_id)
        .where(speaker.entity_id == hit.id, *of_statement(filters))
        .order_by(statement.place)
        .limit(COUNTED)
    )
    found: list[Candidate] = []
    for some in in_batches(list(connection.scalars(said))):
        bases = select(variant.statement_id, variant.place).where(
            variant.statement_id.in_(some), variant.number == 0
        )
        found += [Candidate(row[0], row[1], 0.0) for row in connection.execute(bases)]
    return found
