"""A record as tables for notebooks and other programs: Arrow, from which pandas and polars take their own.

Five tables: ``reports``, ``speakers``, ``attributions``, ``statements`` and ``events``. A day that is known no closer than between
two has both ends; one that is open or unknown is null, and never the clock's. Words are exactly the reports'; the texts of
reports themselves are left out unless asked for, since they belong to their outlets.
"""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, cast

from onrecord.errors import RecordError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from onrecord.model.attribution import Attribution
    from onrecord.model.contents import Contents
    from onrecord.model.moment import Moment
    from onrecord.model.report import Report
    from onrecord.model.statement import Statement

Row = dict[str, Any]
Columns = dict[str, str]

WORDS, NUMBER, DAY, LIST = "words", "number", "day", "list"
"""The kinds of columns: text, a whole number, a day, several texts."""


def _days(name: str) -> Columns:
    return {f"{name}_from": DAY, f"{name}_to": DAY, f"{name}_basis": WORDS}


COLUMNS: Mapping[str, Columns] = {
    "reports": {
        "report": WORDS, "path": WORDS, "external_id": WORDS, "outlet_id": WORDS, "outlet": WORDS, "title": WORDS,
        "language": WORDS, "url": WORDS, **_days("published"), "event": WORDS, "characters": NUMBER, "attributions": NUMBER,
    },
    "speakers": {
        "speaker": WORDS, "name": WORDS, "aliases": LIST, "kind": WORDS, "roles": LIST, "statements": NUMBER,
    },
    "attributions": {
        "attribution": WORDS, "statement": WORDS, "event": WORDS, "report": WORDS, "outlet": WORDS, "path": WORDS,
        **_days("date"), **_days("published"), "speaker_ids": LIST, "speakers": LIST, "manner": WORDS, "act": WORDS,
        "level": WORDS, "content": WORDS, "quoted": LIST, "source": WORDS, "cue": WORDS, "start": NUMBER, "end": NUMBER,
        "reports": NUMBER, "lineages": NUMBER,
    },
    "statements": {
        "statement": WORDS, "event": WORDS, "story": WORDS, **_days("date"), "speaker_ids": LIST, "speakers": LIST,
        "content": WORDS, "wordings": LIST, "attributions": LIST, "reports": NUMBER, "lineages": NUMBER,
    },
    "events": {
        "event": WORDS, "story": WORDS, "what": WORDS, "where": WORDS, **_days("date"), "date_why": WORDS, "reports": LIST,
        "statements": NUMBER,
    },
}  # fmt: skip
"""The tables and their columns, in order."""


def table_of(contents: Contents, name: str, *, texts: bool = False) -> Any:
    """Return the table `name` of `contents`, a row for each item in the order of the record.

    Args:
        contents: a whole record, or a part of one.
        name: one of `COLUMNS`.
        texts: add to ``reports`` a column with their full texts.

    Returns:
        A ``pyarrow.Table``. Half a surrogate pair, which Arrow cannot hold, is U+FFFD, and the table's metadata says how often.

    Raises:
        RecordError: when there is no such table, or pyarrow is not installed.
    """
    if name not in COLUMNS:
        raise RecordError(f"{name!r}: no such table; there are {', '.join(COLUMNS)}")
    if find_spec("pyarrow") is None:
        raise RecordError("tables need pyarrow; install it with: pip install 'onrecord[tables]'")
    columns = {**COLUMNS[name], **({"text": WORDS} if texts and name == "reports" else {})}
    rows = list(_ROWS[name](_Known(contents)))
    return _as_arrow(contents, columns, rows)


def _as_arrow(contents: Contents, columns: Columns, rows: list[Row]) -> Any:
    pa = import_module("pyarrow")  # untyped, and only there with the extra
    types: dict[str, Any] = {
        WORDS: pa.string(),
        NUMBER: pa.int64(),
        DAY: pa.date32(),
        LIST: pa.list_(pa.string()),
    }
    whole = [{column: _whole(row[column]) for column in columns} for row in rows]
    lost = sum(
        kept[column] != row[column] for kept, row in zip(whole, rows, strict=True) for column in columns
    )
    metadata = {
        "onrecord": contents.made_with.onrecord,
        "settings": "; ".join(f"{key}={value}" for key, value in sorted(contents.made_with.settings.items())),
        "cells_changed": str(lost),
    }
    schema = pa.schema([pa.field(column, types[kind]) for column, kind in columns.items()], metadata=metadata)
    return pa.Table.from_pylist(whole, schema=schema)


def _whole(value: Any) -> Any:
    """Return `value` with U+FFFD for each half of a surrogate pair."""
    if isinstance(value, str):
        return value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    if isinstance(value, list):
        return [_whole(one) for one in cast("list[str]", value)]
    return value


