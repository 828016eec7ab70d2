"""Where an antiderivative jumps although the integrand does not: F(b) - F(a) across such a place is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from fluxions.calculus.answers.question import Question
from fluxions.calculus.expr import Const, Div, Expr, Fn, Mul, Piecewise, Pow, Sym, num
from fluxions.calculus.numbers.balls import value_at
from fluxions.calculus.numbers.domain import cells, kinks
from fluxions.calculus.numbers.tape import rational_value
from fluxions.calculus.trees import free_of, nodes, substituted, symbols

STEPS = (Fraction(1, 100), Fraction(1, 1000))
SMALLEST = 0.02  # a step below this is not told from a steep rise
MOST = 12
UNBOUNDED = frozenset({"ln", "log", "abs", "relu", "softplus"})  # at a pole of the argument they have one too
POLES = {"tan": "cos", "sec": "cos", "cot": "sin", "csc": "sin"}


def jump(question: Question, answer: Expr, variable: Sym) -> Fraction | None:
    """A place, nearly, where the answer jumps and the integrand is real."""
    others = sorted((symbols(answer) | symbols(question.expected)) - {variable.name})
    at = {name: Fraction(7 + 3 * i, 5) for i, name in enumerate(others)}
    fixed = {name: num(value) for name, value in at.items()}
    found = tuple(substituted(each, fixed) for each in _suspects(answer) if not free_of(each, variable))
    if not found:
        return None
    for place in cells(found, (variable.name,), question.budget).breaks[:MOST]:
        where = place[variable.name]
        if value_at(question.expected, {**at, variable.name: where}) is not None and _jumps(
            answer, variable, where, at
        ):
            return where.limit_denominator(1000)
    return None


def _suspects(e: Expr) -> Iterator[Expr]:
    """Expressions at whose zeros e may jump: where pieces meet, and poles that a bounded function closes."""
    for node in nodes(e):
        match node:
            case Piecewise() | Fn("sign"):
                yield from kinks(node)
            case Fn("floor" | "ceil", (u,)):
                yield Fn("sin", (Mul((Const("pi"), u)),))
            case Fn(name, (u,)) if name not in UNBOUNDED:
                yield from _poles(u)


def _poles(e: Expr) -> Iterator[Expr]:
    for node in nodes(e):
        match node:
            case Div(_, bottom):
                yield bottom
            case Pow(base, exponent):
                value = rational_value(exponent)
                if value is not None and value < 0:
                    yield base
            case Fn(name, (u,)) if name in POLES:
                yield Fn(POLES[name], (u,))


def _jumps(e: Expr, variable: Sym, where: Fraction, at: dict[str, Fraction]) -> bool:
    gaps = []
    for step in STEPS:
        ends = [value_at(e, {**at, variable.name: where + side * step}) for side in (-1, 1)]
        if ends[0] is None or ends[1] is None:
            return False
        gaps.append(abs(float(ends[1] - ends[0])))
    return gaps[1] > SMALLEST and gaps[0] / 2 < gaps[1] < 2 * gaps[0]
