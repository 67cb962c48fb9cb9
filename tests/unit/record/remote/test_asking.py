from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import pytest

from onrecord.errors import RecordError
from onrecord.record.remote.asking import Asking, is_web_address
from support.api import served
from support.records import written

if TYPE_CHECKING:
    from pathlib import Path


def test_addresses_of_the_web_are_told_from_paths() -> None:
    assert is_web_address("HTTP://127.0.0.1:8710/")
    assert not is_web_address("story.db")
    assert not is_web_address("postgresql://here/there")


def test_a_token_is_never_shown() -> None:
    asking = Asking("http://me:secret@127.0.0.1:1/?token=hidden")
    assert asking.shown == "http://127.0.0.1:1/"
    asking.close()


def test_nobody_answering_is_told() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(RecordError, match="nobody answers"):
        Asking(f"http://127.0.0.1:{port}").ask("/about")


def test_what_is_no_api_is_told(tmp_path: Path) -> None:
    with served(written(tmp_path)) as address:
        asking = Asking(f"{address}/elsewhere")
        with pytest.raises(RecordError, match="nothing at this address"):
            asking.ask("/about")
        asking.close()


def test_an_answer_comes_with_its_tag(tmp_path: Path) -> None:
    with served(written(tmp_path)) as address:
        asking = Asking(address)
        told = asking.ask("/statements", [("most", 2), ("unknown", False), ("speaker", None)])
        assert len(told.plain["rows"]) == 2
        assert told.tag.startswith('"')
        with pytest.raises(RecordError, match="most: is a whole number"):
            asking.ask("/statements", [("most", 0)])
        asking.close()
