"""LaTeX's matrices and cases, turned into calls."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from fluxions.calculus.language import stacked
from fluxions.calculus.language.tokens import Token, Unread

if TYPE_CHECKING:
    from fluxions.calculus.language.read_latex import Span, _LatexScanner

_MARK = re.compile(r"\\begin\{([A-Za-z*]*)\}|\\end\{([A-Za-z*]*)\}|\\\\|\\.|[{}&]", re.DOTALL)
_READ = stacked.ENVIRONMENTS | frozenset(
    {"pmatrix", "bmatrix", "matrix", "Bmatrix", "array", "smallmatrix", "vmatrix", "cases", "dcases", "rcases"}
)


def environment(scanner: _LatexScanner, at: int, stop: int, end: int) -> int:
    """Put the cells of an environment on the scanner's stack; the place after it."""
    name, rows, after = _cells(scanner.plain_text, at, end)
    if name in stacked.ENVIRONMENTS:
        braced = _braced(scanner, after)
        after = braced or after
        stacked.stack(scanner, at, rows, after, braced is not None)
        return after
    if name in _BARE and (framed := _framed(scanner, after)):
        name, after = framed
    if (
        rows[0][0][1] > rows[0][0][0]
        and "array" in scanner.plain_text[at : rows[0][0][0]]
        and rows
        and scanner.plain_text[rows[0][0][0] : rows[0][0][1]].lstrip().startswith("{")
    ):
        first = rows[0][0]
        rows[0][0] = (scanner.plain_text.index("}", first[0]) + 1, first[1])
    if "cases" in name:
        scanner.called(
            "cases",
            at,
            _listed(scanner, [stacked.without_comma(scanner.plain_text, cell) for row in rows for cell in row]),
            after,
        )
    elif name == "vmatrix":
        scanner.called("det", at, _matrix(scanner, rows, at, after), after)
    elif all(len(row) == 1 for row in rows):
        scanner.called("vector", at, _listed(scanner, [row[0] for row in rows]), after)
    else:
        scanner.later(at, _matrix(scanner, rows, at, after), False)
    return after


_BARE = frozenset({"matrix", "array", "smallmatrix"})
_OPEN_ENDED = re.compile(r" *\\right *\.")
_CLOSER = re.compile(r" *(?:\\right|\\[bB]igg?r?)? *(\]|\)|\||\\rvert|\\vert)")


def _framed(scanner: _LatexScanner, after: int) -> tuple[str, int] | None:
    r"""\left[ … \right] round a bare environment belongs to it: the kind of the whole, and the place after it."""
    if braced := _braced(scanner, after):
        return "cases", braced
    last = scanner.source.tokens[-1] if scanner.source.tokens else None
    found = _CLOSER.match(scanner.plain_text, after)
    if last is None or found is None or last.text not in ("(", "[", "|"):
        return None
    if (
        last.text == "("
        and len(scanner.source.tokens) > 1
        and scanner.source.tokens[-2].sort in ("function", "operator")
    ):
        return None
    scanner.source.tokens.pop()
    scanner.depth -= last.text != "|"
    if scanner.lefts and "right" in found.group():
        scanner.lefts.pop()
    return ("vmatrix" if last.text == "|" else "pmatrix"), found.end()


def _braced(scanner: _LatexScanner, after: int) -> int | None:
    r"""\left\{ … \right. round an environment belongs to it: the place after it."""
    last = scanner.source.tokens[-1] if scanner.source.tokens else None
    found = _OPEN_ENDED.match(scanner.plain_text, after)
    if last is None or last.text != "{" or found is None or not scanner.lefts:
        return None
    scanner.source.tokens.pop()
    scanner.depth -= 1
    scanner.lefts.pop()
    return found.end()


def _cells(text: str, at: int, end: int) -> tuple[str, list[list[Span]], int]:
    """The name of an environment, its cells row by row, and the place after it."""
    rows: list[list[Span]] = [[]]
    depth = 0
    opened = name = ""
    start = at
    for mark in _MARK.finditer(text, at, end):
        sign = mark.group()
        if sign.startswith(r"\begin"):
            depth += 1
            if depth == 1:
                name, start, opened = mark.group(1), mark.end(), sign
        elif sign.startswith(r"\end{") or sign in "{}":
            depth += {"{": 1, "}": -1}.get(sign, -1)
            if depth == 0:
                rows[-1].append((start, mark.start()))
                span = (at, at + len(opened or r"\begin"))
                return _checked(text, name, mark.group(2), rows, span), rows, mark.end()
        elif depth == 1 and sign in ("&", r"\\"):
            rows[-1].append((start, mark.start()))
            start = mark.end()
            if sign != "&":
                rows.append([])
    raise Unread("environment", (at, min(end, at + 6)), r"This \begin has no \end.")


def _checked(text: str, name: str, closing: str | None, rows: list[list[Span]], span: Span) -> str:
    if name not in _READ or closing != name:
        raise Unread("environment", span, "The environment {name} is not read here.", name=name)
    if len(rows) > 1 and len(rows[-1]) == 1 and not text[slice(*rows[-1][0])].strip():
        rows.pop()
    for row in rows if name not in stacked.ENVIRONMENTS else ():
        for start, stop in row:
            if not text[start:stop].strip():
                raise Unread("empty-box", (start, max(stop, start + 1)), "There is still an empty box here.")
    return name


def _listed(scanner: _LatexScanner, cells: list[Span]) -> list[Span | Token]:
    items: list[Span | Token] = []
    for cell in cells:
        comma = [scanner.token("op", ",", cell[0], cell[0])] if items else []
        items += [*comma, cell]
    return items


def _matrix(scanner: _LatexScanner, rows: list[list[Span]], at: int, after: int) -> list[Span | Token]:
    items: list[Span | Token] = [scanner.token("open", "[", at, at)]
    for i, row in enumerate(rows):
        place = row[0][0]
        comma = [scanner.token("op", ",", place, place)] if i else []
        items += [*comma, scanner.token("name", "vector", place, place), scanner.token("open", "(", place, place),
                  *_listed(scanner, row), scanner.token("close", ")", row[-1][1], row[-1][1])]  # fmt: skip
    return [*items, scanner.token("close", "]", after, after)]
