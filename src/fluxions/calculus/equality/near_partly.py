"""Answers that are right on a part only: for positive numbers, for whole numbers, at a single point."""

from __future__ import annotations

from fluxions.calculus.equality.near_case import Case, NearMiss
from fluxions.calculus.expr import Const, Expr, Fn, Neg, Pow, Rel, Sym, num
from fluxions.calculus.language.ascii import ascii
from fluxions.calculus.numbers.domain import bounds, edges, kinks
from fluxions.calculus.numbers.points import LIKED, seeded_points
from fluxions.calculus.numbers.tape import rational_value
from fluxions.calculus.trees import kinds, nodes, substituted, symbols
from fluxions.calculus.verdict import Text

ZERO = num(0)
MOST_LETTERS = 3
TRIED = 5  # points
WAVES = frozenset({"sin", "cos", "tan", "cot", "sec", "csc"})
TURNING = frozenset({Pow, "floor", "ceil", *WAVES})
WHOLE = (0, 1, 2, 3, 4, 5, -1, -2, 7, 12)


def one_sign(case: Case) -> NearMiss | None:
    """Right where one variable is positive, or negative, only."""
    both = (case.answer, case.expected)
    names = sorted(symbols(case.answer) | symbols(case.expected))
    if len(names) > MOST_LETTERS or not any(kinks(each) or edges(each) for each in both):
        return None
    known = bounds(case.assume)
    for name in names:
        for op in (">", "<"):
            if name in known or not _tried(case, name, 1 if op == ">" else -1):
                continue
            if case.same(*both, Rel(op, Sym(name), ZERO)):
                words = Text("This is right for {condition}, but not everywhere.", (("condition", f"{name} {op} 0"),))
                return NearMiss("positive-only" if op == ">" else "negative-only", words)
    return None


def _tried(case: Case, name: str, sign: int) -> bool:
    """Are both real at one of some points with this sign, and nowhere apart?"""
    if any(each.apart and each.at[name] * sign > 0 for each in case.seen):
        return False
    pair, both = case.pair, False
    for point in seeded_points(pair.names, TRIED):
        if name in point:
            gap = pair.gap({**point, name: sign * abs(point[name])})
            if gap is not None and not gap.contains(0):
                return False
            both |= gap is not None
    return both


def whole(case: Case) -> NearMiss | None:
    """Right at whole numbers only, as cos(pi n) is for (-1)^n."""
    names = symbols(case.answer) | symbols(case.expected)
    sides = [each for each in (case.answer, case.expected) if not TURNING.isdisjoint(kinds(each))]
    if len(names) != 1 or not any(_turns(each) for side in sides for each in nodes(side)):
        return None
    (name,) = names
    for value in WHOLE:
        at = {name: num(value)}
        if not case.same(substituted(case.answer, at), substituted(case.expected, at)):
            return None
    return NearMiss(
        "integers-only", Text("This is right for whole numbers {name}, but not in between.", (("name", name),))
    )


def _turns(e: Expr) -> bool:
    """Has this node values of a special kind at whole numbers?"""
    match e:
        case Fn(name, (u,)) if name in WAVES:
            return any(each == Const("pi") for each in nodes(u))
        case Fn("floor" | "ceil"):
            return True
        case Pow(Neg() as base, _):
            return not symbols(base)
        case Pow(base, _):
            value = rational_value(base)
            return value is not None and value < 0
    return False


def early(case: Case) -> NearMiss | None:
    """A number where a formula is asked: its value at one point."""
    names = symbols(case.expected)
    if symbols(case.answer) or len(names) != 1:
        return None
    (name,) = names
    for value in LIKED:
        if case.same(substituted(case.expected, {name: num(value)}), case.answer):
            slots = (("name", name), ("value", ascii(num(value))))
            sentence = "This is the value at {name} = {value}; a formula in {name} is asked."
            return NearMiss("evaluated-too-early", Text(sentence, slots))
    return None
