import io

import pytest

from onrecord.errors import SetAside
from onrecord.ingest.walk import read_stream


def test_a_source_within_a_source_keeps_what_was_said_of_it() -> None:
    outer = read_stream(io.BytesIO(b""), "a.zip")
    inner = outer.inner(io.BytesIO(b"Ahoy"), locator="a.zip!b", name="b", declared={"url": "u"})
    deeper = inner.inner(io.BytesIO(b"Ahoy"), locator="a.zip!b!c", name="c", declared={"title": "t"})
    assert (deeper.depth, deeper.listed, deeper.budget is outer.budget) == (2, True, True)
    assert deeper.capture(b"Ahoy", "text/plain", part="#1").declared == {"url": "u", "title": "t"}
    assert deeper.capture(b"Ahoy", "text/plain", part="#1").locator == "a.zip!b!c#1"


def test_a_payload_larger_than_the_limit_is_set_aside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.ingest.source.LARGEST", 3)
    with pytest.raises(SetAside, match="a is larger than"):
        read_stream(io.BytesIO(b"Ahoy"), "a").payload()


def test_a_problem_begins_with_its_place() -> None:
    problem = read_stream(io.BytesIO(b""), "a").problem("ingest.empty", "is empty", part="#1")
    assert (problem.path, problem.message) == ("a#1", "a#1 is empty")


def test_what_cannot_be_sought_in_is_held() -> None:
    inner = read_stream(io.BytesIO(b""), "a").inner(io.BytesIO(b"Ahoy"), locator="b", name="b")
    assert inner.file().read() == b"Ahoy"
