"""Results confirmed by what must be true of them: substituted, a solution solves; a tangent has the curve's slope."""

from __future__ import annotations

from fluxions.calculus.budget import Budget
from fluxions.calculus.derivation.checks.same import BITS, POINTS, same
from fluxions.calculus.derivation.solutions import GRID, are_all_solutions, have_the_same_solutions
from fluxions.calculus.derivation.step import Check
from fluxions.calculus.expr import ONE, At, Diff, Div, Expr, Fn, Mul, Neg, Num, Operator, Rel, Set, Sym
from fluxions.calculus.trees import mapped, substituted
from fluxions.calculus.vocabulary import FUNCTIONS


def claimed(before: Operator, after: Expr, budget: Budget) -> Check | None:
    """Do the pairs that must agree, if `after` is right, agree?"""
    claims = _claims(before.name, before, after)
    confirmed = claims is not None and all(same(a, b, budget) for a, b in claims)
    return Check("substitution", "numeric", POINTS, BITS) if confirmed else None


def solution(before: Operator, after: Expr, budget: Budget) -> Check | None:
    """A set holds all solutions in one unknown; a single value solves the equation."""
    match before.args:
        case (Rel("=") as equation, Sym() as x) if isinstance(after, (Set, Operator)):
            return Check("signs", "numeric", len(GRID), BITS) if _solved(equation, x, after, budget) else None
    return claimed(before, after, budget)


def _solved(equation: Expr, x: Sym, after: Expr, budget: Budget) -> bool:
    """Are the solutions the right ones, or those of an equation that takes its place?"""
    match after:
        case Set():
            return are_all_solutions(equation, x, after, budget)
        case Operator("solve", (Rel("=") as other, unknown)) if unknown == x:
            return have_the_same_solutions(equation, other, x, budget)
    return False


def _claims(name: str, before: Operator, after: Expr) -> tuple[tuple[Expr, Expr], ...] | None:
    """Pairs that must agree if `after` is right."""
    match name, before.args, after:
        case "descend", (f, Sym() as x, a, rate, Num(n)), Operator("descend", (_, _, b, _, Num(left))) if left == n - 1:
            return ((b, a - rate * At(Diff(f, x), x, a)),)
        case "descend", (f, x, a, rate, n), Operator("descend", (g, z, b, eta, left)) if (f, x, rate, n) == (
            g,
            z,
            eta,
            left,
        ):
            return ((b, a),)
        case "newton", (f, x, a, n), Operator("newton", (g, z, b, left)) if (f, x, n) == (g, z, left):
            return ((b, a),)
        case "newton", (f, Sym() as x, a, Num(n)), Operator("newton", (_, _, b, Num(left))) if left == n - 1:
            return ((b, a - Div(At(f, x, a), At(Diff(f, x), x, a))),)
        case "descend", (_, _, a, _, Num(n)), value if n == 0:
            return ((a, value),)
        case "newton", (_, _, a, Num(n)), value if n == 0:
            return ((a, value),)
        case "tangent", (f, Sym() as x, a), line:
            return ((At(line, x, a), At(f, x, a)), (Diff(line, x), At(Diff(f, x), x, a)))
    return _claims_on_slopes(name, before, after)


def _claims_on_slopes(name: str, before: Operator, after: Expr) -> tuple[tuple[Expr, Expr], ...] | None:
    """The same for slopes of curves, of inverse functions and through the logarithm."""
    match name, before.args, after:
        case "implicit", (Rel("=", left, right), Sym() as y, x), Operator("solve", (Rel("=", p, q), _)):
            moving = {y.name: Fn(y.name, (x,))}
            return ((p, Diff(substituted(left, moving), x)), (q, Diff(substituted(right, moving), x)))  # type: ignore[arg-type]
        case "implicit", (Rel("=", left, right), Sym() as y, Sym() as x), value:
            curve = left - right
            return ((value, Neg(Div(Diff(curve, x), Diff(curve, y)))),)
        case "implicit", (Rel(), y, x, Num(n)), Operator("along", (slope, z, t)) if n == 2 and (y, x) == (z, t):
            return _claims(name, Operator(name, before.args[:3]), slope)
        case "along", (slope, Sym() as y, Sym() as x), Operator("insert", (value, Fn() as prime, again)):
            total = Diff(slope, x) + Mul((Diff(slope, y), slope))
            return ((slope, again), (_filled(value, prime, slope), total))
        case "inverse", (f, Sym() as x, b, a), value:
            named = isinstance(f, Fn) and f.name not in FUNCTIONS  # of f alone its values at a and b are given
            taken = () if named else ((At(f, x, a), b),)
            return (*taken, (Mul((value, At(Diff(f, x), x, a))), ONE))
        case "logdiff", (f, Sym() as x), value:
            return ((value, Diff(f, x)),)
        case "insert", (e, Fn() as prime, slope), value:
            return ((value, _filled(e, prime, slope)),)
        case "solve", (Rel("=", left, right), Sym() as unknown), value:
            found = {unknown.name: value}
            return ((substituted(left, found), substituted(right, found)),)
        case "solve", (Rel("=", left, right), Fn() as unknown), value:
            return ((_filled(left, unknown, value), _filled(right, unknown, value)),)
    return None


def _filled(side: Expr, unknown: Fn, value: Expr) -> Expr:
    """The side with y' exchanged for its value and y(x) written as y."""
    name = unknown.name.rstrip("'")
    plain = mapped(side, lambda e: value if e == unknown else e)
    return mapped(plain, lambda e: Sym(name) if isinstance(e, Fn) and e.name == name else e)


CHECKS = {
    **dict.fromkeys(("descend", "newton", "tangent", "implicit", "along", "insert", "inverse", "logdiff"), claimed),
    "solve": solution,
}
