"""``onrecord score``: a record against a reading made by hand."""

from __future__ import annotations

import json
import math
from pathlib import Path  # noqa: TC003 - Typer reads the annotations
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from onrecord.errors import ScoreError
from onrecord.publish.cli.ending import Code, complain, ending
from onrecord.publish.cli.stored import Stored  # noqa: TC001 - Typer reads the annotations

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@ending
def score(
    gold: Annotated[Path, typer.Argument(metavar="GOLD.json", help="The reading made by hand.")],
    file: Stored,
    *,
    verbose: Annotated[
        bool, typer.Option("-v", "--verbose", help="Add the cases behind the figures.")
    ] = False,
    at_least: Annotated[
        list[str] | None,
        typer.Option(
            "--at-least", metavar="NAME=VALUE", help="Exit 1 when this figure is lower; may be repeated."
        ),
    ] = None,
    at_most: Annotated[
        list[str] | None,
        typer.Option(
            "--at-most", metavar="NAME=VALUE", help="Exit 1 when this figure is higher; may be repeated."
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
) -> Code:
    """Score a record against a reading of the same reports, made by hand."""
    from onrecord.publish.cli.console import plain, write_json
    from onrecord.publish.cli.lines import line, print_lines
    from onrecord.publish.export.record_json import record_as_json
    from onrecord.publish.export.scoring import score as score_record
    from onrecord.record import open_record

    floors, ceilings = bounds_of(at_least or ()), bounds_of(at_most or ())
    reading = read_reading(gold)
    with open_record(file) as record:
        scores = score_record(reading, record_as_json(record.contents()))
    cases = [f"{case.kind} {' '.join(case.words)}" for case in scores.cases] if verbose else []
    if as_json:
        write_json({"figures": dict(scores.figures), **({"cases": cases} if verbose else {})})
    else:
        figures = [f"{name} {value}" for name, value in scores.figures.items()]
        print_lines(line(plain(one), hanging=2) for one in (*figures, *cases))
    missed = missed_bounds(scores.figures, floors, ceilings)
    for sentence in missed:
        complain(sentence)
    return Code.FOUND if missed else Code.FINE


def read_reading(path: Path) -> Mapping[str, Any]:
    """Return the hand-made reading at `path`, parsed.

    Raises:
        ScoreError: when the file holds no JSON object in UTF-8.
    """
    try:
        reading: Any = json.loads(path.read_bytes())
    except (ValueError, RecursionError) as error:
        raise ScoreError(f"{path} is not JSON: {error}") from error
    if not isinstance(reading, dict):
        raise ScoreError(f"{path} holds no JSON object; its form is that of the sample's gold reading")
    return cast("Mapping[str, Any]", reading)


def bounds_of(options: Sequence[str]) -> dict[str, float]:
    """Return the bounds that options of the form NAME=VALUE give.

    Raises:
        typer.BadParameter: when one has another form.
    """
    bounds: dict[str, float] = {}
    for option in options:
        name, equals, value = option.partition("=")
        try:
            bounds[name] = float(value)
        except ValueError:
            equals = ""
        if not equals:
            raise typer.BadParameter(f"{option!r} is not of the form NAME=VALUE, such as recall=0.9")
    return bounds


def missed_bounds(
    figures: Mapping[str, str], floors: Mapping[str, float], ceilings: Mapping[str, float]
) -> list[str]:
    """Say in a sentence each which figures miss their bounds.

    Raises:
        typer.BadParameter: when there is no figure of such a name.
    """
    missed: list[str] = []
    for bounds, sign, word in ((floors, 1, "below"), (ceilings, -1, "above")):
        for name, bound in bounds.items():
            if name not in figures:
                raise typer.BadParameter(f"there is no figure {name!r}; there are {', '.join(figures)}")
            if sign * (number_of(figures[name]) - bound) < 0:
                missed.append(f"{name} is {figures[name]}, {word} {bound:g}")
    return missed


def number_of(figure: str) -> float:
    """Return a figure as a number; of 3/4 the share.

    >>> number_of("3/4"), number_of("0.9")
    (0.75, 0.9)
    """
    part, slash, whole = figure.partition("/")
    if not slash:
        return float(part)
    return float(part) / float(whole) if float(whole) else math.inf
