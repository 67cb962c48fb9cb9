"""Statements like another: by the telling words they share and who said them, and by what they mean where a model is handed in.

Words are weighed by how few wordings of the record hold them (inverse document frequency; Sparck Jones, "A statistical
interpretation of term specificity", Journal of Documentation 28(1), 1972). Words that texts of any kind are full of are not looked
for, nor those in more than `COMMON` wordings.
"""

from __future__ import annotations

import math
from array import array
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import func, select

from onrecord.model.found import Alike, Sought
from onrecord.model.span import Span
from onrecord.record.outline.fitting import flag_statements
from onrecord.record.outline.statement_rows import statement_rows
from onrecord.record.rows import schema
from onrecord.record.rows.fetch import among, in_batches, rows_among
from onrecord.record.rows.prepared import ask_bare
from onrecord.record.search.candidates import asking_for
from onrecord.record.search.filters import of_statement
from onrecord.record.search.places import find_standings
from onrecord.text.marks import find_tokens, find_words
from onrecord.text.rarity import rarity
from onrecord.text.stem import stem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from sqlalchemy import Connection

    from onrecord.model.listing import StatementRow
    from onrecord.model.meaning import Meanings
    from onrecord.record.outline.asked import Question as Filters
    from onrecord.record.outline.outline import Outline
    from onrecord.record.search.hits import Once

COMMON: Final = 1500
"""Wordings beyond which a word that they hold tells nothing of one."""
_TERMS, _LOOKED_AT = 8, 2000
"""Words that are looked for, the rarest first, and wordings in sum that they may lead to."""
_COMPARED, _MEANT = 60, 6
"""Statements that are compared by all their words, and those of them that are also compared by meaning."""
_SAME_SPEAKER: Final = 0.1
_MEANING: Final = 0.5
_LEAST: Final = 0.12
"""The least share of a statement's telling words, by their weight, that another must have."""
_LEAST_WORDS: Final = 2
_LONG_STEM: Final = 5


_VARIANT, _SPEAKER, _MEMBER = schema.variants.c, schema.statement_speakers.c, schema.story_events.c
_BASES = select(_VARIANT.statement_id, _VARIANT.text).where(
    among(_VARIANT.statement_id), _VARIANT.number == 0
)
_STORIES = select(_MEMBER.event_id, _MEMBER.story_id).where(among(_MEMBER.event_id))
_SPEAKERS = select(_SPEAKER.statement_id, _SPEAKER.entity_id).where(among(_SPEAKER.statement_id))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Own:
    """The statement that others are compared with."""

    id: str
    text: str
    speakers: frozenset[str]
    event_id: str | None


@dataclass(frozen=True, slots=True)
class _Near:
    """A statement with the words it shares, and the share of the weight that they make."""

    id: str
    words: tuple[str, ...]
    share: float


def find_alike(
    connection: Connection,
    statement_id: str,
    filters: Filters,
    *,
    meanings: Meanings | None,
    once: Once,
    outline: Outline | None = None,
) -> tuple[Alike, ...]:
    """Return statements like this one, the nearest first, without itself.

    Args:
        connection: to the record, at one moment.
        statement_id: today's id.
        filters: what the others shall fit; `words` are not looked at, `first` and `most` choose a part of the answer.
        meanings: what tells how near texts are in meaning; None to go by words alone.
        once: answers a question by its second argument, or remembers the answer.
        outline: of the record, if it is at hand.
    """
    own = _read_own(connection, statement_id)
    terms = _find_terms(connection, own.text, once, outline)
    if not terms:
        return ()
    near = _compare(connection, own, terms, lambda ids: _fitting(connection, ids, filters, outline))
    texts = _find_bases(connection, [one.id for one in near])
    speakers = _find_speakers(connection, [one.id for one in near])
    shared = {one.id: one.share + _SAME_SPEAKER * bool(own.speakers & speakers[one.id]) for one in near}
    near.sort(key=lambda one: (-shared[one.id], one.id))
    meant = _relate(own.text, [(one.id, texts[one.id]) for one in near[:_MEANT]], meanings)
    scores = {one.id: shared[one.id] + _MEANING * meant.get(one.id, 0) / 100 for one in near}
    near.sort(key=lambda one: (-scores[one.id], one.id))
    page = near[filters.asked.first : filters.asked.first + filters.asked.most]
    rows = statement_rows(connection, [one.id for one in page], outline)
    return _tell(connection, own, page, {row.id: row for row in rows}, meant, scores)


