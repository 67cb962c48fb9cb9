from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.publish.cli import shown_json
from onrecord.publish.cli.asked import Answer, Asked, find_answer
from onrecord.publish.cli.views import VIEWS
from onrecord.record import open_record, write
from support.contents import ferry_contents


@pytest.fixture
def answer(tmp_path: Path) -> Iterator[Answer]:
    write(tmp_path / "ferry.db", ferry_contents())
    with open_record(tmp_path / "ferry.db") as record:
        yield find_answer(record, Asked())


def test_every_view_has_its_json() -> None:
    assert set(shown_json.SHOWN) == set(VIEWS)


def test_each_view_lists_what_the_record_holds(answer: Answer) -> None:
    numbers = {name: len(shown(answer)) for name, shown in shown_json.SHOWN.items()}

    assert numbers == {
        "statements": 5,
        "events": 1,
        "timeline": 1,
        "speakers": 1,
        "reports": 3,
        "divergences": 1,
        "problems": 3,
    }


def test_a_speaker_names_its_statements_and_a_report_leaves_its_text_out(answer: Answer) -> None:
    (velik,) = shown_json.speakers(answer)

    assert len(velik["statements"]) == 4
    assert all("text" not in report for report in shown_json.reports(answer))


def test_one_statement_carries_its_attributions_and_their_paths(answer: Answer) -> None:
    told = shown_json.statement(answer, answer.statements[0])

    assert [one["path"] for one in told["attributions"]] == [
        "pile/gazette-2.txt",
        "pile/gazette-1.txt",
        "pile/again/courier.txt",
    ]
