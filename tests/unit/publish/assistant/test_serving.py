"""The tools as an assistant meets them: in a process of their own, asked by the SDK's client."""

from __future__ import annotations

import asyncio
import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from onrecord.errors import RecordError
from onrecord.publish.assistant.serving import create_server, span_of, tellable
from support.records import written

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from onrecord.record import Record

mcp = pytest.importorskip("mcp", reason="the extra mcp is not installed")
TOOLS = {"search", "statement", "speaker", "report_in_context", "events"}


def ask(server: Any, talk: Callable[[Any], Awaitable[Any]]) -> Any:
    async def run() -> Any:
        async with mcp.Client(server) as client:
            return await talk(client)

    return asyncio.run(run())


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("served"))


def started(path: Path) -> Any:
    return mcp.StdioServerParameters(command=sys.executable, args=["-m", "onrecord", "mcp", str(path)])


def test_a_process_of_its_own_answers_the_sdks_client(path: Path) -> None:
    async def talk(client: Any) -> None:
        listed = await client.list_tools()
        assert {tool.name for tool in listed.tools} == TOOLS
        found = await client.call_tool("search", {"words": "“raise the fares”"})
        (statement,) = found.structured_content["statements"]
        assert json.loads(found.content[0].text) == found.structured_content
        citation = statement["citation"]
        place = {name: citation[name] for name in ("report_id", "start", "end")}
        context = await client.call_tool("report_in_context", place)
        assert context.structured_content["citation"] == citation
        whole = await client.call_tool("statement", {"id": statement["id"]})
        assert len(whole.structured_content["wordings"]) == 2
        again = await client.call_tool("search", {"words": "“raise the fares”"})
        assert again.structured_content == found.structured_content

    ask(started(path), talk)


def test_tools_say_that_they_only_read_and_what_they_answer(ferry_record: Record) -> None:
    async def talk(client: Any) -> None:
        for tool in (await client.list_tools()).tools:
            assert tool.annotations.read_only_hint
            assert tool.description
            assert tool.output_schema["type"] == "object"
            assert all(name in tool.description for name in tool.input_schema["properties"])

    ask(create_server(ferry_record, version="1"), talk)


@pytest.mark.parametrize(
    ("tool", "given", "sentence"),
    [
        ("statement", {"id": "nothing"}, "no id of a record"),
        ("search", {"words": "ferry", "since": "x"}, "since is a day such as"),
        ("speaker", {"who": "nobody"}, "no speaker of this record is named"),
        ("report_in_context", {"report_id": "r0", "start": 5, "end": 3}, "5 to 3 is no place"),
        ("report_in_context", {"report_id": "r0", "start": 0, "end": 3}, "no report r0"),
        ("search", {}, "search needs words: give it"),
        ("report_in_context", {"report_id": "r0"}, "report_in_context needs start and end: give them"),
        ("search", {"words": "ferry", "most": "many"}, "search: most is a whole number, not 'many'"),
        ("search", {"words": "ferry", "most": 99}, "most is from 1 to 20, not 99"),
        ("search", {"words": None}, "search: words is text, not null"),
        ("speaker", {"who": ["Velik"]}, "speaker: who is text, not a list"),
        ("speaker", {"who": "Velik", "limit": 3}, "speaker takes no limit; it takes who, first, most"),
        ("find", {}, "there is no tool find; there are search, statement"),
    ],
)
def test_an_error_is_a_sentence(
    ferry_record: Record, tool: str, given: dict[str, Any], sentence: str
) -> None:
    async def talk(client: Any) -> None:
        answer = await client.call_tool(tool, given)
        assert answer.is_error
        (told,) = (one.text for one in answer.content)
        assert sentence in told
        assert "\n" not in told
        assert "Error executing" not in told

    ask(create_server(ferry_record, version="1"), talk)


def test_the_documentation_names_every_argument_of_every_tool(ferry_record: Record) -> None:
    page = Path(__file__).parents[4].joinpath("docs", "assistants.md").read_text(encoding="utf-8")
    table = page.partition("### Arguments")[2].partition("\n\nAn argument")[0]
    documented: dict[str, list[str]] = {}
    tool = ""
    for row in table.splitlines()[6:]:
        named, given, _ = (re.findall(r"`(\w+)`", cell) for cell in row.strip("|").split("|", 2))
        tool = named[0] if named else tool
        documented.setdefault(tool, []).extend(given)

    async def talk(client: Any) -> None:
        taken = {tool.name: [*tool.input_schema["properties"]] for tool in (await client.list_tools()).tools}
        assert {name: sorted(given) for name, given in documented.items()} == {
            name: sorted(given) for name, given in taken.items()
        }

    ask(create_server(ferry_record, version="1"), talk)


@pytest.mark.parametrize("words", ["", "\x00", "“", "\U0001f6a2", "x" * 10_000, "NEAR(a b) OR *"])
def test_any_words_are_answered(ferry_record: Record, words: str) -> None:
    async def talk(client: Any) -> None:
        answer = await client.call_tool("search", {"words": words})
        assert not answer.is_error
        assert answer.structured_content["statements_total"] == 0

    ask(create_server(ferry_record, version="1"), talk)


def test_halves_of_surrogate_pairs_have_a_stand_in() -> None:
    assert tellable(["a\ud83d", None, 3]) == ["a\ufffd", None, 3]


def test_a_range_that_is_none_is_refused() -> None:
    with pytest.raises(RecordError, match="is no place"):
        span_of(-1, 2)


def test_without_the_sdk_it_is_said_what_to_install(
    ferry_record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "mcp.types", None)

    with pytest.raises(RecordError, match=r"pip install 'onrecord\[mcp\]'"):
        create_server(ferry_record, version="1")
