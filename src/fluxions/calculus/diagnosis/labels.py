"""What is written for a value in one kind of task, put in the maths language: E[X^2], Var(X), y(0)."""

from __future__ import annotations

import re
from collections.abc import Callable

from fluxions.calculus.diagnosis.odes import equation_of
from fluxions.calculus.expr import Expr, Operator, Sym
from fluxions.calculus.language.ascii import ascii

Label = tuple[re.Pattern[str], Callable[[re.Match[str]], str]]
_MEAN = re.compile(r"(?<![A-Za-z])E\s*(?:\[([^\[\]]*)\]|\(([^()]*)\))(\^2)?")
_SPREAD = re.compile(r"(?<![A-Za-z])Var\s*(?:\[([^\[\]]*)\]|\(([^()]*)\))")


def labels_of(task: Expr) -> tuple[Label, ...]:
    """What is to be replaced in a line before it is read, and by what."""
    found = equation_of(task)
    if found is not None:
        y, x = found[1].name, found[2].name
        at = re.compile(rf"(?<![A-Za-z\\]){y}\(([-−]?[0-9a-z./]+)\)")
        return ((at, lambda match: f"at({y}, {x}, {match[1]})"),)
    match task:
        case Operator("expect" | "variance", (_, Sym(x), density)):
            return _of_moments(x, ascii(density))
    return ()


def _of_moments(x: str, density: str) -> tuple[Label, ...]:
    def inside(match: re.Match[str]) -> str:
        return (match[1] or match[2] or x).replace(x.upper(), x)

    def mean(match: re.Match[str]) -> str:
        return f"expect({inside(match)}, {x}, {density}){match[3] or ''}"

    def spread(match: re.Match[str]) -> str:
        return f"variance({inside(match)}, {x}, {density})"

    return ((_MEAN, mean), (_SPREAD, spread))


__all__ = ["Label", "labels_of"]
