"""``onrecord correct``: a person says what is otherwise, and the record keeps it apart from what it found."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - Typer reads the annotations
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.errors import IngestError
from onrecord.model.correction import CorrectionKind
from onrecord.model.problem import Problem
from onrecord.publish.cli.ending import Code, complain, ending
from onrecord.publish.cli.stored import Stored  # noqa: TC001 - Typer reads the annotations

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.model.correction import Correction


@ending
def correct(
    file: Stored,
    kind: Annotated[
        str | None,
        typer.Argument(metavar="[KIND]", help="What is otherwise: see below.", show_default=False),
    ] = None,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[WHAT]...", help="The ids, names or days that go with it.", show_default=False
        ),
    ] = None,
    *,
    by: Annotated[
        str | None, typer.Option("--by", metavar="NAME", help="Who says so. Default: “a reader”.")
    ] = None,
    note: Annotated[str | None, typer.Option("--note", metavar="WORDS", help="Why.")] = None,
    source: Annotated[
        Path | None,
        typer.Option(
            "--from", metavar="FILE.jsonl", help="Take what others said, as `corrections` exports it."
        ),
    ] = None,
) -> Code:
    """Say what is otherwise than the record has it.

    accept ID: the attribution is right. not-speech ID: these words are nobody's speech. speaker ID [NAME...]: they are these
    people's, or with no name nobody's known. same-name NAME NAME, other-name NAME NAME: two names are one, or two.
    same-statement ID ID, other-statement ID ID. date ID DAY [DAY]: a report is of this day, or words were said then. copy REPORT
    REPORT: the first is a copy of the second. undo CORRECTION: take one back.
    """
    from onrecord.growing import Manner
    from onrecord.growing import correct as correct_record
    from onrecord.publish.cli.add import problem_lines
    from onrecord.publish.cli.changed import changed_lines
    from onrecord.publish.cli.lines import print_lines
    from onrecord.publish.cli.progress import Bar
    from onrecord.publish.page.objecting import Objection, correction_of, refuse_unborne
    from onrecord.publish.page.pile import pile_of
    from onrecord.record import open_record

    if (kind is None) == (source is None):
        complain("say what is otherwise (a kind and what it is about), or give a file with --from")
        return Code.REFUSED
    if kind is not None and kind not in set(CorrectionKind):
        complain(f"{kind!r} is no kind of correction; say one of {', '.join(CorrectionKind)}")
        return Code.REFUSED
    if not all(word.strip() for word in words or ()):
        complain("one of the names, ids or days is empty; leave it out, or say it")
        return Code.REFUSED
    left_out = 0
    with open_record(file) as record:
        before = pile_of(record.contents())
        if kind is None:
            corrections, left_out = read_file(source) if source else ((), 0)
        else:
            objection = Objection(kind=CorrectionKind(kind), words=tuple(words or ()), by=by, note=note)
            corrections = (correction_of(before, objection, record.resolve),)
            refuse_unborne(before, objection)
    if left_out and not corrections:
        complain(f"{source}: no line of it is a correction; the record is as it was")
        return Code.REFUSED
    with Bar() as bar:
        news = correct_record(file, corrections, manner=Manner(progress=bar.show))
    log = before.contents.corrections
    for line in _kept_lines(corrections, log, None if kind else left_out):
        typer.echo(line)
    with open_record(file) as record:
        print_lines([*changed_lines(before, pile_of(record.contents())), *problem_lines(news)])
    return Code.PARTLY if left_out else Code.FINE


def _kept_lines(
    corrections: Sequence[Correction], log: Sequence[Correction], left_out: int | None
) -> list[str]:
    """Say what was kept; `left_out` are the lines that were none of a file, or None where one thing was said.

    What a new correction contradicts is named, for it holds no longer.
    """
    from onrecord.correct import find_replaced
    from onrecord.publish.cli.console import plain

    if left_out is None:
        lines = [f"{one.id}  {one.kind}: kept, and laid over the record" for one in corrections]
    else:
        said = {one.id for one in log}
        known = sum(one.id in said for one in corrections)
        also = f", {known:,} of them known already" if known else ""
        lines = [f"{len(corrections):,} correction(s) kept{also}, and laid over the record"]
        if left_out:
            lines.append(f"{left_out:,} line(s) left out: each is told above")
    return lines + [
        f"{one.id}  {one.kind}: said before by {plain(one.by or 'a reader')}, holds no longer: the last word stands"
        for one in find_replaced(log, corrections)
    ]


def read_file(path: Path) -> tuple[tuple[Correction, ...], int]:
    """Return the corrections of a file, and how many lines are none; each of these is complained of, and the rest kept.

    Raises:
        IngestError: when the file cannot be opened.
    """
    from onrecord.correct import read_corrections

    try:
        payload = path.read_bytes()
    except OSError as error:
        raise IngestError(f"{path}: {(error.strerror or 'it cannot be read').lower()}") from error
    found: list[Correction] = []
    left_out = 0
    for one in read_corrections(payload, str(path)):
        if isinstance(one, Problem):
            complain(one.message)
            left_out += 1
        else:
            found.append(one)
    return tuple(found), left_out
