"""Clean-ups of piecewise functions, absolute values and signs; a part of TIDY."""

from __future__ import annotations

import operator
from fractions import Fraction

from fluxions.calculus.equality.expansion import polynomial
from fluxions.calculus.expr import (
    ONE,
    TURNED,
    Add,
    And,
    Div,
    Expr,
    Fn,
    Mul,
    Neg,
    Num,
    Piecewise,
    Pow,
    Rel,
    Sym,
    fn,
)

TESTS = {
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge, "=": operator.eq, "!=": operator.ne,
}  # fmt: skip


def holds(condition: Expr) -> bool | None:
    """The truth of a comparison of numbers; None where it depends on a symbol."""
    match condition:
        case Rel(op, Num(a), Num(b)):
            return bool(TESTS[op](a, b))
        case And(parts):
            truths = [holds(each) for each in parts]
            return False if False in truths else None if None in truths else True
    return None


def chosen_branch(e: Expr) -> Expr | None:
    """A piecewise value whose first condition compares numbers, or whose branches are all the same."""
    match e:
        case Piecewise(((condition, value), *rest), otherwise):
            if otherwise is not None and all(each == otherwise for _, each in e.branches):
                return otherwise
            match holds(condition):
                case True:
                    return value
                case False:
                    return Piecewise(tuple(rest), otherwise) if rest else otherwise
    return None


def solved_condition(e: Expr) -> Expr | None:
    """2x − 1 > 0 is x > 1/2: a linear condition in one symbol is solved for it."""
    match e:
        case Piecewise(branches, otherwise):
            after = tuple((_solved(condition), value) for condition, value in branches)
            return None if after == branches else Piecewise(after, otherwise)
    return None


def _solved(condition: Expr) -> Expr:
    match condition:
        case And(parts):
            return And(tuple(_solved(each) for each in parts))
        case Rel(_, Sym(), Num()):
            return condition
        case Rel(op, left, right):
            line = polynomial(Add((left, Neg(right))))
            names = {name for key in line or {} for name, _ in key}
            if line is None or len(names) != 1 or max(sum(n for _, n in key) for key in line) > 1:
                return condition
            name = names.pop()
            slope, rest = line[((name, 1),)], line.get((), Fraction(0))
            return Rel(op if slope > 0 else TURNED[op], Sym(name), Num(-rest / slope))
    return condition


def factor_into_branches(e: Expr) -> Expr | None:
    """u·(v if c, else w) = (uv if c, else uw); also for a sign and a denominator."""
    match e:
        case Neg(Piecewise() as inner):
            return _each_branch(inner, Neg)
        case Div(Piecewise() as inner, bottom):
            return _each_branch(inner, lambda value: Div(value, bottom))
        case Mul(factors):
            places = [i for i, each in enumerate(factors) if isinstance(each, Piecewise)]
            if len(places) == 1:
                before, after = factors[: places[0]], factors[places[0] + 1 :]
                return _each_branch(factors[places[0]], lambda value: Mul((*before, value, *after)))
    return None


def _each_branch(e: Expr, change) -> Expr:  # type: ignore[no-untyped-def]
    assert isinstance(e, Piecewise)
    branches = tuple((condition, change(value)) for condition, value in e.branches)
    return Piecewise(branches, None if e.otherwise is None else change(e.otherwise))


def same_branches(e: Expr) -> Expr | None:
    """Piecewise terms with the same conditions are added branch by branch."""
    match e:
        case Add(terms):
            cut = [each for each in terms if isinstance(each, Piecewise)]
            if len(cut) < 2 or len({_conditions(each) for each in cut}) > 1:
                return None
            branches = tuple(
                (condition, Add(tuple(each.branches[i][1] for each in cut)))
                for i, condition in enumerate(_conditions(cut[0])[:-1])
                if condition is not None
            )
            ends = [each.otherwise for each in cut if each.otherwise is not None]
            whole = Piecewise(branches, Add(tuple(ends)) if ends else None)
            others = tuple(each for each in terms if not isinstance(each, Piecewise))
            return Add((*others, whole)) if others else whole
    return None


def _conditions(e: Piecewise) -> tuple[Expr | None, ...]:
    """The conditions, and at the end whether there is a last branch."""
    return (*(condition for condition, _ in e.branches), None if e.otherwise is None else ONE)


def sign_and_size(e: Expr) -> Expr | None:
    """u·sign u = |u|, |u|·sign u = u, sign u / |u| = 1/u and |u|² = u²."""
    match e:
        case Pow(Fn("abs", (u,)), Num(n)) if n.denominator == 1 and n % 2 == 0:
            return Pow(u, Num(n))
        case Div(Fn("sign", (u,)), Fn("abs", (v,))) if u == v:
            return Div(ONE, u)
        case Mul(factors):
            return _sign_absorbed(factors)
    return None


def _sign_absorbed(factors: tuple[Expr, ...]) -> Expr | None:
    for i, sign in enumerate(factors):
        if not isinstance(sign, Fn) or sign.name != "sign":
            continue
        (u,) = sign.args
        for partner, product in ((u, fn("abs", u)), (fn("abs", u), u)):
            if partner in factors:
                rest = [each for k, each in enumerate(factors) if k != i]
                rest[rest.index(partner)] = product
                return rest[0] if len(rest) == 1 else Mul(tuple(rest))
    return None


BRANCHES = (
    ("branch", "Take the branch that holds here.", chosen_branch, (Piecewise,), False),
    ("condition", "Solve the condition for its variable.", solved_condition, (Piecewise,), False),
    ("into-branches", "Multiply each branch.", factor_into_branches, (Neg, Div, Mul), False),
    ("same-branches", "Add branch by branch.", same_branches, (Add,), False),
    ("sign-and-size", "A number is its sign times its size.", sign_and_size, (Pow, Div, Mul), False),
)