class _Known:
    """What several tables look up."""

    def __init__(self, contents: Contents) -> None:
        linked = contents.linked
        self.contents = contents
        self.reports = {reading.report.id: reading.report for reading in contents.readings}
        self.names = {entity.id: entity.name for entity in linked.entities}
        self.entity_of = linked.entity_by_chain()
        self.event_of = {report: event.id for event in linked.events for report in event.report_ids}
        self.story_of = {event: story.id for story in linked.stories for event in story.event_ids}
        self.statement_of = {
            member: one
            for one in linked.statements
            for variant in one.variants
            for member in variant.attribution_ids
        }

    def speakers(self, one: Attribution) -> list[str]:
        """Return the ids of the entities that an attribution is credited to."""
        return list(dict.fromkeys(self.entity_of[chain] for chain in one.speakers if chain in self.entity_of))

    def published(self, report: Report) -> Row:
        """Return the columns of the day of publication."""
        return _day("published", self.contents.linked.report_dates.get(report.id) or report.published)


def _day(name: str, moment: Moment | None) -> Row:
    return {
        f"{name}_from": moment.earliest if moment else None,
        f"{name}_to": moment.latest if moment else None,
        f"{name}_basis": moment.basis.value if moment else None,
    }


def _reports(known: _Known) -> Iterator[Row]:
    for reading in known.contents.readings:
        report = reading.report
        yield {
            "report": report.id,
            "path": report.paths[0] if report.paths else None,
            "external_id": report.external_id,
            "outlet_id": report.outlet.id if report.outlet else None,
            "outlet": report.outlet.name if report.outlet else None,
            "title": report.title,
            "language": report.language,
            "url": report.url,
            **known.published(report),
            "event": known.event_of.get(report.id),
            "characters": len(report.text),
            "attributions": len(reading.attributions),
            "text": report.text,
        }


def _speakers(known: _Known) -> Iterator[Row]:
    said: dict[str, int] = {}
    for statement in known.contents.linked.statements:
        for speaker in statement.speaker_ids:
            said[speaker] = said.get(speaker, 0) + 1
    for entity in known.contents.linked.entities:
        if entity.id in said:
            yield {
                "speaker": entity.id,
                "name": entity.name,
                "aliases": list(entity.aliases),
                "kind": entity.kind.value,
                "roles": [role.title for role in entity.roles],
                "statements": said[entity.id],
            }


def _attributions(known: _Known) -> Iterator[Row]:
    for reading in known.contents.readings:
        report = reading.report
        for one in sorted(reading.attributions, key=lambda one: (one.content, one.id)):
            statement = known.statement_of.get(one.id)
            yield {
                "attribution": one.id,
                "report": report.id,
                "outlet": report.outlet.name if report.outlet else None,
                "path": report.paths[0] if report.paths else None,
                **known.published(report),
                **_said(statement),
                "speaker_ids": known.speakers(one),
                "speakers": [known.names[speaker] for speaker in known.speakers(one)],
                "manner": one.manner.value,
                "act": one.act.value,
                "level": one.judgement.level.value,
                "content": " ".join(span.of(report.text) for span in one.content),
                "quoted": [span.of(report.text) for span in one.quoted],
                "source": one.source.of(report.text) if one.source else None,
                "cue": one.cue.of(report.text) if one.cue else None,
                "start": one.content[0].start,
                "end": one.content[-1].end,
            }


def _said(statement: Statement | None) -> Row:
    return {
        "statement": statement.id if statement else None,
        "event": statement.event_id if statement else None,
        **_day("date", statement.said if statement else None),
        "reports": statement.corroboration.reports if statement else None,
        "lineages": statement.corroboration.lineages if statement else None,
    }


def _statements(known: _Known) -> Iterator[Row]:
    for statement in known.contents.linked.statements:
        yield {
            **_said(statement),
            "story": known.story_of.get(statement.event_id or ""),
            "speaker_ids": list(statement.speaker_ids),
            "speakers": [known.names[speaker] for speaker in statement.speaker_ids],
            "content": statement.variants[0].text,
            "wordings": [variant.text for variant in statement.variants],
            "attributions": [member for variant in statement.variants for member in variant.attribution_ids],
        }


def _events(known: _Known) -> Iterator[Row]:
    happened = [statement.event_id for statement in known.contents.linked.statements]
    for event in known.contents.linked.events:
        yield {
            "event": event.id,
            "story": known.story_of.get(event.id),
            "what": event.what,
            "where": event.where,
            **_day("date", event.date),
            "date_why": event.date.why if event.date else None,
            "reports": list(event.report_ids),
            "statements": happened.count(event.id),
        }


_ROWS: Mapping[str, Callable[[_Known], Iterator[Row]]] = {
    "reports": _reports,
    "speakers": _speakers,
    "attributions": _attributions,
    "statements": _statements,
    "events": _events,
}
