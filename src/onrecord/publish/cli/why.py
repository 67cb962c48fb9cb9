"""``onrecord why``: the rule, the exact words and the candidates behind one thing of a record."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from onrecord.publish.cli.ending import Code, ending
from onrecord.publish.cli.stored import Stored  # noqa: TC001 - Typer reads the annotations

if TYPE_CHECKING:
    from onrecord.publish.cli.lines import Line
    from onrecord.publish.page.grounds import Candidate, Ground, Place

LONGEST = 400
"""Characters of a passage that the terminal shows; JSON has it whole."""


class Form(StrEnum):
    """How the ground is printed."""

    TEXT = "text"
    JSON = "json"


@ending
def why(
    file: Stored,
    wanted: Annotated[
        str,
        typer.Argument(
            metavar="ID", help="What to ask for: an id, the start of one, or a number (S1, E2, R3)."
        ),
    ],
    *,
    form: Annotated[Form, typer.Option("--format", help="Print text or JSON.")] = Form.TEXT,
) -> Code:
    """Say why the record has something as it has it: rule, evidence, and what else was possible."""
    from onrecord.publish.cli.console import write_json
    from onrecord.publish.cli.lines import print_lines
    from onrecord.publish.page.pile import pile_of
    from onrecord.publish.page.why import find_ground
    from onrecord.record import open_record

    with open_record(file) as record, record.at_one_moment():
        ground = find_ground(pile_of(record.contents()), wanted, record.resolve)
    if form is Form.JSON:
        write_json(ground_as_json(ground))
    else:
        print_lines(ground_lines(ground))
    return Code.FINE


def ground_lines(ground: Ground, *, indent: int = 0) -> list[Line]:
    """Return the lines that tell a ground, what it consists of further in."""
    from onrecord.publish.cli.console import plain
    from onrecord.publish.cli.lines import line

    lines = [
        line(
            (plain(ground.what), "bold"),
            "  ",
            (f"{ground.kind}  {ground.id}", "dim"),
            indent=indent,
            hanging=4,
        ),
        line(f"rule  {ground.rule}", indent=indent + 4, hanging=2),
    ]
    lines += [line(plain(sentence), indent=indent + 4, hanging=2) for sentence in ground.because]
    lines += [_place_line(place, indent + 4) for place in ground.places]
    if ground.candidates:
        lines.append(line(("what else was possible", "bold"), indent=indent + 4))
    for candidate in ground.candidates:
        lines.append(
            line(f"{plain(candidate.what)}: {plain(candidate.why_not)}", indent=indent + 6, hanging=2)
        )
        lines += [_place_line(place, indent + 8) for place in candidate.places]
    for part in ground.parts:
        lines += ground_lines(part, indent=indent + 4)
    return lines


def _place_line(place: Place, indent: int) -> Line:
    from onrecord.publish.cli.console import plain
    from onrecord.publish.cli.lines import line
    from onrecord.publish.page.citations import shortened

    shown = shortened(place.exact, LONGEST)
    more = "" if shown == place.exact else " […]"
    where = f"{place.path or place.report_id}:{place.line}"
    return line(
        (f"{plain(place.part)}  ", "dim"),
        f"│ {plain(shown)}{more}",
        (f"  {plain(place.outlet)}  {plain(where)}  characters {place.span.start}-{place.span.end}", "dim"),
        indent=indent,
        hanging=2,
    )


def ground_as_json(ground: Ground) -> dict[str, Any]:
    """Return a ground with all its members, spans as pairs of code points."""
    return {
        "id": ground.id,
        "kind": ground.kind,
        "what": ground.what,
        "rule": ground.rule,
        "because": list(ground.because),
        "evidence": [_place_as_json(place) for place in ground.places],
        "candidates": [_candidate_as_json(one) for one in ground.candidates],
        "parts": [ground_as_json(part) for part in ground.parts],
    }


def _candidate_as_json(candidate: Candidate) -> dict[str, Any]:
    return {
        "what": candidate.what,
        "why_not": candidate.why_not,
        "evidence": [_place_as_json(place) for place in candidate.places],
    }


def _place_as_json(place: Place) -> dict[str, Any]:
    return {
        "part": place.part,
        "report": place.report_id,
        "path": place.path,
        "line": place.line,
        "span": list(place.span),
        "exact": place.exact,
    }
