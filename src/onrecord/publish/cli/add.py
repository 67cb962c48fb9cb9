"""``onrecord add``: a record takes in more reports, and says what is new."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from onrecord.model.problem import Problem
from onrecord.publish.cli.build import columns_of
from onrecord.publish.cli.ending import Code, complain, ending
from onrecord.publish.cli.stored import Stored, refuse_addresses

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from onrecord.model.report import Capture
    from onrecord.model.statement import Statement
    from onrecord.news import News
    from onrecord.publish.cli.lines import Line
    from onrecord.record.contents.inbox import Accepted

NAMES = 14
"""Columns of the names before the numbers."""
LISTED = 12
"""More of a kind than this are counted, not listed."""


@ending
def add(  # noqa: PLR0913 - every one is an option of the command
    file: Stored,
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PATH]...",
            help="Files, folders of them, web addresses, or - for standard input. None: finish what an interrupted run left.",
            show_default=False,
        ),
    ] = None,
    *,
    jobs: Annotated[
        int | None,
        typer.Option("--jobs", min=1, metavar="N", help="Processes to read with. Default: the cores."),
    ] = None,
    rebuild: Annotated[
        bool, typer.Option("--rebuild", help="Read all reports again, with today's program and models.")
    ] = False,
    column: Annotated[
        list[str] | None,
        typer.Option(
            "--column",
            metavar="MEMBER=NAME",
            help="What a table or list calls a member of a report: text=Volltext, date=Datum.",
        ),
    ] = None,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Visit addresses inside this network too.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print what is new as JSON.")] = False,
) -> Code:
    """Add the reports under PATH to the record, and say what is new since last time."""
    from onrecord.growing import Manner, add_found
    from onrecord.publish.cli.console import write_json
    from onrecord.publish.cli.lines import print_lines
    from onrecord.publish.cli.progress import Bar

    try:
        with Bar() as bar:
            manner = Manner(jobs=jobs, rebuild=rebuild, progress=bar.show, acknowledge=acknowledge)
            news = add_found(
                file,
                find_all(paths or (), file, allow_private=allow_private, columns=columns_of(column)),
                manner=manner,
            )
    except KeyboardInterrupt:
        complain(f"interrupted; what was taken in is kept: `onrecord add {file}` finishes it")
        return Code.INTERRUPTED
    if as_json:
        write_json(news_as_json(news))
    else:
        print_lines(news_lines(news, find_credits(file, news)))
    return code_of(news)


def code_of(news: News) -> Code:
    """Return how an addition went: partly, where a place could not be read."""
    unread = any(problem.report_id is None and problem.path for problem in news.problems)
    return Code.PARTLY if unread else Code.FINE


def find_all(
    paths: Sequence[str],
    record: str | Path,
    *,
    allow_private: bool,
    columns: Mapping[str, str] | None = None,
) -> Iterator[Capture | Problem]:
    """Yield what stands at each path or web address, in their order; nothing but an address reaches the network.

    The file of `record` is left out.
    """
    from onrecord.ingest import read_captures

    refuse_addresses(paths)
    for path in paths:
        scheme, apart, _ = path.partition("://")
        if apart and scheme.lower() not in {"http", "https"} and scheme.isalpha():
            message = f"{path}: only http:// and https:// are visited"
            yield Problem(code="web.bad-address", message=message, path=path)
            continue
        if not path.lower().startswith(("http://", "https://")):
            yield from read_captures([path], stdin=sys.stdin.buffer, columns=columns, record=str(record))
            continue
        from onrecord.watching import visit_address
        from onrecord.web import Visitor

        with Visitor(allow_private=allow_private) as visitor:
            yield from visit_address(path, visitor)


def acknowledge(accepted: Accepted) -> None:
    """Say at once, on standard error, how many reports are safe: from here on none of them is lost."""
    known = f", {accepted.known:,} known already" if accepted.known else ""
    sys.stderr.write(f"onrecord: {accepted.new:,} new taken in{known}\n")
    sys.stderr.flush()


def find_credits(file: str | Path, news: News) -> Mapping[str, str]:
    """Return, by id, the words of the record `file` that credit what others now bear out, where it is no direct speech."""
    if not news.corroborated:
        return {}
    from onrecord.publish.page.pile import pile_of
    from onrecord.publish.page.statements import first_of
    from onrecord.record import open_record

    with open_record(file) as record:
        pile = pile_of(record.slice(statement_ids=[one.id for one in news.corroborated]))
    return {one.id: pile.credit_words(first_of(pile, one.variants[0])) for one in pile.statements}


def news_lines(news: News, credits_of: Mapping[str, str]) -> list[Line]:
    """Return what is new in numbers, then the events, and the statements that others now bear out, with what credits them."""
    from onrecord.publish.cli.console import plain
    from onrecord.publish.cli.lines import line
    from onrecord.publish.page.wording import moment_words

    rows = [
        ("Reports", f"{len(news.reports):,}"),
        ("Statements", f"{len(news.statements):,}"),
        ("", f"{len(news.corroborated):,} known ones in more independent reports than before"),
        ("Events", f"{len(news.events):,}"),
        ("Problems", f"{len(news.problems):,}"),
    ]
    lines = [line(("New since last time", "bold"))]
    lines += [line((name.ljust(NAMES), "bold"), value, hanging=NAMES) for name, value in rows]
    events = [f"{moment_words(event.date)}  {plain(event.what)}" for event in news.events]
    borne_out = [
        f"{one.corroboration.lineages:,}  {plain(_credited(one, credits_of))}  {one.id}"
        for one in news.corroborated
    ]
    for name, several in (("Events", events), ("Borne out", borne_out)):
        lines += _listed(name, several)
    return [*lines, *problem_lines(news)]


def _credited(one: Statement, credits_of: Mapping[str, str]) -> str:
    credit = credits_of.get(one.id, "")
    return f"{credit}: " * bool(credit) + one.variants[0].text


def problem_lines(news: News) -> list[Line]:
    """Return the problems that were not there before."""
    from onrecord.publish.cli.console import plain

    return _listed("Problems", [plain(problem.message) for problem in news.problems])


def _listed(name: str, several: list[str]) -> list[Line]:
    from onrecord.publish.cli.lines import line

    if not several:
        return []
    lines = [line(), line((name, "bold"))]
    lines += [line(words, indent=2, hanging=2) for words in several[:LISTED]]
    if len(several) > LISTED:
        lines.append(line((f"and {len(several) - LISTED} more", "dim"), indent=2))
    return lines


def news_as_json(news: News) -> dict[str, Any]:
    """Return what is new for programs: ids and places of reports, the rest as in the record format."""
    from onrecord.publish.export.record_json import problem_as_json
    from onrecord.publish.export.shared_json import event_as_json, statement_as_json

    return {
        "reports": [{"id": report.id, "path": report.paths[0]} for report in news.reports],
        "statements": [statement_as_json(one) for one in news.statements],
        "corroborated": [statement_as_json(one) for one in news.corroborated],
        "events": [event_as_json(event) for event in news.events],
        "problems": [problem_as_json(problem) for problem in news.problems],
    }
