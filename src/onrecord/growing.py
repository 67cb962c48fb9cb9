"""A record takes in more reports: acknowledged at once, read, linked with all that was there, and put in one step.

However a record was reached, at once or in pieces and in whatever order, it says the same (docs/adr/0018-growing.md). A process
may end at any moment: what was acknowledged waits in the record's inbox, and the next run finishes it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord import __version__
from onrecord.correct import ORPHAN, apply_corrections, find_touched, find_unsaid, tell_orphans
from onrecord.errors import ContradictionError, ModelError, RecordError
from onrecord.model.contents import Contents, MadeWith
from onrecord.news import News, find_news
from onrecord.pipeline import Before, link_all, load_tools, read_all, sorted_problems, used_facts
from onrecord.reading import be_silent
from onrecord.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path
    from typing import BinaryIO

    from onrecord.model.attribution import Reading
    from onrecord.model.correction import Correction
    from onrecord.model.fact import Fact
    from onrecord.model.problem import Problem
    from onrecord.model.report import Capture
    from onrecord.model.statement import Variant
    from onrecord.pipeline import Tools
    from onrecord.reading import Progress
    from onrecord.record.contents.growth import State
    from onrecord.record.contents.inbox import Accepted, Waiting
    from onrecord.record.stores.store import Place, Store


@dataclass(frozen=True, slots=True)
class Manner:
    """How to add: with how many processes, whether to read everything again, and who hears of it."""

    jobs: int | None = None
    rebuild: bool = False
    progress: Progress = be_silent
    acknowledge: Callable[[Accepted], None] | None = None


def add(
    file: Place,
    paths: Iterable[str | Path] = (),
    *,
    manner: Manner | None = None,
    stdin: BinaryIO | None = None,
) -> News:
    """Add every report under `paths` to the record `file`, and finish what an earlier run left waiting.

    Args:
        file: the record, a path or the address of a database; one of an older version is brought forward, with a backup
            beside it.
        paths: files, folders, or ``-`` for `stdin`; none only finishes what is waiting.
        manner: how to go about it.
        stdin: where ``-`` reads from.

    Returns:
        What the record says that it did not say before.

    Raises:
        ModelError: when the record was made with other models or another version of the program.
        RecordError: when the record cannot be opened, is being written to, or the disk refuses.
    """
    from onrecord import ingest

    found = ingest.read_captures([str(path) for path in paths], stdin=stdin, record=str(file))
    return add_found(file, found, manner=manner)


def add_found(file: Place, found: Iterable[Capture | Problem], *, manner: Manner | None = None) -> News:
    """Add what is `found`, wherever it came from, to the record `file`, as `add` does.

    Raises:
        ModelError: when the record was made with other models or another version of the program.
        RecordError: when the record cannot be opened, is being written to, or the disk refuses.
    """
    from onrecord.record.stores.transactions import growing_alone

    manner = manner or Manner()
    with growing_alone(file) as place:
        if not manner.rebuild:
            refuse_other_program(place)
        _take_in(place, found, manner)
        return _digest(place, manner)


def correct(file: Place, corrections: Sequence[Correction], *, manner: Manner | None = None) -> News:
    """Keep what a person says of the record `file`, and lay it over the record.

    What is said is safe before anything else is done with it; what is in the record, and holds already, is not kept twice. The reports it concerns are read again, so that it takes the
    place of what the program finds today.

    Returns:
        What the record says that it did not say before; a correction that holds to nothing is among its problems.

    Raises:
        ModelError: when the record was made with other models or another version of the program.
        RecordError: when the record cannot be opened, is being written to, or the disk refuses; or when the corrections
            cannot be laid over it: they are not kept then.
    """
    from onrecord.record.contents.corrections import (
        find_waiting_corrections,
        restore_corrections,
        take_in_corrections,
        withdraw_corrections,
    )
    from onrecord.record.stores.transactions import growing_alone, writing_to

    manner = manner or Manner()
    with growing_alone(file) as place:
        refuse_other_program(place)
        with writing_to(place) as connection:
            log = (*restore_corrections(connection), *find_waiting_corrections(connection))
            unsaid = find_unsaid(log, corrections)
            take_in_corrections(connection, unsaid)
        try:
            return _digest(place, manner)
        except ContradictionError as error:
            with writing_to(place) as connection:
                withdraw_corrections(connection, unsaid)
            raise RecordError(
                f"{place}: what was said cannot be laid over the record, which is as it was ({error}); it is not kept: say it "
                "of fewer words or names at once"
            ) from error


def _take_in(place: Store, found: Iterable[Capture | Problem], manner: Manner) -> None:
    from onrecord.record.contents.inbox import take_in
    from onrecord.record.stores.transactions import writing_to

    with writing_to(place) as connection:
        for accepted in take_in(connection, found):
            if manner.acknowledge is not None:
                manner.acknowledge(accepted)


def _digest(place: Store, manner: Manner) -> News:
    """Read what is in the inbox, link everything again, and put it into the record."""
    from onrecord.record.rows.collecting import uncollected

    # The two states of the record are gone when the collector is at work again: it would look through both first of all.
    with uncollected():
        return _put_waiting(place, manner)


def _put_waiting(place: Store, manner: Manner) -> News:
    from onrecord.record.contents.growth import Growth, grow, read_state
    from onrecord.record.stores.transactions import writing_to

    with writing_to(place) as connection:
        state = read_state(connection, everything=manner.rebuild, touched=find_touched)
    before = state.contents
    if not (state.waiting or state.problems or state.corrections or manner.rebuild):
        return find_news(before, before)
    after, put = _contents_after(state, manner)
    manner.progress("write", 0, 1)
    with writing_to(place) as connection:
        grow(connection, Growth(contents=after, put=put))
    manner.progress("write", 1, 1)
    return find_news(before, after)


def _contents_after(state: State, manner: Manner) -> tuple[Contents, frozenset[str]]:
    """Return the record with what was waiting, and the ids of the reports that are new in it or no longer as they were."""
    from onrecord.record.contents.keeping import find_aside, with_aside

    before = state.contents
    settings = Settings.of_words(before.made_with.settings)
    facts = facts_of(before.made_with, settings)
    tools = load_tools(settings)
    if not manner.rebuild:
        refuse_other_models(before.made_with, tools)
    waiting = {one.capture.id: one for one in state.waiting}
    unread = [one.capture for one in state.waiting if one.reread]
    paths = {one.capture.id: one.paths for one in state.waiting}
    read, problems = read_all(tools, unread, paths, jobs=manner.jobs, progress=manner.progress)
    read_again = {capture.id for capture in unread}
    kept = [
        _found_at(reading, waiting.get(reading.report.id))
        for reading in before.readings
        if reading.report.id not in read_again
    ]
    log = (*before.corrections, *state.corrections)
    corrected = apply_corrections(sorted([*kept, *read], key=lambda reading: reading.report.id), log)
    readings = corrected.readings
    manner.progress("link", 0, len(readings))
    known = None if manner.rebuild else _find_known(before, readings)
    linked, for_later = link_all(tools, readings, settings, facts, wishes=corrected.wishes, before=known)
    manner.progress("link", len(readings), len(readings))
    contents = Contents(
        made_with=MadeWith(
            onrecord=__version__,
            settings=settings.as_words(),
            models=tools.cards,
            years=settings.years,
            facts=used_facts(linked, facts),
            given=before.made_with.given,
        ),
        captures=tuple(one.capture for one in state.waiting),
        readings=readings,
        linked=linked,
        problems=_problems_after(state, (*problems, *tell_orphans(corrected.orphans))),
        corrections=log,
    )
    reports = {reading.report.id for reading in readings}
    aside = (find_aside(before.kept) | waiting.keys()) - reports
    return replace(contents, kept=with_aside(for_later, aside)), frozenset(waiting) & reports


def _find_known(before: Contents, readings: Sequence[Reading]) -> Before:
    """Return what linking need not work out again."""
    now = {reading.report.id: reading for reading in readings}
    changed = {one.report.id for one in before.readings if now.get(one.report.id) != one}
    return Before(told=_find_told(before, readings), kept=before.kept, changed=frozenset(changed))


def _find_told(before: Contents, readings: Sequence[Reading]) -> dict[tuple[str, ...], tuple[Variant, ...]]:
    """Return the variants of statements of which nothing has been read otherwise since, by the sorted ids of their members.

    They are told from their members' own words: only what joined or left a statement makes others of them.
    """
    now = {one.id: one for reading in readings for one in reading.attributions}
    same = {one.id for reading in before.readings for one in reading.attributions if now.get(one.id) == one}
    told: dict[tuple[str, ...], tuple[Variant, ...]] = {}
    for statement in before.linked.statements:
        members = sorted(member for variant in statement.variants for member in variant.attribution_ids)
        if same.issuperset(members):
            told[tuple(members)] = statement.variants
    return told


def _problems_after(state: State, unread: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems of places: a place that was looked at again has those that it has now."""
    told = [*state.problems, *unread]
    again = {problem.path for problem in told if problem.path} | {
        path for one in state.waiting for path in one.sighted
    }
    kept = (one for one in state.contents.problems if one.path not in again and one.code != ORPHAN)
    return sorted_problems([*told, *kept])


