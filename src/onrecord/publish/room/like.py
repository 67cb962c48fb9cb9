"""More like this: statements that share telling words with one, or are near it in meaning."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from onrecord.annotate import load_meanings
from onrecord.model.listing import Asked
from onrecord.publish.page.pile import pile_of
from onrecord.publish.page.statements import first_of
from onrecord.publish.room.rows import shown_alike
from onrecord.publish.room.selection import selection
from onrecord.publish.room.statements import title_of
from onrecord.publish.room.visit import Shown

if TYPE_CHECKING:
    from onrecord.model.meaning import Meanings
    from onrecord.publish.room.visit import Visit

LIKE = 20
"""Statements like another that are shown."""
_LOADING = threading.Lock()


def show_like(visit: Visit) -> Shown:
    """Show statements like the one that the address names, also by what they mean where the encoder is at hand.

    They are of all stories, or of that one's own where ``within=story`` is asked for.
    """
    statement_id = visit.wanted("s")
    pile = pile_of(visit.record.slice(statement_ids=[statement_id]))
    statement = next(one for one in pile.statements if one.id == statement_id)
    title = title_of(pile, statement)
    base = pile.readings_by_id[first_of(pile, statement.variants[0]).report_id].report
    stories = [one for one in pile.contents.linked.stories if statement.event_id in one.event_ids]
    story = stories[0] if stories else None
    within = story is not None and visit.asked("within") == "story"
    asked = Asked(most=LIKE, story=story.id if story and within else None)
    wanted = f"statements/{statement_id}/like"
    found = visit.record.find_like(statement_id, asked=asked, meanings=prepare_meanings())
    return Shown(
        template="like.html.j2",
        title=f"Like: {title}",
        rows=selection(wanted, asked),
        values={
            "statement_id": statement_id,
            "text": title,
            "language": base.language,
            "alike": shown_alike(found),
            "story": story.title if story else None,
            "within": within,
            "everywhere": visit.again(within=None),
            "in_story": visit.again(within="story"),
        },
    )


def prepare_meanings() -> Meanings:
    """Return what tells how near texts are in meaning. Of several who ask first, one loads it."""
    meanings = load_meanings()
    with _LOADING:
        meanings.prepare()
    return meanings
