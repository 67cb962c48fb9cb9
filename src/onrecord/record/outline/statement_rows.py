"""Rows of statements: what a list shows of each."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy import Integer, case, cast, func, select

from onrecord.lexicon.crediting import AFTER, BEFORE, words_of_cue
from onrecord.model.attribution import Manner
from onrecord.model.listing import Named, StatementRow
from onrecord.model.moment import Evidence
from onrecord.model.span import Span, cover
from onrecord.record.outline.names import named_in_order, named_of
from onrecord.record.outline.outline import LEVELS, MANNERS, NONE
from onrecord.record.rows import schema
from onrecord.record.rows.fetch import Cited, among, find_moments, rows_among

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Connection

    from onrecord.record.outline.outline import Outline

_VARIANT, _HELD, _ATTRIBUTION = schema.variants.c, schema.variant_attributions.c, schema.attributions.c
_REPORT, _CITED, _STATEMENT = schema.reports.c, schema.citations.c, schema.statements.c
_BASES = select(_VARIANT.statement_id, _VARIANT.text).where(
    among(_VARIANT.statement_id), _VARIANT.number == 0
)
_OF_IT = schema.variants.alias().c
_ROWS = (
    select(
        _STATEMENT.id,
        _STATEMENT.event_id,
        _STATEMENT.reports,
        _STATEMENT.lineages,
        _VARIANT.text,
        schema.events.c.what,
        select(func.count()).where(_OF_IT.statement_id == _STATEMENT.id).scalar_subquery().label("variants"),
    )
    .select_from(
        schema.statements.join(
            schema.variants, (_VARIANT.statement_id == _STATEMENT.id) & (_VARIANT.number == 0)
        ).outerjoin(schema.events, schema.events.c.id == _STATEMENT.event_id)
    )
    .where(among(_STATEMENT.id))
)
_CARRIERS = (
    select(
        _HELD.statement_id,
        _HELD.number,
        _ATTRIBUTION.place,
        _ATTRIBUTION.manner,
        _ATTRIBUTION.level,
        _REPORT.outlet_id,
        _REPORT.outlet_name,
    )
    .select_from(
        schema.variant_attributions.join(schema.attributions, _ATTRIBUTION.id == _HELD.attribution_id).join(
            schema.reports, _REPORT.id == _ATTRIBUTION.report_id
        )
    )
    .where(among(_HELD.statement_id))
    .order_by(_ATTRIBUTION.report_id, _ATTRIBUTION.place)
)
_EACH_MEMBER = select(
    _ATTRIBUTION.place, _ATTRIBUTION.id, _ATTRIBUTION.report_id, _REPORT.language, _ATTRIBUTION.manner
).join_from(schema.attributions, schema.reports, _REPORT.id == _ATTRIBUTION.report_id)
_MEMBERS = _EACH_MEMBER.where(among(_ATTRIBUTION.place))
_MEMBERS_BY_ID = _EACH_MEMBER.where(among(_ATTRIBUTION.id))
_WORDS = (
    select(_CITED.owner_id, _CITED.part, _CITED.start, _CITED.stop, _CITED.exact)
    .where(_CITED.owner_kind == "attribution", among(_CITED.owner_id))
    .where(_CITED.part.in_(("content", "quoted", "cue")))
    .order_by(_CITED.place)
)
_FIRST = case((_CITED.start > BEFORE, _CITED.start - BEFORE), else_=0)
_AROUND = (
    select(
        _CITED.owner_id,
        _CITED.start,
        _CITED.stop,
        func.substr(
            _REPORT.text,
            cast(_FIRST + 1, Integer),
            cast(_CITED.stop + AFTER - _FIRST, Integer),
        ),
    )
    .join_from(schema.citations, schema.reports, _REPORT.id == _CITED.report_id)
    .join(schema.attributions, _ATTRIBUTION.id == _CITED.owner_id)
    .where(_CITED.owner_kind == "attribution", _CITED.part == "cue", among(_CITED.owner_id))
    .where(_ATTRIBUTION.manner != Manner.DIRECT.value)
    .order_by(_CITED.place)
)
"""The cues of what is no direct speech with the characters around them: their verb group may reach farther than they do."""


@dataclass(slots=True)
class _Carried:
    """Who carries a statement; `bases` are the places, in their table, of the attributions that have its base wording, in order."""

    manners: set[str] = field(default_factory=set[str])
    levels: set[str] = field(default_factory=set[str])
    outlets: dict[str, str] = field(default_factory=dict[str, str])
    bases: list[int] = field(default_factory=list[int])


@dataclass(slots=True)
class _Member:
    """An attribution with its exact words."""

    report_id: str
    language: str | None
    manner: Manner
    content: list[tuple[Span, str]] = field(default_factory=list[tuple[Span, str]])
    quoted: list[tuple[Span, str]] = field(default_factory=list[tuple[Span, str]])
    cue: list[tuple[Span, str]] = field(default_factory=list[tuple[Span, str]])
    around: list[tuple[Span, str]] = field(default_factory=list[tuple[Span, str]])

    def has(self, text: str) -> bool:
        """Tell whether its own characters make up `text`."""
        return " ".join(exact for _, exact in self.content) == text


def statement_rows(
    connection: Connection, ids: Sequence[str], outline: Outline | None = None
) -> tuple[StatementRow, ...]:
    """Return the rows of the statements of these ids, in the order of `ids`; with the outline at hand, sooner."""
    rows = {row.id: row for row in rows_among(connection, _ROWS, ids)}
    bases = {row.id: row.text for row in rows.values()}
    carried = _find_carried(connection, ids) if outline is None else _read_carried(outline, ids)
    stands = _find_standing(connection, carried, bases)
    said = find_moments(connection, "statement", "said", ids, Cited(connection, "statement", ids))
    speakers = named_of(connection, ids, schema.statement_speakers, schema.entities)
    return tuple(
        StatementRow(
            id=row.id,
            text=row.text,
            speakers=speakers[row.id],
            event=None if row.event_id is None else Named(id=row.event_id, name=row.what),
            said=said.get(row.id),
            reports=row.reports,
            lineages=row.lineages,
            variants=row.variants,
            manners=tuple(one for one in MANNERS if one in carried[row.id].manners),
            level=next(one for one in LEVELS if one in carried[row.id].levels),
            outlets=named_in_order(carried[row.id].outlets),
            **_told_of(stands[row.id]),
        )
        for row in (rows[one] for one in ids if one in rows)
    )


def find_bases(connection: Connection, ids: Sequence[str]) -> dict[str, tuple[Evidence, ...]]:
    """Return where each part of the base wordings of these statements stands; those not in the record are left out."""
    texts = {row[0]: row[1] for row in rows_among(connection, _BASES, ids)}
    stands = _find_standing(connection, _find_carried(connection, list(texts)), texts)
    return {
        wanted: tuple(Evidence(report_id=member.report_id, span=span) for span, _ in member.content)
        for wanted, member in stands.items()
    }


def _read_carried(outline: Outline, ids: Sequence[str]) -> dict[str, _Carried]:
    numbers_of = outline.numbers_of["statements"]
    return {one: _carried_in(outline, outline.rows_of_statement(numbers_of[one])) for one in ids}


def _carried_in(outline: Outline, rows: range) -> _Carried:
    reports, attributions = outline.row_reports, outline.row_attributions
    houses = {outline.report_outlets[reports[row]] for row in rows} - {NONE}
    bases = {
        (outline.report_ids[reports[row]], outline.attribution_places[attributions[row]])
        for row in rows
        if outline.row_bases[row]
    }
    return _Carried(
        manners={MANNERS[outline.row_manners[row]] for row in rows},
        levels={LEVELS[outline.row_levels[row]] for row in rows},
        outlets={outline.outlet_ids[house]: outline.outlet_names[house] for house in houses},
        bases=[place for _, place in sorted(bases)],
    )


def _find_carried(connection: Connection, ids: Sequence[str]) -> dict[str, _Carried]:
    found: dict[str, _Carried] = {one: _Carried() for one in ids}
    for row in rows_among(connection, _CARRIERS, ids):
        one = found[row.statement_id]
        one.manners.add(row.manner)
        one.levels.add(row.level)
        if row.outlet_id is not None:
            one.outlets.setdefault(row.outlet_id, row.outlet_name)
        if row.number == 0:
            one.bases.append(row.place)
    return found


def _find_standing(
    connection: Connection, carried: Mapping[str, _Carried], texts: Mapping[str, str]
) -> dict[str, _Member]:
    """Return, for each statement, the attribution that gave its base wording.

    Members of one wording may differ in case and marks: it is the first whose own characters make up the text. Mostly that is the
    first of all, and no other need be read.
    """
    found = _read_members(connection, [one.bases[0] for one in carried.values()])
    unlike = [one.bases for wanted, one in carried.items() if not found[one.bases[0]].has(texts[wanted])]
    found |= _read_members(connection, [place for bases in unlike for place in bases[1:]])
    return {
        wanted: next(
            (found[place] for place in one.bases if found[place].has(texts[wanted])), found[one.bases[0]]
        )
        for wanted, one in carried.items()
    }


def _read_members(connection: Connection, places: Sequence[int]) -> dict[int, _Member]:
    """Return the attributions at these places of their table."""
    found: dict[int, _Member] = {}
    by_id: dict[str, _Member] = {}
    for place, one, report_id, language, manner in rows_among(connection, _MEMBERS, places):
        by_id[one] = found[place] = _Member(report_id, language, Manner(manner))
    _read_words(connection, by_id)
    return found


def _read_words(connection: Connection, by_id: Mapping[str, _Member]) -> None:
    """Give these attributions, by their ids, their exact words."""
    for owner, part, start, stop, exact in rows_among(connection, _WORDS, list(by_id)):
        getattr(by_id[owner], part).append((Span(start, stop), exact))
    for owner, start, stop, around in rows_among(connection, _AROUND, list(by_id)):
        first = max(0, start - BEFORE)
        by_id[owner].around.append((Span(start - first, stop - first), around))


def credits_of(connection: Connection, ids: Sequence[str]) -> Mapping[str, Mapping[str, Any]]:
    """Return, by the ids of attributions, how their reports give the words: manner, cue, credit, and what of them is quoted."""
    found = {
        row[1]: _Member(row[2], row[3], Manner(row[4])) for row in rows_among(connection, _MEMBERS_BY_ID, ids)
    }
    _read_words(connection, found)
    return {one: {"manner": member.manner, **_credit_of(member)} for one, member in found.items()}


def _told_of(member: _Member) -> Mapping[str, Any]:
    """Return where the base wording stands, its language, and how its report gives it."""
    content = tuple(span for span, _ in member.content)
    place = Evidence(report_id=member.report_id, span=cover(content))
    return {"language": member.language, "place": place, "content": content, **_credit_of(member)}


def _credit_of(member: _Member) -> Mapping[str, Any]:
    content = [span for span, _ in member.content]
    return {
        "cue": next((exact for _, exact in member.cue), None),
        "credit": next((words_of_cue(around, cue) for cue, around in member.around), ""),
        "quoted": quoted_within(content, [span for span, _ in member.quoted]),
    }


def quoted_within(content: Sequence[Span], quoted: Sequence[Span]) -> tuple[Span, ...]:
    """Return the parts of a wording (its `content` joined by one space) that are `quoted`, as spans of the wording.

    >>> quoted_within([Span(10, 20), Span(30, 34)], [Span(12, 32)])
    (Span(start=2, end=10), Span(start=11, end=13))
    """
    found: list[Span] = []
    before = 0
    for own in content:
        for part in sorted(quoted):
            start, end = max(own.start, part.start), min(own.end, part.end)
            if start < end:
                found.append(Span(start - own.start + before, end - own.start + before))
        before += len(own) + 1
    return tuple(found)
