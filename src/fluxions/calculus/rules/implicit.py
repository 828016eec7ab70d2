"""Implicit differentiation: differentiate both sides with y as a function of x, then solve for its derivative."""

from __future__ import annotations

from fluxions.calculus.derivation.rule import Found, Rule
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import ONE, ZERO, Add, Diff, Div, Expr, Fn, Mul, Neg, Num, Operator, Rel, Sym
from fluxions.calculus.trees import mapped, nodes, substituted
from fluxions.calculus.vocabulary import FUNCTIONS


def is_unknown(e: Expr, x: Expr) -> bool:
    """Is e the unknown y(x) of an implicit equation? f, g and h are named functions."""
    return isinstance(e, Fn) and e.args == (x,) and e.name not in FUNCTIONS and e.name[0] not in "fgh"


def both_sides(node: Expr) -> Expr | Found | None:
    """From F(x, y) = G(x, y): d/dx of both sides, y being a function of x."""
    match node:
        case Operator("implicit", (Rel("=", left, right), Sym() as y, Sym() as x)):
            moving = {y.name: Fn(y.name, (x,))}
            sides = Rel("=", Diff(substituted(left, moving), x), Diff(substituted(right, moving), x))
            return Found(Operator("solve", (sides, Fn(y.name + "'", (x,)))), (("y", y), ("x", x)))
    return None


def slope_first(node: Expr) -> Expr | Found | None:
    """y'' of F(x, y) = G(x, y): first y', then its derivative along the curve."""
    match node:
        case Operator("implicit", (Rel("=") as curve, Sym() as y, Sym() as x, Num(n))) if n == 2:
            return Found(Operator("along", (Operator("implicit", (curve, y, x)), y, x)), (("y", y), ("x", x)))
    return None


def along_the_curve(node: Expr) -> Expr | Found | None:
    """From y' = s(x, y): y'' is d/dx of s(x, y(x)), in which y' stands once more."""
    match node:
        case Operator("along", (slope, Sym() as y, Sym() as x)):
            moving = substituted(slope, {y.name: Fn(y.name, (x,))})
            again = Operator("insert", (Diff(moving, x), Fn(y.name + "'", (x,)), slope))
            return Found(again, (("y", y), ("x", x), ("s", slope)))
    return None


def insert_slope(node: Expr) -> Expr | Found | None:
    """y' exchanged for its value s(x, y)."""
    match node:
        case Operator("insert", (e, Fn() as t, slope)):
            return Found(_plain(mapped(e, lambda each: slope if each == t else each), t), (("t", t), ("s", slope)))
    return None


def isolate(node: Expr) -> Expr | Found | None:
    """a·t + b = c·t + d gives t = (d − b)/(a − c)."""
    match node:
        case Operator("solve", (Rel("=", left, right), t)):
            first, second = _linear(left, t), _linear(right, t)
            if first is None or second is None:
                return None
            slope = tidied(Add((first[0], Neg(second[0]))))
            rest = tidied(Add((second[1], Neg(first[1]))))
            if slope == ZERO:
                return None
            return Found(_plain(tidied(Div(rest, slope)), t), (("t", t),))
    return None


def _linear(e: Expr, t: Expr) -> tuple[Expr, Expr] | None:
    """(a, b) with e = a·t + b, a and b free of t."""
    if e == t:
        return ONE, ZERO
    if t not in set(nodes(e)):
        return ZERO, e
    match e:
        case Neg(u):
            inner = _linear(u, t)
            return None if inner is None else (Neg(inner[0]), Neg(inner[1]))
        case Add(terms):
            parts = [_linear(term, t) for term in terms]
            if any(part is None for part in parts):
                return None
            return Add(tuple(p[0] for p in parts if p)), Add(tuple(p[1] for p in parts if p))
        case Mul(factors):
            inside = [i for i, each in enumerate(factors) if t in set(nodes(each))]
            inner = _linear(factors[inside[0]], t) if len(inside) == 1 else None
            if inner is None:
                return None
            rest = (*factors[: inside[0]], *factors[inside[0] + 1 :])
            return Mul((*rest, inner[0])), Mul((*rest, inner[1]))
        case Div(u, v) if t not in set(nodes(v)):
            inner = _linear(u, t)
            return None if inner is None else (Div(inner[0], v), Div(inner[1], v))
    return None


def _plain(e: Expr, t: Expr) -> Expr:
    """y(x) written as y again; the name is that of t without its prime."""
    if not isinstance(t, Fn):
        return e
    name = t.name.rstrip("'")
    return mapped(e, lambda each: Sym(name) if isinstance(each, Fn) and each.name == name else each)


RULES = (
    Rule("slope-first", "implicit-differentiation", "Find the slope first; then differentiate it once more.",
         slope_first, "the slope of the curve"),
    Rule("along-the-curve", "implicit-differentiation",
         "Differentiate the slope by ${x}$; ${y}$ is a function of ${x}$ there too.", along_the_curve,
         "differentiating the slope"),
    Rule("insert-slope", "implicit-differentiation", "Put ${s}$ in the place of ${t}$.", insert_slope,
         "putting the slope in"),
    Rule("both-sides", "implicit-differentiation", "Differentiate both sides by ${x}$; ${y}$ is a function of ${x}$.",
         both_sides, "differentiating both sides"),
    Rule("isolate", "algebraic-manipulation", "Collect the terms with ${t}$ and divide.", isolate,
         "collecting the unknown"),
)  # fmt: skip
