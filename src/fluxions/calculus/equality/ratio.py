"""Is one expression a constant multiple of another?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction

from fluxions.calculus.budget import Budget
from fluxions.calculus.equality.ladder import equal
from fluxions.calculus.equality.pair import PHASES, Pair, Sample
from fluxions.calculus.expr import Expr, Mul, num
from fluxions.calculus.numbers.balls import Ball
from fluxions.calculus.numbers.nearness import fractions_in
from fluxions.calculus.numbers.tape import NoTape
from fluxions.calculus.verdict import Equal

LARGEST = 1000  # top or bottom of a constant that is looked for
POINTS = 3


def ratio_of(left: Ball, right: Ball) -> Ball | None:
    return None if right.contains(0) else left / right


def constant_ratio(a: Expr, b: Expr, assume: Sequence[Expr], budget: Budget) -> Fraction | None:
    """c ≠ 0 with a = c·b, confirmed by `equal`."""
    try:
        ratio = constant_of(Pair(a, b, tuple(assume), budget), ratio_of)
    except NoTape:
        return None
    if not ratio:
        return None
    return ratio if isinstance(equal(a, Mul((num(ratio), b)), assume=assume, budget=budget), Equal) else None


def constant_of(pair: Pair, combine: Callable[[Ball, Ball], Ball | None]) -> Fraction | None:
    """The small rational that a combination of both values is at every point tried, if there is one."""
    return constant_among(values(pair), combine, bool(pair.names))


def constant_among(
    seen: Iterable[tuple[Ball, Ball]], combine: Callable[[Ball, Ball], Ball | None], varies: bool
) -> Fraction | None:
    """The same among values that are known; at one point only where nothing varies."""
    found: Fraction | None = None
    heard = 0
    for left, right in seen:
        ball = combine(left, right)
        if ball is None:
            continue
        simple = fractions_in(ball, LARGEST)
        if simple is None or found not in (None, simple):
            return None
        found, heard = simple, heard + 1
        if heard == POINTS:
            break
    return found if heard == POINTS or (heard and not varies) else None


def values(pair: Pair) -> Iterator[tuple[Ball, Ball]]:
    """Both values at one point after the other where both are real."""
    return (each.values for each in together(pair) if each.values is not None)


def together(pair: Pair) -> Iterator[Sample]:
    """What is found at one point after the other where both are real."""
    for phase in range(PHASES):
        for point in pair.seeded(phase):
            sample = pair.sample(point)
            if sample.values is not None:
                yield sample
        if not pair.names:
            return


def constant_value(e: Expr, assume: Sequence[Expr], budget: Budget) -> Ball | None:
    """The value of an expression that is known to be constant, at the first point where it has one."""
    return next((left for left, _ in values(Pair(e, num(0), tuple(assume), budget))), None)
