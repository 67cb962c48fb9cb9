"""Every attribution as a W3C Web Annotation (https://www.w3.org/TR/annotation-model/), with both text selectors.

A target is a range of a report's text: where it stands in code points (``TextPositionSelector``, as the model wants them
counted), and its exact characters with what stands around them (``TextQuoteSelector``), so that a tool finds it in the outlet's
own page. Discontinuous content has a target for each range.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from onrecord.publish.export.credited import speakers_by_attribution, statement_by_attribution
from onrecord.publish.export.jsonld import iri
from onrecord.publish.export.narrowing import narrowed
from onrecord.publish.export.record_json import to_text
from onrecord.publish.page.safe import language_tag, link_to

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.model.attribution import Attribution
    from onrecord.model.contents import Contents
    from onrecord.model.report import Report
    from onrecord.model.span import Span
    from onrecord.model.statement import Statement
    from onrecord.publish.export.chosen import Chosen

Node = dict[str, Any]

AROUND = 32
"""Characters before and after the exact ones that a quote selector holds."""


def write_webanno(contents: Contents, choice: Chosen) -> bytes:
    """Return the attributions that `choice` is of as one ``AnnotationPage``, in the order of the record."""
    part = narrowed(contents, choice)
    statement_of = statement_by_attribution(part)
    speakers_of = speakers_by_attribution(part)
    names = {entity.id: entity.name for entity in part.linked.entities}
    items = [
        _annotation(
            reading.report,
            one,
            statement_of.get(one.id),
            {speaker: names[speaker] for speaker in speakers_of[one.id]},
        )
        for reading in part.readings
        for one in reading.attributions
    ]
    page = {
        "@context": ["http://www.w3.org/ns/anno.jsonld", {"onrecord": "urn:onrecord:"}],
        "id": iri("attributions"),
        "type": "AnnotationPage",
        "items": items,
    }
    return (to_text(page, indent=1) + "\n").encode("utf-8")


def _annotation(
    report: Report, attribution: Attribution, statement: Statement | None, speakers: Mapping[str, str]
) -> Node:
    bodies: list[Node] = [
        {"type": "TextualBody", "purpose": "tagging", "value": attribution.manner.value},
        {"type": "TextualBody", "purpose": "tagging", "value": attribution.judgement.level.value},
    ]
    for speaker, name in speakers.items():
        bodies.append({"type": "SpecificResource", "purpose": "identifying", "source": iri(speaker)})
        bodies.append({"type": "TextualBody", "purpose": "describing", "value": name})
    if statement:
        bodies.append({"type": "SpecificResource", "purpose": "linking", "source": iri(statement.id)})
    targets = [_target(report, span) for span in attribution.content]
    return {
        "id": iri(attribution.id),
        "type": "Annotation",
        "motivation": "identifying",
        "body": bodies,
        "target": targets[0] if len(targets) == 1 else targets,
        "onrecord:quoted": [
            {"onrecord:start": span.start, "onrecord:end": span.end} for span in attribution.quoted
        ],
    }


def _target(report: Report, span: Span) -> Node:
    address, language = link_to(report.url), language_tag(report.language)
    source: Node = {"id": iri(report.id), "type": "Text", "format": "text/plain"}
    if language:
        source["language"] = language
    if address:
        source["via"] = address
    return {
        "source": source,
        "selector": [
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
            {
                "type": "TextQuoteSelector",
                "exact": span.of(report.text),
                "prefix": report.text[max(0, span.start - AROUND) : span.start],
                "suffix": report.text[span.end : span.end + AROUND],
            },
        ],
    }