def _found_at(reading: Reading, waiting: Waiting | None) -> Reading:
    """Return `reading` as it would have been read, had all its places been known."""
    if waiting is None:
        return reading
    before, locator = reading.report.paths[0], waiting.capture.locator
    problems = tuple(
        replace(
            problem,
            path=locator if problem.path == before else problem.path,
            message=locator + problem.message.removeprefix(before)
            if problem.message.startswith(f"{before} ")
            else problem.message,
        )
        for problem in reading.problems
    )
    return replace(reading, report=replace(reading.report, paths=waiting.paths), problems=problems)


def facts_of(made_with: MadeWith, settings: Settings) -> tuple[Fact, ...]:
    """Return the facts that days of the record may rest on: those that come with the program, and those given to it."""
    from onrecord.ingest import read_fact_tables

    starter, _ = read_fact_tables((), starter=settings.starter_facts)
    return tuple(sorted({*starter, *made_with.given}, key=lambda fact: fact.id))


def refuse_other_program(place: Store) -> None:
    """Refuse to mix readings of two versions of the program in the record at `place`.

    Raises:
        ModelError: when the record was made by another version.
    """
    from onrecord.record import open_record

    with open_record(place) as record:
        made_by = record.made_with().onrecord
    if made_by != __version__:
        raise ModelError(
            f"{place}: made by onrecord {made_by}, this is {__version__}; add --rebuild to read its reports again with "
            "this one, or use the same one"
        )


def refuse_other_models(made_with: MadeWith, tools: Tools) -> None:
    """Refuse to mix readings made with different models.

    Raises:
        ModelError: when those at hand are not those that the record was made with.
    """
    if made_with.models != tools.cards:
        here = {card.name: card for card in tools.cards}
        names = ", ".join(card.name for card in made_with.models if here.get(card.name) != card)
        raise ModelError(
            f"the record was made with other models than those installed ({names or 'fewer'}); add --rebuild to read its "
            "reports again with these, or install the same ones"
        )
