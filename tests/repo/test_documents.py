"""What GLOSSARY, ARCHITECTURE and CONTRIBUTING name is there: paths, modules, tasks, commands, and calls with their arguments."""

from __future__ import annotations

import importlib
import inspect
import re
from pathlib import Path

import pytest
from typer.main import get_group

from onrecord.publish.cli.app import app

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "onrecord"
DOCUMENTS = ("GLOSSARY.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "README.md")
ENDS = r"\.(?:py|md|json|csv|txt|toml)"


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def code_in(text: str) -> list[str]:
    """Return what stands as code, each on one line."""
    return re.findall(r"`([^`\n]+)`", text)


def stands(path: str, beside: str) -> bool:
    """Tell whether a path is there: from the root, in the package, among the tests, or in a folder that its line names."""
    if any((folder / path).exists() for folder in (ROOT, PACKAGE, ROOT / "src", ROOT / "tests")):
        return True
    folders = [one for one in re.findall(r"`([\w/]+/)", beside) if (PACKAGE / one).is_dir()]
    return any((PACKAGE / folder / path).exists() for folder in folders)


@pytest.mark.parametrize("name", ["GLOSSARY.md", "ARCHITECTURE.md", "CONTRIBUTING.md"])
def test_every_path_that_a_document_names_is_there(name: str) -> None:
    gone = [
        path
        for line in text_of(name).splitlines()
        for code in code_in(line)
        for path in re.findall(rf"(?<![\w/.-])(?:[\w.-]+/)+[\w.-]*|(?<![\w/.-])[\w-]+{ENDS}\b", code)
        if not path.startswith(".venv/") and not stands(path, line)
    ]
    assert gone == []


def test_the_tree_of_the_package_is_the_package() -> None:
    tree = text_of("ARCHITECTURE.md").partition("```")[2].partition("```")[0]
    named = set(re.findall(r"^  (\w+(?:\.py|/))", tree, re.MULTILINE)) | set(re.findall(r"(\w+\.py):", tree))
    there = {f"{one.name}/" for one in PACKAGE.iterdir() if (one / "__init__.py").is_file()}
    there |= {one.name for one in PACKAGE.glob("*.py")}
    assert named <= there | {"src/"}
    assert there - named == {"__init__.py", "__main__.py", "sample/"} & there


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_task_and_command_that_a_document_names_is_there(name: str) -> None:
    tasks = set(re.findall(r"^(\w+):", text_of("Makefile"), re.MULTILINE))
    commands = set(get_group(app).commands)
    lines = [*code_in(text_of(name)), *re.findall(r"^ *(?:make|onrecord) .*$", text_of(name), re.MULTILINE)]
    assert {one for line in lines for one in re.findall(r"^ *make (\w+)", line)} <= tasks
    assert {one for line in lines for one in re.findall(r"^ *onrecord ([a-z]+)", line)} <= commands


def test_the_program_on_one_screen_names_calls_with_the_arguments_they_take() -> None:
    screen = text_of("ARCHITECTURE.md").partition("```python")[2].partition("```")[0]
    called = re.findall(r"^([\w.]+)\.(\w+)\(([^)]*)\)", screen, re.MULTILINE)
    assert len(called) == len(screen.strip().splitlines())
    for module, function, given in called:
        taken = inspect.signature(getattr(importlib.import_module(f"onrecord.{module}"), function)).parameters
        needed = [
            one.name
            for one in taken.values()
            if one.default is one.empty and one.kind is not one.KEYWORD_ONLY
        ]
        assert len(needed) <= len(given.split(",")) <= len(taken), function
