"""Nothing typed is ever run: what the checker can reach, read as trees, has no way to run a text."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.calculus.hostile import HOSTILE

SOURCE = Path(__file__).parent.parent.parent / "src"
DOORS = ("fluxions.calculus.answers.check", "fluxions.calculus")
CALLS = frozenset({"eval", "exec", "compile", "__import__", "breakpoint", "input"})
METHODS = frozenset({"sympify", "parse_expr", "lambdify", "import_module", "system", "popen", "literal_eval"})
MODULES = frozenset({
    "sympy", "pickle", "marshal", "shelve", "dill", "cloudpickle", "importlib", "runpy", "code", "codeop", "subprocess",
    "multiprocessing", "os", "pty", "ctypes", "socket", "builtins", "numexpr", "timeit",
})  # fmt: skip


def faults(text: str) -> set[str]:
    """Every way to run a text that a module holds; `re.compile` is not one."""
    return {found for node in ast.walk(ast.parse(text)) for found in _faults(node)}


def _faults(node: ast.AST) -> Iterator[str]:
    match node:
        case ast.Name(id=name) if name in CALLS:  # also where it is only handed on
            yield name
        case ast.Attribute(attr=name) if name in METHODS or name in CALLS - {"compile"} or name == "__builtins__":
            yield name
        case ast.Import(names):
            yield from (each.name for each in names if each.name.split(".")[0] in MODULES)
        case ast.ImportFrom(module=module) if module and module.split(".")[0] in MODULES:
            yield module


def path_of(module: str) -> Path | None:
    place = SOURCE.joinpath(*module.split("."))
    return next((each for each in (place.with_suffix(".py"), place / "__init__.py") if each.is_file()), None)


def imported(text: str) -> Iterator[str]:
    """What a module imports of ours, at its head or anywhere inside, with the packages above it."""
    for node in ast.walk(ast.parse(text)):
        names = []
        if isinstance(node, ast.Import):
            names = [each.name for each in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "imports are absolute, so that they can be followed"
            names = [node.module or "", *(f"{node.module}.{each.name}" for each in node.names)]
        for name in names:
            parts = name.split(".")
            yield from (".".join(parts[:k]) for k in range(1, len(parts) + 1) if parts[0] == "fluxions")


def graph() -> dict[str, Path]:
    """Every module of ours that the doors can reach, those imported late included."""
    found: dict[str, Path] = {}
    waiting = list(DOORS)
    while waiting:
        module = waiting.pop()
        path = path_of(module)
        if module not in found and path is not None:
            found[module] = path
            waiting.extend(imported(path.read_text()))
    return found


@pytest.mark.parametrize("path", graph().values(), ids=graph())
def test_no_module_that_the_checker_reaches_can_run_a_text(path: Path) -> None:
    assert faults(path.read_text()) == set()


@pytest.mark.parametrize(
    "text, fault",
    [
        ("eval(answer)", "eval"),
        ("run = exec", "exec"),
        ("map(eval, texts)", "eval"),
        ("compile(answer, '', 'eval')", "compile"),
        ("from sympy import sympify", "sympy"),
        ("def late():\n    import sympy.parsing", "sympy.parsing"),
        ("sp.sympify(answer)", "sympify"),
        ("builtins.eval(answer)", "eval"),
        ("__import__('os')", "__import__"),
        ("import pickle", "pickle"),
        ("from os import system", "os"),
    ],
)
def test_the_watch_sees_what_it_looks_for(text: str, fault: str) -> None:
    assert fault in faults(text)


def test_the_watch_lets_patterns_be_compiled() -> None:
    assert faults("import re\nWORD = re.compile('[a-z]+')") == set()


INSIDE = """
import json, sys
from fluxions.calculus.answers.check import check
from fluxions.calculus.language.read import read

texts = json.loads(sys.stdin.read())
ran = []
def watch(event, args):
    if event in ("exec", "compile", "open", "os.system", "subprocess.Popen", "socket.connect", "marshal.loads"):
        ran.append((event, str(args[0])[:80]))

late = [("x + 1", "diff(x^2/2 + x, x)"), ("1", "limit(sin(x)/x, x, 0)"), (r"\\frac{x}{2}", "x"), ("x=", "x")]
for answer, expected in late:
    check(answer, read(expected).expr)  # imports what is imported late
sys.addaudithook(watch)
for text in texts:
    check(text, read("x").expr)
print(json.dumps({"modules": sorted(sys.modules), "ran": ran}))
"""


def test_code_that_is_typed_is_read_and_nothing_else_happens() -> None:
    """Python's own audit events tell of every text that is compiled, run or opened."""
    texts = [answer for name, (answer, _) in HOSTILE.items() if name.startswith("code")]
    assert len(texts) >= 20
    told = subprocess.run(
        [sys.executable, "-c", INSIDE], input=json.dumps(texts), capture_output=True, text=True, check=True, timeout=60
    )
    said = json.loads(told.stdout)
    assert said["ran"] == []
    assert not {"sympy", "pickle", "numpy", "subprocess"} & set(said["modules"])
    assert {each for each in said["modules"] if each.startswith("fluxions")} <= set(graph()) | {"fluxions"}
