"""Records to take away: a whole invented one, one of hostile words, and what an export may and must hold."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.model import ids
from onrecord.model.annotation import Kind
from onrecord.model.attribution import Manner
from onrecord.model.contents import Contents, MadeWith
from onrecord.model.report import Outlet, Zone
from onrecord.model.statement import Corroboration, Entity, Event, Linked, Relation, Statement, Story, Variant
from onrecord.publish.export.chosen import Chosen, Part, find_chosen
from support.contents import (
    attribution_of,
    blocks_of,
    capture_of,
    chain_of,
    ferry_contents,
    reading_of,
    report_of,
)

if TYPE_CHECKING:
    from onrecord.model.annotation import Chain
    from onrecord.model.attribution import Attribution
    from onrecord.model.report import Capture, Report

NASTY = (
    "<script>alert(1)</script>",
    '=cmd|" /C calc"!A0',
    "+1-2@3",
    "\\input{/etc/passwd} $x_1^2$ 100% #3 & {brace} ~ \\",
    "two\nlines\r\nand\tthree",
    "para one.\n\npara two.",
    "right \u202eto left\u202c and \u2066isolated",
    "nul \x00 bell \x07 escape \x1b[31m",
    "half \ud83d a pair",
    "&amp; &#65; <!-- x --> ]]>",
    "*bold* _it_ `code` [x](javascript:alert(1)) ![i](x) | a | :smile: @me #1",
    "1. first",
    "- dash",
    "  edges  ",
    "🦀 crab and combining e\u0301",
    "He said “no” and 'yes' and \"maybe\"",
    "[^1] [^2]: note",
    "ER  - \nTY  - NEWS",
)
"""Words that some form would obey, swallow or break on."""
LOUD = ("\x00", "\ud83d", "\x07", "\x1b", "\u202e")


def parts_of(contents: Contents) -> list[Chosen]:
    """Return the whole record and one of each of its parts."""
    linked = contents.linked
    speaker = next(one for statement in linked.statements for one in statement.speaker_ids)
    return [
        Chosen(),
        find_chosen(contents, Part.STATEMENT, linked.statements[0].id),
        find_chosen(contents, Part.EVENT, linked.events[0].id),
        find_chosen(contents, Part.STORY, linked.stories[0].id),
        find_chosen(contents, Part.SPEAKER, speaker),
    ]


def words_of(contents: Contents, one: Attribution) -> tuple[str, ...]:
    """Return the exact characters of each range of an attribution's content."""
    text = next(reading.report.text for reading in contents.readings if reading.report.id == one.report_id)
    return tuple(span.of(text) for span in one.content)


def attributions_of(contents: Contents) -> dict[str, Attribution]:
    """Return all attributions by id."""
    return {one.id: one for reading in contents.readings for one in reading.attributions}


def with_text(contents: Contents, extra: str) -> Contents:
    """Return `contents` with `extra` at the end of every report, in nobody's words."""
    return replace(
        contents,
        readings=tuple(
            replace(reading, report=replace(reading.report, text=reading.report.text + extra))
            for reading in contents.readings
        ),
    )


def saying(words: str, *, title: str = "A day", name: str = "Ana Velik", outlet: str = "Gazette") -> Contents:
    """Return a record of one report in which somebody called `name` says exactly `words`, between quotation marks."""
    text = f"A day at the quay\n\n“{words}” Velik said at noon.\n"
    capture = capture_of(text, "pile/one.txt")
    report = report_of(
        capture,
        title=title,
        language="en",
        outlet=Outlet(id=ids.outlet_id(outlet), name=outlet) if outlet else None,
        url="https://gazette.example/a-day?x=1&y={2}",
    )
    if words.strip() and "\n\n" not in words:
        report = replace(report, blocks=blocks_of(text, (Zone.HEADLINE, Zone.BODY)))
    chain = chain_of(report, Kind.PERSON, ("Velik", "Velik", None))
    said = attribution_of(report, words, cue="said", source="Velik", chain=chain, manner=Manner.DIRECT)
    return _recorded(capture, report, chain, said, name=name)


def denying(words: str = "the quay was safe") -> Contents:
    """Return a record of one report in which Velik has never believed that `words`; the cue holds the verb alone."""
    text = f"A day at the quay\n\nVelik has never believed that {words}.\n"
    capture = capture_of(text, "pile/one.txt")
    outlet = Outlet(id=ids.outlet_id("Gazette"), name="Gazette")
    report = report_of(capture, title="A day", language="en", outlet=outlet)
    report = replace(report, blocks=blocks_of(text, (Zone.HEADLINE, Zone.BODY)))
    chain = chain_of(report, Kind.PERSON, ("Velik", "Velik", None))
    said = attribution_of(report, words, cue="believed", source="Velik", chain=chain, manner=Manner.INDIRECT)
    return _recorded(capture, report, chain, said, name="Ana Velik")


def _recorded(capture: Capture, report: Report, chain: Chain, said: Attribution, *, name: str) -> Contents:
    title = report.title or ""
    words = said.content[0].of(report.text)
    entity = Entity(
        id=ids.shared_id("p", (chain.id,)),
        name=name,
        aliases=(),
        kind=Kind.PERSON,
        roles=(),
        chain_ids=(chain.id,),
    )
    event = Event(
        id=ids.shared_id("e", (report.id,)),
        what=title,
        where=None,
        date=None,
        report_ids=(report.id,),
        evidence=(),
    )
    statement = Statement(
        id=ids.shared_id("s", (said.id,)),
        speaker_ids=(entity.id,),
        event_id=event.id,
        said=None,
        variants=(
            Variant(
                attribution_ids=(said.id,), text=words, relation=Relation.BASE, differences=(), summary=""
            ),
        ),
        corroboration=Corroboration(reports=1, lineages=1),
    )
    story = Story(id=ids.shared_id("t", (report.id,)), title=title, event_ids=(event.id,))
    return Contents(
        made_with=MadeWith(onrecord="0.1.0", settings={}, models=(), years=(2000, 2030)),
        captures=(capture,),
        readings=(reading_of(report, (chain,), (said,)),),
        linked=Linked(entities=(entity,), events=(event,), stories=(story,), statements=(statement,)),
    )


def ferry() -> Contents:
    """Return the invented record of the ferry."""
    return ferry_contents()
