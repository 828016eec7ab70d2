"""Names that an exercise forbids. A rule of the exercise, read off the syntax tree; no part of security."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence, Set


def syntax_fault(code: str) -> tuple[str, int | None] | None:
    """Why the program cannot be read as Python, and the line; None where it can."""
    try:
        ast.parse(code)
    except SyntaxError as error:
        return f"{(error.msg or 'this is not Python')[:200]}", error.lineno
    except (RecursionError, MemoryError):
        return "it nests too deeply to be read", None
    except (ValueError, OverflowError) as error:
        return f"it cannot be read: {str(error)[:200]}", None
    return None


def forbidden_name(code: str, names: Sequence[str]) -> tuple[str, int] | None:
    """The first forbidden name that a readable program uses, and its line; a dotted name is found by its last part.

    A function that the program itself writes under such a name may be called: it is no one else's.
    """
    wanted = {each.rpartition(".")[2]: each for each in names}
    own = {each.name for each in ast.walk(ast.parse(code)) if isinstance(each, ast.FunctionDef)}
    found = sorted((line, name) for name, line in used_names(code, own) if name in wanted)
    return (wanted[found[0][1]], found[0][0]) if found else None


def used_names(code: str, own: Set[str] = frozenset()) -> Iterator[tuple[str, int]]:
    """Every name that the program reads (but its own), imports or fetches as an attribute, also by getattr."""
    for node in ast.walk(ast.parse(code)):
        match node:
            case ast.Name(name) if name in own:
                continue
            case ast.Name(name) | ast.Attribute(attr=name):
                yield name, node.lineno
            case ast.Import(names):
                yield from ((part, node.lineno) for each in names for part in each.name.split("."))
            case ast.ImportFrom(module, names):
                parts = [*(module or "").split("."), *(each.name for each in names)]
                yield from ((part, node.lineno) for part in parts)
            case ast.Call(func=ast.Name("getattr"), args=[_, ast.Constant(str(name)), *_]):
                yield name, node.lineno


def line_of(code: str, function: str) -> int | None:
    """Where a function of the program begins."""
    nodes = ast.walk(ast.parse(code))
    lines = [each.lineno for each in nodes if isinstance(each, ast.FunctionDef) and each.name == function]
    return lines[-1] if lines else None
