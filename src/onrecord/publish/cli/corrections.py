"""``onrecord corrections``: what persons said of a record, to read, to count and to hand on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.publish.cli.ending import Code, ending
from onrecord.publish.cli.stored import Stored  # noqa: TC001 - Typer reads the annotations

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from onrecord.model.correction import Correction
    from onrecord.publish.cli.lines import Line

_SHOWN = 70
"""Characters of the words that a correction holds to."""


@ending
def corrections(
    file: Stored,
    *,
    summary: Annotated[
        bool, typer.Option("--summary", help="Tell how often the program was wrong, by kind.")
    ] = False,
    as_lines: Annotated[
        bool, typer.Option("--export", help="Print them as JSON lines, as `correct --from` takes them.")
    ] = False,
) -> Code:
    """List what persons said of the record, oldest first."""
    from onrecord.correct import count_corrections, find_holding, find_lost, write_correction
    from onrecord.publish.cli.lines import print_lines
    from onrecord.record import find_corrections, open_record

    with open_record(file) as record:
        problems = record.problems()
        attributions = len(record.attributions())
    log = find_corrections(file)
    if as_lines:
        for one in log:
            typer.echo(write_correction(one))
    elif summary:
        print_lines(summary_lines(count_corrections(log), attributions))
    else:
        lost, holding = find_lost(log, problems), find_holding(log)
        told = zip(log, holding, strict=True)
        print_lines([line for one, holds in told for line in correction_lines(one, lost, holds=holds)])
    return Code.FINE


def correction_lines(correction: Correction, lost: Collection[str], *, holds: bool) -> list[Line]:
    """Return the lines that tell one correction; whether it is taken back, or holds to nothing, is said."""
    from onrecord.publish.cli.console import plain
    from onrecord.publish.cli.lines import line

    said = [*correction.names, *dict.fromkeys(day.isoformat() for day in correction.days or ())]
    said += [correction.undoes] if correction.undoes else []
    state = ""
    if correction.id in lost:
        state = "holds to nothing in this record"
    elif not holds:
        state = "taken back, or said otherwise later"
    words = " … ".join(" ".join(part.split()) for anchor in correction.anchors for part in anchor.exact)
    lines = [
        line(
            (correction.kind.value, "bold"),
            "  ",
            plain("; ".join(said)),
            "  " if said else "",
            (correction.id, "dim"),
            f"  {state}" if state else "",
            hanging=4,
        )
    ]
    where = ", ".join(anchor.report_id for anchor in correction.anchors)
    about = plain(words[:_SHOWN] + ("…" if len(words) > _SHOWN else "")) if words else ""
    if where:
        lines.append(line(f"{about}  ({where})" if about else where, indent=4, hanging=2))
    if correction.by or correction.note:
        lines.append(
            line(plain(": ".join(filter(None, (correction.by, correction.note)))), indent=4, hanging=2)
        )
    return lines


def summary_lines(counts: Mapping[str, int], attributions: int) -> list[Line]:
    """Return how often the program was wrong, as far as somebody looked."""
    from onrecord.publish.cli.lines import line

    looked, wrong = counts["looked-at"], counts["not-speech"] + counts["speaker"]
    share = f"; {wrong:,} of them were wrong ({100 * wrong / looked:.0f} %)" if looked else ""
    lines = [line(f"{looked:,} of {attributions + counts['not-speech']:,} attributions looked at{share}")]
    rows = (
        ("not-speech", "no speech"),
        ("speaker", "another speaker"),
        ("accept", "right as they stood"),
        ("same-name", "two names that are one"),
        ("other-name", "one that were two"),
        ("same-statement", "statements joined"),
        ("other-statement", "statements parted"),
        ("date", "days given"),
        ("copy", "copies named"),
    )
    lines += [line(f"{counts[kind]:>7,}  {words}", hanging=9) for kind, words in rows]
    return lines
