"""A record whose every text tries to break out of a page or a terminal."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.model.problem import Problem
from onrecord.model.report import Outlet
from support.contents import ferry_contents

if TYPE_CHECKING:
    from onrecord.model.attribution import Reading
    from onrecord.model.contents import Contents

ATTACK = "</style></title><script>document.title='owned'</script><img src=x onerror=alert(1)>\"'><b>\u202e\x1b[31m\x00"


def hostile_contents(url: str = "javascript:alert(1)") -> Contents:
    """Return the invented record with `ATTACK` in every name, title, place and reason, and `url` as addresses."""
    contents = ferry_contents()
    linked = contents.linked
    return replace(
        contents,
        readings=tuple(_hostile(reading, url) for reading in contents.readings),
        problems=(Problem(code="ingest.empty", message=ATTACK, path=ATTACK),),
        linked=replace(
            linked,
            entities=tuple(
                replace(
                    entity,
                    name=ATTACK,
                    aliases=(ATTACK,),
                    merges=(ATTACK,),
                    roles=tuple(replace(role, title=ATTACK) for role in entity.roles),
                )
                for entity in linked.entities
            ),
            events=tuple(replace(event, what=ATTACK, where=ATTACK) for event in linked.events),
            stories=tuple(replace(story, title=ATTACK) for story in linked.stories),
            lineages=tuple(replace(lineage, credit=ATTACK) for lineage in linked.lineages),
            divergences=tuple(replace(divergence, note=ATTACK) for divergence in linked.divergences),
            statements=tuple(
                replace(
                    statement,
                    variants=tuple(replace(variant, summary=ATTACK) for variant in statement.variants),
                )
                for statement in linked.statements
            ),
        ),
    )


def _hostile(reading: Reading, url: str) -> Reading:
    # Replaced letter by letter: every span still holds.
    text = reading.report.text.replace("Velik", "<b>\x00\u202e").replace("boats", "<i>&'")
    report = replace(
        reading.report,
        text=text,
        title=ATTACK,
        language='en" onclick="alert(1)',
        url=url,
        outlet=Outlet(id="o1", name=ATTACK),
        paths=(ATTACK,),
    )
    return replace(reading, report=report)
