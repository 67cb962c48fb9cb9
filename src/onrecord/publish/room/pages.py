"""Which page stands at which address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.publish.room.events import show_event, show_events
from onrecord.publish.room.grounds import show_why
from onrecord.publish.room.guide import show_help
from onrecord.publish.room.like import show_like
from onrecord.publish.room.matrix import show_matrix
from onrecord.publish.room.notes import show_corrections, show_divergences, show_problems
from onrecord.publish.room.outlets import show_outlets
from onrecord.publish.room.reports import show_attribution, show_report, show_reports
from onrecord.publish.room.searching import show_search
from onrecord.publish.room.speakers import show_speaker, show_speakers
from onrecord.publish.room.statements import show_statement
from onrecord.publish.room.stories import show_stories, show_story

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.publish.room.answering import View

VIEWS: Mapping[str, View] = {
    "/": show_stories,
    "/story/{id}": show_story,
    "/events": show_events,
    "/event/{id}": show_event,
    "/statement/{id}": show_statement,
    "/like/{id}": show_like,
    "/speakers": show_speakers,
    "/speaker/{id}": show_speaker,
    "/matrix": show_matrix,
    "/outlets": show_outlets,
    "/reports": show_reports,
    "/report/{id}": show_report,
    "/search": show_search,
    "/divergences": show_divergences,
    "/problems": show_problems,
    "/corrections": show_corrections,
    "/attribution/{id}": show_attribution,
    "/why/{id}": show_why,
    "/help": show_help,
}
