"""A record whose captures and readings are whole, mended: what is derived from them is made again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.correct import apply_corrections
from onrecord.errors import RecordError
from onrecord.growing import facts_of, refuse_other_models, refuse_other_program
from onrecord.pipeline import link_all, load_tools, used_facts
from onrecord.reading import be_silent
from onrecord.settings import Settings

if TYPE_CHECKING:
    from onrecord.model.contents import Contents
    from onrecord.reading import Progress
    from onrecord.record import Finding
    from onrecord.record.stores.store import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Repaired:
    """What was off before, what was done about it, and what is off still."""

    found: tuple[Finding, ...] = ()
    done: tuple[str, ...] = ()
    left: tuple[Finding, ...] = ()


def repair(file: Place, *, progress: Progress = be_silent) -> Repaired:
    """Make again what is derived in the record `file`: its indexes, all that reports share, and its seals.

    A record in which nothing is off is left as it is. What waits in the inbox stays there.

    Raises:
        ModelError: when the record was made with other models or another version of the program.
        RecordError: when what came in or was read is not whole, or the file cannot be changed; it is then as it was.
    """
    from onrecord.record import check
    from onrecord.record.contents.basis import rebuild_indexes
    from onrecord.record.contents.growth import Growth, grow
    from onrecord.record.stores.transactions import growing_alone, writing_to

    found = check(file)
    if not found:
        return Repaired()
    with growing_alone(file) as place:
        try:
            with writing_to(place) as connection:
                basis = rebuild_indexes(connection)
        except RecordError as error:
            raise RecordError(f"{place}: not repaired: {error}") from error
        refuse_other_program(place)
        contents = _link_again(basis, progress)
        with writing_to(place) as connection:
            grow(connection, Growth(contents=contents, from_inbox=False))
    done = (
        "every index was made again, the full-text ones among them",
        f"{len(contents.readings):,} reports were linked again, and the record was sealed",
    )
    return Repaired(found=found, done=done, left=check(file))


def _link_again(basis: Contents, progress: Progress) -> Contents:
    settings = Settings.of_words(basis.made_with.settings)
    facts = facts_of(basis.made_with, settings)
    tools = load_tools(settings)
    refuse_other_models(basis.made_with, tools)
    wishes = apply_corrections(basis.readings, basis.corrections).wishes
    progress("link", 0, len(basis.readings))
    linked, kept = link_all(tools, basis.readings, settings, facts, wishes=wishes)
    progress("link", len(basis.readings), len(basis.readings))
    made_with = replace(basis.made_with, facts=used_facts(linked, facts))
    return replace(basis, linked=linked, made_with=made_with, kept=kept)
