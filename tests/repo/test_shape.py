"""The repository keeps its own rules: sizes, names, mirrored tests, documented codes."""

import ast
import re
import shutil
import subprocess
from pathlib import Path

import pytest

import onrecord

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "onrecord"
MODULES = sorted(path for path in SOURCE.rglob("*.py"))
BANNED = {"utils", "util", "helpers", "helper", "common", "misc", "core", "base", "manager"}
BANNED_VERBS = ("get_", "process_", "handle_", "do_")
LIMIT = 400
WORD_LISTS = {"lexicon"}
LARGE = {"attribution-tagger-4.onnx"}


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", MODULES, ids=relative)
def test_a_module_keeps_its_size_and_name(path: Path) -> None:
    assert path.stem not in BANNED
    assert path.parent.name not in BANNED
    if path.parent.name not in WORD_LISTS:
        assert len(path.read_text(encoding="utf-8").splitlines()) <= LIMIT


@pytest.mark.parametrize("path", MODULES, ids=relative)
def test_functions_are_named_by_what_they_do(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = [node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    assert not [name for name in names if name.lstrip("_").startswith(BANNED_VERBS)]


@pytest.mark.parametrize(
    "path", [path for path in MODULES if path.name not in {"__init__.py", "__main__.py"}], ids=relative
)
def test_every_module_has_its_own_unit_test(path: Path) -> None:
    inside = path.relative_to(SOURCE)
    assert (ROOT / "tests" / "unit" / inside.parent / f"test_{inside.name}").is_file()


def test_the_public_names_are_these_and_no_more() -> None:
    assert len(onrecord.__all__) <= 20
    assert onrecord.__all__ == sorted(onrecord.__all__)
    assert all(hasattr(onrecord, name) for name in onrecord.__all__)


def test_an_unknown_public_name_is_refused() -> None:
    with pytest.raises(AttributeError, match="no attribute 'Foo'"):
        _ = onrecord.Foo  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType, reportUnknownVariableType]


def test_every_problem_code_is_documented_and_no_other() -> None:
    quoted = re.compile(r"\"((?:ingest|clean|read|annotate|attribute|correct|link|web)\.[a-z-]+)\"")
    used = {code for path in MODULES for code in quoted.findall(path.read_text(encoding="utf-8"))}
    documented = set(
        re.findall(
            r"^\| `([a-z]+\.[a-z-]+)`",
            (ROOT / "docs" / "problems.md").read_text(encoding="utf-8"),
            re.MULTILINE,
        )
    )
    assert used == documented


def test_the_changelog_tells_of_this_version() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"## [{onrecord.__version__}]" in text or "## [Unreleased]" in text


def test_the_lock_names_no_host_and_hashes_everything() -> None:
    lines = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    assert not [line for line in lines if "://" in line or "index-url" in line]
    pins = [index for index, line in enumerate(lines) if "==" in line and not line.startswith(" ")]
    assert pins
    assert all("--hash=sha256:" in lines[index + 1] for index in pins)


def tracked_files() -> list[Path]:
    git = shutil.which("git") or "git"
    listed = subprocess.run([git, "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout: nothing tells which files belong to the project")
    return [ROOT / line for line in listed.stdout.splitlines()]


def test_no_file_names_a_machine_or_is_unreasonably_large() -> None:
    for path in tracked_files():
        if not path.is_file():
            continue
        assert path.stat().st_size < 1_000_000 or path.name in LARGE, relative(path)
        if path.suffix in {".py", ".md", ".toml", ".yml", ".txt", ".json", ""}:
            text = path.read_text(encoding="utf-8", errors="replace")
            assert not re.search(r"/(?:home|root|work|Users)/\w", text), relative(path)


def test_links_between_documents_lead_somewhere() -> None:
    for path in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]:
        for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", path.read_text(encoding="utf-8")):
            assert (path.parent / target).exists(), f"{relative(path)} links to {target}"
