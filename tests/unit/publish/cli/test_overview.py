from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.publish.cli.overview import LISTED, overview, overview_as_json
from onrecord.record import Record, open_record, write
from support.contents import ferry_contents, stating_contents


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    write(tmp_path / "ferry.db", ferry_contents())
    with open_record(tmp_path / "ferry.db") as record:
        yield record


def test_the_overview_tells_everything_the_record_counts(record: Record) -> None:
    text = "\n".join(line.text.plain for line in overview(record))

    for words in (
        "Reports       3, 2 independent",
        "Copies        2 reports in 1 lineage; 1 says that it is a reprint",
        "Attributions  8: 3 direct and 5 indirect",
        "1 with an unknown speaker",
        "Statements    5, 1 in more than one independent report",
        "Thursday 4 March 2021  Ferry to run again from May  3 reports",
    ):
        assert words in text


def test_a_stated_origin_is_told_under_copies_in_its_words(tmp_path: Path) -> None:
    write(tmp_path / "stating.db", stating_contents())
    with open_record(tmp_path / "stating.db") as stating:
        lines = [line.text.plain for line in overview(stating)]
        (told,) = overview_as_json(stating)["stated_credits"]
    under = lines[lines.index("Copies        2 reports in 1 lineage; 1 says that it is a reprint") + 1]
    assert under.split("  │ ")[0].strip() == (
        "Lundholm Gazette credits Bay News Agency, no text of which was found here"
    )
    assert "│ One fisherman believes the ferry will be late." in under
    assert told["text"] == "One fisherman believes the ferry will be late."


def test_the_same_for_programs(record: Record) -> None:
    told = overview_as_json(record)

    assert told["by_manner"]["direct"] == 3
    assert told["events"][0]["what"] == "Ferry to run again from May"


def test_more_events_than_fit_are_counted(tmp_path: Path) -> None:
    contents = ferry_contents()
    event = contents.linked.events[0]
    more = tuple(
        replace(event, id=f"e{number:03}", report_ids=(), evidence=(), date=None)
        for number in range(LISTED + 2)
    )
    write(
        tmp_path / "many.db",
        replace(contents, linked=replace(contents.linked, events=(*more, event), stories=())),
    )
    with open_record(tmp_path / "many.db") as record:
        assert overview(record)[-1].text.plain == "and 3 more"
