from pathlib import Path

from onrecord.publish.room.guide import KEYS, REVIEW_KEYS, show_help
from support.room import visiting


def test_keys_of_review_are_told_only_where_they_do_something(tmp_path: Path) -> None:
    with visiting(tmp_path, "/help") as visit:
        assert show_help(visit).values["review_keys"] == ()
    with visiting(tmp_path, "/help", edit=True) as visit:
        assert show_help(visit).values["review_keys"] == REVIEW_KEYS


def test_no_key_means_two_things() -> None:
    keys = [key for key, _ in (*KEYS, *REVIEW_KEYS)]
    assert len(set(keys)) == len(keys)
