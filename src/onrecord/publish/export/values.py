"""Small values of the model as JSON: spans, evidence, dates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.model.fact import Fact
    from onrecord.model.moment import Evidence, Moment
    from onrecord.model.span import Span


def span_as_json(span: Span) -> list[int]:
    """Return ``[start, end]``, half-open, in code points."""
    return [span.start, span.end]


def spans_as_json(spans: Iterable[Span]) -> list[list[int]]:
    """Return each span as ``[start, end]``, in the order given."""
    return [span_as_json(span) for span in spans]


def evidence_as_json(evidence: Evidence) -> dict[str, Any]:
    """Return the report and the characters of it that something rests on."""
    return {"report": evidence.report_id, "span": span_as_json(evidence.span)}


def fact_as_json(fact: Fact) -> dict[str, Any]:
    """Return a fact with the names of the columns that its table has."""
    return {
        "id": fact.id,
        "subject": fact.subject,
        "relation": fact.relation,
        "object": fact.object,
        "from": fact.first and fact.first.isoformat(),
        "to": fact.last and fact.last.isoformat(),
        "source": fact.source,
    }


def moment_as_json(moment: Moment | None) -> dict[str, Any] | None:
    """Return a DATE of the format: ISO days, None at an open end, candidates where only some days fit."""
    if moment is None:
        return None
    days = moment.candidates
    return {
        "from": moment.earliest and moment.earliest.isoformat(),
        "to": moment.latest and moment.latest.isoformat(),
        "candidates": None if days is None else [day.isoformat() for day in days],
        "basis": moment.basis.value,
        "why": moment.why,
        "evidence": [
            *(evidence_as_json(evidence) for evidence in moment.evidence),
            *({"fact": fact} for fact in moment.facts),
        ],
    }
