r"""Formulas one below the other in LaTeX, as `aligned` and `gathered` set them: a system, or a chain of equations."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from fluxions.calculus.language.tokens import Token, Unread

if TYPE_CHECKING:
    from fluxions.calculus.language.read_latex import Span, _LatexScanner

ENVIRONMENTS = frozenset(
    "aligned align align* split gathered gather gather* equation equation* eqnarray eqnarray* multline "
    "multline*".split()
)
_RELATION = r"=|<|>|≤|≥|≠|\\(?:leqslant|geqslant|leq|geq|le|ge|lt|gt|neq|ne)(?![A-Za-z])"
_OPERATOR = r"[-+*/]|\\(?:cdot|times|pm|mp)(?![A-Za-z])"
_GOES_ON = re.compile(rf"(?:\s|\{{\}})*(?:{_RELATION})")
_JOINS = re.compile(rf"(?:\s|\{{\}})*(?:{_RELATION}|{_OPERATOR})")
_WAITS = re.compile(rf"(?:{_RELATION}|{_OPERATOR})(?:\s|\{{\}})*$")


def stack(scanner: _LatexScanner, at: int, rows: list[list[Span]], after: int, braced: bool) -> None:
    """Put the formulas on the scanner's stack; behind one brace they may also be a function by cases."""
    formulas = _formulas(scanner.plain_text, rows)
    if not formulas:
        raise Unread("empty-box", (at, after), "There is still an empty box here.")
    if len(formulas) == 1:
        return scanner.later(at, list(formulas[0]), False)
    items: list[Span | Token] = []
    for formula in formulas:
        start = formula[0][0]
        items += [*([scanner.token("op", ",", start, start + 1)] if items else []), *formula]
    scanner.called("cases" if braced else "lines", at, items, after)


def _formulas(text: str, rows: list[list[Span]]) -> list[list[Span]]:
    """The cells of each formula: a cell that begins with a sign goes on, a row does that begins with a relation."""
    found: list[list[Span]] = []
    for row in rows:
        before = ""
        for cell in row:
            inner = text[slice(*cell)]
            if not inner.replace("{}", "").strip():
                continue
            joins = _JOINS.match(inner) or _WAITS.search(before) if before else _GOES_ON.match(inner)
            if found and joins:
                found[-1].append(cell)
            else:
                found.append([cell])
            before = inner
    return [[*formula[:-1], without_comma(text, formula[-1])] for formula in found]


def without_comma(text: str, cell: Span) -> Span:
    """The cell without the comma that many put at the end of a line."""
    kept = text[slice(*cell)].rstrip()
    comma = kept.endswith((",", ";")) and not kept.endswith(("\\,", "\\;")) and kept[:-1].strip()
    return (cell[0], cell[0] + len(kept) - 1) if comma else cell
