"""Where two expressions are both real, in words: the conditions that one of them has alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any

from fluxions.calculus.expr import TURNED, And, Expr, Fn, Pow, Rel, Root, Sym, num
from fluxions.calculus.language.ascii import ascii
from fluxions.calculus.numbers.balls import holds, value_at
from fluxions.calculus.numbers.domain import POSITIVE
from fluxions.calculus.numbers.polynomials import in_one_variable
from fluxions.calculus.numbers.tape import rational_value
from fluxions.calculus.trees import canonical_key, nodes, symbols
from fluxions.calculus.verdict import Text

ONE, ZERO = num(1), num(0)
NEEDED = "They agree where both are real; {side} needs {condition}."
AT_A_POINT = "They agree where both are real; at {at} only {side} is."


def requirements(e: Expr) -> tuple[Expr, ...]:
    """What must hold for logarithms, even roots, powers and inverse sines of e to be real."""
    found = {canonical_key(each): each for node in nodes(e) for each in _required(node) if symbols(each)}
    return tuple(found.values())


def _required(node: Expr) -> Iterator[Expr]:
    match node:
        case Fn(name, (u,)) if name in POSITIVE:
            yield Rel(">", u, ZERO)
        case Fn("log", (u, _)):
            yield Rel(">", u, ZERO)
        case Fn("arcsin" | "arccos" | "artanh", (u,)):
            yield And((Rel("<=", num(-1), u), Rel("<=", u, ONE)))
        case Fn("arcosh", (u,)):
            yield Rel(">=", u, ONE)
        case Root(u, degree):
            value = rational_value(degree)
            if value is not None and value.numerator % 2 == 0:
                yield Rel(">=", u, ZERO)
        case Pow(u, exponent):
            value = rational_value(exponent)
            if value is None or value.denominator % 2 == 0:
                yield Rel(">=" if value is not None and value > 0 else ">", u, ZERO)


def agreement(answer: Expr, expected: Expr, at: Sequence[tuple[str, Expr]]) -> Text:
    """Where both are real, from the conditions that fail at a point where one of them is not."""
    point = {name: value for name, tree in at if (value := rational_value(tree)) is not None}
    for side, e in (("yours", answer), ("the right answer", expected)):
        broken = [each for each in requirements(e) if holds((each,), point) is False]
        if broken:
            told = " and ".join(dict.fromkeys(ascii(each) for each in _strongest(broken)))
            return Text(NEEDED, (("side", side), ("condition", told)))
    where = ", ".join(f"{name} = {ascii(value)}" for name, value in at)
    real = "yours" if value_at(answer, point) is not None else "the right answer"
    return Text(AT_A_POINT, (("at", where), ("side", real)))


def _strongest(conditions: Sequence[Expr]) -> list[Expr]:
    """The conditions without those that follow from another one: x > 2, not x > 2 and x > -2."""
    found: list[Expr] = []
    for each in map(_solved, conditions):
        if not any(_follows(each, other) for other in found):
            found = [*(other for other in found if not _follows(other, each)), each]
    return found


def _follows(weak: Expr, strong: Expr) -> bool:
    match weak, strong:
        case Rel(op, Sym(x), low), Rel(other, Sym(y), high) if (x, op[0]) == (y, other[0]) and op[0] in "<>":
            a, b = rational_value(low), rational_value(high)
            if a is None or b is None:
                return False
            return (b > a if op[0] == ">" else b < a) or (a == b and (op == other or "=" in op))
    return weak == strong


def _solved(relation: Expr) -> Expr:
    """x > 2 for x - 2 > 0, where the condition is linear in one variable."""
    if not isinstance(relation, Rel) or len(symbols(relation)) != 1:
        return relation
    (name,) = symbols(relation)
    gap, bound = in_one_variable(relation.left, name), rational_value(relation.right)
    if gap is None or bound is None or gap.top.degree() != 1 or gap.bottom.degree() != 0:
        return relation
    start, slope = (_fraction(each / gap.bottom[0]) for each in (gap.top[0], gap.top[1]))
    op = relation.op if slope > 0 else TURNED[relation.op]
    return Rel(op, Sym(name), num((bound - start) / slope))


def _fraction(value: Any) -> Fraction:
    return Fraction(int(value.p), int(value.q))
