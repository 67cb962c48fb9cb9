import json

import pytest

from onrecord.clean import read_report
from onrecord.ingest.items import capture_item, has_words, read_columns, read_item


def test_an_item_is_one_line_whatever_the_order_of_its_members() -> None:
    one = capture_item({"text": "Ahoy — “you”", "date": "2024-03-15", "url": ""}, "a.csv#2")
    other = capture_item({"date": "2024-03-15", "text": "Ahoy — “you”"}, "b.csv#7")
    assert one.payload == '{"date":"2024-03-15","text":"Ahoy — “you”"}'.encode()
    assert (one.id, one.media_type, other.locator) == (other.id, "application/json", "b.csv#7")


def test_a_lone_surrogate_does_not_stop_an_item() -> None:
    capture = capture_item({"text": "Ahoy \ud800 you"}, "a")
    assert json.loads(capture.payload)["text"] == "Ahoy \ud800 you"
    assert read_report(capture)[0] is not None


def test_the_names_that_others_use_are_known() -> None:
    item = {
        "Publish Date": "2024-03-15 10:15:00",
        "media-name": "Haldenpost",
        "content": "Ahoy",
        "stories_id": 7,
        "collect_date": "2025-01-01",
        "source": {"id": None, "name": "Other"},
        "tags": ["quay"],
    }
    assert read_item(item, {}) == {
        "date": "2024-03-15T10:15:00",
        "outlet": "Haldenpost",
        "text": "Ahoy",
        "id": "7",
        "collect_date": "2025-01-01",
    }


def test_the_users_own_names_go_before_those_known() -> None:
    item = {"Volltext": "Ahoy", "text": "teaser", "Titel": "Quay"}
    assert read_item(item, {"text": "Volltext", "title": "titel"}) == {"text": "Ahoy", "title": "Quay"}


def test_an_item_of_blanks_has_no_words() -> None:
    assert not has_words({"text": " \n", "title": "Quay"})
    assert has_words({"html": "<p>Ahoy"})


def test_the_names_that_a_user_gives_are_read_from_pairs() -> None:
    assert read_columns(["text=Volltext", "date = Tag der Ausgabe"]) == {
        "text": "Volltext",
        "date": "Tag der Ausgabe",
    }


@pytest.mark.parametrize("pairs", [["Volltext"], ["body=Volltext"], ["text="], ["text=a", "text=b"]])
def test_what_is_no_pair_of_a_member_and_a_name_is_refused(pairs: list[str]) -> None:
    with pytest.raises(ValueError, match="not of the form text=NAME"):
        read_columns(pairs)


def test_a_language_is_read_by_its_english_name_and_a_day_as_mails_write_it() -> None:
    item = {"text": "Ahoy", "lang": "ENGLISH", "pubDate": "Fri, 15 Mar 2024 23:30:00 -0500"}
    assert read_item(item, {}) == {"text": "Ahoy", "language": "en", "date": "2024-03-15T23:30:00-05:00"}
