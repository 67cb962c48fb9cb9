"""Tables of facts from the command line to the record and back."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from onrecord.ingest.facts import starter_facts
from onrecord.pipeline import read_pile
from onrecord.publish.cli.app import app
from onrecord.publish.export import record_as_json
from onrecord.record import open_record
from onrecord.settings import Settings

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"
VOTE = "The Harwell council voted this Friday, March 4, to close the Old Quay.\n\n“It is late,” said Harwell mayor Ana Velik.\n"
TABLE = """subject,relation,object,from,to,source
Ana Velik,mayor,Harwell,2014-10-01,2018-09-30,the annals of Harwell
Rob Hale,mayor,Harwell,some day,,the annals of Harwell
"""


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "vote.txt").write_text(VOTE, encoding="utf-8")
    (tmp_path / "mayors.csv").write_text(TABLE, encoding="utf-8")
    return tmp_path


def test_a_users_table_dates_an_event_and_a_bad_row_is_a_problem(pile: Path) -> None:
    record = pile / "r.db"
    command = [
        "build",
        str(pile / "reports"),
        "-o",
        str(record),
        "--facts",
        str(pile / "mayors.csv"),
        "--jobs",
        "1",
    ]
    result = CliRunner().invoke(app, command)
    assert result.exit_code == 3
    with open_record(record) as opened:
        exported = record_as_json(opened.contents())
    (event,) = exported["events"]
    assert (event["date"]["from"], event["date"]["to"]) == ("2016-03-04", "2016-03-04")
    (fact,) = exported["made_with"]["facts"]
    assert {"fact": fact["id"]} in event["date"]["evidence"]
    assert (fact["subject"], fact["from"]) == ("Ana Velik", "2014-10-01")
    assert [problem["code"] for problem in exported["problems"]] == ["ingest.bad-fact"]
    assert str(pile) not in json.dumps(exported["made_with"])


def test_without_facts_the_years_stay_open(pile: Path) -> None:
    contents = read_pile(
        [str(pile / "reports")], settings=Settings(starter_facts=False, tagger=False), jobs=1
    )
    (event,) = contents.linked.events
    assert event.date is not None
    assert [day.year for day in event.date.candidates or ()] == [2005, 2011, 2016, 2022]
    assert contents.made_with.facts == ()


def test_a_table_that_is_not_there_is_wrong_use(pile: Path) -> None:
    command = ["build", str(pile / "reports"), "-o", str(pile / "r.db"), "--facts", str(pile / "none.csv")]
    assert CliRunner().invoke(app, command).exit_code == 2


def test_the_starter_table_is_read_with_the_program() -> None:
    assert len(starter_facts()) > 400


@pytest.mark.shared
@pytest.mark.parametrize(("starter", "years"), [(False, {2005, 2011, 2016, 2022}), (True, {2022})])
def test_two_real_reports_are_dated_to_the_day(starter: bool, years: set[int]) -> None:  # noqa: FBT001
    if not SEEDS.is_dir():
        pytest.skip("the five real reports are not beside this checkout")
    paths = [str(path) for path in sorted(SEEDS.glob("00[12]_*.txt"))]
    contents = read_pile(paths, settings=Settings(starter_facts=starter), jobs=1)
    for moment in (contents.linked.report_dates[reading.report.id] for reading in contents.readings):
        days = moment.candidates or (moment.earliest,)
        assert {(day.year, day.month, day.day) for day in days if day} == {(year, 3, 4) for year in years}
