"""Every step is confirmed by a second method that shares no code with the rule: jets, exact limits, substitution."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from fluxions.calculus.budget import Budget
from fluxions.calculus.derivation.solutions import GRID, are_all_solutions, have_the_same_solutions
from fluxions.calculus.derivation.step import Check
from fluxions.calculus.expr import (
    ONE,
    ZERO,
    Add,
    At,
    Diff,
    Div,
    Expr,
    Fn,
    Limit,
    Mul,
    Neg,
    Num,
    Operator,
    Rate,
    Rel,
    Set,
    Sym,
)
from fluxions.calculus.numbers.agreement import agree
from fluxions.calculus.numbers.balls import value_at
from fluxions.calculus.numbers.domain import cells, kinks
from fluxions.calculus.trees import free_of, mapped, nodes, substituted, symbols
from fluxions.calculus.vocabulary import FUNCTIONS

POINTS, BITS = 5, 106
CLAIMED = {  # operators whose steps are checked by what must be true of the result
    "descend", "newton", "tangent", "implicit", "solve", "along", "insert", "inverse", "logdiff",
}  # fmt: skip


_CONFIRMED: dict[tuple[Expr, Expr], tuple[Check, int]] = {}  # with the units it took: a cache of facts


def checked(before: Expr, after: Expr, budget: Budget) -> Check | None:
    """How `before` = `after` was confirmed, or None where it was refuted or could not be confirmed."""
    known = _CONFIRMED.get((before, after))
    if known is not None:
        budget.spend(known[1])
        return known[0]
    spent = budget.spent
    check = _check(before, after, budget)
    if check is not None:
        if len(_CONFIRMED) > 20_000:
            _CONFIRMED.clear()
        _CONFIRMED[before, after] = (check, budget.spent - spent)
    return check


def _check(before: Expr, after: Expr, budget: Budget) -> Check | None:
    match before:
        case Limit(f, h, a) if isinstance(after, Limit) and (after.variable, after.point) == (h, a):
            return checked(f, after.arg, budget)
        case Limit(f, h, a) if isinstance(after, Neg) and isinstance(after.arg, Limit):
            return checked(f, Neg(after.arg.arg), budget)
        case Limit():
            return _limit(before, after)
        case Operator("solve", (Rel("=") as equation, Sym() as x)) if isinstance(after, (Set, Operator)):
            return Check("signs", "numeric", len(GRID), BITS) if _solved(equation, x, after, budget) else None
        case Operator(name, _) if name in CLAIMED:
            claims = _claims(name, before, after)
            confirmed = claims is not None and all(_same(a, b, budget) for a, b in claims)
            return Check("substitution", "numeric", POINTS, BITS) if confirmed else None
        case Rel(_, left, right) if isinstance(after, Rel):
            sides = ((left, after.left), (right, after.right))
            confirmed = all(_same(a, b, budget) for a, b in sides)
            return Check("jets", "numeric", POINTS, BITS) if confirmed else None
    if _same(before, after, budget):
        method = "jets" if any(isinstance(each, Diff) for each in nodes(before)) else "balls"
        return Check(method, "numeric", POINTS, BITS)
    return None


def _solved(equation: Expr, x: Sym, after: Expr, budget: Budget) -> bool:
    """Are the solutions the right ones, or those of an equation that takes its place?"""
    match after:
        case Set():
            return are_all_solutions(equation, x, after, budget)
        case Operator("solve", (Rel("=") as other, unknown)) if unknown == x:
            return have_the_same_solutions(equation, other, x, budget)
    return False


def _same(a: Expr, b: Expr, budget: Budget) -> bool:
    """Do they agree at seeded points, and in every cell that the kinks of both leave?"""
    if agree(a, b, POINTS, BITS, budget) != "agree":
        return False
    guards = (*kinks(a), *kinks(b))
    if not guards:
        return True
    inside = cells(guards, sorted(symbols(a) | symbols(b)), budget).inside
    gaps = (value_at(Add((a, Neg(b))), point, BITS, budget) for point in inside)
    return all(gap is None or gap.contains(0) for gap in gaps)


def taken_at_point(task: Expr, answer: Expr, budget: Budget) -> bool:
    """Is a derivative at a point really what was found, also where f has a kink or ends there?

    At a kink the difference quotients from both sides must close in on the answer. ReLU is the exception: by
    convention its slope at 0 is 0, so there one side is enough.
    """
    match task:
        case At(Diff(f, x), _, a):
            verdict = agree(task, answer, POINTS, BITS, budget)
            if verdict != "unknown" or symbols(a):
                return verdict != "differ"
            h = Sym("h" if x.name != "h" else "k")
            sides = [_limit(Limit(Rate(f, x, a, a + h), h, ZERO, side), answer) for side in ("-", "+")]
            by_convention = any(isinstance(each, Fn) and each.name == "relu" for each in nodes(f))
            return all(sides) or (by_convention and any(sides))
    return True


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


def _limit(before: Limit, after: Expr) -> Check | None:
    """The values at a ± 2⁻ᵏ close in on `after` at a steady rate."""
    f, h, a, side = before.arg, before.variable, before.point, before.side
    signs = {"": (1, -1), "+": (1,), "-": (-1,)}[side]
    names = sorted((symbols(f) | symbols(a) | symbols(after)) - {h.name})
    rounds = range(3 if names else 1)
    draws = [{name: Fraction(7 * k + 3 * i + 5, 4 + k) for i, name in enumerate(names)} for k in rounds]
    fair = all(_closes_in(f, h, a, after, sign, draw) for draw in draws for sign in signs)
    return Check("approach", "numeric", 6 * len(draws) * len(signs), 256) if fair else None


def _closes_in(f: Expr, h: Sym, a: Expr, after: Expr, sign: int, draw: dict[str, Fraction]) -> bool:
    limit = value_at(after, draw, bits=256)
    if limit is None:
        return False
    gaps = []
    for k in (10, 20, 30, 40, 50, 60):
        near = substituted(f, {h.name: a + Num(Fraction(sign, 2**k))}) if free_of(a, h) else f
        value = value_at(near, draw, bits=256)
        if value is None:
            return False
        gaps.append(abs(float(value - limit)))
    return all(later <= earlier / 500 + 1e-60 for earlier, later in pairwise(gaps))


__all__ = ["checked", "taken_at_point"]
