"""``onrecord check``: hold a record to what it promises, and make again what is derived."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from onrecord.publish.cli.ending import Code, ending
from onrecord.publish.cli.stored import Stored  # noqa: TC001 - Typer reads the annotations

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.record import Finding


@ending
def check(
    file: Stored,
    *,
    repair: Annotated[
        bool,
        typer.Option("--repair", help="Make again what is derived: indexes, what reports share, seals."),
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print what was found as JSON.")] = False,
) -> Code:
    """Check every citation against the stored text, and every index against its table."""
    from onrecord.publish.cli.console import plain, write_json
    from onrecord.publish.cli.lines import line, print_lines
    from onrecord.record.contents.verify import check as check_record

    if repair:
        return _repair(file, as_json=as_json)
    findings = check_record(file)
    if as_json:
        write_json(_as_json(findings))
        return Code.FOUND if findings else Code.FINE
    print_lines(line(plain(words), hanging=2) for words in _words(file, findings))
    return Code.FOUND if findings else Code.FINE


def _repair(file: str, *, as_json: bool) -> Code:
    from onrecord.publish.cli.console import plain, write_json
    from onrecord.publish.cli.lines import line, print_lines
    from onrecord.publish.cli.progress import Bar
    from onrecord.repairing import repair as repair_record

    with Bar() as bar:
        repaired = repair_record(file, progress=bar.show)
    if as_json:
        told = {
            "found": _as_json(repaired.found),
            "done": list(repaired.done),
            "left": _as_json(repaired.left),
        }
        write_json(told)
    else:
        off = [f"was off: {one.code} {one.about}: {one.message}" for one in repaired.found]
        words = [*off, *repaired.done, *_words(file, repaired.left)]
        print_lines(line(plain(one), hanging=2) for one in words)
    return Code.FOUND if repaired.left else Code.FINE


def _words(file: str, findings: Iterable[Finding]) -> list[str]:
    from onrecord.record.stores.postgresql_address import without_secrets

    said = [f"{one.code} {one.about}: {one.message}" for one in findings]
    return said or [f"{without_secrets(file)}: every citation stands, every index agrees with its table"]


def _as_json(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    return [{"code": one.code, "about": one.about, "message": one.message} for one in findings]
