import io
import json
import zlib

import pytest

from onrecord.ingest import door
from onrecord.ingest.detect import Container, detect
from onrecord.ingest.door import read_source
from onrecord.ingest.limits import DEPTH, Budget
from onrecord.ingest.source import Source
from onrecord.ingest.streams import Stream
from onrecord.ingest.walk import read_stream
from onrecord.model.problem import Problem
from onrecord.model.report import Capture
from support.containers import BROKEN, GOLDEN, TEXT, codes, read, told, zip_of
from support.documents import BROKEN_WHOLE, WHOLE

CASES = {**GOLDEN, **WHOLE}
TWINS = {**BROKEN, **BROKEN_WHOLE}
NOT_READ = {Container.EMPTY, Container.BINARY, Container.UNKNOWN}


@pytest.mark.parametrize("name", CASES)
def test_a_golden_container_gives_all_that_is_in_it(name: str) -> None:
    assert told(CASES[name].payload, name) == list(CASES[name].found)


@pytest.mark.parametrize("name", TWINS)
def test_its_broken_twin_gives_what_can_be_saved_and_tells_the_rest(name: str) -> None:
    assert told(TWINS[name].payload, name) == list(TWINS[name].found)


@pytest.mark.parametrize("name", sorted(CASES.keys() - {"plain.txt", "page.html"}))
def test_a_container_is_told_by_its_content_whatever_it_is_called(name: str) -> None:
    found = [text for _, text in told(CASES[name].payload, "upload.bin")]
    assert found == [text for _, text in CASES[name].found]


def test_every_kind_of_container_has_a_reader() -> None:
    assert set(door._READERS) == set(Container)  # pyright: ignore[reportPrivateUsage]


def test_every_kind_of_container_that_is_read_has_a_golden_case_and_a_broken_twin() -> None:
    assert {detect(case.payload, name) for name, case in CASES.items()} == set(Container) - NOT_READ
    assert TWINS.keys() == CASES.keys()


def test_a_list_of_feeds_is_told_with_the_command_that_takes_it() -> None:
    opml = b'<?xml version="1.0"?><opml version="2.0"><body><outline xmlUrl="https://courier.example/f"/></body></opml>'
    (problem,) = read(opml, "feeds.xml")
    assert isinstance(problem, Problem)
    assert problem.code == "ingest.unknown-kind"
    assert "--opml" in problem.message


def test_containers_are_opened_to_a_depth_and_no_deeper() -> None:
    payload = TEXT.encode()
    for _ in range(DEPTH):
        payload = zip_of(
            {"a.txt": payload, "inner.zip": payload} if payload == TEXT.encode() else {"inner.zip": payload}
        )
    assert "ingest.too-deep" not in codes(payload)
    assert "ingest.too-deep" in codes(zip_of({"outer.zip": payload}))


def test_a_fault_of_ours_costs_one_place_and_is_logged(monkeypatch: pytest.MonkeyPatch) -> None:
    logged: list[str] = []

    def fail(*_: object, **__: object) -> Container:
        raise ZeroDivisionError

    def log(message: str, *words: object, exc_info: BaseException) -> None:
        logged.append(f"{message % words}: {type(exc_info).__name__}")

    monkeypatch.setattr("onrecord.ingest.door.detect", fail)
    monkeypatch.setattr("onrecord.ingest.door.logger.warning", log)
    (problem,) = read(b"The quay")
    assert isinstance(problem, Problem)
    assert problem.code == "ingest.failed"
    assert logged == ["reading pile failed: ZeroDivisionError"]


def test_a_json_line_longer_than_the_head_is_still_one() -> None:
    line = b'{"text": "' + b"The quay is closed. " * 8000 + b'"}'
    assert told(line) == [("#1", line.decode())]


def test_a_source_is_named_as_the_user_named_it() -> None:
    assert detect(b"Ahoy", read_stream(io.BytesIO(b"Ahoy"), "-").name) is Container.PLAIN


def test_a_table_a_list_and_lines_are_read_by_the_names_their_user_gives() -> None:
    columns = {"text": "Volltext", "outlet": "Blatt"}
    payloads = (
        "Nr;Volltext;Blatt\n7;Ahoy;Haldenpost\n",
        '[{"Nr": "7", "Volltext": "Ahoy", "Blatt": "Haldenpost"}]',
        '{"Nr": "7", "Volltext": "Ahoy", "Blatt": "Haldenpost"}\n',
    )
    for payload in payloads:
        place = Source(
            stream=Stream(io.BytesIO(payload.encode())),
            locator="a",
            name="a",
            budget=Budget("a"),
            columns=columns,
        )
        (found,) = read_source(place)
        assert isinstance(found, Capture)
        assert found.payload == b'{"nr":"7","outlet":"Haldenpost","text":"Ahoy"}'


ROWS = "title,text\r\nQuay,The quay is closed.\r\nFerry,“The ferry\r\nruns again.”\r\nBoat,Nobody asked us.\r\n".replace(
    "“", '"'
).replace("”", '"')


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_of_a_table_that_is_cut_off_the_whole_rows_are_read(encoding: str) -> None:
    whole = ROWS.encode(encoding)
    rows = [json.loads(text)["text"] for _, text in told(whole, "pile.csv")]
    assert len(rows) == 3
    ends = [ROWS.index(f"{row}") + len(row) for row in rows]
    for place in range(len("title,text\r\nQu"), len(ROWS)):
        cut = ROWS[:place].encode(encoding)
        found = told(cut_gzip(cut), "pile.csv.gz")
        texts = [json.loads(text)["text"] for _, text in found if text.startswith("{")]
        # A row is whole where its line end is there.
        assert texts == rows[: sum(place >= ROWS.index("\n", end) + 1 for end in ends)], place
        assert ("", "ingest.damaged") in found


def test_of_a_list_that_is_cut_off_the_whole_articles_are_read() -> None:
    one = '{"title": "Quay %d", "text": "The quay is closed."}'
    cut = ("[" + ",\n".join(one % number for number in range(3)) + "]").encode()[:-20]
    expected = [("", "ingest.bad-json"), ("#1", one % 0), ("#2", one % 1)]
    assert _loaded(told(cut, "pile.json")) == _loaded(expected)
    assert _loaded(told(cut_gzip(cut), "pile.json.gz")) == _loaded([*expected, ("", "ingest.damaged")])


def cut_gzip(payload: bytes) -> bytes:
    """Return all of `payload`, packed, without the end of the packing."""
    packer = zlib.compressobj(wbits=31)
    return packer.compress(payload) + packer.flush(zlib.Z_SYNC_FLUSH)


def _loaded(found: list[tuple[str, str]]) -> list[tuple[str, object]]:
    return [(place, json.loads(text) if text.startswith("{") else text) for place, text in found]
