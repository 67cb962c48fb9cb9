"""Where in a report stands what has no characters of its own: the first words that each thing rests on."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from onrecord.model.moment import Evidence
from onrecord.model.report import Zone
from onrecord.model.span import Span
from onrecord.record.contents.corrections import restore_corrections
from onrecord.record.outline.statement_rows import find_bases
from onrecord.record.room.speakers import find_first_mentions
from onrecord.record.rows import schema
from onrecord.record.rows.fetch import Cited, among, find_cited_spans, rows_among

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from sqlalchemy import Connection

    from onrecord.model.correction import Anchor
    from onrecord.record.outline.outline import Outline

    Places = dict[str, tuple[Evidence, ...]]

_ATTRIBUTION, _BLOCK = schema.attributions.c, schema.blocks.c
_CREDITING = select(_ATTRIBUTION.id, _ATTRIBUTION.report_id).where(among(_ATTRIBUTION.id))
_BLOCKS = (
    select(_BLOCK.report_id, _BLOCK.start, _BLOCK.stop, _BLOCK.zone)
    .where(among(_BLOCK.report_id), _BLOCK.start < _BLOCK.stop)
    .order_by(_BLOCK.place)
)
_TEXTS = select(schema.reports.c.id, schema.reports.c.text).where(among(schema.reports.c.id))
_RANKS: Final = {Zone.HEADLINE.value: 0, Zone.BODY.value: 1}
"""At which block a report is opened: its headline, or else its first words; any other where it has neither."""


def find_places(connection: Connection, ids: Iterable[str], read: Callable[[], Outline]) -> Places:
    """Return, by id, where each of several things stands; what is not in the record is left out.

    An attribution stands at its words, a statement at those of its base, each at every part of them; a report at its headline
    or first words. A speaker stands where first named or described, or else at their first statement; an event at the words that its name or date rests on,
    or else at its first report; a story at its first event, an outlet at the earliest of its reports. A correction stands at the
    words that it holds to, as far as they are there, or where its reports are opened.

    Args:
        connection: an open record.
        ids: today's ids of attributions, statements, speakers, events, stories, reports, outlets and corrections.
        read: gives the outline of the record, where it is needed.
    """
    by_kind: defaultdict[str, list[str]] = defaultdict(list)
    for one in dict.fromkeys(ids):
        by_kind[one[:1]].append(one)
    found: Places = {}
    for kind, several in by_kind.items():
        if kind in _OWN:
            found |= _OWN[kind](connection, several)
        if kind in _NEXT:
            left = [one for one in several if one not in found]
            instead = _NEXT[kind](read(), left) if left else {}
            places = find_places(connection, instead.values(), read)
            found |= {one: places[other] for one, other in instead.items() if other in places}
    return found


def _find_words(connection: Connection, ids: Sequence[str]) -> Places:
    spans = find_cited_spans(connection, "attribution", ids)
    return {
        one: tuple(Evidence(report_id=report_id, span=span) for span in spans[one]["content"])
        for one, report_id in rows_among(connection, _CREDITING, ids)
    }


def _find_bases(connection: Connection, ids: Sequence[str]) -> Places:
    return dict(find_bases(connection, ids))


def _find_mentions(connection: Connection, ids: Sequence[str]) -> Places:
    return {one: (place,) for one, place in find_first_mentions(connection, ids).items()}


def _find_grounds(connection: Connection, ids: Sequence[str]) -> Places:
    cited = Cited(connection, "event", ids)
    found = {one: cited.evidence(one, "evidence") or cited.evidence(one, "date") for one in ids}
    return {one: places[:1] for one, places in found.items() if places}


def _find_openings(connection: Connection, ids: Sequence[str]) -> Places:
    best: dict[str, tuple[int, int, int]] = {}
    for report_id, start, stop, zone in rows_among(connection, _BLOCKS, ids):
        rank = _RANKS.get(zone, len(_RANKS))
        if report_id not in best or rank < best[report_id][0]:
            best[report_id] = rank, start, stop
    return {one: (Evidence(report_id=one, span=Span(start, stop)),) for one, (_, start, stop) in best.items()}


def _find_anchors(connection: Connection, ids: Sequence[str]) -> Places:
    wanted = frozenset(ids)
    said = {one.id: one.anchors for one in restore_corrections(connection) if one.id in wanted}
    report_ids = sorted({anchor.report_id for anchors in said.values() for anchor in anchors})
    texts = {row[0]: row[1] for row in rows_among(connection, _TEXTS, report_ids)}
    openings = _find_openings(connection, report_ids)
    places = {
        one: tuple(
            place
            for anchor in anchors
            if anchor.holds(texts.get(anchor.report_id, ""))
            for place in _places_of(anchor) or openings.get(anchor.report_id, ())
        )
        for one, anchors in said.items()
    }
    return {one: several for one, several in places.items() if several}


def _places_of(anchor: Anchor) -> tuple[Evidence, ...]:
    return tuple(Evidence(report_id=anchor.report_id, span=span) for span in anchor.spans)


def _first_statements(outline: Outline, ids: Sequence[str]) -> dict[str, str]:
    rows = {
        one: outline.entity_rows.of(number)[:1] for one, number in _numbered(outline, "entities", ids).items()
    }
    return {
        one: outline.statement_ids[outline.row_statements[row]] for one, own in rows.items() for row in own
    }


def _first_reports(outline: Outline, ids: Sequence[str]) -> dict[str, str]:
    several = {
        one: outline.event_reports.of(number)[:1] for one, number in _numbered(outline, "events", ids).items()
    }
    return {one: outline.report_ids[report] for one, own in several.items() for report in own}


def _first_events(outline: Outline, ids: Sequence[str]) -> dict[str, str]:
    numbered = _numbered(outline, "stories", ids)
    firsts = _find_firsts(outline.events_by_time, outline.event_stories, set(numbered.values()))
    return {one: outline.event_ids[firsts[number]] for one, number in numbered.items() if number in firsts}


def _earliest_reports(outline: Outline, ids: Sequence[str]) -> dict[str, str]:
    numbered = _numbered(outline, "outlets", ids)
    firsts = _find_firsts(outline.reports_by_time, outline.report_outlets, set(numbered.values()))
    return {one: outline.report_ids[firsts[number]] for one, number in numbered.items() if number in firsts}


def _find_firsts(ordered: Sequence[int], owners: Sequence[int], wanted: set[int]) -> dict[int, int]:
    """Return, for each owner that is `wanted`, the first of `ordered` that belongs to it."""
    found: dict[int, int] = {}
    for one in ordered:
        if owners[one] in wanted:
            found[owners[one]] = one
            wanted = wanted - {owners[one]}
            if not wanted:
                break
    return found


def _numbered(outline: Outline, kind: str, ids: Sequence[str]) -> dict[str, int]:
    numbers = outline.numbers_of[kind]
    return {one: numbers[one] for one in ids if one in numbers}


_OWN: Mapping[str, Callable[[Connection, Sequence[str]], Places]] = {
    "a": _find_words,
    "s": _find_bases,
    "p": _find_mentions,
    "e": _find_grounds,
    "r": _find_openings,
    "k": _find_anchors,
}
"""By the letter that ids of a kind begin with, what finds the characters that things of that kind rest on themselves."""
_NEXT: Mapping[str, Callable[[Outline, Sequence[str]], dict[str, str]]] = {
    "p": _first_statements,
    "e": _first_reports,
    "t": _first_events,
    "o": _earliest_reports,
}
"""What finds the id of another thing that stands for one without such characters."""
