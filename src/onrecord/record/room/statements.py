"""Which statements fit a question, and in what order; `outline.statement_rows` tells of each what a list shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.model.listing import Order
from onrecord.record.outline.fitting import fitting_statements
from onrecord.record.room.words import find_holding, those_holding

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from onrecord.record.outline.asked import Question
    from onrecord.record.outline.outline import Outline


def find_statements(connection: Connection, outline: Outline, question: Question) -> Sequence[int]:
    """Return the statements that fit: best first if words are asked for, else best corroborated first; or by time."""
    asked = question.asked
    fitting = fitting_statements(outline, question)
    if not asked.words.strip():
        return fitting
    found = find_holding(connection, "variant_words", asked.words)
    return those_holding(found, outline.statement_ids, fitting, ranked=asked.order is Order.RELEVANCE)
