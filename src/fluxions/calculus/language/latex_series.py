"""Series, Taylor polynomials, one-sided limits and differential equations in LaTeX."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxions.calculus.expr import INF, Add, Neg, Num, Operator, Sum, Sym
from fluxions.calculus.language.ascii import MULTIPLY, OR
from fluxions.calculus.trees import Path

if TYPE_CHECKING:
    from fluxions.calculus.language.latex import Printer

BEGINS = frozenset({"balanced", "explicit", "fitted"})  # an equation, then what it is an equation for
TESTS = frozenset({"termtest", "ratiotest", "roottest"})


def series(p: Printer, e: Operator, path: Path) -> tuple[str, int] | None:
    """The text and how tightly it holds together; None for an operator of another subject."""
    match e.name, e.args:
        case "taylor", (_, Sym(), _, _):
            inner, name, place, n = (p.child(e, path, i) for i in range(4))
            return rf"T_{{{n}}}\left[{inner}\right]_{{{name}={place}}}", MULTIPLY
        case "upto", (_, Sym(), a, Num(n)):
            inner, name = p.child(e, path, 0), p.child(e, path, 1)
            distance = name if a == Num(0) else rf"\left({p.shown(Add((e.args[1], Neg(a))), (*path, 2))}\right)"
            return rf"{inner}+O\left({distance}^{{{n + 1}}}\right)", OR
        case "remainder", (_, Sym(), _, _, _):
            inner, name, place, n, end = (p.child(e, path, i) for i in range(5))
            return rf"\max_{{{place}\le {name}\le {end}}}\left|{inner}-T_{{{n}}}\right|", OR
        case "largest", (_, Sym(), _, _):
            inner, name, place, end = (p.child(e, path, i) for i in range(4))
            return rf"\max_{{{place}\le {name}\le {end}}}\left|{inner}\right|", OR
        case "sides", (_, _):
            return rf"\text{{left: }}{p.child(e, path, 0)},\quad \text{{right: }}{p.child(e, path, 1)}", OR
    return _of_convergence(p, e, path) or _of_equations(p, e, path)


def _of_convergence(p: Printer, e: Operator, path: Path) -> tuple[str, int] | None:
    match e.name, e.args:
        case "converges", (_,):
            return p.child(e, path, 0), MULTIPLY
        case name, (_,) if name in TESTS:
            return p.child(e, path, 0), MULTIPLY
        case "comparison", (_, _):
            return rf"{p.child(e, path, 0)},\quad {p.child(e, path, 1)}", OR
        case "absolute", (_, _, _):
            return p.child(e, path, 0), MULTIPLY
        case "radius", (Sum(), _):
            return rf"R\text{{ of }}{p.child(e, path, 0)}", OR
        case "convergence", (Sum(), Sym()):
            return rf"\text{{all }}{p.child(e, path, 1)}\text{{ for }}{p.child(e, path, 0)}", OR
        case "within", (_, a, Sym() as n, low, Sym()):
            sum_ = p.shown(Sum(a, n, low, INF), (*path, 1))
            return rf"{sum_},\quad R={p.child(e, path, 0)}", OR
        case "endpoints", (_, _, _, _):
            left, right, at_left, at_right = (p.child(e, path, i) for i in range(4))
            return rf"\text{{at }}{left}:\;{at_left},\quad \text{{at }}{right}:\;{at_right}", OR
    return None


def _of_equations(p: Printer, e: Operator, path: Path) -> tuple[str, int] | None:
    match e.name, e.args:
        case "ode", (_, _, _, *known):
            return _with_values(p, e, path, range(3, 3 + len(known))), OR
        case name, (_, _, _, *known) if name in BEGINS:
            return _with_values(p, e, path, range(3, 3 + len(known))), OR
        case "weighted", (_, _, _, Sym(), Sym(), *_):
            slope, right, integral, name = (p.child(e, path, i) for i in range(4))
            return rf"{name}'+\left({slope}\right){name}={right},\quad \int p={integral}", OR
        case "flow", (_, Sym(), Sym(), *known):
            slope, name = p.child(e, path, 0), p.child(e, path, 1)
            values = "".join(rf",\;{p.child(e, path, i)}" for i in range(3, 3 + len(known)))
            return rf"{name}'=-\left({slope}\right){values}", OR
        case "euler", (_, Sym(), _, _, _, Num() as n):
            slope, name, place, height, step, left = (p.child(e, path, i) for i in range(6))
            steps = rf"{left}\text{{ step{'' if n == Num(1) else 's'}}}\text{{ of }}{step}"
            return rf"y'={slope},\;y({place})={height},\;{steps}", OR
    return None


def _with_values(p: Printer, e: Operator, path: Path, places: range) -> str:
    """The equation, and the values that are known."""
    return p.child(e, path, 0) + "".join(rf",\quad {p.child(e, path, i)}" for i in places)
