"""A record as entities of Follow the Money (https://followthemoney.tech), one JSON object a line, as Aleph takes them in.

A report is an ``Article``, a speaker a ``Person``, an ``Organization`` or, where that is not known, a ``LegalEntity``; each name
under which a report has them a ``Mention``. That model has no quotation: the words of an attribution are a ``Note`` about its
speaker, with the article as proof, behind those that credit them where they are no direct speech. What it calls a statement is something else, so none is written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from onrecord.lexicon.crediting import credit_words
from onrecord.model.annotation import Kind
from onrecord.publish.export.credited import (
    credited,
    speakers_by_attribution,
    statement_by_attribution,
)
from onrecord.publish.export.narrowing import narrowed
from onrecord.publish.export.record_json import to_text
from onrecord.publish.export.references import NO_DATE, date_words, iso_day, known_day, published
from onrecord.publish.page.safe import link_to

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.model.attribution import Attribution, Reading
    from onrecord.model.contents import Contents
    from onrecord.model.report import Report
    from onrecord.model.statement import Entity
    from onrecord.publish.export.chosen import Chosen

Item = dict[str, Any]

SCHEMATA = {Kind.PERSON: "Person", Kind.BODY: "Organization", Kind.PLACE: "Organization"}
_ELSE = "LegalEntity"
_LANGUAGES = {
    "ar": "ara", "de": "deu", "el": "ell", "en": "eng", "es": "spa", "fa": "fas", "fr": "fra", "he": "heb", "hi": "hin",
    "it": "ita", "ja": "jpn", "ko": "kor", "nl": "nld", "pl": "pol", "pt": "por", "ro": "ron", "ru": "rus", "sv": "swe",
    "tr": "tur", "uk": "ukr", "zh": "zho",
}  # fmt: skip
"""Its languages have three letters; one that is not among these is left out."""


def write_ftm(contents: Contents, choice: Chosen) -> bytes:
    """Return what `choice` is of as JSON lines, entities before what mentions them."""
    part = narrowed(contents, choice)
    items = [
        *(_article(part, reading.report, texts=choice.texts) for reading in part.readings),
        *(_speaker(entity) for entity in credited(part)),
        *_mentions(part),
        *_notes(part),
    ]
    return "".join(to_text(item) + "\n" for item in items).encode("utf-8")


def _item(any_id: str, schema: str, **properties: list[str | None]) -> Item:
    told = {name: [value for value in values if value] for name, values in properties.items()}
    return {
        "id": any_id,
        "schema": schema,
        "properties": {name: values for name, values in told.items() if values},
    }


def _article(contents: Contents, report: Report, *, texts: bool) -> Item:
    moment = published(contents, report)
    day = iso_day(known_day(moment))
    told = date_words(moment)
    note = None if day else told if told == NO_DATE else f"published {told}"
    return _item(
        report.id,
        "Article",
        title=[report.title],
        publisher=[report.outlet.name if report.outlet else None],
        publishedAt=[day],
        sourceUrl=[link_to(report.url)],
        language=[_LANGUAGES.get((report.language or "").split("-")[0].casefold())],
        notes=[note],
        bodyText=[report.text if texts else None],
    )


def _speaker(entity: Entity) -> Item:
    roles: list[str | None] = [role.title for role in entity.roles]
    schema = SCHEMATA.get(entity.kind, _ELSE)
    is_person = schema == "Person"
    return _item(
        entity.id,
        schema,
        name=[entity.name],
        alias=list(entity.aliases),
        position=roles if is_person else [],
        description=[] if is_person else roles,
    )


def _mentions(contents: Contents) -> Iterator[Item]:
    entities = {entity.id: entity for entity in credited(contents)}
    entity_of = contents.linked.entity_by_chain()
    for reading in contents.readings:
        for chain in reading.chains:
            entity = entities.get(entity_of.get(chain.id, ""))
            for number, name in enumerate(chain.names if entity else (), 1):
                yield _item(
                    f"{chain.id}-{number}",
                    "Mention",
                    document=[reading.report.id],
                    resolved=[entity.id if entity else None],
                    name=[name],
                    detectedSchema=[SCHEMATA.get(chain.kind, _ELSE)],
                )


def _notes(contents: Contents) -> Iterator[Item]:
    statement_of = statement_by_attribution(contents)
    speakers_of = speakers_by_attribution(contents)
    for reading in contents.readings:
        for one in reading.attributions:
            statement = statement_of.get(one.id)
            yield _item(
                one.id,
                "Note",
                entity=list(speakers_of[one.id]),
                proof=[reading.report.id],
                description=[_words(reading, one)],
                notes=[_told(reading, one), f"statement {statement.id}" if statement else None],
            )


def _words(reading: Reading, one: Attribution) -> str:
    """Return the words behind those that credit what is no direct speech: a note is read as what its entity says."""
    credit = credit_words(one, reading.report.text)
    return f"{credit}: " * bool(credit) + " ".join(span.of(reading.report.text) for span in one.content)


def _told(reading: Reading, one: Attribution) -> str:
    places = ", ".join(f"{span.start}-{span.end}" for span in one.content)
    quoted = "; ".join(f"{span.start}-{span.end}" for span in one.quoted) or "none"
    return f"{one.manner.value}, {one.judgement.level.value}; characters {places} of {reading.report.id}; quoted {quoted}"
