"""What is written for a value in one kind of task, put in the maths language: E[X^2], Var(X), y(0), grad f, a_(n+1)."""

from __future__ import annotations

import re
from collections.abc import Callable

from fluxions.calculus.diagnosis.letters import NEXT
from fluxions.calculus.diagnosis.odes import equation_of
from fluxions.calculus.expr import Expr, Operator, Sum, Sym, Vector
from fluxions.calculus.language.ascii import ascii

Label = tuple[re.Pattern[str], Callable[[re.Match[str]], str]]
_MEAN = re.compile(r"(?<![A-Za-z])E\s*(?:\[([^\[\]]*)\]|\(([^()]*)\))(\^2)?")
_SPREAD = re.compile(r"(?<![A-Za-z])Var(?:\s*(?:\[([^\[\]]*)\]|\(([^()]*)\))|(?=\s*=))")
_GRADIENT = re.compile(r"(?<![A-Za-z\\])grad\s*f(?![A-Za-z_'])")
_PLACE = re.compile(r"^\s*(?:at|in)\s*\([^()=]*\)\s*[:,]\s*")  # at (1, 2): …
_CROSS = re.compile(r"(?<![A-Za-z_])(r_[a-z])\s*(?:×|\\times(?![A-Za-z]))\s*(r_[a-z])(?![A-Za-z_])")
_EXTREMUM = re.compile(
    r"^\s*(?:(?:so|hence|thus)\s+)?(?:a\s+)?(?:local\s+)?(min|max)(?:imum)?\s+(?:at|in|for)\s+(?:x\s*=\s*)?([^=,;]+?)\s*$"
)
_IN_PROPORTION = re.compile(r"^[^∝]*(?:∝|\\propto(?![A-Za-z])|(?<![A-Za-z])prop(?:ortional)?\s+to(?![A-Za-z]))")
_FOLLOWING = re.compile(r"(?<![A-Za-z])([a-z])_(?:\(\s*[nk]\s*\+\s*1\s*\)|\{\s*[nk]\s*\+\s*1\s*\})")
_SEVERAL = re.compile(r"^\s*(?=[(\[]|minimum|maximum|saddle)(.+[)\]])\s*$")
_CURL = re.compile(r"(?<![A-Za-z\\])(?:curl|rot)\s*F(?![A-Za-z_(])|∇\s*×\s*F(?![A-Za-z_(])")
_DIVERGENCE = re.compile(r"(?<![A-Za-z\\])div\s*F(?![A-Za-z_(])|∇\s*·\s*F(?![A-Za-z_(])")
_TENDS = re.compile(r"^(?!.*\\?lim)\s*([^=]*[^=(\s,])\s*(?:→|->)\s*([^=]+)$")


_ON_THE_GRADIENT: tuple[Label, ...] = ((_GRADIENT, lambda _: "∇f"), (_PLACE, lambda _: ""))


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
        case Operator("at" | "dirderiv" | "grad" | "tangent" | "hessian" | "laplacian" | "chain"):
            return _ON_THE_GRADIENT
        case Operator("flux" | "stokes" | "gauss" | "green" | "curl" | "div", (Vector() as field, Vector() as xs, *_)):
            return _of_field(f"({ascii(field)}, {ascii(xs)})")
        case Operator("flux"):
            return _of_field("(F)")
        case Operator("extrema"):
            return ((_EXTREMUM, lambda match: f"{match[1]}imum({match[2]})"), (_SEVERAL, _as_set), *_ON_THE_GRADIENT)
        case Operator("solve" | "lagrange" | "kkt"):
            return ((_SEVERAL, _as_set), *_ON_THE_GRADIENT)
        case Operator("descend" | "newton" | "euler", (_, Sym(x), *_)):
            step = re.compile(rf"(?<![A-Za-z_\\])([{x}y])(\d{{1,2}})(?![\d.(])")  # x1 is the first step, no product
            return ((_FOLLOWING, lambda match: f"{match[1]}_next"), (step, lambda match: f"{match[1]}_{match[2]}"))
        case Operator("posterior"):
            return ((_IN_PROPORTION, lambda _: ""),)
        case Operator("converges" | "radius", (Sum(_, Sym(n)), *_)):
            return _of_terms(n)
    return ()


def _of_field(inside: str) -> tuple[Label, ...]:
    """curl F, div F and the normal of the surface."""
    return (
        (_CROSS, lambda match: f"cross({match[1]}, {match[2]})"),
        (_CURL, lambda _: f"curl{inside}"),
        (_DIVERGENCE, lambda _: f"div{inside}"),
    )


def _as_set(match: re.Match[str]) -> str:
    """(3, 4), (-4, -3) as the set of both; one point as it is."""
    depth, found = 0, [""]
    for sign in match[1].replace(" and ", ", "):
        depth += (sign in "([{") - (sign in ")]}")
        found = [*found, ""] if sign == "," and depth == 0 else [*found[:-1], found[-1] + sign]
    whole = len(found) > 1 and all(each.strip() for each in found)
    return "{" + ", ".join(each.strip() for each in found) + "}" if whole else match[0]


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
