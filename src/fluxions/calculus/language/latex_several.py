"""Operators of several variables as one writes them: ∇f, a bar with the point, the lines of a system, cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxions.calculus.expr import Expr, Matrix, Operator, Set, Vector
from fluxions.calculus.language.ascii import ATOM
from fluxions.calculus.trees import Path

if TYPE_CHECKING:
    from fluxions.calculus.language.latex import Printer

SIGNS = {
    "grad": r"\nabla", "hessian": r"\nabla^2", "div": r"\nabla\cdot", "curl": r"\nabla\times", "laplacian": r"\Delta",
}  # fmt: skip


def several(p: Printer, e: Operator, path: Path) -> str | None:
    """The text; None where the operator has no sign of its own."""
    match e.name, e.args:
        case (("grad" | "hessian" | "div" | "curl" | "laplacian"), (f, Vector())):
            inner = p.child(e, path, 0)
            return f"{SIGNS[e.name]}{inner if isinstance(f, (Vector, Matrix)) else _in_brackets(inner)}"
        case "jacobian", (Vector(), Vector()):
            return rf"D{p.child(e, path, 0)}"
        case "at", (f, Vector(), Vector()):
            return rf"\left.{p.child(e, path, 0)}\right|_{{{_row(p, e, path, 1)}={_row(p, e, path, 2)}}}"
        case "dot" | "cross", (_, _):
            sign = r"\cdot" if e.name == "dot" else r"\times"
            return rf"{p.within(e.args[0], (*path, 0), ATOM)}{sign} {p.within(e.args[1], (*path, 1), ATOM)}"
        case "dirderiv", (_, _, _, _):
            inner, at, along = p.child(e, path, 0), _row(p, e, path, 2), _row(p, e, path, 3)
            return rf"D_{{{along}}}{_in_brackets(inner)}\text{{ at }}{at}"
        case (("minimum" | "maximum" | "saddle"), (_, _)):
            return rf"\text{{{e.name} }}{p.child(e, path, 1)}\text{{ at }}{_row(p, e, path, 0)}"
        case "route", _:
            return r"\to ".join(p.child(e, path, i) for i in range(len(e.args)))
    return _of_a_search(p, e, path)


def _of_a_search(p: Printer, e: Operator, path: Path) -> str | None:
    """What stands on the way to a solution or an extremum."""
    match e.name, e.args:
        case "together", _:
            return r"\cup ".join(p.within(each, (*path, i), ATOM) for i, each in enumerate(e.args))
        case "each", (_, _, _):
            whole, name, within = (p.child(e, path, i) for i in range(3))
            return rf"\left\{{{whole}\mid {name}\in {within}\right\}}"
        case "branch", (_, _, Vector(rest), _):
            roots, name = p.child(e, path, 0), p.child(e, path, 1)
            return rf"{name}\in {roots}" + (rf",\;{p.child(e, path, 2)}" if rest else "")
        case "extrema", (_, _):
            return rf"\text{{extrema of }}{p.child(e, path, 0)}"
        case "extrema", (_, _, _, _):
            inner, name, low, high = (p.child(e, path, i) for i in range(4))
            return rf"\text{{extrema of }}{inner}\text{{ for }}{{{low}\le {name}\le {high}}}"
        case "classify", (_, _, points, *bends):
            found = p.child(e, path, 2)
            known = rf",\;\nabla^2={p.child(e, path, 3)}" if bends else ""
            word = "stationary at " if isinstance(points, Set) else "stationary: "
            return rf"\text{{{word}}}{found}{known}"
        case "kind", (_, _, _, _):
            return rf"\text{{at }}{_row(p, e, path, 2)}:\;{p.child(e, path, 3)}"
        case "candidates", (_, _, _, _, _):
            flat, low, high = (p.child(e, path, i) for i in (2, 3, 4))
            return rf"\text{{candidates: }}{low},\;{high}\text{{ and }}{flat}"
        case "compare", (Set(pairs),) if all(isinstance(each, Vector) and len(each.entries) == 2 for each in pairs):
            shown = r",\;".join(_value_there(p, each, (*path, 0, i)) for i, each in enumerate(pairs))
            return rf"\text{{compare }}{{{shown}}}"
    return _under_constraints(p, e, path)


def _under_constraints(p: Printer, e: Operator, path: Path) -> str | None:
    match e.name, e.args:
        case (("lagrange" | "kkt"), (_, Vector(given), _)):
            inner = p.child(e, path, 0)
            rules = r",\;".join(f"{{{p.shown(each, (*path, 1, i))}}}" for i, each in enumerate(given))
            word = "extrema" if e.name == "lagrange" else "minimum"
            return rf"\text{{{word} of }}{inner}\text{{ where }}{rules}"
        case "multipliers", (_, _, _, _):
            return rf"{p.child(e, path, 0)},\;{p.child(e, path, 2)}"
        case "onset", (_, _, _, _):
            return rf"\text{{candidates: }}{p.child(e, path, 3)}"
        case "constrained", (_, _, _, _, *found):
            known = rf":\;{p.child(e, path, 4)}" if found else ""
            return rf"\text{{at }}{_row(p, e, path, 3)}{known}"
        case "tangential", (_, _, _, _, _):
            slopes, bends = p.child(e, path, 3), p.child(e, path, 4)
            return rf"\text{{at }}{_row(p, e, path, 2)}:\;Dg={slopes},\;\nabla^2={bends}"
        case "active", (_, _, _, _):
            return rf"\text{{active: }}{p.child(e, path, 3)}"
        case "allowed", (_, _, _, _):
            return rf"\text{{active: }}{p.child(e, path, 2)},\;{p.child(e, path, 3)}"
        case "least", (_, _, _, _):
            return rf"\text{{least of }}{p.child(e, path, 3)}"
    return None


def _value_there(p: Printer, pair: Expr, path: Path) -> str:
    """A place and the value there: 1 ↦ −2."""
    return rf"{_row(p, pair, path, 0)}\mapsto {p.child(pair, path, 1)}"


def _in_brackets(text: str) -> str:
    return rf"\left({text}\right)"


def _row(p: Printer, e: Expr, path: Path, i: int) -> str:
    """A point or a list of variables in one line: (1, 2)."""
    part = e.children[i]
    if not isinstance(part, Vector):
        return p.child(e, path, i)
    return _in_brackets(", ".join(p.shown(each, (*path, i, k)) for k, each in enumerate(part.entries)))


__all__ = ["several"]
