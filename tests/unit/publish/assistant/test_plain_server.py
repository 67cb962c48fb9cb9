"""What the server refuses is a sentence; `test_serving` asks it as an assistant does."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from onrecord.record import Record

pytest.importorskip("mcp", reason="the extra mcp is not installed")


def test_a_half_of_a_character_in_a_name_is_told_with_a_stand_in(ferry_record: Record) -> None:
    from mcp.server.mcpserver.exceptions import ToolError

    from onrecord.publish.assistant.serving import create_server

    server = create_server(ferry_record, version="1")
    with pytest.raises(ToolError, match=r"^there is no tool \?; there are"):
        asyncio.run(server.call_tool("\ud83d", {}))
    with pytest.raises(ToolError, match=r"^speaker takes no \?; it takes who"):
        asyncio.run(server.call_tool("speaker", {"who": "x", "\ud83d": 1}))
