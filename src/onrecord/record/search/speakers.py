"""Speakers named as somebody typed, or nearly so, and other questions that may have been meant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from onrecord.model.found import HitList, Likeness, Sought, SpeakerHit, Suggestion
from onrecord.model.listing import Order
from onrecord.model.span import Span
from onrecord.record.rows import schema
from onrecord.record.rows.fetch import in_batches
from onrecord.record.search.candidates import is_held
from onrecord.record.search.filters import of_statement
from onrecord.text.marks import find_tokens
from onrecord.text.name_search import split_name
from onrecord.text.normalise import fold_word
from onrecord.text.rarity import rarity

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Connection

    from onrecord.record.outline.asked import Question as Filters
    from onrecord.record.search.names import Bearer, Names
    from onrecord.record.search.question import Question
    from onrecord.text.name_search import NameMatch

_LONGEST_NAME: Final = 8
"""Words beyond which a question is not taken for one name as a whole."""
_UNUSUAL_AT_ONCE: Final = 3
"""Words of one question that are compared with names letter by letter."""
_SUGGESTED: Final = 3
_LIKENESSES: Final = tuple(Likeness)


@dataclass(frozen=True, slots=True)
class _Typed:
    """A word as it was typed, and whether it may go on."""

    text: str
    begins: bool


def find_speaker_hits(
    connection: Connection, question: Question, filters: Filters, names: Names
) -> HitList[SpeakerHit]:
    """Return the speakers whom all words name, or else those whom some of them name, and of whom a statement fits the filters."""
    asked = filters.asked
    hits = _within(connection, filters, _find_named(connection, question, names))
    if asked.order is not Order.RELEVANCE:
        hits.sort(key=lambda hit: (_LIKENESSES.index(hit.likeness), -hit.statements))
    page = tuple(hits[asked.first : asked.first + asked.most])
    return HitList(rows=page, total=len(hits), first=asked.first)


def _find_named(connection: Connection, question: Question, names: Names) -> list[SpeakerHit]:
    typed = _find_typed(question)
    if not typed:
        return []
    unusual = _find_unusual(connection, typed)
    if len(typed) <= _LONGEST_NAME and (whole := _match(names, typed, unusual)):
        return _best_of_each(whole)
    if len(typed) == 1:
        return []
    telling = [one for one in typed if rarity(fold_word(one.text)) > 0]
    return _best_of_each([hit for one in telling for hit in _match(names, [one], unusual)])


def _find_typed(question: Question) -> list[_Typed]:
    """Return the words of the question as those of names are told apart."""
    typed: list[_Typed] = []
    for sought in question.sought:
        words = [sought.text[start:end] for start, end in split_name(sought.text)]
        typed += [_Typed(word, sought.begins and word == words[-1]) for word in words]
    return typed


def _find_unusual(connection: Connection, typed: Sequence[_Typed]) -> frozenset[_Typed]:
    """Return the first few words that no texts are full of, and none of the record holds: they may be names spelled otherwise."""
    unusual: list[_Typed] = []
    for one in typed:
        words = find_tokens(one.text)
        if len(unusual) == _UNUSUAL_AT_ONCE or not words or rarity(fold_word(one.text)) < 1:
            continue
        if not is_held(connection, Sought(text=one.text, words=words)):
            unusual.append(one)
    return frozenset(unusual)


def _match(names: Names, typed: Sequence[_Typed], unusual: frozenset[_Typed]) -> list[SpeakerHit]:
    asked = " ".join(one.text for one in typed)
    near = [place for place, one in enumerate(typed) if one in unusual]
    found = names.index.find([one.text for one in typed], begins=typed[-1].begins, near=near)
    return [_hit(names.bearers[match.place], match, asked) for match in found]


def _hit(bearer: Bearer, match: NameMatch, asked: str) -> SpeakerHit:
    return SpeakerHit(
        id=bearer.id,
        called=bearer.called,
        kind=bearer.kind,
        name=bearer.name,
        marks=tuple(Span(start, end) for start, end in match.ranges),
        likeness=match.likeness,
        asked=asked,
        statements=bearer.statements,
        score=match.score,
    )


def _best_of_each(hits: Iterable[SpeakerHit]) -> list[SpeakerHit]:
    """Return each speaker once, by the name that fits best: a name of the record's own before an alias that fits as well."""
    ordered = sorted(
        hits,
        key=lambda hit: (
            _LIKENESSES.index(hit.likeness),
            -hit.score,
            -hit.statements,
            hit.id,
            hit.name != hit.called,
            hit.name,
        ),
    )
    best: dict[str, SpeakerHit] = {}
    for hit in ordered:
        best.setdefault(hit.id, hit)
    return list(best.values())


def _within(connection: Connection, filters: Filters, hits: list[SpeakerHit]) -> list[SpeakerHit]:
    """Return those of whom a statement fits the filters."""
    conditions = of_statement(filters)
    if not conditions:
        return hits
    speaker, statement = schema.statement_speakers.c, schema.statements.c
    fitting: set[str] = set()
    for some in in_batches([hit.id for hit in hits]):
        said = (
            select(speaker.entity_id)
            .join(schema.statements, statement.id == speaker.statement_id)
            .where(speaker.entity_id.in_(some), *conditions)
        )
        fitting.update(connection.scalars(said.distinct()))
    return [hit for hit in hits if hit.id in fitting]


def suggest(text: str, hits: Iterable[SpeakerHit]) -> tuple[Suggestion, ...]:
    """Return the questions that spell a name of `text` as the record does, the likeliest first."""
    suggested: dict[str, Suggestion] = {}
    for hit in hits:
        if hit.likeness not in {Likeness.SPELLED, Likeness.NEAR} or hit.asked not in text:
            continue
        first, last = hit.marks[0], hit.marks[-1]
        put = hit.name[first.start : last.end] if " " in hit.asked else first.of(hit.name)
        other = text.replace(hit.asked, put, 1)
        suggested.setdefault(other, Suggestion(text=other, instead_of=hit.asked, put=put, speaker_id=hit.id))
    return tuple(suggested.values())[:_SUGGESTED]