def _read_own(connection: Connection, statement_id: str) -> _Own:
    event = select(schema.statements.c.event_id).where(schema.statements.c.id == statement_id)
    return _Own(
        id=statement_id,
        text=_find_bases(connection, [statement_id])[statement_id],
        speakers=frozenset(_find_speakers(connection, [statement_id])[statement_id]),
        event_id=connection.scalar(event),
    )


@dataclass(frozen=True, slots=True)
class _Term:
    """A telling word, its weight, and the statements one of whose wordings holds a form of it."""

    word: str
    weight: float
    holders: tuple[str, ...]


def _find_terms(connection: Connection, text: str, once: Once, outline: Outline | None) -> list[_Term]:
    """Return the telling words of `text`, the rarest in the record first."""
    words = [word for word in dict.fromkeys(find_tokens(text)) if rarity(word) > 0 and len(word) > 1]
    words = sorted(words, key=lambda word: -rarity(word))[: _TERMS + _TERMS // 2]
    wordings = once(
        ("wordings",), lambda: connection.scalar(select(func.count()).select_from(schema.variants))
    )
    terms: dict[str, _Term] = {}
    for word in words:
        holders = _find_holding(connection, word, once, outline)
        if holders is not None:
            weight = math.log(1 + (wordings or 0) / max(1, len(holders)))
            terms.setdefault(stem(word), _Term(word, weight, holders))
    return sorted(terms.values(), key=lambda term: (-term.weight, term.word))[:_TERMS]


def _forms_of(word: str) -> Sought:
    """Return what finds `word` in its other forms too, where its stem is long enough not to begin much else."""
    start = stem(word)
    if len(start) < _LONG_STEM:
        return Sought(text=word, words=(word,))
    return Sought(text=word, words=(start,), begins=True)


def _find_holding(
    connection: Connection, word: str, once: Once, outline: Outline | None
) -> tuple[str, ...] | None:
    """Return the statements one of whose wordings holds a form of `word`; None where too many wordings do."""
    sought = _forms_of(word)

    def read() -> Sequence[str] | array[int] | None:
        found, given = asking_for(connection, "variant_words", [sought])
        rows = ask_bare(connection, _holders_query(found), given)
        if len(rows) > COMMON:
            return None
        owners = dict.fromkeys(row[0] for row in rows)
        if outline is None:
            return tuple(owners)
        # Numbers are a thirtieth of the ids: of hundreds of words what is remembered stays small.
        numbers_of = outline.numbers_of["statements"]
        return array("i", [numbers_of[one] for one in owners])

    held = once(("holding", sought.words, sought.begins, outline is None), read)
    if held is None:
        return None
    return tuple(map(str, held) if outline is None else [outline.statement_ids[int(one)] for one in held])


@lru_cache(maxsize=8)
def _holders_query(found: Any) -> Any:
    holders = select(_VARIANT.statement_id).join(found, found.c.place == _VARIANT.place)
    return holders.order_by(found.c.place).limit(COMMON + 1)


def _compare(
    connection: Connection,
    own: _Own,
    terms: Sequence[_Term],
    fitting_of: Callable[[Sequence[str]], list[str]],
) -> list[_Near]:
    """Return the statements whose base shares most with `own`, and enough, of those that fit."""
    holding: Counter[str] = Counter()
    looked_at = 0
    for term in terms:
        looked_at += len(term.holders)
        if looked_at > _LOOKED_AT and holding:
            break
        for one in term.holders:
            holding[one] += round(1000 * term.weight)
    del holding[own.id]
    ordered = sorted(holding, key=lambda one: (-holding[one], one))
    fitting = fitting_of(ordered)[:_COMPARED]
    whole = sum(term.weight for term in terms)
    stems = [(term, stem(term.word)) for term in terms]
    near: list[_Near] = []
    for one, text in _find_bases(connection, fitting).items():
        others = _stems_of(text)
        shared = [term for term, own_stem in stems if own_stem in others]
        share = sum(term.weight for term in shared) / whole
        if share >= _LEAST and len(shared) >= min(_LEAST_WORDS, len(terms)):
            near.append(_Near(one, tuple(term.word for term in shared), share))
    return near


@lru_cache(maxsize=1024)
def _stems_of(text: str) -> frozenset[str]:
    """Return the stems of the words of a wording, which others are compared with too."""
    return frozenset(stem(word) for word in find_tokens(text))


def _fitting(
    connection: Connection, ids: Sequence[str], filters: Filters, outline: Outline | None
) -> list[str]:
    """Return those of `ids` that fit the filters, in their order."""
    conditions = of_statement(filters)
    if not conditions:
        return list(ids)
    if outline is not None:
        flags, numbers_of = flag_statements(outline, filters), outline.numbers_of["statements"]
        return [one for one in ids if flags is None or flags[numbers_of[one]]]
    statement = schema.statements.c
    fitting: set[str] = set()
    for some in in_batches(ids):
        fitting.update(
            connection.scalars(select(statement.id).where(statement.id.in_(some), *conditions)).all()
        )
    return [one for one in ids if one in fitting]


def _find_bases(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    return dict(sorted((row[0], row[1]) for row in rows_among(connection, _BASES, sorted(ids))))


def _find_speakers(connection: Connection, ids: Sequence[str]) -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = {one: set() for one in ids}
    for statement_id, entity_id in rows_among(connection, _SPEAKERS, ids):
        found[statement_id].add(entity_id)
    return found


def _relate(text: str, others: Sequence[tuple[str, str]], meanings: Meanings | None) -> Mapping[str, int]:
    """Return how near each of the others is in meaning, in hundredths; nothing where no model is handed in."""
    if meanings is None or not others:
        return {}
    wordings = [(text,), *((other,) for _, other in others)]
    answers = meanings.relate(wordings, [(0, place) for place in range(1, len(wordings))])
    return {one: answer for (one, _), answer in zip(others, answers, strict=True)}


def _tell(
    connection: Connection,
    own: _Own,
    page: Sequence[_Near],
    rows: Mapping[str, StatementRow],
    meant: Mapping[str, int],
    scores: Mapping[str, float],
) -> tuple[Alike, ...]:
    standings = find_standings(
        connection,
        {(row.id, 0): row.text for row in rows.values()},
        {(row.id, 0): row.place for row in rows.values()},
    )
    stories = _find_stories(connection, [own.event_id, *(row.event.id for row in rows.values() if row.event)])
    own_story = stories.get(own.event_id or "")
    told: list[Alike] = []
    for one in page:
        row, standing = rows[one.id], standings[one.id, 0]
        event_id = row.event.id if row.event else None
        story = stories.get(event_id or "")
        told.append(
            Alike(
                row=row,
                words=one.words,
                marks=_marks(row.text, one.words),
                outlet=standing.outlet,
                title=standing.title,
                same_speaker=any(speaker.id in own.speakers for speaker in row.speakers),
                same_event=event_id is not None and event_id == own.event_id,
                same_story=None if None in {own_story, story} else own_story == story,
                meaning=meant.get(one.id),
                score=round(scores[one.id], 3),
            )
        )
    return tuple(told)


def _marks(text: str, words: Sequence[str]) -> tuple[Span, ...]:
    """Return where words with the stems of `words` stand in `text`."""
    stems = {stem(word) for word in words}
    return tuple(Span(start, end) for start, end in find_words(text, lambda word: stem(word) in stems))


def _find_stories(connection: Connection, event_ids: Iterable[str | None]) -> Mapping[str, str]:
    events = sorted({one for one in event_ids if one is not None})
    return dict(rows_among(connection, _STORIES, events))
