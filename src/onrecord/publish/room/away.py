"""What a page shows, to take away: in every form that the record can be written in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from fastapi.responses import Response

from onrecord.errors import RecordError
from onrecord.model.listing import MOST, Asked
from onrecord.model.statement import Entity, Event, Statement, Story
from onrecord.publish.export.chosen import Chosen, Part
from onrecord.publish.export.formats import FORMS, file_name, written
from onrecord.publish.room.answering import refusal
from onrecord.publish.room.rows_away import ROWS_FORMS, rows_written
from onrecord.publish.room.visit import shortened
from onrecord.record.tables import COLUMNS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from fastapi import Request
    from starlette.datastructures import QueryParams

    from onrecord.model.contents import Contents
    from onrecord.publish.room.answering import Room
    from onrecord.record import Record

SMALL = 5_000
"""Up to so many attributions a form is written from the whole record, as the command line writes it."""
LARGEST = 20_000
"""Of more attributions, the whole record is not for a browser to take away."""
LETTERS = {Part.STATEMENT: "s", Part.EVENT: "e", Part.STORY: "t", Part.SPEAKER: "p"}
REPORT = "report"
"""What a report says that somebody said: its statements, taken away as those that a filter has found."""
TABLE, ONE_TABLE = "table", "parquet"
"""What the one form is asked for that holds one table alone."""
LABELS = {
    "brief-html": "Brief (HTML)",
    "brief-md": "Brief (Markdown)",
    "brief-docx": "Brief (Word)",
    "csv-safe": "Table (spreadsheet)",
    "csv": "Table (CSV)",
    "jsonl": "JSON lines",
    "json": "JSON, with full texts",
    "html": "One page, with full texts",
    "parquet": "Parquet",
    "jsonld": "schema.org",
    "webanno": "Web Annotation",
    "tei": "TEI apparatus",
    "csl": "CSL-JSON",
    "bibtex": "BibTeX",
    "ris": "RIS",
    "ftm": "Follow the Money",
}
"""What buttons say, in the order in which they stand."""


def offered() -> dict[str, tuple[tuple[str, str, str], ...]]:
    """Return, for each part of a record, the forms that it can be taken away in: name, words of the button, what it holds."""
    found = {
        part.value: tuple(
            (name, label, FORMS[name].about)
            for name, label in LABELS.items()
            if name in FORMS and part in FORMS[name].parts
        )
        for part in Part
    }
    return {**found, REPORT: found[Part.STATEMENT.value]}


def taking_away(room: Room) -> Callable[[Request], Response]:
    """Return what answers with a file of the form, and of the part of the record, that an address names."""

    def respond(request: Request) -> Response:
        name = request.path_params["name"]
        if name not in FORMS and name not in ROWS_FORMS:
            return refusal(room, 404, "There is no such form to take a record away in.")
        try:
            with room.shelf.lend() as record:
                given = request.query_params
                taken = _rows if name in ROWS_FORMS else _part
                payload, called, media_type = taken(name, record, given)
        except RecordError as error:
            return refusal(room, 404, f"{str(error)[:1].upper()}{str(error)[1:]}.")
        named = f'attachment; filename="{called}"'
        return Response(payload, media_type=media_type, headers={"content-disposition": named})

    return respond


def _rows(name: str, record: Record, given: QueryParams) -> tuple[bytes, str, str]:
    payload, called = rows_written(name, record, given.multi_items())
    return payload, called, ROWS_FORMS[name].media_type


def _part(name: str, record: Record, given: QueryParams) -> tuple[bytes, str, str]:
    form = FORMS[name]
    _refuse_unknown(name, given)
    choice = choice_of(record, given)
    title = title_of(record, choice, given.get(REPORT, ""))
    return (
        written(name, contents_for(record, choice), choice),
        file_name(form, choice, title),
        form.media_type,
    )


def _refuse_unknown(name: str, given: Mapping[str, str]) -> None:
    """Refuse what a file of the form `name` cannot be asked for: it would be taken for the answer to that.

    Raises:
        RecordError: when there is such a thing.
    """
    known = {*(part.value for part in LETTERS), REPORT, *((TABLE,) if name == ONE_TABLE else ()), "token"}
    unknown = next((one for one in given if one not in known), None)
    if unknown is not None:
        raise RecordError(f"a file of this form cannot be asked for {shortened(unknown)!r}")
    if TABLE in given and given[TABLE] not in COLUMNS:
        raise RecordError(f"there is no table {shortened(given[TABLE])!r}; there are {', '.join(COLUMNS)}")


def choice_of(record: Record, asked: Mapping[str, str]) -> Chosen:
    """Return the part of the record that an address asks for: of one thing by its id, else all of it.

    Raises:
        RecordError: when the record has nothing of that id.
    """
    table = asked.get(TABLE, Chosen().table)
    for part, letter in LETTERS.items():
        wanted = asked.get(part.value, "")
        if wanted:
            today = record.resolve(wanted)
            if not today.startswith(letter):
                raise RecordError(f"{wanted!r} is the id of another kind of thing than a {part.value}")
            return Chosen(part=part, id=today, table=table)
    if asked.get(REPORT):
        return Chosen(among=frozenset(_statements_in(record, asked[REPORT])), table=table)
    return Chosen(table=table)


def _statements_in(record: Record, wanted: str) -> list[str]:
    today = record.resolve(wanted)
    if not today.startswith("r"):
        raise RecordError(f"{wanted!r} is the id of another kind of thing than a report")
    contents = record.slice(report_ids=(today,))
    own = {
        one.id for reading in contents.readings if reading.report.id == today for one in reading.attributions
    }
    return [
        statement.id
        for statement in contents.linked.statements
        if any(own.intersection(variant.attribution_ids) for variant in statement.variants)
    ]


def title_of(record: Record, choice: Chosen, report_id: str = "") -> str:
    """Return what the chosen part of a record, or the report whose statements it is, is called; nothing for all of it."""
    if choice.among is not None and report_id:
        return record.titles((record.resolve(report_id),))[record.resolve(report_id)][1] or ""
    value = record.value(LETTERS[choice.part], choice.id) if choice.id else None
    match value:
        case Statement():
            return value.variants[0].text
        case Event():
            return value.what
        case Story():
            return value.title
        case Entity():
            return value.name
        case _:
            return ""


def contents_for(record: Record, choice: Chosen) -> Contents:
    """Return what `choice` is written from: of a large record only what bears on it.

    Raises:
        RecordError: when all of a large record is asked for.
    """
    attributions = record.summary().attributions
    if attributions <= SMALL:
        return record.contents()
    if choice.among is not None:
        return record.slice(statement_ids=tuple(sorted(choice.among)))
    if choice.part is Part.RECORD:
        if attributions > LARGEST:
            raise RecordError(
                "a record of this size is taken away with `onrecord export`; take an event, a story or a speaker here"
            )
        return record.contents()
    if choice.part is Part.STATEMENT:
        return record.slice(statement_ids=(choice.id,))
    ids = tuple(find_statements(record, choice))
    if choice.part is Part.SPEAKER:
        return record.slice(statement_ids=ids, speaker_ids=(choice.id,))
    events = record.list_events(replace(of_choice(choice), most=MOST)).rows
    return record.slice(statement_ids=ids, event_ids=tuple(one.id for one in events))


def of_choice(choice: Chosen) -> Asked:
    """Return what asks for the statements and events of an event, a story or a speaker."""
    match choice.part:
        case Part.EVENT:
            return Asked(event=choice.id)
        case Part.STORY:
            return Asked(story=choice.id)
        case _:
            return Asked(speaker=choice.id)


def find_statements(record: Record, choice: Chosen) -> list[str]:
    """Return the ids of all statements of an event, a story or a speaker."""
    found: list[str] = []
    while True:
        listed = record.list_statements(replace(of_choice(choice), first=len(found), most=MOST))
        found += [row.id for row in listed.rows]
        if len(found) >= listed.total or not listed.rows:
            return found
