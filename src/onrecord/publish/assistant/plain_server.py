# mypy: disable-error-code="explicit-override"
"""The server of the SDK, but that every refusal is one plain sentence. Imports the extra ``mcp``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from pydantic import ValidationError

from onrecord.publish.assistant.arguments import find_unknown, tell_wrong, written

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mcp.server.mcpserver import Context
    from mcp.types import CallToolResult, InputRequiredResult


class PlainServer(MCPServer):
    """A server whose assistants are told which argument is wrong, and what to give."""

    async def call_tool(
        self, name: str, arguments: dict[str, Any], context: Context[Any, Any] | None = None
    ) -> CallToolResult | InputRequiredResult:
        """Call a tool by its name.

        Raises:
            ToolError: with one sentence, where the tool is not known or its arguments are wrong, or with that of a tool which
                refuses to answer.
        """
        schemas: Mapping[str, Any] = {tool.name: tool.input_schema for tool in await self.list_tools()}
        if name not in schemas:
            raise ToolError(f"there is no tool {written(name)}; there are {', '.join(schemas)}")
        unknown = find_unknown(name, schemas[name], arguments)
        if unknown:
            raise ToolError(unknown)
        try:
            return await super().call_tool(name, arguments, context)
        except ToolError as error:
            cause = error.__cause__
            if isinstance(cause, ValidationError):
                raise ToolError(tell_wrong(name, schemas[name], cause.errors())) from error
            if isinstance(cause, ToolError):
                raise ToolError(str(cause)) from error
            raise
