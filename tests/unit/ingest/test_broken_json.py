import json

import pytest

from onrecord.ingest.broken_json import read_whole_items

LISTS = {"articles", "data"}
WHOLE = (
    '{"status": "ok", "data": {"articles": [{"text": "Ahoy"}, {"text": "“Nobody”", "n": [1, {"a": "]"}]}]}}'
)


def test_each_cut_gives_the_items_that_are_whole_before_it() -> None:
    items = json.loads(WHOLE)["data"]["articles"]
    items[1]["n"][0] = "1"
    first, second = WHOLE.index("}, {") + 1, WHOLE.rindex("}]}}") + 1
    for place in range(len(WHOLE)):
        count = (place >= first) + (place >= second)
        found = read_whole_items(WHOLE[:place], LISTS, 3)
        assert found == ({"status": "ok", "data": {"articles": items[:count]}} if count else None), place


def test_a_list_is_read_up_to_a_fault_within_it() -> None:
    assert read_whole_items('[{"text": "a"}, {"text": b}, {"text": "c"}]', LISTS, 3) == [{"text": "a"}]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        '{"text": "The qu',
        '{"text": "Ahoy", "tags": ["a", "b',
        '{"other": [{"text": "Ahoy"}, {',
        "[" * 9000,
    ],
)
def test_what_is_no_list_of_articles_gives_nothing(text: str) -> None:
    assert read_whole_items(text, LISTS, 3) is None
