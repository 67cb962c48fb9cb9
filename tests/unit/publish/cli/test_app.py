"""The program as a whole: its help, its version, and that every command, option and exit code is documented."""

import re
from pathlib import Path

import pytest
from typer.main import get_group
from typer.testing import CliRunner

import onrecord
from onrecord.publish.cli.app import app
from onrecord.publish.cli.ending import Code
from onrecord.publish.cli.export import Format
from onrecord.publish.cli.show import View

DOCUMENT = (Path(__file__).resolve().parents[4] / "docs" / "commands.md").read_text(encoding="utf-8")
COMMANDS = (
    "build",
    "add",
    "watch",
    "show",
    "search",
    "serve",
    "mcp",
    "why",
    "correct",
    "corrections",
    "export",
    "check",
    "copy",
    "score",
    "demo",
)
WITHOUT_OPTIONS = {"mcp"}


def test_the_help_lists_the_commands_and_the_exit_codes() -> None:
    result = CliRunner().invoke(app, ["--help"])

    assert result.exit_code == 0
    assert all(re.search(rf"^  {name} ", result.output, re.MULTILINE) for name in COMMANDS)
    assert "Exit codes: 0 fine" in result.output


def test_no_arguments_show_the_help() -> None:
    assert "Commands:" in CliRunner().invoke(app, []).output


def test_the_version_is_the_packages() -> None:
    result = CliRunner().invoke(app, ["--version"])

    assert (result.exit_code, result.output) == (0, f"onrecord {onrecord.__version__}\n")


def test_these_are_the_commands_and_each_is_documented() -> None:
    names = {
        command.name or (command.callback.__name__ if command.callback else "")
        for command in app.registered_commands
    }

    assert names == set(COMMANDS)
    assert all(f"## `onrecord {name}" in DOCUMENT for name in names)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_documented_with_its_command(name: str) -> None:
    command = get_group(app).commands[name]
    section = DOCUMENT.split(f"## `onrecord {name}", 1)[1].split("\n## ", 1)[0]
    options = {option for parameter in command.params for option in parameter.opts if option.startswith("-")}

    assert options or name in WITHOUT_OPTIONS
    assert [option for option in sorted(options) if f"`{option}`" not in section] == []


def test_every_exit_code_is_documented_and_no_other() -> None:
    section = DOCUMENT.split("## Exit codes", 1)[1].split("\n## ", 1)[0]

    assert {int(code) for code in re.findall(r"^\| `(\d+)`", section, re.MULTILINE)} == {
        code.value for code in Code
    }


@pytest.mark.parametrize("value", [*View, *Format])
def test_every_view_and_format_is_documented(value: str) -> None:
    assert f"`{value}`" in DOCUMENT
