"""What is written for a value in one kind of task, put in the maths language: E[X^2], Var(X), y(0), grad f, a_(n+1)."""

from __future__ import annotations

import re
from collections.abc import Callable

from fluxions.calculus.diagnosis.letters import NEXT
from fluxions.calculus.diagnosis.odes import equation_of
from fluxions.calculus.expr import Expr, Operator, Sum, Sym
from fluxions.calculus.language.ascii import ascii

Label = tuple[re.Pattern[str], Callable[[re.Match[str]], str]]
_MEAN = re.compile(r"(?<![A-Za-z])E\s*(?:\[([^\[\]]*)\]|\(([^()]*)\))(\^2)?")
_SPREAD = re.compile(r"(?<![A-Za-z])Var\s*(?:\[([^\[\]]*)\]|\(([^()]*)\))")
_GRADIENT = re.compile(r"(?<![A-Za-z\\])grad\s*f(?![A-Za-z_'])")
_PLACE = re.compile(r"^\s*(?:at|in)\s*\([^()=]*\)\s*[:,]\s*")  # at (1, 2): …
_CROSS = re.compile(r"(?<![A-Za-z_])(r_[a-z])\s*(?:×|\\times(?![A-Za-z]))\s*(r_[a-z])(?![A-Za-z_])")
_EXTREMUM = re.compile(
    r"^\s*(?:(?:so|hence|thus)\s+)?(?:a\s+)?(?:local\s+)?(min|max)(?:imum)?\s+(?:at|in|for)\s+(?:x\s*=\s*)?([^=,;]+?)\s*$"
)
_IN_PROPORTION = re.compile(r"^[^∝]*(?:∝|\\propto(?![A-Za-z])|(?<![A-Za-z])prop(?:ortional)?\s+to(?![A-Za-z]))")
_TENDS = re.compile(r"^(?!.*\\?lim)\s*([^=]*[^=(\s,])\s*(?:→|->)\s*([^=]+)$")


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
        case Operator("at" | "dirderiv" | "grad" | "tangent" | "hessian" | "laplacian" | "chain" | "lagrange"):
            return ((_GRADIENT, lambda _: "∇f"), (_PLACE, lambda _: ""))
        case Operator("flux" | "stokes"):
            return ((_CROSS, lambda match: f"cross({match[1]}, {match[2]})"),)
        case Operator("extrema"):
            return ((_EXTREMUM, lambda match: f"{match[1]}imum({match[2]})"),)
        case Operator("posterior"):
            return ((_IN_PROPORTION, lambda _: ""),)
        case Operator("converges" | "radius", (Sum(_, Sym(n)), *_)):
            return _of_terms(n)
    return ()


def _of_terms(n: str) -> tuple[Label, ...]:
    """a_(n+1) as one name, and `… → L` as a limit."""
    following = re.compile(rf"(?<![A-Za-z])a_(?:\(\s*{n}\s*\+\s*1\s*\)|\{{\s*{n}\s*\+\s*1\s*\}})")
    return (
        (following, lambda _: NEXT),
        (_TENDS, lambda match: f"lim_({n}->inf) ({match[1]}) = {match[2]}"),
    )


def _of_moments(x: str, density: str) -> tuple[Label, ...]:
    def inside(match: re.Match[str]) -> str:
        return (match[1] or match[2] or x).replace(x.upper(), x)

    def mean(match: re.Match[str]) -> str:
        return f"expect({inside(match)}, {x}, {density}){match[3] or ''}"

    def spread(match: re.Match[str]) -> str:
        return f"variance({inside(match)}, {x}, {density})"

    return ((_MEAN, mean), (_SPREAD, spread))


__all__ = ["Label", "labels_of"]
