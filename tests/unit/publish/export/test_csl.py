import json

import pytest

from onrecord.publish.export.chosen import Chosen
from onrecord.publish.export.csl import write_csl
from support.taken import NASTY, ferry, saying


def test_each_report_is_an_item_with_what_is_known_of_it() -> None:
    items = {item["title"]: item for item in json.loads(write_csl(ferry(), Chosen()))}

    assert items["Islanders wait for a ferry"] == {
        "id": "re8a1516e43a061041a04",
        "type": "article-newspaper",
        "title": "Islanders wait for a ferry",
        "container-title": "Lundholm Gazette",
        "issued": {"date-parts": [[2021, 3, 4]]},
        "language": "en",
    }


def test_a_day_that_is_not_known_is_said_and_not_guessed() -> None:
    items = json.loads(write_csl(ferry(), Chosen()))

    assert sorted(item["note"] for item in items if "issued" not in item) == [
        "date not known",
        "published Thursday 4 March of 2010 or 2021",
    ]


@pytest.mark.parametrize("title", NASTY)
def test_any_title_makes_an_item(title: str) -> None:
    (item,) = json.loads(write_csl(saying("so", title=title), Chosen()))

    assert item["title"]
    assert "\n" not in item["title"]
