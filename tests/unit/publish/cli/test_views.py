from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from onrecord.model.contents import Contents
from onrecord.model.moment import Basis, Moment
from onrecord.publish.cli import views
from onrecord.publish.cli.asked import Answer, Asked, find_answer
from onrecord.publish.cli.lines import Line
from onrecord.record import open_record, write
from support.contents import ferry_contents
from support.hostile import hostile_contents
from support.taken import denying

Ask = Callable[..., Answer]


@pytest.fixture
def ask(tmp_path: Path) -> Ask:
    def answer_of(contents: Contents | None = None, **asked: str) -> Answer:
        path = tmp_path / "ferry.db"
        write(path, contents or ferry_contents())
        with open_record(path) as record:
            return find_answer(record, Asked(**asked))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]

    return answer_of


def told(lines: list[Line]) -> str:
    return "\n".join(" " * line.indent + line.text.plain for line in lines)


def test_statements_show_quotation_marks_only_where_a_report_quotes(ask: Ask) -> None:
    text = told(views.statements(ask()))

    assert (
        "    “We will not raise the fares this year,”\n    quoted; carried by 3 reports, 2 independent; 2 wordings"
        in text
    )
    assert "    said: The ferry to Lundholm will run again from 2 May\n    reported, not quoted" in text


def test_a_statement_shows_differences_in_glyphs_and_where_each_wording_stands(ask: Ask) -> None:
    answer = ask()
    text = told(views.statement(answer, answer.statements[0]))

    assert "We will not raise the fares[− this year]," in text
    assert "Leaves out “this year”." in text
    assert "The Orrin Courier  direct, certain; cue: told  pile/again/courier.txt:5  characters" in text


def test_a_report_that_is_a_line_of_a_file_is_named_by_that_line_only(ask: Ask) -> None:
    contents = ferry_contents()
    moved = tuple(
        replace(one, report=replace(one.report, paths=("pile.jsonl#3",))) for one in contents.readings
    )
    answer = ask(replace(contents, readings=moved))
    text = told(views.statement(answer, answer.statements[0]))

    assert "pile.jsonl#3  characters" in text


def test_speakers_show_names_offices_and_why_they_were_taken_as_one(ask: Ask) -> None:
    text = told(views.speakers(ask()))

    assert text.startswith("Ana Velik  4 statements  person")
    assert "also: A. Velik; Velik" in text
    assert "share the surname" in text
    assert text.endswith("unknown speaker  1 statement")


def test_events_and_timeline_say_when_a_day_is_not_known(ask: Ask) -> None:
    contents = ferry_contents()
    undated = tuple(replace(one, date=None) for one in contents.linked.events)
    answer = ask(replace(contents, linked=replace(contents.linked, events=undated)))

    assert "day not known; Orrin Bay" in told(views.events(answer))
    assert told(views.timeline(answer)).startswith("day not known  Ferry to run again from May")


def test_a_statement_of_another_day_than_its_events_has_its_own_in_the_timeline(ask: Ask) -> None:
    day = date(2021, 3, 9)
    moment = Moment(earliest=day, latest=day, basis=Basis.GIVEN, why="a reader gives it")
    contents = ferry_contents()
    first, *others = contents.linked.statements
    said = (replace(first, said=moment), *others)
    text = told(views.timeline(ask(replace(contents, linked=replace(contents.linked, statements=said)))))

    assert [one for one in text.splitlines() if one.endswith("  Tuesday 9 March 2021")] == [
        one for one in text.splitlines() if first.variants[0].text[:30] in one
    ]


def test_reports_and_problems_say_where_they_were_found(ask: Ask) -> None:
    answer = ask()

    assert "pile/again/courier.txt; pile/courier.txt" in told(views.reports(answer))
    assert "pile/empty.txt  the file is empty  ingest.empty" in told(views.problems(answer))


@pytest.mark.parametrize("name", ["statements", "events", "timeline", "speakers", "reports"])
def test_a_view_with_nothing_in_it_says_so(ask: Ask, name: str) -> None:
    assert "fits." in told(views.VIEWS[name](ask(speaker="nobody")))


@pytest.mark.parametrize("name", sorted(views.VIEWS))
def test_no_text_of_a_report_reaches_the_terminal_raw(ask: Ask, name: str) -> None:
    answer = ask(hostile_contents())
    text = told(views.VIEWS[name](answer) + views.statement(answer, answer.statements[0]))

    assert not set(text) & {"\x1b", "\x00", "\u202e"}


def test_a_denial_never_reads_as_an_assertion(ask: Ask) -> None:
    answer = ask(denying())

    assert "Ana Velik — has never believed: the quay was safe" in told(views.timeline(answer))
    assert "\n    has never believed: the quay was safe\n" in told(views.statements(answer))
    assert "\n    has never believed: the quay was safe\n" in told(
        views.statement(answer, answer.statements[0])
    )
