"""Values to rows, second half: what all reports share (entities, events, lineages, statements, divergences)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.record.rows import schema

if TYPE_CHECKING:
    from onrecord.model.span import Span
    from onrecord.model.statement import Entity, Event, Lineage, Linked, Statement, Story, Variant
    from onrecord.record.rows.collected import Rows


def add_linked(rows: Rows, linked: Linked) -> None:
    """Gather everything that the reports share.

    Raises:
        RecordError: when something cites a report, or characters of one, that are not there.
    """
    for report_id, moment in sorted(linked.report_dates.items()):
        rows.add_moment("report", report_id, "published", moment)
    for entity in linked.entities:
        _add_entity(rows, entity)
    for event in linked.events:
        _add_event(rows, event)
    for story in linked.stories:
        _add_story(rows, story)
    for lineage in linked.lineages:
        _add_lineage(rows, lineage)
    for statement in linked.statements:
        _add_statement(rows, statement)
    for number, divergence in enumerate(linked.divergences, start=1):
        rows.add(schema.divergences, place=number, slot=divergence.slot.value, note=divergence.note)
        rows.cite(("divergence", str(number), "between"), divergence.between)
    for problem in linked.problems:
        rows.add_problem("link", problem)


def _add_entity(rows: Rows, entity: Entity) -> None:
    rows.add(schema.entities, id=entity.id, kind=entity.kind.value, name=entity.name)
    for part, several in (("alias", entity.aliases), ("merge", entity.merges)):
        for words in several:
            rows.add(schema.entity_words, entity_id=entity.id, part=part, words=words)
    for chain_id in entity.chain_ids:
        rows.add(schema.entity_chains, entity_id=entity.id, chain_id=chain_id)
    for number, role in enumerate(entity.roles):
        rows.add(schema.roles, entity_id=entity.id, number=number, title=role.title)
        rows.cite(("entity", entity.id, "role"), role.evidence, number=number)


def _add_event(rows: Rows, event: Event) -> None:
    rows.add(schema.events, id=event.id, what=event.what, location=event.where)
    for report_id in event.report_ids:
        rows.add(schema.event_reports, event_id=event.id, report_id=report_id)
    rows.add_moment("event", event.id, "date", event.date)
    rows.cite(("event", event.id, "evidence"), event.evidence)


def _add_story(rows: Rows, story: Story) -> None:
    rows.add(schema.stories, id=story.id, title=story.title)
    for event_id in story.event_ids:
        rows.add(schema.story_events, story_id=story.id, event_id=event_id)


def _add_lineage(rows: Rows, lineage: Lineage) -> None:
    rows.add(schema.lineages, id=lineage.id, origin=lineage.origin, credit=lineage.credit)
    for report_id in lineage.report_ids:
        rows.add(schema.lineage_reports, lineage_id=lineage.id, report_id=report_id)
    rows.cite(("lineage", lineage.id, "evidence"), lineage.evidence)
    for number, passage in enumerate(lineage.passages):
        if passage.source is not None:
            rows.cite(("lineage", lineage.id, "from"), (passage.source,), number=number)
        rows.cite(("lineage", lineage.id, "to"), (passage.copy,), number=number)


def _add_statement(rows: Rows, statement: Statement) -> None:
    rows.add(
        schema.statements,
        id=statement.id,
        event_id=statement.event_id,
        reports=statement.corroboration.reports,
        lineages=statement.corroboration.lineages,
    )
    for entity_id in statement.speaker_ids:
        rows.add(schema.statement_speakers, statement_id=statement.id, entity_id=entity_id)
    rows.add_moment("statement", statement.id, "said", statement.said)
    for number, variant in enumerate(statement.variants):
        _add_variant(rows, statement.id, number, variant)


def _add_variant(rows: Rows, statement_id: str, number: int, variant: Variant) -> None:
    key = {"statement_id": statement_id, "number": number}
    rows.add(
        schema.variants, **key, relation=variant.relation.value, text=variant.text, summary=variant.summary
    )
    for attribution_id in variant.attribution_ids:
        rows.add(schema.variant_attributions, **key, attribution_id=attribution_id)
    for difference in variant.differences:
        base_start, base_stop = _bounds(difference.base)
        variant_start, variant_stop = _bounds(difference.variant)
        rows.add(
            schema.differences,
            **key,
            kind=difference.kind.value,
            base_start=base_start,
            base_stop=base_stop,
            variant_start=variant_start,
            variant_stop=variant_stop,
        )


def _bounds(span: Span | None) -> tuple[int, int] | tuple[None, None]:
    return (None, None) if span is None else (span.start, span.end)
