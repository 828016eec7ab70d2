"""Every step is confirmed by a second method that shares no code with the rule: jets, exact limits, substitution."""

from __future__ import annotations

from fluxions.calculus.budget import Budget
from fluxions.calculus.derivation.checks import CHECKS, matrices
from fluxions.calculus.derivation.checks.definite import agreeing, integral
from fluxions.calculus.derivation.checks.integrals import integrated
from fluxions.calculus.derivation.checks.limits import approached, limit_confirmed
from fluxions.calculus.derivation.checks.meaning import by_meaning
from fluxions.calculus.derivation.checks.same import BITS, POINTS, same
from fluxions.calculus.derivation.checks.sums import total
from fluxions.calculus.derivation.step import Check
from fluxions.calculus.expr import (
    ZERO,
    At,
    Const,
    Diff,
    Expr,
    Fn,
    Int,
    Limit,
    Matrix,
    Neg,
    Operator,
    Rate,
    Rel,
    Sum,
    Sym,
    Vector,
)
from fluxions.calculus.numbers.agreement import agree
from fluxions.calculus.numbers.quadrature import has_integral
from fluxions.calculus.shapes import is_shaped
from fluxions.calculus.trees import free_of, nodes, symbols

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
    if is_shaped(before):
        return matrices.confirmed(before, after, budget)
    match before:
        case Sum():
            return total(before, after, budget)
        case Limit():
            return limit_confirmed(before, after, budget)
        case Int(_, _, None):
            return integrated(before, after, budget)
        case Int():
            return integral(before, after, budget)
        case Diff() if has_integral(before) or has_integral(after):
            return agreeing(before, after, budget)
        case Diff(Vector() | Matrix()):
            return by_meaning(before, after, budget)
        case Operator(name, _) if name in CHECKS:
            return CHECKS[name](before, after, budget)
        case Neg(Neg(Const("inf") as far)):
            return Check("equal", "proved") if after == far else None
        case At(Diff(f, x), z, a) if isinstance(after, Limit) and x == z and after.point == ZERO and not after.side:
            chord = Rate(f, x, a, a + after.variable)
            fits = not symbols(a) and free_of(f, after.variable) and same(after.arg, chord, budget)
            return Check("definition", "numeric", POINTS, BITS) if fits else None
        case Rel(_, left, right) if isinstance(after, Rel):
            sides = ((left, after.left), (right, after.right))
            confirmed = all(same(a, b, budget) for a, b in sides)
            return Check("jets", "numeric", POINTS, BITS) if confirmed else None
    if same(before, after, budget):
        method = "jets" if any(isinstance(each, Diff) for each in nodes(before)) else "balls"
        return Check(method, "numeric", POINTS, BITS)
    return None


def taken_at_point(task: Expr, answer: Expr, budget: Budget) -> bool:
    """Is a derivative at a point really what was found, also where f has a kink or ends there?

    At a kink the difference quotients from both sides must close in on the answer. ReLU is the exception: by
    convention its slope at 0 is 0, so there one side is enough.
    """
    match task:
        case At(Diff(f, x), _, a) if answer != Const("dne"):  # that one was found on the way, from both sides
            verdict = agree(task, answer, POINTS, BITS, budget)
            if verdict != "unknown" or symbols(a):
                return verdict != "differ"
            h = Sym("h" if x.name != "h" else "k")
            sides = [approached(Limit(Rate(f, x, a, a + h), h, ZERO, side), answer) for side in ("-", "+")]
            by_convention = any(isinstance(each, Fn) and each.name == "relu" for each in nodes(f))
            return all(sides) or (by_convention and any(sides))
    return True


__all__ = ["checked", "taken_at_point"]
