"""Loops of Python over the rows of arrays, found in the syntax tree: a rule of the exercise, never of security."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

from fluxions.labs.contract import Array, Function

WRAPPERS = frozenset({"zip", "enumerate", "map", "reversed", "list", "tuple", "iter", "range"})
SAME_ROWS = frozenset({"tolist", "copy", "detach", "numpy", "double", "float", "clone", "unbind"})


def row_loop(code: str, functions: Sequence[Function]) -> int | None:
    """The first line of a readable program that loops over rows; None where none is seen.

    Rows belong to the arguments that the lab describes as having n of them. What cannot be traced to these is let pass.
    """
    asked = {each.name: each for each in functions}
    shared = {name for each in functions for name in _row_names(each)}
    lines: list[int] = []
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.FunctionDef):
            names = [each.arg for each in node.args.posonlyargs + node.args.args]
            known = asked.get(node.name)
            rows = {name for name in names if name in shared} if known is None else set(_rows_of(known, names))
            lines += _loops(node, rows)
    return min(lines, default=None)


def _row_names(function: Function) -> tuple[str, ...]:
    return tuple(each.name for each in function.takes if _has_rows(each))


def _rows_of(function: Function, names: Sequence[str]) -> Iterator[str]:
    """What the learner calls the arguments that have rows."""
    yield from (name for name, kind in zip(names, function.takes, strict=False) if _has_rows(kind))


def _has_rows(kind: object) -> bool:
    return isinstance(kind, Array) and kind.shape.split()[0] == "n"


def _loops(function: ast.FunctionDef, rows: set[str]) -> Iterator[int]:
    counts: set[str] = set()
    for node in sorted(
        (each for each in ast.walk(function) if isinstance(each, ast.Assign)), key=lambda each: each.lineno
    ):
        _learn(node, rows, counts)
    for each in ast.walk(function):
        match each:
            case ast.For(iter=source) | ast.comprehension(iter=source) if _over_rows(source, rows, counts):
                yield source.lineno
            case ast.Call(func=ast.Name("map"), args=[_, *sources]) if any(
                _over_rows(one, rows, counts) for one in sources
            ):
                yield each.lineno


def _learn(node: ast.Assign, rows: set[str], counts: set[str]) -> None:
    """Names for the number of rows, and other names for the same arrays."""
    match node:
        case ast.Assign([ast.Name(name)], value):
            counts.discard(name)
            if _is_count(value, rows, counts):
                counts.add(name)
            elif _has_row_values(value, rows):
                rows.add(name)
        case ast.Assign([ast.Tuple([ast.Name(name), *_])], ast.Attribute(ast.Name(array), "shape")) if array in rows:
            counts.add(name)


def _over_rows(source: ast.expr, rows: set[str], counts: set[str]) -> bool:
    match source:
        case ast.Call(func=ast.Name("range"), args=bounds):
            return any(_is_count(each, rows, counts) for each in bounds)
        case ast.Call(func=ast.Name(name), args=parts) if name in WRAPPERS:
            return any(_over_rows(each, rows, counts) for each in parts)
    return _has_row_values(source, rows)


def _has_row_values(value: ast.expr, rows: set[str]) -> bool:
    match value:
        case ast.Name(name):
            return name in rows
        case ast.Call(func=ast.Attribute(inner, method), args=[]) if method in SAME_ROWS:
            return _has_row_values(inner, rows)
        case ast.Call(func=ast.Attribute(_, "asarray" | "array" | "as_tensor"), args=[inner, *_]):
            return _has_row_values(inner, rows)
    return False


def _is_count(value: ast.expr, rows: set[str], counts: set[str]) -> bool:
    """len(X), X.shape[0], X.size(0), or a name for one of these."""
    match value:
        case ast.Name(name):
            return name in counts
        case ast.Call(func=ast.Name("len"), args=[inner]):
            return _has_row_values(inner, rows)
        case ast.Subscript(ast.Attribute(inner, "shape"), ast.Constant(0)):
            return _has_row_values(inner, rows)
        case ast.Call(func=ast.Attribute(inner, "size"), args=[ast.Constant(0)]):
            return _has_row_values(inner, rows)
    return False
