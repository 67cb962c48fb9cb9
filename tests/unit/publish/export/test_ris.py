import pytest

from onrecord.publish.export.chosen import Chosen
from onrecord.publish.export.references import one_line
from onrecord.publish.export.ris import write_ris
from support.readers import reader
from support.taken import NASTY, ferry, saying

RISPY = reader("rispy")


def test_each_report_is_a_record() -> None:
    records = {one["id"]: one for one in RISPY.loads(write_ris(ferry(), Chosen()).decode())}

    assert len(records) == 3
    record = records["re8a1516e43a061041a04"]
    assert record["type_of_reference"] == "NEWS"
    assert record["title"] == "Islanders wait for a ferry"
    assert record["secondary_title"] == "Lundholm Gazette"
    assert (record["year"], record["date"]) == ("2021", "2021/03/04/")
    assert sorted(one["notes"][0] for one in records.values() if "date" not in one) == [
        "date not known",
        "published Thursday 4 March of 2010 or 2021",
    ]


def test_lines_end_as_the_format_wants() -> None:
    payload = write_ris(ferry(), Chosen())

    assert payload.count(b"\n") == payload.count(b"\r\n")
    assert payload.count(b"ER  - \r\n") == 3


@pytest.mark.parametrize("title", NASTY)
def test_no_title_ends_a_record_or_begins_another(title: str) -> None:
    (record,) = RISPY.loads(write_ris(saying("so", title=title), Chosen()).decode())

    assert record["title"] == one_line(title)
