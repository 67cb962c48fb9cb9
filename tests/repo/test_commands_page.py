"""docs/commands.md and `--help` name the same commands, options and words to choose from."""

from __future__ import annotations

import re
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import pytest
from typer.main import get_group

from onrecord.publish.cli.app import app

if TYPE_CHECKING:
    from collections.abc import Mapping

PAGE = Path(__file__).parents[2].joinpath("docs", "commands.md").read_text(encoding="utf-8")
COMMANDS: Mapping[str, Any] = get_group(app).commands
HELP = {"--help", "-h"}
EVERYWHERE = {"--store"}
"""What stands for the argument FILE.db of every command."""


def sections() -> dict[str, str]:
    """Return what the page says of each command, by its name."""
    found = re.finditer(r"^## `onrecord (\w+).*?(?=^## |\Z)", PAGE, re.DOTALL | re.MULTILINE)
    return {one[1]: one[0] for one in found}


def kinds_in(annotation: Any) -> list[type[Enum]]:
    """Return the lists of words in an annotation such as ``list[Part] | None``."""
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return [annotation]
    return [kind for part in get_args(annotation) for kind in kinds_in(part)]


def code_in(section: str) -> set[str]:
    """Return the words and options that stand as code in a section."""
    code = re.findall(r"`([^`\n]+)`", section)
    return {word for one in code for word in re.findall(r"[\w-]+", one)}


def test_every_command_has_its_section_and_no_other_has() -> None:
    assert set(sections()) == set(COMMANDS)


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_option_of_help_is_on_the_page_and_the_other_way_round(name: str) -> None:
    options = {
        option
        for one in COMMANDS[name].params
        if one.param_type_name == "option"
        for option in (*one.opts, *one.secondary_opts)
    } - HELP
    section = sections()[name]
    assert options - code_in(section) == set()
    first_cells = re.findall(r"^\| (`-.*?) \|", section, re.MULTILINE)
    told = {option for cell in first_cells for option in re.findall(r"(?<![\w-])--?[a-z][\w-]*", cell)}
    assert told - options - EVERYWHERE == set()


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_word_to_choose_from_is_on_the_page(name: str) -> None:
    kinds = [kind for one in COMMANDS[name].params for kind in kinds_in(one.type_descriptor.annotation)]
    words = {word for kind in kinds for one in kind for word in re.findall(r"[\w-]+", str(one.value))}
    assert words - code_in(sections()[name]) == set()
