"""What reports share, as JSON: speakers, statements, events, stories, lineages, divergences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from onrecord.model.annotation import Kind
from onrecord.publish.export.values import evidence_as_json, moment_as_json, span_as_json

if TYPE_CHECKING:
    from onrecord.model.statement import Divergence, Entity, Event, Lineage, Statement, Story, Variant

Json = dict[str, Any]


def speaker_as_json(entity: Entity) -> Json:
    """Return a speaker. A place that speaks ("Lundholm said") speaks as the body that governs it."""
    kind = Kind.BODY if entity.kind is Kind.PLACE else entity.kind
    return {
        "id": entity.id,
        "name": entity.name,
        "aliases": list(entity.aliases),
        "kind": kind.value,
        "roles": [
            {
                "title": role.title,
                "from": None,
                "to": None,
                "evidence": [evidence_as_json(evidence) for evidence in role.evidence],
            }
            for role in entity.roles
        ],
        "merges": list(entity.merges),
    }


def statement_as_json(statement: Statement) -> Json:
    """Return a statement with its variants, the base first."""
    return {
        "id": statement.id,
        "speakers": list(statement.speaker_ids),
        "event": statement.event_id,
        "date": moment_as_json(statement.said),
        "variants": [_variant(variant) for variant in statement.variants],
        "corroboration": {
            "reports": statement.corroboration.reports,
            "lineages": statement.corroboration.lineages,
        },
    }


def _variant(variant: Variant) -> Json:
    return {
        "attributions": list(variant.attribution_ids),
        "text": variant.text,
        "relation": variant.relation.value,
        "differences": [
            {
                "kind": difference.kind.value,
                "base": difference.base and span_as_json(difference.base),
                "variant": difference.variant and span_as_json(difference.variant),
            }
            for difference in variant.differences
        ],
        "summary": variant.summary,
    }


def event_as_json(event: Event) -> Json:
    """Return an event and the reports whose news it is."""
    return {
        "id": event.id,
        "what": event.what,
        "where": event.where,
        "date": moment_as_json(event.date),
        "reports": list(event.report_ids),
        "evidence": [evidence_as_json(evidence) for evidence in event.evidence],
    }


def story_as_json(story: Story) -> Json:
    """Return a story and its events, in their order."""
    return {"id": story.id, "title": story.title, "events": list(story.event_ids)}


def lineage_as_json(lineage: Lineage) -> Json:
    """Return a lineage and its copied passages."""
    return {
        "id": lineage.id,
        "reports": list(lineage.report_ids),
        "origin": lineage.origin,
        "credit": lineage.credit,
        "evidence": [evidence_as_json(evidence) for evidence in lineage.evidence],
        "passages": [
            {
                "from": passage.source and evidence_as_json(passage.source),
                "to": evidence_as_json(passage.copy),
            }
            for passage in lineage.passages
        ],
    }


def divergence_as_json(divergence: Divergence) -> Json:
    """Return a divergence: the two places, neither of them the right one."""
    return {
        "id": divergence.id,
        "slot": divergence.slot.value,
        "between": [evidence_as_json(evidence) for evidence in divergence.between],
        "note": divergence.note,
    }
