"""A record in the words of schema.org, as JSON-LD with its context inside: nothing has to be fetched to read it.

A report is a ``NewsArticle``, a statement a ``Claim`` with the articles in which it appears, and each part of an attribution
that a report has between quotation marks a ``Quotation`` with exactly those words. Words that are only reported are no
quotation: they stand in the claim alone, behind the report's words that credit them ("denied: …"). What schema.org has no word for has a name of our own, under ``onrecord:``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from onrecord.lexicon.crediting import credit_words
from onrecord.model.annotation import Kind
from onrecord.publish.export.credited import credited, speakers_by_attribution
from onrecord.publish.export.narrowing import narrowed
from onrecord.publish.export.record_json import to_text
from onrecord.publish.export.references import date_words, iso_day, known_day, published
from onrecord.publish.page.pieces import text_of
from onrecord.publish.page.safe import language_tag, link_to

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from onrecord.model.attribution import Attribution
    from onrecord.model.contents import Contents
    from onrecord.model.report import Report
    from onrecord.model.statement import Entity, Event, Statement, Variant
    from onrecord.publish.export.chosen import Chosen

Node = dict[str, Any]

CONTEXT: Node = {
    "@vocab": "https://schema.org/",
    "onrecord": "urn:onrecord:",
    "url": {"@type": "@id"},
    "datePublished": {"@type": "Date"},
    "dateCreated": {"@type": "Date"},
    "startDate": {"@type": "Date"},
}
KINDS = {
    Kind.PERSON: "Person",
    Kind.BODY: "Organization",
    Kind.PLACE: "Organization",
    Kind.GROUP: "Thing",
    Kind.UNKNOWN: "Thing",
}


def write_jsonld(contents: Contents, choice: Chosen) -> bytes:
    """Return what `choice` is of as one JSON-LD document; with full texts as ``articleBody`` only when asked for."""
    part = narrowed(contents, choice)
    reports = {reading.report.id: reading.report for reading in part.readings}
    attributions = {one.id: one for reading in part.readings for one in reading.attributions}
    graph = [
        *(_article(part, report, texts=choice.texts) for report in reports.values()),
        *_outlets(reports.values()),
        *(_speaker(entity) for entity in credited(part)),
        *(_event(event) for event in part.linked.events),
    ]
    speakers = speakers_by_attribution(part)
    for statement in part.linked.statements:
        quotations = [
            quotation
            for variant in statement.variants
            for member in variant.attribution_ids
            for quotation in _quotations(
                attributions[member], speakers[member], reports[attributions[member].report_id]
            )
        ]
        graph += [_claim(statement, attributions, reports, quotations), *quotations]
    document = {"@context": CONTEXT, "@graph": [_without_nothing(node) for node in graph]}
    return (to_text(document, indent=1) + "\n").encode("utf-8")


def iri(any_id: str) -> str:
    """Return an id of the record as the name that linked data has for it."""
    return f"urn:onrecord:{any_id}"


def _link(any_id: str) -> Node:
    return {"@id": iri(any_id)}


def _without_nothing(node: Node) -> Node:
    return {name: value for name, value in node.items() if value not in (None, [], "")}


def _article(contents: Contents, report: Report, *, texts: bool) -> Node:
    moment = published(contents, report)
    return {
        "@id": iri(report.id),
        "@type": "NewsArticle",
        "headline": report.title,
        "publisher": _link(report.outlet.id) if report.outlet else None,
        "datePublished": iso_day(known_day(moment)),
        "onrecord:published": date_words(moment),
        "url": link_to(report.url),
        "inLanguage": language_tag(report.language),
        "articleBody": report.text if texts else None,
    }


def _outlets(reports: Iterable[Report]) -> list[Node]:
    names = {report.outlet.id: report.outlet.name for report in reports if report.outlet}
    return [
        {"@id": iri(outlet_id), "@type": "Organization", "name": name}
        for outlet_id, name in sorted(names.items())
    ]


def _speaker(entity: Entity) -> Node:
    return {
        "@id": iri(entity.id),
        "@type": KINDS[entity.kind],
        "name": entity.name,
        "alternateName": list(entity.aliases),
        # Only a person has a job; what a body is said to be describes it.
        ("jobTitle" if entity.kind is Kind.PERSON else "description"): [role.title for role in entity.roles],
    }


def _event(event: Event) -> Node:
    return {
        "@id": iri(event.id),
        "@type": "Event",
        "name": event.what,
        "location": {"@type": "Place", "name": event.where} if event.where else None,
        "startDate": iso_day(known_day(event.date)),
        "onrecord:day": date_words(event.date),
        "subjectOf": [_link(report_id) for report_id in event.report_ids],
    }


def _is_worded(one: Attribution, variant: Variant, reports: Mapping[str, Report]) -> bool:
    return text_of(one, reports[one.report_id].text) == variant.text


def _claim(
    statement: Statement,
    attributions: Mapping[str, Attribution],
    reports: Mapping[str, Report],
    quotations: Iterable[Node],
) -> Node:
    members = [attributions[one] for variant in statement.variants for one in variant.attribution_ids]
    base = statement.variants[0]
    same = [
        members[place]
        for place in range(len(base.attribution_ids))
        if _is_worded(members[place], base, reports)
    ]
    first = (same or members)[0]
    credit = credit_words(first, reports[first.report_id].text)
    return {
        "@id": iri(statement.id),
        "@type": "Claim",
        # A reader of schema.org takes this for what the author claims: what was denied was not.
        "text": f"{credit}: " * bool(credit) + base.text,
        "onrecord:wording": [variant.text for variant in statement.variants],
        "author": [_link(speaker) for speaker in statement.speaker_ids],
        "about": _link(statement.event_id) if statement.event_id else None,
        "dateCreated": iso_day(known_day(statement.said)),
        "onrecord:said": date_words(statement.said),
        "appearance": [_link(one) for one in sorted({member.report_id for member in members})],
        "hasPart": [{"@id": quotation["@id"]} for quotation in quotations],
        "onrecord:reports": statement.corroboration.reports,
        "onrecord:lineages": statement.corroboration.lineages,
    }


def _quotations(one: Attribution, speakers: Iterable[str], report: Report) -> list[Node]:
    return [
        {
            "@id": iri(f"{one.id}:{span.start}-{span.end}"),
            "@type": "Quotation",
            "text": span.of(report.text),
            "creator": [_link(speaker) for speaker in speakers],
            "isPartOf": _link(report.id),
            "inLanguage": language_tag(report.language),
            "onrecord:start": span.start,
            "onrecord:end": span.end,
        }
        for span in one.quoted
    ]
