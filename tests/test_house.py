"""The house keeps its own rules: sizes, absences, and documents that name what exists."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "fluxions"
MODULES = sorted(path for path in SOURCE.rglob("*.py") if "migrations" not in path.parts)
ENGINE = [path for path in MODULES if path.is_relative_to(SOURCE / "calculus")]
PURE = ("calculus", "figures", "learner", "curriculum", "tutor")


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_file_holds_one_subject(path):
    text = path.read_text()
    assert len(text.splitlines()) <= 400 or "One shelf:" in (ast.get_docstring(ast.parse(text)) or "")


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_function_fits_on_a_screen(path):
    tree = ast.parse(path.read_text())
    long = [
        f"{node.name}: {node.end_lineno - node.lineno + 1} lines"
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno - node.lineno + 1 > 40
    ]
    assert not long


@pytest.mark.parametrize("path", ENGINE, ids=name)
def test_nothing_typed_is_ever_evaluated(path):
    tree = ast.parse(path.read_text())
    called = {node.func.id for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
    imported = {
        alias.name.split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names
    } | {(node.module or "").split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert not called & {"eval", "exec", "compile", "__import__"}
    assert "sympy" not in imported
    if "numbers" not in path.parts:
        assert not imported & {"flint", "numpy"}


@pytest.mark.parametrize("path", [path for path in MODULES if path.relative_to(SOURCE).parts[0] in PURE], ids=name)
def test_pure_packages_read_no_clock_and_no_global_chance(path):
    imported = set(re.findall(r"^\s*(?:from|import) (\w+)", path.read_text(), re.MULTILINE))
    assert not imported & {"time", "random", "secrets", "requests", "sqlite3", "django"}


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_no_room_is_called_after_nothing(path):
    assert path.stem not in {"utils", "helpers", "manager", "base", "data", "misc", "common"}


def test_no_mark_of_unfinished_work():
    marks = re.compile(r"\b(TODO|FIXME|XXX|NotImplementedError)\b|coming soon", re.IGNORECASE)
    files = [*MODULES, *(ROOT / "frontend" / "src").rglob("*.ts"), *SOURCE.rglob("*.html")]
    assert [name(path) for path in files if marks.search(path.read_text())] == []


@pytest.mark.parametrize("path", ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "docs/authoring.md"])
def test_documents_link_to_files_that_exist(path):
    document = ROOT / path
    links = re.findall(r"\]\((?!https?:|#|skill:)([^)#]+)", document.read_text())
    missing = [link for link in links if not (document.parent / link).exists()]
    assert missing == []


def test_the_make_targets_that_the_documents_name_exist():
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    named = set()
    for path in ("README.md", "CONTRIBUTING.md", "ARCHITECTURE.md", "docs/authoring.md"):
        named |= set(re.findall(r"`make ([a-z-]+)`|^make ([a-z-]+)", (ROOT / path).read_text(), re.MULTILINE))
    assert {one or other for one, other in named} <= targets


def test_every_adr_is_numbered_once():
    numbers = [path.name[:4] for path in (ROOT / "docs" / "adr").glob("*.md")]
    assert len(numbers) == len(set(numbers))


def test_every_setting_is_documented():
    named = {found for path in MODULES for found in re.findall(r"\bFLUXIONS_[A-Z_]*[A-Z]", path.read_text())}
    missing = {each for each in named if f"`{each}`" not in (ROOT / "docs" / "hosting.md").read_text()}
    assert missing == set()
