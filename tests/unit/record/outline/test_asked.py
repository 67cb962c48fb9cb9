from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import func, select

from onrecord.model.attribution import Level, Manner
from onrecord.model.listing import Asked
from onrecord.record.outline.asked import find_todays, of_days, of_reports, of_statements, own_id, question_of
from onrecord.record.rows import schema
from support.made import made_contents

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from onrecord.record import Record

QUESTIONS: list[dict[str, Any]] = [
    {},
    {"speaker": "or"},
    {"unknown": True},
    {"outlet": "gazette"},
    {"manner": Manner.DIRECT, "level": Level.CERTAIN},
    {"independent": 2},
    {"since": date(2013, 5, 1)},
    {"until": date(2015, 5, 1), "manner": Manner.INDIRECT, "outlet": "courier"},
    {"speaker": "nobody at all"},
]


@pytest.mark.parametrize("asked", QUESTIONS)
def test_lists_and_sql_count_the_same(made: Record, connection: Connection, asked: dict[str, Any]) -> None:
    question = question_of(connection, Asked(**asked))
    statement = schema.statements.c
    conditions = [*of_statements(question), *of_days(question, statement.id, "statement", "said")]
    statements = select(func.count()).select_from(schema.statements).where(*conditions)
    reports = select(func.count()).select_from(schema.reports).where(*of_reports(question))
    assert made.list_statements(Asked(**asked)).total == connection.scalar(statements)
    assert made.list_reports(Asked(**asked)).total == connection.scalar(reports)


def test_a_story_is_its_events(connection: Connection) -> None:
    story = made_contents().linked.stories[0]
    question = question_of(connection, Asked(story=story.id))
    assert question.event_ids == story.event_ids
    both = question_of(connection, Asked(story=story.id, event=story.event_ids[1]))
    assert both.event_ids == (story.event_ids[1],)


def test_ids_become_todays_each_once(connection: Connection) -> None:
    statement = made_contents().linked.statements[0]
    older = "s" + statement.variants[-1].attribution_ids[-1][1:]
    assert find_todays(connection, "s", (older, statement.id)) == (statement.id,)
    assert own_id(connection, "s", older) == statement.id
