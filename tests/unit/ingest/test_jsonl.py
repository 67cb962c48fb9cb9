import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.ingest.jsonl import find_fault, read_json_lines
from onrecord.ingest.walk import read_stream
from onrecord.model.problem import Problem
from onrecord.model.report import Capture


def lines(payload: bytes) -> list[Capture | Problem]:
    return list(read_json_lines(read_stream(io.BytesIO(payload), "p")))


def payloads(payload: bytes) -> list[bytes]:
    return [item.payload for item in lines(payload) if isinstance(item, Capture)]


def test_a_capture_is_the_bytes_of_its_line_without_the_line_end() -> None:
    assert payloads(b'{"text": "a"}\r\n {"text": "b"}\n') == [b'{"text": "a"}', b' {"text": "b"}']


def test_a_file_of_blank_lines_is_empty() -> None:
    (problem,) = lines(b"\n \n")
    assert isinstance(problem, Problem)
    assert problem.code == "ingest.empty"


def test_a_byte_order_mark_is_no_part_of_the_first_line() -> None:
    assert payloads(b'\xef\xbb\xbf{"text": "a"}\n') == [b'{"text": "a"}']


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_lines_in_utf_16_are_split_between_characters(encoding: str) -> None:
    # U+0A0A and U+0A00 hold the byte of a newline and are none.
    lines = [
        json.dumps({"text": text}, ensure_ascii=False) for text in ("Ahoy \u0a0a there", "\u0a05\u0a00 quay")
    ]
    payload = "\r\n".join(lines).encode(encoding)
    assert payloads("\ufeff".encode(encoding) + payload) == [line.encode(encoding) for line in lines]


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ('{"text": "a"}', None),
        ('{"n": ' + "9" * 9000 + "}", None),
        ('{"n": NaN, "m": -Infinity}', None),
        ('{"a": 1, "a": 2}', None),
        ("[1]", "holds JSON but no object"),
        ("{", "is not JSON (Expecting property name enclosed in double quotes at character 2)"),
        ("[" * 100_000, "is nested too deeply to be read"),
        ('{"a":' * 100_000, "is nested too deeply to be read"),
    ],
)
def test_a_fault_says_what_is_wrong(line: str, fault: str | None) -> None:
    assert find_fault(line) == fault


@given(st.binary())
def test_any_bytes_can_be_read_as_lines(payload: bytes) -> None:
    assert lines(payload)


@given(st.lists(st.dictionaries(st.text(), st.text() | st.integers() | st.none())))
def test_every_object_gives_a_capture_and_as_it_is_where_it_has_a_text(
    objects: list[dict[str, object]],
) -> None:
    payload = "\n".join(json.dumps(item) for item in objects).encode()
    found = [json.loads(line) for line in payloads(payload)]
    assert len(found) == len(objects)
    assert all(
        one == item or not (item.get("text") or item.get("html"))
        for one, item in zip(found, objects, strict=True)
    )


@pytest.mark.parametrize(
    "item",
    [
        {
            "uri": "n:1",
            "type": "text",
            "headline": "Quay",
            "body_text": "The quay is closed.",
            "language": "en",
        },
        {"source": {"id": None, "name": "Halden Post"}, "title": "Quay", "content": "The quay is closed."},
    ],
)
def test_an_article_of_another_form_on_a_line_is_read_as_it_is_in_a_file(item: dict[str, object]) -> None:
    (found,) = payloads(json.dumps(item).encode())
    assert json.loads(found)["text"] == "The quay is closed."


def test_a_line_that_lists_articles_is_read_as_those() -> None:
    listed = b'{"status": "ok", "articles": [{"title": "Quay", "content": "The quay is closed."}, {"title": "Ferry"}]}'
    (article,) = lines(listed)
    assert isinstance(article, Capture)
    assert article.locator == "p#1#1"
    assert payloads(b'{"tags": [1], "title": "x"}') == [b'{"tags": [1], "title": "x"}']


@pytest.mark.parametrize("encoding", ["utf-32-le", "utf-32-be"])
def test_lines_in_utf_32_are_made_anew(encoding: str) -> None:
    text = '{"text": "Kai: geöffnet"}\n{"text": "b"}\n'
    assert payloads(("\ufeff" + text).encode(encoding)) == [
        '{"text": "Kai: geöffnet"}'.encode(),
        b'{"text": "b"}',
    ]
