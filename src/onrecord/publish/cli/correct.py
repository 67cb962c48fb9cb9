"""``onrecord correct``: a person says what is otherwise, and the record keeps it apart from what it found."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - Typer reads the annotations
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.errors import IngestError
from onrecord.model.correction import CorrectionKind  # noqa: TC001 - Typer reads the annotations
from onrecord.model.problem import Problem
from onrecord.publish.cli.ending import Code, complain, ending
from onrecord.publish.cli.stored import Stored  # noqa: TC001 - Typer reads the annotations

if TYPE_CHECKING:
    from onrecord.model.correction import Correction


@ending
def correct(
    file: Stored,
    kind: Annotated[
        CorrectionKind | None,
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
    with open_record(file) as record:
        before = pile_of(record.contents())
        if kind is None:
            corrections = read_file(source) if source else ()
        else:
            objection = Objection(kind=kind, words=tuple(words or ()), by=by, note=note)
            corrections = (correction_of(before, objection, record.resolve),)
            refuse_unborne(before, objection)
    with Bar() as bar:
        news = correct_record(file, corrections, manner=Manner(progress=bar.show))
    for one in corrections[:1] if kind else ():
        typer.echo(f"{one.id}  {one.kind}: kept, and laid over the record")
    if source:
        typer.echo(f"{len(corrections):,} correction(s) kept, and laid over the record")
    with open_record(file) as record:
        print_lines([*changed_lines(before, pile_of(record.contents())), *problem_lines(news)])
    return Code.FINE


def read_file(path: Path) -> tuple[Correction, ...]:
    """Return the corrections of a file; a line that is none is complained of, and the rest kept.

    Raises:
        IngestError: when the file cannot be opened.
    """
    from onrecord.correct import read_corrections

    try:
        payload = path.read_bytes()
    except OSError as error:
        raise IngestError(f"{path}: {(error.strerror or 'it cannot be read').lower()}") from error
    found: list[Correction] = []
    for one in read_corrections(payload, str(path)):
        if isinstance(one, Problem):
            complain(one.message)
        else:
            found.append(one)
    return tuple(found)
